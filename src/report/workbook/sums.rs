//! The tables as numbers, and every sum over them as a formula that Excel computes itself, beside what is
//! printed.
use super::{Cell, Dossier, Sheet};
use crate::{
    note::Lang,
    report::{
        checklist::CheckOutcome,
        recomputed::{Addend, Side, Sum, TablePiece},
        telling::place,
    },
    rules,
};
use rust_decimal::RoundingStrategy;
use rust_xlsxwriter::{XlsxError, utility::row_col_to_cell};
use std::collections::BTreeMap;

/// Widths of the columns of sums.
pub const WIDTHS: &[u8] = &[28, 40, 56, 8, 14, 14, 12, 10, 40];
/// Widths of the first columns of figures.
pub const FIGURE_WIDTHS: &[u8] = &[28, 24, 14, 14, 14, 14, 14, 14, 14, 14];
/// Maximum length of a formula; one that is longer is written as the number it comes to.
const FORMULA: usize = 8_000;
/// Maximum number of operands of a function.
const OPERANDS: usize = 250;

/// Where the pieces of all tables stand on their sheet, which is laid out before the formulas.
pub struct Figures {
    /// What the sheet is called.
    pub name: &'static str,
    /// For each document the first row of each of its pieces.
    firsts: Vec<Vec<u32>>,
}

impl Figures {
    /// Lays out the pieces one under the other, each below its title.
    pub fn new(dossiers: &[Dossier], lang: Lang) -> Self {
        let mut next: u32 = 0;
        let mut firsts = Vec::new();
        for dossier in dossiers {
            let mut of_document = Vec::new();
            for piece in &dossier.recomputed.pieces {
                of_document.push(next.saturating_add(1));
                if piece.rows > 0 {
                    let rows = u32::try_from(piece.rows).unwrap_or(u32::MAX);
                    next = next.saturating_add(rows).saturating_add(2);
                }
            }
            firsts.push(of_document);
        }
        Figures {
            name: lang.of("各表数字", "Figures"),
            firsts,
        }
    }

    /// Writes the sheet.
    pub fn write(
        &self,
        sheet: &mut Sheet<'_>,
        dossiers: &[Dossier],
        lang: Lang,
    ) -> Result<(), XlsxError> {
        for (dossier, firsts) in dossiers.iter().zip(&self.firsts) {
            for (piece, first) in dossier.recomputed.pieces.iter().zip(firsts) {
                if piece.cells.is_empty() {
                    continue;
                }
                let title = title(dossier.entry.name(), piece, lang);
                sheet.write(first.saturating_sub(1), 0, Cell::Head(title))?;
                for cell in &piece.cells {
                    let at = position(*first, cell.row, cell.column);
                    let written = match (cell.number, Cell::figure(&cell.text)) {
                        (Some(number), Cell::Number(_, decimals)) => Cell::Number(number, decimals),
                        (Some(number), _) => Cell::Number(number, number.scale()),
                        // A number that is no figure, such as a code, keeps its noughts.
                        (None, _) => Cell::text(&cell.text),
                    };
                    sheet.write(at.0, at.1, written)?;
                }
            }
        }
        Ok(())
    }

    /// What a side of a sum is as a formula, converted to the unit of the sum.
    fn formula(&self, document: usize, side: &Side) -> String {
        let mut groups: BTreeMap<(bool, String), Vec<(u32, u16)>> = BTreeMap::new();
        for addend in &side.addends {
            let at = self.position(document, addend);
            groups
                .entry((addend.minus, conversion(addend)))
                .or_default()
                .push(at);
        }
        let mut formula = String::new();
        for ((minus, conversion), mut cells) in groups {
            cells.sort_unstable();
            for some in cells_in_ranges(&cells, self.name).chunks(OPERANDS) {
                formula += if minus { "-" } else { "+" };
                formula += &format!("SUM({}){conversion}", some.join(","));
            }
        }
        format!("={}", formula.trim_start_matches('+'))
    }

    fn position(&self, document: usize, addend: &Addend) -> (u32, u16) {
        let first = self
            .firsts
            .get(document)
            .and_then(|it| it.get(addend.piece));
        position(first.copied().unwrap_or(0), addend.row, addend.column)
    }
}

fn position(first: u32, row: usize, column: usize) -> (u32, u16) {
    let row = u32::try_from(row).unwrap_or(u32::MAX);
    (
        first.saturating_add(row),
        u16::try_from(column).unwrap_or(u16::MAX),
    )
}

fn title(file: &str, piece: &TablePiece, lang: Lang) -> String {
    let named = match piece.title.as_str() {
        "" => lang.of("正文中的数字", "Figures of the text"),
        title => title,
    };
    let at = piece.at.as_ref().map(|it| place(it, lang));
    let words = [file, named, piece.unit, at.as_deref().unwrap_or_default()];
    let words: Vec<&str> = words.into_iter().filter(|it| !it.is_empty()).collect();
    words.join(" · ")
}

/// What turns a figure into the unit of the sum: `*10000`, `/10000` or nothing.
fn conversion(addend: &Addend) -> String {
    let [own, wanted] = addend.scales;
    match () {
        () if own == wanted => String::new(),
        () if own > wanted => format!("*{}", (own / wanted).normalize()),
        () => format!("/{}", (wanted / own).normalize()),
    }
}

/// References to sorted cells, those below each other as one range.
fn cells_in_ranges(cells: &[(u32, u16)], sheet: &str) -> Vec<String> {
    let mut by_column = cells.to_vec();
    by_column.sort_unstable_by_key(|it| (it.1, it.0));
    let mut ranges: Vec<((u32, u16), u32)> = Vec::new();
    for (row, column) in by_column {
        match ranges.last_mut() {
            Some(((_, same), last)) if *same == column && *last + 1 == row => *last = row,
            _ => ranges.push(((row, column), row)),
        }
    }
    let written = |((row, column), last): ((u32, u16), u32)| {
        let first = row_col_to_cell(row, column);
        match last == row {
            true => format!("'{sheet}'!{first}"),
            false => format!("'{sheet}'!{first}:{}", row_col_to_cell(last, column)),
        }
    };
    ranges.into_iter().map(written).collect()
}

/// Writes the sheet of sums.
pub fn write(
    sheet: &mut Sheet<'_>,
    figures: &Figures,
    dossiers: &[Dossier],
    lang: Lang,
) -> Result<(), XlsxError> {
    let head = [
        ("文件", "File"),
        ("合计的位置", "Place of the total"),
        ("算式", "Formula"),
        ("计量单位", "Unit"),
        ("文件所印", "Printed"),
        ("重新计算", "Recomputed"),
        ("差额", "Difference"),
        ("结果", "Result"),
        ("规则", "Rule"),
    ];
    let mut rows = Vec::new();
    for (document, dossier) in dossiers.iter().enumerate() {
        for sum in &dossier.recomputed.sums {
            let number = u32::try_from(rows.len() + 1).unwrap_or(u32::MAX);
            let mut row = vec![Cell::text(dossier.entry.name())];
            row.extend(cells(figures, document, sum, number, lang));
            rows.push(row);
        }
    }
    sheet.list(&head.map(|(zh, en)| lang.of(zh, en)), rows)
}

/// The cells of a sum behind the name of its file, in this row of the sheet.
fn cells(figures: &Figures, document: usize, sum: &Sum, row: u32, lang: Lang) -> Vec<Cell> {
    let side = |side: &Side| {
        let formula = figures.formula(document, side);
        match formula.len() <= FORMULA {
            true => Cell::Formula(formula, side.value, sum.decimals),
            false => Cell::Number(side.value, sum.decimals),
        }
    };
    let (printed, recomputed) = (row_col_to_cell(row, 4), row_col_to_cell(row, 5));
    // The same digits as printed: without rounding a binary sum may be off in its last ones.
    let difference = format!("=ROUND({printed}-{recomputed},{})", sum.decimals);
    let value = sum.printed.value - sum.parts.value;
    let value = value.round_dp_with_strategy(sum.decimals, RoundingStrategy::MidpointAwayFromZero);
    let outcome = match sum.outcome {
        CheckOutcome::Exact => lang.of("相符", "agrees"),
        CheckOutcome::WithinRounding => lang.of("尾差", "within rounding"),
        CheckOutcome::Broken => lang.of("不符", "disagrees"),
    };
    let rule = rules::rule(sum.rule).map_or(sum.rule, |it| it.title.said(lang));
    vec![
        Cell::text(sum.name.said(lang)),
        Cell::text(&sum.formula),
        Cell::text(sum.unit),
        side(&sum.printed),
        side(&sum.parts),
        Cell::Formula(difference, value, sum.decimals),
        Cell::text(outcome),
        Cell::text(format!("{rule} [{}]", sum.rule)),
    ]
}
