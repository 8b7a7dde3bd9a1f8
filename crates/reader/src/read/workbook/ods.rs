//! `.ods`: OpenDocument workbooks. They hold every cell as it is printed beside its value.
use super::{Book, sheet::Sheet};
use crate::{
    document::{Trace, TraceKind},
    read::{
        Failure,
        package::{Package, damaged},
        xml::{self, Element, Node},
    },
};
use std::collections::BTreeSet;

/// Rows and columns that a sheet has at most.
const MOST: u32 = 1 << 20;

/// Reads a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Book, Failure> {
    let mut package = Package::open(bytes)?;
    let Some(content) = package.part("content.xml")? else {
        return Err(damaged());
    };
    let tree = xml::parse(&content)?;
    let hidden = hidden_styles(&tree.root);
    let mut reading = Reading::default();
    let mut sheets = Vec::new();
    let tables = tree.root.at(&["body", "spreadsheet"]).into_iter();
    for table in tables
        .flat_map(Element::elements)
        .filter(|it| it.name == "table")
    {
        let style = table.attribute("style-name").unwrap_or_default();
        reading.sheet = Sheet {
            name: table.attribute("name").unwrap_or_default().to_owned(),
            is_hidden: hidden.contains(style),
            ..Sheet::default()
        };
        reading.row = 0;
        reading.next_column = 0;
        reading.rows(table);
        sheets.push(std::mem::take(&mut reading.sheet));
    }
    Ok(Book {
        sheets,
        traces: Trace::counted(TraceKind::Comments, reading.comments)
            .into_iter()
            .collect(),
        is_cut: package.is_cut || tree.is_cut,
    })
}

/// The styles of tables that are not displayed.
fn hidden_styles(content: &Element) -> BTreeSet<&str> {
    let styles = content.child("automatic-styles").into_iter();
    let is_hidden = |it: &&Element| {
        let settings = it.child("table-properties");
        settings.and_then(|it| it.attribute("display")) == Some("false")
    };
    let hidden = styles.flat_map(Element::elements).filter(is_hidden);
    hidden.filter_map(|it| it.attribute("name")).collect()
}

/// The sheet at hand, and what was seen besides it.
#[derive(Debug, Default)]
struct Reading {
    sheet: Sheet,
    row: u32,
    comments: usize,
    /// The column that the next description of columns begins with.
    next_column: u32,
}

impl Reading {
    fn rows(&mut self, parent: &Element) {
        for element in parent.elements() {
            match element.name.as_str() {
                "table-row" => self.row(element),
                "table-column" => self.column(element),
                "table-column-group" | "table-header-columns" | "table-columns" => {
                    self.rows(element);
                }
                "table-row-group" | "table-header-rows" | "table-rows" => self.rows(element),
                _ => {}
            }
        }
    }

    fn column(&mut self, element: &Element) {
        let first = self.next_column;
        let repeated = count(element, "number-columns-repeated");
        self.next_column = (first + repeated).min(MOST);
        if is_hidden(element) && self.next_column > first {
            self.sheet.hidden_columns.push(first..=self.next_column - 1);
        }
    }

    fn row(&mut self, element: &Element) {
        let mut column = 0;
        for cell in element.elements() {
            let is_cell = matches!(cell.name.as_str(), "table-cell" | "covered-table-cell");
            if is_cell && column < MOST {
                column += self.cell(cell, column);
            }
        }
        if is_hidden(element) {
            self.sheet.hidden_rows.insert(self.row);
        }
        self.row = (self.row + count(element, "number-rows-repeated")).min(MOST);
    }

    /// Reads a cell; says how many columns it takes.
    fn cell(&mut self, element: &Element, column: u32) -> u32 {
        let repeated = count(element, "number-columns-repeated");
        let mut lines = Vec::new();
        for part in element.elements() {
            match part.name.as_str() {
                "p" => lines.push(line(part)),
                "annotation" => self.comments += 1,
                _ => {}
            }
        }
        let text = lines.join("\n");
        if text.trim().is_empty() || element.name == "covered-table-cell" {
            return repeated;
        }
        // Rows that are repeated hold the same; as no table repeats its figures, one is enough.
        for column in column..column + repeated.min(MOST_REPEATED) {
            self.sheet.put(self.row, column, &text);
        }
        let rows = count(element, "number-rows-spanned");
        let columns = count(element, "number-columns-spanned");
        self.sheet
            .merged
            .insert((self.row, column), (rows, columns));
        repeated
    }
}

/// Whether a row or a column is not seen, be it by hand or by a filter.
fn is_hidden(element: &Element) -> bool {
    let visibility = element.attribute("visibility");
    visibility.is_some_and(|it| it != "visible")
}

/// Maximum number of times that a repeated text of a row is read.
const MOST_REPEATED: u32 = 64;

/// An attribute that counts; 1 where it is absent.
fn count(element: &Element, name: &str) -> u32 {
    let value = element
        .attribute(name)
        .and_then(|it| it.parse::<u32>().ok());
    value.map_or(1, |it| it.clamp(1, MOST))
}

/// The text of a paragraph.
fn line(paragraph: &Element) -> String {
    let mut text = String::new();
    for node in &paragraph.nodes {
        match node {
            Node::Text(part) => text.push_str(part),
            Node::Element(part) => match part.name.as_str() {
                "s" => text.extend(std::iter::repeat_n(
                    ' ',
                    count(part, "c").min(MOST_REPEATED) as usize,
                )),
                "tab" => text.push('\t'),
                "line-break" => text.push('\n'),
                "annotation" => {}
                _ => text.push_str(&line(part)),
            },
        }
    }
    text
}
