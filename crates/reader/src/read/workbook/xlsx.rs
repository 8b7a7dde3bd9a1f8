//! `.xlsx`: ECMA-376 workbooks.
use super::{Book, printed::printed, sheet::Sheet, unseen};
use crate::{
    document::{Trace, TraceKind},
    read::{
        Failure,
        package::{Package, damaged},
        raised::raised,
    },
};
use office_oxide::{
    ir::VerticalAlign,
    xlsx::{
        Cell, CellRef, CellValue, SheetState, Worksheet, XlsxDocument,
        shared_strings::{RichTextRun, SharedString},
    },
};
use std::io::Cursor;

/// Reads a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Book, Failure> {
    let mut package = Package::open(bytes)?;
    let mut traces = unseen::traces(&mut package)?;
    let file = XlsxDocument::from_reader(Cursor::new(bytes)).map_err(|_| damaged())?;
    let comments = file.worksheets.iter().map(|it| it.comments.len()).sum();
    traces.extend(Trace::counted(TraceKind::Comments, comments));
    Ok(Book {
        sheets: file.worksheets.iter().map(|it| sheet(&file, it)).collect(),
        traces,
        is_cut: !file.unreadable_sheets.is_empty()
            || file.worksheets.iter().any(|it| it.damage.is_some()),
    })
}

fn sheet(file: &XlsxDocument, worksheet: &Worksheet) -> Sheet {
    let mut sheet = Sheet {
        name: worksheet.name.clone(),
        is_hidden: worksheet.state != SheetState::Visible,
        ..Sheet::default()
    };
    for cell in worksheet.rows.iter().flat_map(|row| &row.cells) {
        let CellRef { row, col } = cell.reference;
        sheet.put(row, col, &text(file, cell));
        let is_bare = matches!(cell.value, CellValue::Empty) && cell.formula().is_some();
        sheet.bare_formulas += usize::from(is_bare);
    }
    let areas = worksheet.merged_cells.iter();
    for (first, last) in areas.filter_map(|it| it.split_once(':')) {
        if let (Some(first), Some(last)) = (CellRef::parse(first), CellRef::parse(last)) {
            let rows = last.row.saturating_sub(first.row) + 1;
            let columns = last.col.saturating_sub(first.col) + 1;
            sheet.merged.insert((first.row, first.col), (rows, columns));
        }
    }
    sheet
}

fn text(file: &XlsxDocument, cell: &Cell) -> String {
    match &cell.value {
        CellValue::SharedString(index) => {
            let shared = file.shared_strings.get_shared(*index);
            shared.map(shared_text).unwrap_or_default()
        }
        CellValue::Number(number) => match optional_decimals(file, cell) {
            Some(_) => printed(*number, &number.to_string()),
            None => printed(*number, &file.format_cell_value(cell)),
        },
        _ => file.format_cell_value(cell),
    }
}

/// A text with its raised parts told from the rest.
fn shared_text(shared: &SharedString) -> String {
    let Some(runs) = &shared.rich_text else {
        return shared.text.clone();
    };
    let run = |it: &RichTextRun| match it.vert_align {
        Some(VerticalAlign::Superscript) => raised(&it.text),
        _ => it.text.clone(),
    };
    runs.iter().map(run).collect()
}

/// `0.##` shows decimals where there are any.
fn optional_decimals<'a>(file: &'a XlsxDocument, cell: &Cell) -> Option<&'a str> {
    let format = file.styles.as_ref()?.number_format_for(cell.style_index?)?;
    format.contains(".#").then_some(format)
}
