//! Amounts of sentences against cells of tables, by what both are called: any table, of a known form
//! or not.
use super::telling::{Reader, sum};
use crate::{
    budget::{Budget, Column, FactId, Panel, RowKind, Table},
    claim::{Claim, Term, Tie},
    document::Paragraph,
    language::{
        lexicon::{Plan, fund},
        line::{Line, Measure},
        phrase::{is_unnamed, subject},
        token::{Sense, Token, tokens},
        told::{Extent, FigureId, Role, ToldFigure, Version},
    },
    money::Unit,
    words::key,
};

/// A cell, by what it is called.
#[derive(Debug)]
struct Named {
    fact: FactId,
    subject: String,
    fund: Option<&'static str>,
    version: Option<Version>,
    /// What it counts, if that is no money.
    counts: Option<&'static str>,
}

/// Amounts of sentences against cells of the same name.
pub fn amounts(budget: &Budget) -> Vec<Claim> {
    let reader = Reader::new(budget);
    let cells: Vec<Named> = budget
        .tables
        .iter()
        .flat_map(|it| of_table(budget, it))
        .collect();
    let told = reader
        .telling
        .figures()
        .filter(|(_, it)| may_repeat(&reader, it));
    told.filter_map(|(id, it)| against(&reader, id, it, &cells))
        .collect()
}

/// Whether an amount may be that of a cell: this year's, of a thing that is named.
fn may_repeat(reader: &Reader, it: &ToldFigure) -> bool {
    let total = |it: &str| matches!(it, "合计" | "其余") || is_unnamed(it);
    it.role == Role::Amount
        && it.year == reader.year
        && it.extent == Extent::Whole
        && it.subject.as_deref().is_some_and(|it| !total(it))
}

fn against(reader: &Reader, id: FigureId, it: &ToldFigure, cells: &[Named]) -> Option<Claim> {
    let fitting = cells.iter().filter(|cell| fits(reader, it, cell));
    let readings: Vec<Tie> = fitting
        .map(|cell| sum(reader.fact(id), vec![Term::plus(cell.fact)]))
        .collect();
    let claim = Claim {
        certainty: reader.usual(id, CELLS),
        readings,
        doubt: None,
    };
    (!claim.readings.is_empty()).then(|| reader.claim(&[id], claim))
}

/// Cells of the name of an amount are so many times likelier to be it than any other figure.
const CELLS: i64 = 5;

fn fits(reader: &Reader, it: &ToldFigure, cell: &Named) -> bool {
    let measured = match (it.measure(), cell.counts) {
        (Measure::Money(_), None) => true,
        (Measure::Count(noun), Some(counts)) => noun == counts,
        _ => false,
    };
    let named = it.subject.as_deref().and_then(fund);
    let funded = it.fund.as_deref().or(named) == cell.fund;
    let version = reader.fit(it.version, cell.version) > 0;
    measured && funded && version && it.subject.as_deref() == Some(cell.subject.as_str())
}

fn of_table(budget: &Budget, table: &Table) -> Vec<Named> {
    let title = if table.title.is_empty() {
        &table.name.title
    } else {
        &table.title
    };
    let names = tokens_of(title);
    let whole = names.iter().rev().find_map(name);
    let both = key(title).contains("收支");
    let whole = whole.filter(|_| !both);
    let fund = names.iter().find_map(|it| fund(name(it)?));
    let panels = table.panels.iter();
    panels
        .flat_map(|it| of_panel(budget, it, whole, fund))
        .collect()
}

fn tokens_of(text: &str) -> Vec<Token> {
    let paragraph = Paragraph {
        text: text.to_owned(),
        pieces: Vec::new(),
    };
    tokens(&Line::new(&paragraph), "")
}

fn name(token: &Token) -> Option<&'static str> {
    match token.sense {
        Sense::Name(name) => Some(name.key),
        _ => None,
    }
}

fn of_panel(
    budget: &Budget,
    panel: &Panel,
    whole: Option<&'static str>,
    fund: Option<&'static str>,
) -> Vec<Named> {
    let mut cells = Vec::new();
    for (row, it) in panel.rows.iter().enumerate() {
        let sums = matches!(it.kind, RowKind::Total | RowKind::Subtotal);
        let label = tokens_of(without_noun(&it.label));
        let own = subject(&label).filter(|it| !is_sum(it));
        for (at, column) in panel.columns.iter().enumerate() {
            let Some(fact) = panel.fact(row, at) else {
                continue;
            };
            let Some(meaning) = meaning(column) else {
                continue;
            };
            let subject = match (&own, &meaning.of) {
                (Some(own), None) => Some(own.clone()),
                (None, None) if sums => whole.map(str::to_owned),
                (None, Some(of)) if sums => Some(of.clone()),
                _ => None,
            };
            let money = !matches!(budget.fact(fact).unit, Unit::Percent | Unit::Piece);
            let counts = if meaning.counts {
                noun(&it.label)
            } else {
                None
            };
            if let Some(subject) = subject.filter(|_| money != meaning.counts) {
                cells.push(Named {
                    fact,
                    subject,
                    fund,
                    version: meaning.version,
                    counts,
                });
            }
        }
    }
    cells
}

fn is_sum(name: &str) -> bool {
    matches!(name, "合计" | "总计" | "小计")
}

/// The noun that a row is counted with: 车辆（辆）.
fn noun(label: &str) -> Option<&'static str> {
    let plain = key(label);
    let inside = plain.rsplit_once('(')?.1.trim_end_matches(')');
    ["平方米", "辆", "台", "个", "套"]
        .into_iter()
        .find(|it| inside.starts_with(it))
}

/// A label without the noun that it is counted with.
fn without_noun(label: &str) -> &str {
    let bracket = label.rfind(['(', '（']).filter(|_| noun(label).is_some());
    bracket.map_or(label, |at| &label[..at])
}

/// What a column holds: the amount itself, or that of one of its parts.
struct Meaning {
    of: Option<String>,
    version: Option<Version>,
    counts: bool,
}

/// What a column holds; nothing for another year's, shares and changes.
fn meaning(column: &Column) -> Option<Meaning> {
    let heading = key(column.headings.last().map_or(&column.name.key, |it| it));
    let amount = |version| {
        Some(Meaning {
            of: None,
            version,
            counts: false,
        })
    };
    match heading.as_str() {
        "合计" | "金额" | "总计" | "小计" | "价值" | "价值(万元)" => amount(None),
        "预算数" => amount(Some(Version::Plan(Plan::Any))),
        "决算数" => amount(Some(Version::Outcome)),
        "数量" => Some(Meaning {
            of: None,
            version: None,
            counts: true,
        }),
        _ => {
            let names = tokens_of(&heading);
            let plain = names.iter().all(|it| matches!(it.sense, Sense::Name(_)));
            let of = subject(&names).filter(|_| plain)?;
            Some(Meaning {
                of: Some(of),
                version: None,
                counts: false,
            })
        }
    }
}
