//! What of a file could not be read, said aloud: scans, signs without characters, what is missing.
use super::{limit::Limit, line::is_symbol, open::Opened, page::Page};
use crate::{
    document::{Block, Doubt, Grid, Trace, TraceKind, Where},
    note::{LostKind, Note},
    read::{Failure, FailureKind},
};
use std::collections::{BTreeMap, BTreeSet};

/// Fails if no page has anything to read.
pub(super) fn check(opened: &Opened) -> Result<(), Failure> {
    let is_lost = |it: &Page| it.is_unreadable() || it.glyphs.is_empty();
    let mut pages = opened.pages.iter();
    if let Some(limit) = pages.find_map(|it| it.limit)
        && opened.pages.iter().all(is_lost)
    {
        return Err(limit.failure());
    }
    let is_textless = |it: &Page| it.is_scan() || it.glyphs.is_empty();
    if opened.pages.iter().any(Page::is_scan) && opened.pages.iter().all(is_textless) {
        return Err(Failure::new(
            FailureKind::Scanned,
            "这个 PDF 是扫描件（图片），其中没有文字，无法核对数字。请用原来的 Word、WPS 或 Excel 文件重新导出 PDF，或直接读取原文件。",
            "This PDF is a scan: it holds images and no text, so no figure can be checked. Export it again from Word, WPS or Excel, or read the original file.",
        ));
    }
    if opened.pages.iter().any(Page::is_unreadable) && opened.pages.iter().all(is_lost) {
        return Err(if opened.is_cut_off {
            incomplete()
        } else {
            unreadable()
        });
    }
    Ok(())
}

/// Nothing is left of the pages: all of it is tables that could not be read, or there is nothing.
pub(super) fn nothing_read(notes: &[Note]) -> Failure {
    notes.first().map_or_else(Failure::empty, |unread| Failure {
        kind: FailureKind::Unsupported,
        message: unread.message.clone(),
    })
}

fn incomplete() -> Failure {
    Failure::new(
        FailureKind::Damaged,
        "这个 PDF 文件不完整：末尾缺失，文字所用的字体也在其中，读不出。请重新下载或重新导出。",
        "This PDF is incomplete: its end is missing, and with it the fonts of the text. Download or export it again.",
    )
}

fn unreadable() -> Failure {
    Failure::new(
        FailureKind::Damaged,
        "这个 PDF 的字体没有给出对应的文字，看得见但读不出。请用原程序重新导出 PDF。",
        "The fonts of this PDF do not tell which characters they show: it can be seen, but not read. Export it again.",
    )
}

/// Numbers of pages of which something could not be read, one behind the last if the end is missing.
pub(super) fn lost(opened: &Opened) -> BTreeSet<u32> {
    let is_lost =
        |it: &&Page| it.is_scan() || it.is_unreadable() || it.is_damaged || it.limit.is_some();
    let lost = opened.pages.iter().filter(is_lost).map(|it| it.number);
    let found = opened.pages.len();
    let has_more = opened.is_cut_off || opened.promised.is_some_and(|it| it > found);
    let behind = opened.pages.last().map_or(1, |it| it.number + 1);
    lost.chain(has_more.then_some(behind)).collect()
}

/// Text that pages hold and do not show. Under the image of a page it is what the image shows.
pub(super) fn hidden_text(opened: &Opened) -> Option<Trace> {
    let holds = |it: &&Page| it.hidden > 0 && it.images.is_empty();
    let first = opened.pages.iter().find(holds)?;
    Some(Trace {
        kind: TraceKind::HiddenText,
        count: opened.pages.iter().filter(holds).map(|it| it.hidden).sum(),
        names: Vec::new(),
        at: Some(Where::Page {
            page: first.number,
            bounds: first.area.bounds(),
        }),
    })
}

/// What is told of tables that were read with a doubt: one note for each reason.
pub(super) fn of_grids(blocks: &[Block]) -> Vec<Note> {
    let mut found: BTreeMap<Doubt, Vec<&Where>> = BTreeMap::new();
    for block in blocks {
        if let Block::Grid(Grid {
            doubt: Some(doubt),
            cells,
            ..
        }) = block
        {
            let at = cells.first().map(|it| &it.at);
            found.entry(*doubt).or_default().extend(at);
        }
    }
    let notes = found.into_iter().filter_map(|(doubt, places)| {
        let first = (*places.first()?).clone();
        Some(of_doubt(doubt, &pages(&places)).at(first))
    });
    notes.collect()
}

/// What is told of tables without ruling lines that could not be read.
pub(super) fn of_unread_tables(unread: &BTreeSet<u32>) -> Option<Note> {
    let page = *unread.first()?;
    let numbers: Vec<String> = unread.iter().map(u32::to_string).collect();
    let numbers = numbers.join("、");
    let note = Note::new(
        format!(
            "第 {numbers} 页有没有表格线的表，分不清各列，未读取、未核对。请给表格加上框线再导出，或直接读取 Word、Excel 原文件。"
        ),
        format!(
            "Page {numbers}: tables without ruling lines whose columns cannot be told are neither read nor checked. Export them with borders, or read the original Word or Excel file."
        ),
    );
    let note = note.lost(LostKind::TablePages, unread.len());
    Some(note.at(Where::Page {
        page,
        bounds: [0; 4],
    }))
}

/// What is told of figures that are seen and not read, because their font does not tell which digits
/// it shows: one note for each table.
pub(super) fn of_unreadable_cells(blocks: &[Block]) -> Vec<Note> {
    let grids = blocks.iter().filter_map(|block| match block {
        Block::Grid(grid) => Some(grid),
        Block::Paragraph(_) => None,
    });
    let of_grid = |grid: &Grid| {
        let cells = grid
            .cells
            .iter()
            .filter(|it| is_unreadable_figure(&it.text));
        let places: Vec<&Where> = cells.map(|it| &it.at).collect();
        let first = (*places.first()?).clone();
        let (count, pages) = (places.len(), pages(&places));
        let note = Note::new(
            format!(
                "第 {pages} 页的表有 {count} 个单元格的数字看得见但读不出：字体没有给出它们对应的字符，未核对。请用原程序重新导出，或直接读取原文件。"
            ),
            format!(
                "Page {pages}: the figures of {count} cells of a table can be seen, but not read, as their font does not tell which characters it shows. They are not checked. Export the file again, or read the original."
            ),
        );
        Some(note.lost(LostKind::Cells, count).at(first))
    };
    grids.filter_map(of_grid).collect()
}

/// Whether a text has signs without a meaning where a figure has its digits.
fn is_unreadable_figure(text: &str) -> bool {
    let is_of_figure = |it: char| {
        is_symbol(it) || it.is_ascii_digit() || it.is_whitespace() || ",.-+%()（）％".contains(it)
    };
    text.contains(is_symbol) && text.chars().all(is_of_figure)
}

/// The numbers of the pages of these places, in words.
fn pages(places: &[&Where]) -> String {
    let numbers: BTreeSet<u32> = places
        .iter()
        .filter_map(|it| match it {
            Where::Page { page, .. } => Some(*page),
            _ => None,
        })
        .collect();
    let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
    numbers.join("、")
}

fn of_doubt(doubt: Doubt, pages: &str) -> Note {
    let (zh, en) = match doubt {
        Doubt::Aligned => (
            "没有表格线，各列是按文字对齐推断的，可能有误",
            "has no ruling lines; columns were told from how the text is lined up, which may be wrong",
        ),
        Doubt::CutOff => (
            "有不少单元格的文字显示不全，名称可能认错",
            "cuts off the texts of many cells, so names may be misread",
        ),
        Doubt::Incomplete => (
            "前一页或后一页没有读出来，可能不完整",
            "stands beside a page that could not be read, and may be incomplete",
        ),
    };
    Note::new(
        format!("第 {pages} 页的表{zh}；对它的核对结果只作提醒，不作为错误。"),
        format!("A table {en} (page {pages}). What disagrees in it is a warning, not an error."),
    )
}

/// What is told of the pages that are read.
pub(super) fn notes(opened: &Opened) -> Vec<Note> {
    let mut notes = Vec::new();
    let found = opened.pages.len();
    match opened.promised {
        Some(promised) if promised > found => notes.push(Note::new(
            format!("文件不完整：应有 {promised} 页，只读出 {found} 页，其余未核对。"),
            format!("The file is incomplete: of {promised} pages only {found} can be read; the rest is not checked."),
        ).lost(LostKind::Rest, 1)),
        _ if opened.is_cut_off => notes.push(Note::new(
            "文件末尾缺失，可能没有下载完整；只核对了读得出的部分。",
            "The end of the file is missing; it may not have been downloaded whole. What can be read is checked.",
        ).lost(LostKind::Rest, 1)),
        _ => {}
    }
    notes.extend(opened.pages.iter().flat_map(page_notes));
    notes
}

fn page_notes(page: &Page) -> impl Iterator<Item = Note> {
    let number = page.number;
    let scan = || {
        Note::new(
            format!("第 {number} 页是扫描图片，没有文字，未核对。请用原文件重新导出 PDF。"),
            format!(
                "Page {number} is a scanned image without text and is not checked. Export the PDF again from the original file."
            ),
        )
        .lost(LostKind::Pages, 1)
    };
    let unreadable = || {
        Note::new(
            format!("第 {number} 页的字体没有给出对应的文字，读不出，未核对。"),
            format!(
                "The fonts of page {number} do not tell which characters they show; it is not checked."
            ),
        )
        .lost(LostKind::Pages, 1)
    };
    let damaged = || {
        Note::new(
            format!("第 {number} 页的内容有损坏，可能缺少一部分。"),
            format!("Page {number} is damaged; a part of it may be missing."),
        )
        .lost(LostKind::Pages, 1)
    };
    let cut = |limit: &Limit| {
        let Limit { zh, en, most } = limit;
        Note::new(
            format!("第 {number} 页内容过多：{zh}超过上限 {most}，只读了一部分。"),
            format!(
                "Page {number} holds too much: more than {most} {en}; only a part of it is read."
            ),
        )
        .lost(LostKind::Pages, 1)
    };
    let told = [
        page.is_scan().then(scan),
        page.is_unreadable().then(unreadable),
        page.is_damaged.then(damaged),
        page.limit.map(cut),
    ];
    let at = Where::Page {
        page: number,
        bounds: page.area.bounds(),
    };
    told.into_iter().flatten().map(move |it| it.at(at.clone()))
}
