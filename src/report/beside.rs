//! Last year's document beside this year's, as it is reported.
use crate::{
    document::Where,
    note::{Lang, Message},
    previous::{Base, Previous},
    structure::comparison::{ComparedGroup, ComparedItem},
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// This year beside last year's document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PreviousEntry {
    /// The file of last year.
    pub name: String,
    /// Its year.
    pub year: Option<u16>,
    /// Why it could not be compared, or why one cannot be sure that it may be.
    pub caution: Option<Message>,
    /// What is said of last year, beside what was printed then.
    pub bases: Vec<BaseEntry>,
    /// Both years, table by table.
    pub tables: Vec<ComparedTable>,
}

/// What is said of last year, beside what was printed then.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BaseEntry {
    /// Both, told.
    pub message: Message,
    /// Whether they are the same, rounding aside.
    pub agrees: bool,
    /// Where it is said.
    #[serde(rename = "where")]
    pub at: Option<Where>,
}

/// A table of both years.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ComparedTable {
    /// What it is called.
    pub title: String,
    /// Its rows.
    pub rows: Vec<ComparedRow>,
}

/// A row in both years, in yuan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ComparedRow {
    /// What it is.
    pub name: String,
    /// This year.
    pub now: Decimal,
    /// Last year.
    pub before: Decimal,
    /// What was added; negative for what was taken away.
    pub change: Decimal,
    /// The change in percent of last year; absent over nothing.
    pub rate: Option<Decimal>,
}

impl From<&Previous> for PreviousEntry {
    fn from(previous: &Previous) -> Self {
        let base = |it: &Base| BaseEntry {
            message: it.message.clone(),
            agrees: it.agrees,
            at: it.at.clone(),
        };
        let row = |it: &ComparedItem| ComparedRow {
            name: it.name.clone(),
            now: it.now,
            before: it.before,
            change: it.change,
            rate: it.rate,
        };
        let table = |it: &ComparedGroup| ComparedTable {
            title: it.title.clone(),
            rows: it.items.iter().map(row).collect(),
        };
        PreviousEntry {
            name: previous.name.clone(),
            year: previous.year,
            caution: previous.caution.clone(),
            bases: previous.bases.iter().map(base).collect(),
            tables: previous.groups.iter().map(table).collect(),
        }
    }
}

impl PreviousEntry {
    /// How far what is said of last year is what was printed then.
    pub fn summary(&self) -> Message {
        let agree = self.bases.iter().filter(|it| it.agrees).count();
        let (all, apart) = (self.bases.len(), self.bases.len() - agree);
        let caution = self.caution.clone().unwrap_or_default();
        let counted = match (all, self.tables.len()) {
            (0, 0) => Message::default(),
            (0, tables) => Message::new(
                format!("与上年文件逐项比较了 {tables} 张表。"),
                format!("{tables} tables are compared with last year's file."),
            ),
            (_, _) => Message::new(
                format!(
                    "所说的上年数有 {all} 个可与上年文件核对：{agree} 个一致，{apart} 个不同。"
                ),
                format!(
                    "{all} figures of last year can be held against last year's file: {agree} agree, {apart} differ."
                ),
            ),
        };
        caution + counted
    }

    /// What differs from last year's file, then every row that changed.
    pub(super) fn lines(&self, lang: Lang) -> Vec<String> {
        let differ = self.bases.iter().filter(|it| !it.agrees);
        let differ = differ.map(|it| {
            super::telling::with_place(it.message.said(lang).to_owned(), it.at.as_ref(), lang)
        });
        let rows = self.tables.iter().flat_map(|table| {
            let rows = table.rows.iter().filter(|it| !it.change.is_zero());
            rows.map(|it| row(&table.title, it, lang))
        });
        differ.chain(rows).collect()
    }
}

fn row(title: &str, row: &ComparedRow, lang: Lang) -> String {
    let wan = |it: Decimal| {
        let mut figure = (it / Decimal::from(10_000)).normalize();
        if figure.scale() < 2 {
            figure.rescale(2);
        }
        figure
    };
    let rate = row.rate.map_or_else(String::new, |it| {
        lang.of(format!("（{it}%）"), format!(" ({it}%)"))
    });
    let (name, now, before, change) = (&row.name, wan(row.now), wan(row.before), wan(row.change));
    lang.of(
        format!("{title}“{name}”：{now} 万元，上年 {before}，增减 {change}{rate}"),
        format!("{title} “{name}”: {now} 万元, last year {before}, change {change}{rate}"),
    )
}
