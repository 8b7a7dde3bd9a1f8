//! What a file still holds besides what it shows: it is not printed, but goes out with the file.
use super::Where;

/// Something that a file holds and does not show.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace {
    /// What it is.
    pub kind: TraceKind,
    /// How many of them.
    pub count: usize,
    /// Their names, where they have names: hidden sheets.
    pub names: Vec<String>,
    /// Where the first one is.
    pub at: Option<Where>,
}

/// A cell of a workbook that holds something and is not seen.
#[derive(Debug, Clone, PartialEq)]
pub struct HiddenCell {
    /// Where it is.
    pub at: Where,
    /// What it holds.
    pub text: String,
}

/// What a file may hold and not show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TraceKind {
    /// 修订: what was put in and taken out.
    TrackedChanges,
    /// 批注
    Comments,
    /// Words formatted as hidden.
    HiddenText,
    /// Sheets of a workbook.
    HiddenSheets,
    /// Rows of a table that hold something.
    HiddenRows,
    /// Columns of a table that hold something.
    HiddenColumns,
}

impl Trace {
    /// So many of a kind, somewhere in the file; `None` if there are none.
    pub fn counted(kind: TraceKind, count: usize) -> Option<Self> {
        (count > 0).then_some(Trace {
            kind,
            count,
            names: Vec::new(),
            at: None,
        })
    }
}

impl TraceKind {
    /// Every kind.
    pub const ALL: [TraceKind; 6] = [
        TraceKind::TrackedChanges,
        TraceKind::Comments,
        TraceKind::HiddenText,
        TraceKind::HiddenSheets,
        TraceKind::HiddenRows,
        TraceKind::HiddenColumns,
    ];

    /// What to call it, in Chinese and in English.
    pub fn name(self) -> (&'static str, &'static str) {
        match self {
            TraceKind::TrackedChanges => ("修订痕迹", "tracked changes"),
            TraceKind::Comments => ("批注", "comments"),
            TraceKind::HiddenText => ("隐藏文字", "hidden text"),
            TraceKind::HiddenSheets => ("隐藏的工作表", "hidden sheets"),
            TraceKind::HiddenRows => ("隐藏的行", "hidden rows"),
            TraceKind::HiddenColumns => ("隐藏的列", "hidden columns"),
        }
    }
}
