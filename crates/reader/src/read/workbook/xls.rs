//! `.xls` and `.et`: workbooks of Excel 97 and WPS ([MS-XLS]).
use super::{Book, printed::printed, sheet::Sheet};
use crate::{
    document::{Trace, TraceKind},
    read::{Failure, FailureKind, format},
};
use office_oxide::xls::{self, CellValue, XlsDocument, XlsError};
use std::io::Cursor;

/// Reads a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Book, Failure> {
    let file = XlsDocument::from_reader(Cursor::new(bytes)).map_err(|it| failure(&it))?;
    let comments = file.sheets.iter().map(|it| it.comments.len()).sum();
    let trace = Trace::counted(TraceKind::Comments, comments);
    Ok(Book {
        sheets: file.sheets.iter().map(sheet).collect(),
        traces: trace.into_iter().collect(),
        is_cut: file.truncated(),
    })
}

fn failure(error: &XlsError) -> Failure {
    match error {
        XlsError::Encrypted | XlsError::EncryptionNotSupported(_) => format::locked(),
        XlsError::UnsupportedVersion(_) => Failure::new(
            FailureKind::Unsupported,
            "这是很早的 Excel 格式，不能读取。请用 Excel 或 WPS 打开，另存为 .xlsx。",
            "This is a very old Excel format. Please open it in Excel or WPS and save it as .xlsx.",
        ),
        _ => Failure::new(
            FailureKind::Damaged,
            "工作簿已损坏或不完整，无法读取。请用 Excel 或 WPS 打开，另存为 .xlsx。",
            "The workbook is damaged or cut off. Please open it in Excel or WPS and save it as .xlsx.",
        ),
    }
}

fn sheet(source: &xls::Sheet) -> Sheet {
    let mut sheet = Sheet {
        name: source.name.clone(),
        is_hidden: source.hidden,
        ..Sheet::default()
    };
    for (row, values) in source.rows.iter().enumerate() {
        for (column, value) in values.iter().enumerate() {
            let shown = source.display_text(row, column).unwrap_or_default();
            let text = match value {
                CellValue::Number(number) => printed(*number, &shown),
                _ => shown.into_owned(),
            };
            sheet.put(row as u32, column as u32, &text);
        }
    }
    for (top, bottom, left, right) in &source.merged_cells {
        let rows = u32::from(bottom.saturating_sub(*top)) + 1;
        let columns = u32::from(right.saturating_sub(*left)) + 1;
        let first = (u32::from(*top), u32::from(*left));
        sheet.merged.insert(first, (rows, columns));
    }
    sheet
}
