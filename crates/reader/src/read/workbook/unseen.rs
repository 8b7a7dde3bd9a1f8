//! Rows and columns of a workbook (ECMA-376) that are hidden and hold something.
use crate::{
    document::{Trace, TraceKind},
    read::{Failure, package::Package},
};
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use std::{collections::BTreeSet, ops::RangeInclusive};

/// Where sheets are.
const SHEETS: &str = "xl/worksheets/";

/// What is hidden on all sheets together.
pub(super) fn traces(package: &mut Package<'_>) -> Result<Vec<Trace>, Failure> {
    let names: Vec<String> = package.names().to_vec();
    let is_sheet = |name: &&String| name.starts_with(SHEETS) && name.ends_with(".xml");
    let (mut rows, mut columns) = (0, 0);
    for name in names.iter().filter(is_sheet) {
        let bytes = package.part(name)?.unwrap_or_default();
        let hidden = Hidden::of(&String::from_utf8_lossy(&bytes));
        rows += hidden.rows;
        columns += hidden.filled_columns.len();
    }
    let found = [
        (TraceKind::HiddenRows, rows),
        (TraceKind::HiddenColumns, columns),
    ];
    let counted = |(kind, count)| Trace::counted(kind, count);
    Ok(found.into_iter().filter_map(counted).collect())
}

/// What is hidden on a sheet.
#[derive(Debug, Default)]
struct Hidden {
    columns: Vec<RangeInclusive<u32>>,
    filled_columns: BTreeSet<u32>,
    rows: usize,
    is_row_hidden: bool,
    is_row_counted: bool,
    /// The column of the cell at hand, from 1.
    column: u32,
}

impl Hidden {
    fn of(sheet: &str) -> Self {
        let mut hidden = Hidden::default();
        let mut reader = Reader::from_str(sheet);
        loop {
            match reader.read_event() {
                Ok(Event::Start(element) | Event::Empty(element)) => hidden.look_at(&element),
                Ok(Event::Eof) | Err(_) => return hidden,
                Ok(_) => {}
            }
        }
    }

    fn look_at(&mut self, element: &BytesStart<'_>) {
        let is_hidden = || matches!(attribute(element, "hidden").as_deref(), Some("1" | "true"));
        let number = |name| attribute(element, name)?.parse::<u32>().ok();
        match element.local_name().as_ref() {
            "col" if is_hidden() => {
                if let (Some(first), Some(last)) = (number("min"), number("max")) {
                    self.columns.push(first..=last);
                }
            }
            "row" => {
                self.is_row_hidden = is_hidden();
                self.is_row_counted = false;
            }
            "c" => self.column = attribute(element, "r").map_or(0, |it| column(&it)),
            "v" | "is" => self.count(),
            _ => {}
        }
    }

    /// A cell that holds something.
    fn count(&mut self) {
        if self.is_row_hidden && !std::mem::replace(&mut self.is_row_counted, true) {
            self.rows += 1;
        }
        if self.columns.iter().any(|it| it.contains(&self.column)) {
            self.filled_columns.insert(self.column);
        }
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).ok()??;
    Some(found.value.as_ref().to_owned())
}

/// The number of the column of `B12`, from 1.
fn column(cell: &str) -> u32 {
    let letters = cell.bytes().take_while(u8::is_ascii_alphabetic).take(3);
    letters.fold(0, |number, letter| {
        number * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
    })
}
