//! Sums that reach over hidden rows or columns of a workbook: what is seen does not add up, and with
//! what is not seen it does. Then that is what is said, and no figure is blamed.
use super::{Checked, Remarked};
use crate::{
    budget::{Budget, FactId},
    claim::{Constraint, Relation, Remark, Severity, Verdict},
    document::{HiddenCell, Where},
    money::{Printed, read_figure},
    note::Message,
};
use rust_decimal::Decimal;

/// Most hidden cells of a row or a column that are tried as parts of a sum.
const MAX_CELLS: usize = 200;

/// A cell of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Spot<'a> {
    file: Option<&'a str>,
    sheet: &'a str,
    column: &'a str,
    row: &'a str,
}

/// Takes back what is broken because of what is not seen, and says so instead.
pub fn explain(budget: &Budget, checked: &mut Checked) {
    if budget.hidden_cells.is_empty() {
        return;
    }
    let judged = std::mem::take(&mut checked.judged);
    for judged in judged {
        match explanation(budget, &judged.constraint, &judged.verdict) {
            Some(remark) => checked.remarks.push(Remarked {
                rule: judged.rule,
                remark,
            }),
            None => checked.judged.push(judged),
        }
    }
}

fn explanation(budget: &Budget, constraint: &Constraint, verdict: &Verdict) -> Option<Remark> {
    let Verdict::Broken { off_by, allowed } = verdict else {
        return None;
    };
    let [total] = constraint.left.as_slice() else {
        return None;
    };
    let facts: Vec<FactId> = constraint.terms().map(|it| it.1).collect();
    let spots: Option<Vec<Spot>> = facts.iter().map(|it| spot_of(budget, *it)).collect();
    let spots = spots?;
    let first = spots.first()?;
    let in_column = spots.iter().all(|it| it.column == first.column);
    let is_beside = |it: &Spot| {
        (it.file, it.sheet) == (first.file, first.sheet)
            && (in_column && it.column == first.column || !in_column && it.row == first.row)
    };
    let in_row = spots.iter().all(|it| it.row == first.row);
    if constraint.relation != Relation::Equal || !(in_column || in_row) {
        return None;
    }
    let scale = budget.fact(total.fact).unit.scale();
    let hidden: Vec<(Spot, Decimal)> = budget
        .hidden_cells
        .iter()
        .filter_map(|it| Some((spot(&it.at)?, value(it)? * scale)))
        .filter(|it| is_beside(&it.0))
        .take(MAX_CELLS)
        .collect();
    let missing = missing(&hidden, *off_by, *allowed)?;
    let name = &budget.fact(total.fact).name;
    let (row, column) = (name.row.words(), &name.column);
    let (zh, en) = told_places(missing, in_column);
    Some(Remark {
        severity: Severity::Notice,
        agrees: false,
        message: Message::new(
            format!("“{column}”列的{row}包含了{zh}，看得见的各项加起来不等于它。"),
            format!(
                "{row} (column “{column}”) includes {en}: what can be seen does not add up to it."
            ),
        ),
        figures: facts,
        at: None,
        block: None,
        expected: None,
        printed: None,
        doubts: Vec::new(),
    })
}

/// Neighbouring hidden cells that sum to what is missing, as few as will do.
fn missing<'a>(
    hidden: &'a [(Spot<'a>, Decimal)],
    off_by: Decimal,
    allowed: Decimal,
) -> Option<&'a [(Spot<'a>, Decimal)]> {
    (1..=hidden.len()).find_map(|count| {
        hidden.windows(count).find(|it| {
            let sum: Decimal = it.iter().map(|it| it.1).sum();
            (off_by - sum).abs() <= allowed
        })
    })
}

/// The hidden rows or columns, in Chinese and in English.
fn told_places(cells: &[(Spot, Decimal)], are_rows: bool) -> (String, String) {
    let names = cells
        .iter()
        .map(|it| if are_rows { it.0.row } else { it.0.column });
    let names: Vec<&str> = names.collect();
    match are_rows {
        true => (
            format!("隐藏的第 {} 行", names.join("、")),
            format!("hidden row {}", names.join(", ")),
        ),
        false => (
            format!("隐藏的 {} 列", names.join("、")),
            format!("hidden column {}", names.join(", ")),
        ),
    }
}

fn value(cell: &HiddenCell) -> Option<Decimal> {
    match read_figure(&cell.text) {
        Printed::Figure(figure) => Some(figure),
        Printed::Blank | Printed::Unreadable => None,
    }
}

fn spot_of(budget: &Budget, fact: FactId) -> Option<Spot<'_>> {
    spot(budget.fact(fact).source.at.as_ref()?)
}

fn spot(at: &Where) -> Option<Spot<'_>> {
    match at {
        Where::File { file, place } => Some(Spot {
            file: Some(file),
            ..spot(place)?
        }),
        Where::Sheet { sheet, cell } => {
            let digits = cell.find(|it: char| it.is_ascii_digit())?;
            let (column, row) = cell.split_at(digits);
            Some(Spot {
                file: None,
                sheet,
                column,
                row,
            })
        }
        _ => None,
    }
}
