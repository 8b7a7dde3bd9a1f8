//! Heads of pages that are printed between two rows of a table: the title of the document again, or
//! of the table and its unit.
use super::lines::Line;
use crate::money::{Printed, read_figure};

/// Maximum number of lines in the head of a page.
const MOST_LINES: usize = 5;

/// Blanks the lines that only head a page inside a table whose rows this sign parts into cells.
pub(super) fn drop_heads(lines: &mut [Line<'_>], sign: char) {
    let title = lines.iter().find(|line| !line.is_blank());
    let mut table = Table {
        title: title.map_or("", |line| line.text.trim()),
        ..Table::default()
    };
    let mut between: Vec<usize> = Vec::new();
    for index in 0..lines.len() {
        let text = lines[index].text;
        if !text.contains(sign) {
            between.extend((!lines[index].is_blank()).then_some(index));
            continue;
        }
        let heads: Vec<&str> = between.iter().map(|it| lines[*it].text.trim()).collect();
        if table.goes_on(&heads, text, sign) {
            between.iter().for_each(|it| lines[*it].text = "");
        } else if !heads.is_empty() {
            table.above = heads[heads.len().saturating_sub(MOST_LINES)..].to_vec();
            table.first_row = text;
        }
        table.cells = text.matches(sign).count();
        between.clear();
    }
}

/// What is known of the table at hand.
#[derive(Default)]
struct Table<'a> {
    /// The first line of the document.
    title: &'a str,
    /// The lines above it.
    above: Vec<&'a str>,
    first_row: &'a str,
    /// Signs in its last row.
    cells: usize,
}

impl Table<'_> {
    /// Whether these lines only head a page, and the row behind them is one of this table.
    fn goes_on(&self, heads: &[&str], row: &str, sign: char) -> bool {
        let is_head = |head: &&str| *head == self.title || self.above.contains(head);
        (1..=MOST_LINES).contains(&heads.len())
            && heads.iter().all(is_head)
            && row.matches(sign).count() == self.cells
            && (row == self.first_row || row.split(sign).any(is_figure))
    }
}

/// Whether a cell holds a figure that is no year, as headings have it.
fn is_figure(cell: &str) -> bool {
    let cell = cell.trim();
    let is_year = cell.len() == 4 && cell.starts_with("20");
    !is_year && matches!(read_figure(cell), Printed::Figure(_))
}
