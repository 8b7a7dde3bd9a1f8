//! Workbooks → blocks: what is printed on their sheets, in order. A hidden sheet is noted and not
//! read, unless nothing else is there.
mod formulas;
mod ods;
mod printed;
mod sheet;
mod unseen;
mod xls;
mod xlsx;

use super::{
    Failure, Progress,
    flow::Flow,
    package::{cut_off, damaged},
};
use crate::{
    document::{Document, Trace, TraceKind},
    note::{LostKind, Note},
};
use sheet::{MAX_SHEET_TEXT, Sheet};

/// A workbook as read.
#[derive(Debug, Default)]
struct Book {
    sheets: Vec<Sheet>,
    traces: Vec<Trace>,
    /// Whether something of it is missing.
    is_cut: bool,
}

/// The kinds of workbooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `.xlsx`, `.xlsm`
    Xlsx,
    /// `.xls`, and `.et` of WPS, which is the same inside.
    Xls,
    /// `.ods`
    Ods,
}

/// Reads a workbook.
pub(super) fn read(
    bytes: &[u8],
    kind: Kind,
    progress: &mut dyn FnMut(Progress),
) -> Result<Document, Failure> {
    let (format, mut book) = match kind {
        Kind::Xlsx => ("xlsx", xlsx::read(bytes)?),
        Kind::Xls => ("xls", xls::read(bytes)?),
        Kind::Ods => ("ods", ods::read(bytes)?),
    };
    let text: usize = book.sheets.iter().map(|it| it.text_bytes).sum();
    if text > MAX_SHEET_TEXT {
        return Err(Failure::too_large(
            "工作簿中文字的字节数",
            "bytes of text in a workbook",
            MAX_SHEET_TEXT,
        ));
    }
    let is_seen = |sheet: &&Sheet| !sheet.is_hidden && !sheet.is_blank();
    let only_hidden = !book.sheets.iter().any(|it| is_seen(&it));
    let mut document = Document {
        format,
        traces: std::mem::take(&mut book.traces),
        is_cut: book.is_cut,
        ..Document::default()
    };
    take_hidden(&mut book.sheets, &mut document);
    document.traces.extend(hidden_sheets(&book.sheets));
    document.notes.extend(book.is_cut.then(cut_off));
    document.notes.extend(notes(&book.sheets, only_hidden));
    let printed = |it: &&Sheet| is_seen(it) || only_hidden && !it.is_blank();
    let total = book.sheets.iter().filter(printed).count();
    let mut flow = Flow::default();
    for (done, sheet) in (1..).zip(book.sheets.iter().filter(printed)) {
        sheet.lay_out(&mut flow)?;
        progress(Progress { done, total });
    }
    document.blocks = flow.close();
    match document.blocks.is_empty() {
        true if document.is_cut => Err(damaged()),
        true => Err(Failure::empty()),
        false => Ok(document),
    }
}

/// Takes hidden rows, columns and cells off the sheets that are seen.
fn take_hidden(sheets: &mut [Sheet], document: &mut Document) {
    let (mut rows, mut columns, mut alone) = (0, 0, 0);
    for sheet in sheets.iter_mut().filter(|it| !it.is_hidden) {
        let hidden = sheet.take_hidden();
        rows += hidden.rows.len();
        columns += hidden.columns.len();
        alone += hidden.alone;
        document.hidden_cells.extend(hidden.cells);
    }
    let found = [
        (TraceKind::HiddenRows, rows),
        (TraceKind::HiddenColumns, columns),
        (TraceKind::HiddenText, alone),
    ];
    let counted = |(kind, count)| Trace::counted(kind, count);
    document
        .traces
        .extend(found.into_iter().filter_map(counted));
}

fn hidden_sheets(sheets: &[Sheet]) -> Option<Trace> {
    let hidden = sheets.iter().filter(|it| it.is_hidden && !it.is_blank());
    let names: Vec<String> = hidden.map(|it| it.name.clone()).collect();
    (!names.is_empty()).then_some(Trace {
        kind: TraceKind::HiddenSheets,
        count: names.len(),
        names,
        at: None,
    })
}

fn notes(sheets: &[Sheet], only_hidden: bool) -> Vec<Note> {
    let mut notes = Vec::new();
    if let Some(hidden) = hidden_sheets(sheets) {
        let names = hidden.names.join("、");
        notes.push(if only_hidden {
            Note::new(
                format!("所有工作表都是隐藏的（{names}），仍然作了核对。"),
                format!("All sheets are hidden ({names}); they are checked all the same."),
            )
        } else {
            Note::new(
                format!("隐藏的工作表（{names}）没有核对。"),
                format!("Hidden sheets ({names}) are not checked."),
            )
        });
    }
    let bare: usize = sheets.iter().map(|it| it.bare_formulas).sum();
    if bare > 0 {
        notes.push(Note::new(
            format!("有 {bare} 个公式没有保存计算结果，这些单元格未核对；请用 Excel 或 WPS 打开并保存一次。"),
            format!("{bare} formulas were saved without their results; these cells are not checked. Open and save the file in Excel or WPS once."),
        ).lost(LostKind::Cells, bare));
    }
    notes
}
