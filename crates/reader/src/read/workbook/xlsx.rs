//! `.xlsx`: ECMA-376 workbooks.
use super::{Book, formulas, printed::printed, sheet::Sheet, unseen};
use crate::{
    document::{Trace, TraceKind},
    read::{
        Failure,
        package::{Package, damaged},
        raised::raised,
    },
};
use office_oxide::{
    core::theme::{ColorRef, RgbColor, ThemeColorSlot},
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
    let file = XlsxDocument::from_reader(Cursor::new(bytes)).map_err(|_| damaged())?;
    let comments = file.worksheets.iter().map(|it| it.comments.len()).sum();
    let mut sheets: Vec<Sheet> = file.worksheets.iter().map(|it| sheet(&file, it)).collect();
    let parts = unseen::parts(&mut package)?;
    for sheet in &mut sheets {
        let known = file.workbook.sheets.iter().find(|it| it.name == sheet.name);
        if let Some(part) = known.and_then(|it| parts.get(&it.rel_id)) {
            let unseen = unseen::of_part(&mut package, part)?;
            (sheet.hidden_rows, sheet.hidden_columns) = (unseen.rows, unseen.columns);
        }
    }
    let comments = Trace::counted(TraceKind::Comments, comments);
    Ok(Book {
        sheets,
        traces: comments.into_iter().collect(),
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
    let results = formulas::results(worksheet);
    for cell in worksheet.rows.iter().flat_map(|row| &row.cells) {
        let CellRef { row, col } = cell.reference;
        let result = results.get(&(row, col)).map(|it| {
            let value = CellValue::Number(*it);
            Cell::new(cell.reference.clone(), value, cell.style_index)
        });
        let cell = result.as_ref().unwrap_or(cell);
        match (text(file, cell), hidden_number(file, cell)) {
            (_, Some(number)) => sheet.hidden_cells.push(((row, col), number)),
            (text, None) => sheet.put(row, col, &text),
        }
        sheet.bare_formulas += usize::from(formulas::is_bare(cell));
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

/// The number of a cell whose format shows nothing of it, or whose font is white on white.
fn hidden_number(file: &XlsxDocument, cell: &Cell) -> Option<String> {
    let CellValue::Number(number) = &cell.value else {
        return None;
    };
    let style = cell.style_index?;
    let styles = file.styles.as_ref()?;
    let shows_nothing = styles
        .number_format_for(style)
        .is_some_and(|it| shows_nothing(it, *number));
    let is_white = |it: Option<&ColorRef>| {
        matches!(
            it,
            Some(
                ColorRef::Rgb(RgbColor([255, 255, 255]))
                    | ColorRef::Theme {
                        slot: ThemeColorSlot::Lt1,
                        tint: None,
                        shade: None,
                        ..
                    }
            )
        )
    };
    let fill = styles.fill_for(style);
    let is_on_white = fill.is_none_or(|it| match it.pattern_type.as_deref() {
        None | Some("none") => true,
        Some("solid") => is_white(it.solid_color()),
        Some(_) => false,
    });
    let font = styles.font_for(style).and_then(|it| it.color.as_ref());
    let is_hidden = *number != 0.0 && (shows_nothing || is_on_white && is_white(font));
    is_hidden.then(|| printed(*number, &number.to_string()))
}

/// Whether a format has a part for such numbers that is empty: `;;;`.
fn shows_nothing(format: &str, number: f64) -> bool {
    if format.contains(['"', '\\']) {
        return false;
    }
    let parts: Vec<&str> = format.split(';').collect();
    let part = match number < 0.0 {
        true => parts.get(1),
        false => parts.first(),
    };
    let is_empty = |it: &&str| it.rsplit(']').next().is_some_and(|it| it.trim().is_empty());
    parts.len() > 1 && part.is_some_and(is_empty)
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
