//! Rules between the columns of one table.
use super::{
    super::formula::{Formula, Named},
    Ground,
    empirical_sums::{confirmed, plausible},
};
use crate::{
    budget::{Panel, Table},
    claim::{Constraint, Relation, Term},
    forms::PanelForm,
    words::{bare, key},
};
use std::collections::BTreeSet;

/// A formula over the columns of a form, on every row.
pub(super) fn each_row(ground: &mut Ground, form: &str, formula: &str) {
    let budget = ground.budget;
    let Some(table) = budget.table(form) else {
        return ground.lacks(form);
    };
    let Ok(formula) = Formula::parse(formula) else {
        return;
    };
    match table.panels.iter().find(|it| applies(&formula, it)) {
        Some(panel) => rows(ground, table, panel, &formula),
        None => ground.lacks(&format!("{form}.列")),
    }
}

/// In tables of a form, each column is the sum of its parts on every row.
pub(super) fn parts(ground: &mut Ground) {
    let budget = ground.budget;
    for table in &budget.tables {
        for (index, panel) in table.panels.iter().enumerate() {
            let Some(form) = whole_form(table, index) else {
                continue;
            };
            let columns = panel.columns.iter().filter(|it| it.name.nth.is_none());
            for total in columns.map(|it| it.name.key.as_str()) {
                let parts = form.parts(total, &|name| panel.column(name).is_some());
                match of_which(panel, total, &parts) {
                    Some(sum) => add_if_confirmed(ground, table, panel, &sum),
                    None => {
                        let formula = sum_of(total, &parts);
                        formula.iter().for_each(|it| rows(ground, table, panel, it));
                    }
                }
            }
        }
    }
}

/// The sum of parts that the headings call 其中: they may be all parts or a selection.
fn of_which(panel: &Panel, total: &str, parts: &[&str]) -> Option<SumOfColumns> {
    let place = |name: &str| panel.column(name);
    let parts: Vec<usize> = parts.iter().filter_map(|it| place(it)).collect();
    let is_some = parts.iter().any(|it| panel.columns[*it].is_of_which());
    let total = place(total).filter(|_| is_some)?;
    Some(SumOfColumns {
        total,
        parts,
        less: Vec::new(),
    })
}

/// What the headings call 其中 is at most the 小计 of the same group.
pub(super) fn of_which_columns(ground: &mut Ground) {
    let budget = ground.budget;
    for panel in budget.tables.iter().flat_map(|it| &it.panels) {
        for (part, column) in panel.columns.iter().enumerate() {
            let whole = column
                .is_of_which()
                .then(|| whole_of(panel, part))
                .flatten();
            for row in (0..panel.rows.len()).filter(|_| whole.is_some()) {
                let term = |column: usize| Some(vec![Term::plus(panel.fact(row, column)?)]);
                if let Some((left, right)) = term(part).zip(whole.and_then(term)) {
                    ground.add(Constraint {
                        left,
                        relation: Relation::AtMost,
                        right,
                        absent: Vec::new(),
                    });
                }
            }
        }
    }
}

/// The sum that stands first below the heading over a column.
fn whole_of(panel: &Panel, part: usize) -> Option<usize> {
    let group = |column: usize| {
        let headings = &panel.columns[column].headings;
        let (leaf, group) = headings.split_last()?;
        Some((leaf, group)).filter(|_| !group.is_empty())
    };
    let (_, of_part) = group(part)?;
    let is_whole = |it: &usize| {
        group(*it).is_some_and(|(leaf, group)| {
            group == of_part && (is_sum_heading(leaf) || bare(leaf) == "金额")
        })
    };
    (0..part).find(is_whole)
}

/// `total = part + part`; `None` without parts.
fn sum_of(total: &str, parts: &[&str]) -> Option<Formula> {
    let named = |name: &str| Named {
        minus: false,
        name: name.to_owned(),
        optional: false,
    };
    (!parts.is_empty()).then(|| Formula {
        left: vec![named(total)],
        relation: Relation::Equal,
        right: parts.iter().map(|it| named(it)).collect(),
    })
}

/// What the form says of a half, if it knows all of its columns: one that it does not know may be
/// part of a sum.
fn whole_form(table: &Table, index: usize) -> Option<&'static PanelForm> {
    let columns = &table.panels.get(index)?.columns;
    let all_known = columns.iter().all(|it| it.known || it.is_of_which());
    table.form?.panels.get(index).filter(|_| all_known)
}

/// Whether a panel has the columns of a formula, and no column that the form does not know: such
/// a one may be part of the sum.
fn applies(formula: &Formula, panel: &Panel) -> bool {
    let has = |name: &str| panel.column(name).is_some();
    panel.columns.iter().all(|it| it.known)
        && formula.names().all(|it| it.optional || has(&it.name))
}

fn rows(ground: &mut Ground, table: &Table, panel: &Panel, formula: &Formula) {
    for row in 0..panel.rows.len() {
        let mut readable = true;
        let mut side = |names: &[Named]| -> Vec<Term> {
            let columns = names
                .iter()
                .filter_map(|it| Some((it.minus, panel.column(&it.name)?)));
            let facts = columns.map(|(minus, column)| {
                Some(Term {
                    minus,
                    fact: panel.fact(row, column)?,
                })
            });
            let terms: Option<Vec<Term>> = facts.collect();
            readable &= terms.is_some();
            terms.unwrap_or_default()
        };
        let (left, right) = (side(&formula.left), side(&formula.right));
        if readable {
            ground.add(Constraint {
                left,
                relation: formula.relation,
                right,
                absent: Vec::new(),
            });
        } else {
            ground.is_unsure_of(&table.name, &panel.rows[row].name.text(), false);
        }
    }
}

/// Sums of columns that the headings of a table show, where no form says them.
pub(super) fn headings(ground: &mut Ground) {
    let budget = ground.budget;
    for table in &budget.tables {
        for (index, panel) in table.panels.iter().enumerate() {
            if whole_form(table, index).is_none() {
                for sum in sums(panel).into_iter().chain(changes(panel)) {
                    add_if_confirmed(ground, table, panel, &sum);
                }
            }
        }
    }
}

/// A column and those it is the sum of, as indices into a panel's columns.
struct SumOfColumns {
    total: usize,
    parts: Vec<usize>,
    /// What is subtracted.
    less: Vec<usize>,
}

/// Reads sums off nested headings: 合计 is the sum of the groups beside it, a group being its
/// 小计 or all its columns.
fn sums(panel: &Panel) -> Vec<SumOfColumns> {
    let paths: Vec<Vec<String>> = panel
        .columns
        .iter()
        .map(|it| it.headings.iter().map(|it| key(it)).collect())
        .collect();
    let mut sums = Vec::new();
    for (total, path) in paths.iter().enumerate() {
        let Some((leaf, group)) = path.split_last() else {
            continue;
        };
        if !is_sum_heading(leaf) {
            continue;
        }
        let inside: Vec<usize> = (0..paths.len())
            .filter(|it| {
                *it != total && paths[*it].len() > group.len() && paths[*it].starts_with(group)
            })
            .collect();
        let parts: Vec<usize> = inside
            .iter()
            .copied()
            .filter(|it| counts(&paths, group.len(), *it, &inside))
            .collect();
        if parts.len() > 1 && inside.iter().all(|it| *it > total) {
            sums.push(SumOfColumns {
                total,
                parts,
                less: Vec::new(),
            });
        }
    }
    sums
}

/// What the words of headings state of a stock or a change: 期末 is 期初 with what came and without
/// what went, 增减额 this year's figure without last year's.
const STATED: &[Stated] = &[
    Stated {
        total: ["期末", "年末"],
        parts: &[["期初", "年初"], ["增加", "新增"]],
        less: &[["减少", "偿还"]],
    },
    Stated {
        total: ["增减额", "增减数"],
        parts: &[["本年", "预算数"]],
        less: &[["上年", "执行数"]],
    },
];

/// Words of headings, of which a column has one.
type Words = [&'static str; 2];

/// What a column is by its heading, and which columns it is made of.
struct Stated {
    total: Words,
    parts: &'static [Words],
    less: &'static [Words],
}

/// The sums that the words of a panel's headings state.
fn changes(panel: &Panel) -> Vec<SumOfColumns> {
    let only = |words: &Words| {
        let says = |it: &usize| {
            words
                .iter()
                .any(|word| key(&panel.columns[*it].name.key).contains(word))
        };
        let mut columns = (0..panel.columns.len()).filter(says);
        columns.next().filter(|_| columns.next().is_none())
    };
    let all = |words: &[Words]| words.iter().map(only).collect::<Option<Vec<usize>>>();
    let stated = STATED.iter().filter_map(|it| {
        let sum = SumOfColumns {
            total: only(&it.total)?,
            parts: all(it.parts)?,
            less: all(it.less)?,
        };
        let used = sum.parts.iter().chain(&sum.less).chain([&sum.total]);
        let different: BTreeSet<usize> = used.copied().collect();
        (different.len() == it.parts.len() + it.less.len() + 1).then_some(sum)
    });
    stated.collect()
}

/// Whether a column counts in the sum of its surroundings: a group's 小计 does, what it sums does not.
fn counts(paths: &[Vec<String>], depth: usize, column: usize, inside: &[usize]) -> bool {
    let path = &paths[column];
    let group = &path[..path.len() - 1];
    let own_sum = |it: &&usize| {
        paths[**it][..paths[**it].len() - 1] == *group
            && is_sum_heading(paths[**it].last().map_or("", String::as_str))
    };
    if group.len() <= depth {
        return true;
    }
    match inside.iter().find(own_sum) {
        Some(sum) => *sum == column,
        // Nested deeper, under a group with a sum further up: that sum stands for it.
        None => !(depth + 1..group.len()).any(|length| {
            inside.iter().any(|it| {
                let other = &paths[*it];
                other.len() == length + 1
                    && other[..length] == path[..length]
                    && is_sum_heading(&other[length])
            })
        }),
    }
}

fn is_sum_heading(heading: &str) -> bool {
    let heading = bare(heading);
    ["合计", "总计", "小计"]
        .iter()
        .any(|it| heading.ends_with(it))
}

/// Headings can mean something else than they seem to: sums read off them are checks only if
/// they hold in nearly all rows of the table.
fn add_if_confirmed(ground: &mut Ground, table: &Table, panel: &Panel, sum: &SumOfColumns) {
    let constraints: Vec<Constraint> = (0..panel.rows.len())
        .filter_map(|row| {
            let term = |column: &usize| panel.fact(row, *column).map(Term::plus);
            let less = |column: &usize| {
                Some(Term {
                    minus: true,
                    ..term(column)?
                })
            };
            let right = sum.parts.iter().map(term).chain(sum.less.iter().map(less));
            Some(Constraint {
                left: vec![term(&sum.total)?],
                relation: Relation::Equal,
                right: right.collect::<Option<_>>()?,
                absent: Vec::new(),
            })
        })
        .collect();
    let budget = ground.budget;
    let is_stated = panel.rows.len() == 1 && plausible(budget, panel, &constraints);
    if is_stated || confirmed(budget, panel, &constraints) {
        constraints.into_iter().for_each(|it| ground.add(it));
    } else if !constraints.is_empty() {
        let column = panel.columns[sum.total].name.text();
        let is_broken = constraints.iter().any(|it| it.judge(budget).is_broken());
        ground.is_unsure_of(&table.name, &column, is_broken);
    }
}
