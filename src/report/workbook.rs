//! The report as a workbook: summary, findings, unchecked figures, sums that Excel computes again, and
//! the figures they are computed from, a sheet each.
mod findings;
mod sheet;
mod summary;
mod sums;

use super::{
    entry::Entry,
    recomputed::Recomputed,
    telling::{place, telling},
};
use crate::note::Lang;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use sheet::{Cell, Sheet};

/// What a workbook tells of one document.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// Its report, or why it could not be read.
    pub entry: Entry,
    /// Its tables, and the sums over them.
    pub recomputed: Recomputed,
}

/// The workbook's bytes: the same for the same documents, whenever it is made.
pub fn workbook(dossiers: &[Dossier], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties()?);
    summary::write(
        &mut Sheet::new(
            workbook.add_worksheet(),
            lang.of("汇总", "Summary"),
            summary::WIDTHS,
        )?,
        dossiers,
        lang,
    )?;
    let name = lang.of("不符之处", "Findings");
    let mut sheet = Sheet::new(workbook.add_worksheet(), name, findings::WIDTHS)?;
    findings::write(&mut sheet, dossiers, lang)?;
    let name = lang.of("未核对的数字", "Unchecked");
    let mut sheet = Sheet::new(workbook.add_worksheet(), name, UNCHECKED_WIDTHS)?;
    sheet.list(&unchecked_head(lang), unchecked(dossiers, lang))?;
    let figures = sums::Figures::new(dossiers, lang);
    let name = lang.of("重新计算", "Recomputed");
    let mut sheet = Sheet::new(workbook.add_worksheet(), name, sums::WIDTHS)?;
    sums::write(&mut sheet, &figures, dossiers, lang)?;
    let mut sheet = Sheet::new(workbook.add_worksheet(), figures.name, sums::FIGURE_WIDTHS)?;
    figures.write(&mut sheet, dossiers, lang)?;
    let name = lang.of("其他", "More");
    let mut sheet = Sheet::new(workbook.add_worksheet(), name, &[28, 24, 100])?;
    let head = [("文件", "File"), ("类别", "Kind"), ("内容", "Content")];
    sheet.list(
        &head.map(|(zh, en)| lang.of(zh, en)),
        others(dossiers, lang),
    )?;
    workbook.save_to_buffer()
}

/// A workbook has a date; the library knows none, so all have the same.
fn properties() -> Result<DocProperties, XlsxError> {
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    Ok(DocProperties::new().set_creation_datetime(&date))
}

const UNCHECKED_WIDTHS: &[u8] = &[28, 24, 16, 24, 44, 14, 60];

fn unchecked_head(lang: Lang) -> [&'static str; 7] {
    [
        ("文件", "File"),
        ("单位", "Unit"),
        ("文件中的位置", "Where"),
        ("表", "Table"),
        ("位置", "Place"),
        ("数字", "Figure"),
        ("为什么没有核对", "Why it was not checked"),
    ]
    .map(|(zh, en)| lang.of(zh, en))
}

fn unchecked(dossiers: &[Dossier], lang: Lang) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for dossier in dossiers {
        let Entry::Report(report) = &dossier.entry else {
            continue;
        };
        let unit = report.document.unit_name.clone().unwrap_or_default();
        rows.extend(report.unchecked.iter().map(|it| {
            vec![
                Cell::text(&report.source.name),
                Cell::text(&unit),
                Cell::text(
                    it.at
                        .as_ref()
                        .map_or_else(String::new, |at| place(at, lang)),
                ),
                Cell::text(table_of(&it.place)),
                Cell::text(it.name.said(lang)),
                Cell::figure(&it.text),
                Cell::text(it.reason.said(lang)),
            ]
        }));
    }
    rows
}

/// The table of a place that is written `表.行.列`; none of words that are no cell.
fn table_of(place: &str) -> &str {
    place.split_once('.').map_or("", |it| it.0)
}

/// Every other list of the report, a row an item.
fn others(dossiers: &[Dossier], lang: Lang) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for dossier in dossiers {
        for (heading, items) in telling(&dossier.entry, lang).lists {
            let row = |it: String| {
                let name = dossier.entry.name();
                vec![Cell::text(name), Cell::text(heading), Cell::text(it)]
            };
            rows.extend(items.into_iter().map(row));
        }
    }
    rows
}
