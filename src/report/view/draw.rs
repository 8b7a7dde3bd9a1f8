//! Redraws the document for the page.
use super::{BlockView, CellView, CheckView, FigureView, FindingPointers, Mark, Piece, merge};
use crate::{
    budget::{FactId, Spot},
    check::Remarked,
    check::{Judged, rate::JudgedRate},
    claim::{RateVerdict, Verdict},
    document::{Block, Grid, Paragraph},
    examination::Examination,
    places::Places,
    recognize::is_heading_line,
    report::{unchecked, wording::quotient},
    words::{Numbering, key, numbering},
};
use std::collections::{BTreeSet, HashMap};

/// The document, block by block.
pub fn blocks(examined: &Examination) -> Vec<BlockView> {
    let mut at: HashMap<(usize, Spot), usize> = HashMap::new();
    for (id, fact) in examined.budget.facts.iter().enumerate() {
        at.insert((fact.source.block, fact.source.spot), id);
    }
    let listed = listed(examined);
    let blocks = examined.document.blocks.iter().enumerate();
    blocks
        .map(|(index, block)| match block {
            Block::Paragraph(paragraph) => {
                let heading = match listed.contains(&index) {
                    true => 0,
                    false => heading(&paragraph.text),
                };
                self::paragraph(examined, index, paragraph, heading)
            }
            Block::Grid(grid) => table(examined, &at, index, grid),
        })
        .collect()
}

/// The blocks of the contents: their lines read like headings and are none.
fn listed(examined: &Examination) -> BTreeSet<usize> {
    let contents = crate::rules::disclosure::contents(&examined.budget);
    let entries = contents.into_iter().flat_map(|it| it.entries);
    entries.map(|it| it.passage.block).collect()
}

fn paragraph(
    examined: &Examination,
    index: usize,
    paragraph: &Paragraph,
    heading: u8,
) -> BlockView {
    let mut spans: Vec<(usize, usize, usize)> = Vec::new();
    for (id, fact) in examined.budget.facts.iter().enumerate() {
        if let (true, Spot::Span { start, end }) = (fact.source.block == index, fact.source.spot) {
            spans.push((start, end, id));
        }
    }
    spans.sort_unstable();
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut push = |range: std::ops::Range<usize>, figure| {
        if let Some(text) = paragraph.text.get(range).filter(|it| !it.is_empty()) {
            pieces.push(Piece {
                text: text.to_owned(),
                figure,
            });
        }
    };
    for (start, end, id) in spans.into_iter().filter(|it| it.0 <= it.1) {
        if start >= from {
            push(from..start, None);
            push(start..end, Some(id));
            from = end;
        }
    }
    push(from..paragraph.text.len(), None);
    BlockView::Paragraph { pieces, heading }
}

/// How deep a heading a line is; 0 for text.
fn heading(text: &str) -> u8 {
    let plain = key(text);
    if !is_heading_line(&plain) {
        return 0;
    }
    match numbering(&plain).0 {
        _ if plain.starts_with('第') => 1,
        Some(Numbering::Chinese) => 2,
        Some(_) => 3,
        None => 0,
    }
}

fn table(
    examined: &Examination,
    at: &HashMap<(usize, Spot), usize>,
    index: usize,
    grid: &Grid,
) -> BlockView {
    let table = examined
        .budget
        .tables
        .iter()
        .position(|it| it.blocks.contains(&index));
    let mut rows: Vec<Vec<CellView>> = vec![Vec::new(); grid.rows];
    for cell in &grid.cells {
        let spot = Spot::Cell {
            row: cell.row,
            column: cell.column,
        };
        if let Some(row) = rows.get_mut(cell.row) {
            row.push(CellView {
                column: cell.column,
                row_span: cell.row_span,
                column_span: cell.column_span,
                text: cell.text.clone(),
                figure: at.get(&(index, spot)).copied(),
            });
        }
    }
    rows.iter_mut()
        .for_each(|it| it.sort_by_key(|it| it.column));
    let (headings, labels) = crate::recognize::frame(index, grid);
    if !grid.spans_known {
        merge::headings(&mut rows, headings, grid.columns);
    }
    BlockView::Table {
        table,
        rows,
        headings,
        labels,
        continued: table
            .is_some_and(|it| examined.budget.tables[it].blocks.first() != Some(&index)),
    }
}

/// Every fact with its mark, its checks and its findings.
pub fn figures(
    examined: &Examination,
    marks: &[Mark],
    pointers: &[FindingPointers],
) -> Vec<FigureView> {
    let places = Places::new(&examined.budget);
    let reasons = unchecked::Reasons::new(examined, &places);
    let mut checks: Vec<Vec<usize>> = vec![Vec::new(); marks.len()];
    for (index, judged) in examined.checked.judged.iter().enumerate() {
        for (_, id) in judged.constraint.terms() {
            if checks[id.0].last() != Some(&index) {
                checks[id.0].push(index);
            }
        }
    }
    let remarks = examined
        .checked
        .remarks
        .iter()
        .filter(|it| it.remark.agrees);
    for (index, it) in remarks.enumerate() {
        for id in &it.remark.figures {
            checks[id.0].push(examined.checked.judged.len() + index);
        }
    }
    let first_rate = examined.checked.judged.len()
        + examined
            .checked
            .remarks
            .iter()
            .filter(|it| it.remark.agrees)
            .count();
    for (index, judged) in examined.checked.rates.iter().enumerate() {
        for id in judged.rate.figures() {
            if checks[id.0].last() != Some(&(first_rate + index)) {
                checks[id.0].push(first_rate + index);
            }
        }
    }
    let mut findings: Vec<Vec<usize>> = vec![Vec::new(); marks.len()];
    for (index, pointer) in pointers.iter().enumerate() {
        for figure in pointer.figures.iter().chain(&pointer.suspects) {
            if findings[*figure].last() != Some(&index) {
                findings[*figure].push(index);
            }
        }
    }
    let facts = examined
        .budget
        .facts
        .iter()
        .enumerate()
        .zip(checks.into_iter().zip(findings));
    facts
        .map(|((id, fact), (checks, findings))| FigureView {
            place: places.place(FactId(id)),
            text: fact.text.clone(),
            mark: marks[id],
            checks,
            findings,
            why_unchecked: (marks[id] == Mark::Unchecked).then(|| reasons.reason(FactId(id))),
            block: fact.source.block,
            spot: fact.source.spot,
            at: fact.source.at.clone(),
        })
        .collect()
}

/// A rule on words that read all of them and has nothing to say.
fn read_through(rule: &str) -> CheckView {
    CheckView {
        rule: rule.to_owned(),
        formula: crate::rules::rule(rule)
            .map_or("", |it| it.title.zh)
            .to_owned(),
        filled: "通读全文，没有发现问题".to_owned(),
        verdict: "exact".to_owned(),
        severity: "notice".to_owned(),
        figures: Vec::new(),
    }
}

/// Every check that was made.
pub fn checks(examined: &Examination) -> Vec<CheckView> {
    let places = Places::new(&examined.budget);
    let mut checks: Vec<CheckView> = examined
        .checked
        .judged
        .iter()
        .map(|it| check(&places, it))
        .collect();
    for Remarked { rule, remark } in examined
        .checked
        .remarks
        .iter()
        .filter(|it| it.remark.agrees)
    {
        checks.push(CheckView {
            rule: rule.id.to_owned(),
            formula: rule.title.zh.to_owned(),
            filled: remark.message.zh.clone(),
            verdict: "exact".to_owned(),
            severity: remark.severity.word().to_owned(),
            figures: remark.figures.iter().map(|it| it.0).collect(),
        });
    }
    checks.extend(
        examined
            .checked
            .read_through
            .iter()
            .map(|it| read_through(it)),
    );
    checks.extend(
        examined
            .checked
            .rates
            .iter()
            .map(|it| rate_check(examined, it)),
    );
    checks
}

fn rate_check(examined: &Examination, judged: &JudgedRate) -> CheckView {
    CheckView {
        rule: judged.rule.id.to_owned(),
        formula: judged.rule.title.zh.to_owned(),
        filled: format!(
            "{} = {}%",
            quotient(&examined.budget, &judged.rate),
            examined.budget.fact(judged.rate.printed).text
        ),
        verdict: match judged.verdict {
            RateVerdict::Exact => "exact",
            RateVerdict::Broken { .. } => "broken",
            _ => "within_rounding",
        }
        .to_owned(),
        severity: "error".to_owned(),
        figures: judged.rate.figures().map(|it| it.0).collect(),
    }
}

fn check(places: &Places, judged: &Judged) -> CheckView {
    let telling = places.telling(&judged.constraint);
    let broken = judged.verdict.is_broken();
    let common = telling.common();
    let colon = if common.is_empty() { "" } else { "：" };
    CheckView {
        rule: judged.rule.id.to_owned(),
        formula: format!("{common}{colon}{}", telling.formula(&judged.constraint)),
        filled: telling.filled(&judged.constraint, broken),
        verdict: match judged.verdict {
            Verdict::Exact => "exact",
            Verdict::WithinRounding { .. } => "within_rounding",
            Verdict::Broken { .. } => "broken",
        }
        .to_owned(),
        severity: judged.severity.word().to_owned(),
        figures: judged.constraint.terms().map(|(_, id)| id.0).collect(),
    }
}
