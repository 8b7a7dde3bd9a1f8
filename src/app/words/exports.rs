//! What results can be taken away as.

use gouji::note::{Text, text};

/// A workbook.
pub const WORKBOOK: Text = text("Excel 表格（可复核）", "Excel workbook");
/// A web page.
pub const PAGE: Text = text("网页（可打印、转发）", "Web page, to print or forward");
/// A copy of the document with remarks.
pub const COPY: Text = text("原文件副本，附批注", "Copy of the file with remarks");
/// Text.
pub const TEXT: Text = text("文本（Markdown）", "Text (Markdown)");
/// A list.
pub const LIST: Text = text("清单（CSV）", "List (CSV)");
/// For programs.
pub const JSON: Text = text("数据（JSON）", "For programs (JSON)");
/// A receipt.
pub const RECEIPT: Text = text("收据（他人可复验）", "Receipt, for others to verify");
