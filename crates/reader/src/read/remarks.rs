//! Copies of a file with remarks at places of it, as the annotations of a PDF or the comments of a Word
//! document. What was there stays as it is.
use super::{
    Failure, FailureKind,
    format::{self, Format},
    pdf, word,
};
use crate::document::Where;

/// A remark on a place of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The place.
    pub at: Where,
    /// What is said of it.
    pub text: String,
    /// Its colour where it is drawn: red, green and blue.
    pub colour: [u8; 3],
}

/// Who makes the remarks.
pub(super) const AUTHOR: &str = "勾稽 gouji";

/// A copy of a file with remarks in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remarked {
    /// The copy.
    pub bytes: Vec<u8>,
    /// How many remarks stand in it; the places of others were not found.
    pub placed: usize,
}

/// Makes a copy of a file with remarks in it. Fails for formats other than PDF and `.docx`.
pub fn with_remarks(bytes: &[u8], remarks: &[Remark]) -> Result<Remarked, Failure> {
    match format::of_bytes(bytes)? {
        Some(Format::Pdf) => pdf::remarks::write(bytes, remarks),
        Some(Format::Word) => word::remarks::write(bytes, remarks),
        _ => Err(Failure::new(
            FailureKind::Unsupported,
            "只有 PDF 和 Word（.docx）能加批注。其他格式请导出工作簿或网页。",
            "Only PDF and Word (.docx) files can carry remarks. For others, export a workbook or a page.",
        )),
    }
}
