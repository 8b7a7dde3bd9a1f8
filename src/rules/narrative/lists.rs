//! What sentences deny, list and classify, against the tables.
use crate::{
    budget::{
        Budget, FactId, Panel, Table,
        statement::{Denial, ItemList, Statement},
    },
    claim::{Remark, Severity},
    forms::narrative::{Section, Thing, section_named},
    note::Message,
    words::{bare, same_name},
};
use std::collections::BTreeSet;

fn remark(severity: Severity, block: usize, message: Message, figures: Vec<FactId>) -> Remark {
    Remark {
        severity,
        agrees: false,
        message,
        figures,
        at: None,
        block: Some(block),
        expected: None,
        printed: None,
        doubts: Vec::new(),
    }
}

/// “没有”, “未安排”, “空表” where the table has figures.
pub fn denials(budget: &Budget) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for denial in &budget.denials {
        let filled = denial.cell.filter(|it| !budget.fact(*it).amount.is_nil());
        let table = denial
            .table
            .as_ref()
            .and_then(|it| budget.table_named(it))
            .filter(|it| !it.is_empty(budget));
        let (what, figures) = match (filled, table) {
            (Some(cell), _) => (
                format!("{}为 {}", budget.fact(cell).name, budget.fact(cell).text),
                vec![cell],
            ),
            (None, Some(table)) => (format!("{}有数", table.name), table_total(budget, table)),
            (None, None) => {
                if first_of_its_kind(budget, denial) {
                    remarks.push(told_truly(denial));
                }
                continue;
            }
        };
        let message = Message::new(
            format!("文字说“{}”，而{what}。", denial.text),
            format!(
                "The text says “{}”, yet there are figures: {what}.",
                denial.text
            ),
        );
        remarks.push(remark(Severity::Error, denial.block, message, figures));
    }
    remarks
}

/// What the note of a table and the text both deny is one statement.
fn first_of_its_kind(budget: &Budget, denial: &Denial) -> bool {
    let same = |it: &&Denial| (&it.table, it.cell) == (&denial.table, denial.cell);
    let first = budget.denials.iter().find(same);
    first.is_some_and(|it| std::ptr::eq(it, denial))
}

fn told_truly(denial: &Denial) -> Remark {
    let message = Message::new(
        format!("“{}”与表格相符。", denial.text),
        format!("“{}” is as the table has it.", denial.text),
    );
    Remark {
        agrees: true,
        ..remark(Severity::Error, denial.block, message, Vec::new())
    }
}

fn table_total(budget: &Budget, table: &Table) -> Vec<FactId> {
    let panel = table.panels.first();
    let total = panel.and_then(|it| it.fact(it.total()?, 0));
    total
        .filter(|it| budget.fact(*it).is_printed())
        .into_iter()
        .collect()
}

/// Tables that are empty without a word about it, in a document that has a narrative.
pub fn unexplained(budget: &Budget) -> Vec<Remark> {
    if budget.statements.is_empty() {
        return Vec::new();
    }
    let silent = |it: &&Table| {
        let denied = budget.denials.iter().any(|denial| {
            let cell = denial.cell.map(|id| budget.fact(id).name.table == it.name);
            denial.table.as_ref() == Some(&it.name) || cell == Some(true)
        });
        let told = budget
            .statements
            .iter()
            .filter_map(|it| it.cell)
            .any(|id| budget.fact(id).name.table == it.name);
        it.form.is_some() && it.is_empty(budget) && it.empty_note.is_none() && !denied && !told
    };
    let tables = budget.tables.iter().filter(silent);
    tables
        .map(|it| {
            let message = Message::new(
                format!("{}是空表，没有说明。", it.name),
                format!("{} is empty, and nothing explains it.", it.name),
            );
            remark(
                Severity::Warning,
                it.blocks.first().copied().unwrap_or(0),
                message,
                Vec::new(),
            )
        })
        .collect()
}

/// Words of which the note under an empty table names that of its own table.
const OWN_WORDS: &[&str] = &["政府性基金", "国有资本经营", "委托业务费", "三公", "结转"];

/// A note under an empty table that speaks of another table's money.
pub fn of_another(budget: &Budget) -> Vec<Remark> {
    let told = budget.tables.iter().filter_map(|it| {
        let note = it.empty_note.as_ref()?;
        let own = OWN_WORDS
            .iter()
            .find(|word| it.name.title.contains(**word))?;
        let other = OWN_WORDS.iter().find(|word| note.contains(**word))?;
        let message = Message::new(
            format!("{}下面的说明讲的是“{other}”：{note}", it.name),
            format!("The note under {} speaks of “{other}”: {note}", it.name),
        );
        let block = it.blocks.first().copied().unwrap_or(0);
        let wrong = !note.contains(own);
        wrong.then(|| remark(Severity::Warning, block, message, Vec::new()))
    });
    told.collect()
}

/// “主要包括”: the items of 人员经费 and 公用经费 that have figures.
pub fn listed(budget: &Budget) -> Vec<Remark> {
    budget
        .lists
        .iter()
        .filter_map(|it| list_remark(budget, it))
        .collect()
}

fn list_remark(budget: &Budget, list: &ItemList) -> Option<Remark> {
    let statement = &budget.statements[list.statement];
    let is_basic = statement.section == Some(Section::BASIC_EXPENDITURE);
    let is_half = |it: &Thing| matches!(*it, Thing::PERSONNEL | Thing::OPERATION);
    let half = statement.known.filter(|it| is_basic && is_half(it))?;
    let names = items_with_figures(budget, half)?;
    // 奖金 is no shortened 奖励金 where both are there: what is the same goes together first.
    let apart = |one: &[String], other: &[String]| -> Vec<String> {
        let same = |it: &&String| other.iter().any(|other| bare(it) == bare(other));
        one.iter().filter(|it| !same(it)).cloned().collect()
    };
    let listed = apart(&list.items, &names);
    let named = apart(&names, &list.items);
    let without = |one: &[String], other: &[String]| -> Vec<String> {
        let like = |it: &&String| other.iter().any(|other| same_name(it, other));
        one.iter().filter(|it| !like(it)).cloned().collect()
    };
    let mut too_many = without(&listed, &named);
    too_many.retain(|it| !it.starts_with('等'));
    let too_few = without(&named, &listed);
    if too_many.is_empty() && too_few.is_empty() {
        let message = Message::new(
            format!("“{half}”列举的 {} 项与表格一致。", list.items.len()),
            format!(
                "The {} items listed of “{half}” are those of the table.",
                list.items.len()
            ),
        );
        let remark = remark(Severity::Warning, list.block, message, Vec::new());
        return Some(Remark {
            agrees: true,
            ..remark
        });
    }
    let joined = |names: &[String]| names.join("、");
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    if !too_many.is_empty() {
        zh.push(format!("列有“{}”而表中没有数", joined(&too_many)));
        en.push(format!(
            "“{}” is listed without a figure",
            joined(&too_many)
        ));
    }
    if !too_few.is_empty() {
        zh.push(format!("表中有数而漏列“{}”", joined(&too_few)));
        en.push(format!(
            "“{}” has a figure and is not listed",
            joined(&too_few)
        ));
    }
    let message = Message::new(
        format!("“{half}”的列举：{}。", zh.join("；")),
        format!("Items of “{half}”: {}.", en.join("; ")),
    );
    Some(remark(Severity::Warning, list.block, message, Vec::new()))
}

/// Names of the items of 一般公共预算基本支出表 that have a figure: in the column of this name, or in the
/// half that it is the total of, or of the classes that it is made of.
fn items_with_figures(budget: &Budget, of_basic: Thing) -> Option<Vec<String>> {
    let panels = &budget.table("一般公共预算基本支出表")?.panels;
    let sum = format!("{of_basic}合计");
    let half = |it: &&Panel| it.rows.iter().any(|row| row.name.is(&sum));
    let place = panels.first()?.column(of_basic.name());
    let first = match place {
        Some(_) => 0,
        None => panels.iter().position(|it| half(&it)).unwrap_or(0),
    };
    let own_half = place.is_some() || half(&panels.get(first)?);
    // In three blocks side by side the last goes on with what the one before holds.
    let goes_on =
        |it: &&Panel| half(it) || !it.rows.iter().any(|row| row.name.key.ends_with("经费合计"));
    let behind = panels[first + 1..].iter().take_while(goes_on);
    let has = |panel: &Panel, it: &usize| {
        let code = panel.rows[*it].code.as_deref().unwrap_or_default();
        let figure = panel.fact(*it, place.unwrap_or(0));
        code.len() == 5
            && (own_half || is_of(code, of_basic))
            && figure.is_some_and(|it| !budget.fact(it).amount.is_nil())
    };
    let of = |panel: &Panel| -> Vec<String> {
        let rows = (0..panel.rows.len()).filter(|it| has(panel, it));
        rows.map(|it| panel.rows[it].label.clone()).collect()
    };
    let own = std::iter::once(panels.get(first)?);
    let names: Vec<String> = own
        .chain(behind.filter(|_| place.is_none()))
        .flat_map(of)
        .collect();
    (!names.is_empty()).then_some(names)
}

/// Whether an economic item is personnel money (301 and 303), or else operating money.
fn is_of(code: &str, of_basic: Thing) -> bool {
    (code.starts_with("301") || code.starts_with("303")) == (of_basic == Thing::PERSONNEL)
}

/// Whether any table has a row of these names, one below the other: a list of all that the treasury
/// pays has items of the funds, too.
fn stands_in_any(budget: &Budget, path: &[String]) -> bool {
    let panels = || budget.tables.iter().flat_map(|it| &it.panels);
    let named = |panel: &Panel, code: &str, name: &str| {
        let mut rows = panel.rows.iter();
        rows.any(|it| it.code.as_deref() == Some(code) && same_name(&it.label, name))
    };
    let leads_to = |panel: &Panel, code: &str| {
        let levels = path.iter().enumerate();
        let mut above = levels.map(|(level, name)| (code.get(..3 + 2 * level), name));
        above.all(|(code, name)| code.is_some_and(|code| named(panel, code, name)))
    };
    let length = 1 + 2 * path.len();
    panels().any(|panel| {
        let codes = panel.rows.iter().filter_map(|it| it.code.as_deref());
        let mut codes = codes.filter(|it| it.len() == length);
        codes.any(|code| leads_to(panel, code))
    })
}

/// 类、款、项 of sentences that are not in the section's table.
pub fn classification(budget: &Budget) -> Vec<Remark> {
    let table = |it: &Statement| {
        section_named(it.section?)?
            .rows
            .and_then(|rows| budget.table(rows.0))
    };
    let lost = |it: &&Statement| {
        let listed = table(it).is_some_and(|table| {
            let length = 1 + 2 * it.path.len();
            table
                .panels
                .iter()
                .flat_map(|it| &it.rows)
                .any(|row| row.code.as_ref().is_some_and(|it| it.len() == length))
        });
        !it.path.is_empty() && it.cell.is_none() && listed && !stands_in_any(budget, &it.path)
    };
    let found = |it: &&Statement| !it.path.is_empty() && it.cell.is_some();
    let right = budget.statements.iter().filter(found).map(|it| {
        let message = Message::new(
            format!("“{}”是表中的科目。", it.subject),
            format!("The table has “{}”.", it.subject),
        );
        Remark {
            agrees: true,
            ..remark(Severity::Warning, it.block, message, Vec::new())
        }
    });
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let statements = budget.statements.iter().filter(lost);
    let once = statements.filter(|it| told.insert(&it.subject));
    let wrong = once.map(|it| {
        let message = Message::new(
            format!("“{}”在表中没有这样的科目。", it.subject),
            format!("The table has no such heading as “{}”.", it.subject),
        );
        remark(
            Severity::Warning,
            it.block,
            message,
            it.amount.into_iter().collect(),
        )
    });
    wrong.chain(right).collect()
}
