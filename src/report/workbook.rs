//! The report as a workbook: the verdict, the findings, and what was not checked, a sheet each.
use super::{
    entry::Entry,
    rows::{headings, rows},
    telling::telling,
};
use crate::note::Lang;
use rust_xlsxwriter::{Format, FormatAlign, IgnoreError, Workbook, Worksheet, XlsxError};

/// Rows and columns behind which Excel has no cells.
const LAST: (u32, u16) = (1_048_575, 16_383);
/// Most characters that a cell holds.
const CELL: usize = 32_767;

/// The workbook's bytes.
pub fn workbook(entries: &[Entry], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let verdict = verdict(entries, lang);
    write(
        workbook.add_worksheet(),
        lang.of("结论", "Verdict"),
        &verdict,
        &[28.0, 100.0],
    )?;
    let head = headings(lang).into_iter().map(str::to_owned).collect();
    let findings: Vec<Vec<String>> = std::iter::once(head)
        .chain(entries.iter().flat_map(|it| rows(it, lang)))
        .collect();
    let sheet = workbook.add_worksheet();
    write(sheet, lang.of("不符之处", "Findings"), &findings, FINDINGS)?;
    sheet.autofilter(
        0,
        0,
        findings.len().saturating_sub(1) as u32,
        head_end(&findings),
    )?;
    let rest = rest(entries, lang);
    write(
        workbook.add_worksheet(),
        lang.of("其他", "More"),
        &rest,
        &[28.0, 24.0, 100.0],
    )?;
    workbook.save_to_buffer()
}

/// Widths of the columns of findings.
const FINDINGS: &[f64] = &[
    20.0, 8.0, 22.0, 24.0, 60.0, 36.0, 20.0, 12.0, 14.0, 12.0, 12.0, 36.0, 12.0, 12.0, 40.0, 8.0,
];

fn head_end(rows: &[Vec<String>]) -> u16 {
    rows.first()
        .map_or(0, |it| it.len().saturating_sub(1) as u16)
}

/// Each document with its verdict.
fn verdict(entries: &[Entry], lang: Lang) -> Vec<Vec<String>> {
    let mut rows = vec![vec![
        lang.of("文件", "File").to_owned(),
        lang.of("结论", "Verdict").to_owned(),
    ]];
    for entry in entries {
        let sentences = telling(entry, lang).verdict.into_iter();
        rows.extend(sentences.map(|it| vec![entry.name().to_owned(), it]));
    }
    rows
}

/// Every list of the report, one row an item.
fn rest(entries: &[Entry], lang: Lang) -> Vec<Vec<String>> {
    let head = [("文件", "File"), ("类别", "Kind"), ("内容", "Content")];
    let mut rows = vec![head.map(|(zh, en)| lang.of(zh, en).to_owned()).to_vec()];
    for entry in entries {
        for (heading, items) in telling(entry, lang).lists {
            let row = |it| vec![entry.name().to_owned(), heading.to_owned(), it];
            rows.extend(items.into_iter().map(row));
        }
    }
    rows
}

/// Figures stay text as they are printed: a number of Excel would be rounded in binary.
fn write(
    sheet: &mut Worksheet,
    name: &str,
    rows: &[Vec<String>],
    widths: &[f64],
) -> Result<(), XlsxError> {
    sheet.set_name(name)?.set_freeze_panes(1, 0)?;
    sheet.ignore_error_range(0, 0, LAST.0, LAST.1, IgnoreError::NumberStoredAsText)?;
    let head = Format::new().set_bold();
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (column, width) in (0..).zip(widths) {
        sheet.set_column_width(column, *width)?;
    }
    for (row, cells) in (0..=LAST.0).zip(rows) {
        let format = if row == 0 { &head } else { &body };
        for (column, text) in (0..=LAST.1).zip(cells) {
            let text: String = text.chars().take(CELL).collect();
            sheet.write_string_with_format(row, column, text, format)?;
        }
    }
    Ok(())
}
