//! `.doc` of Word 97 to 2003, and `.wps` ([MS-DOC]) → blocks. How automatic numbers are written
//! cannot be told from these files; whoever reads the report is told so.
mod columns;

use super::{
    Failure, FailureKind, Progress,
    flow::Flow,
    format,
    ideographs::unified,
    lines::is_unseen,
    package::cut_off,
    raised::raised,
    spans::{self, SpannedCell, SpannedRow},
};
use crate::{
    document::{Document, Trace, TraceKind},
    note::{LostKind, Note},
};
use office_oxide::{
    DocumentFormat, OfficeError,
    doc::DocError,
    ir::{Element, InlineContent, List, Table, VerticalAlign, inline_to_text},
};
use std::io::Cursor;

/// What the label of a note says that is a comment.
const COMMENT: &str = "Comment";

/// Reads a document.
pub(super) fn read(bytes: &[u8], progress: &mut dyn FnMut(Progress)) -> Result<Document, Failure> {
    let source = Cursor::new(bytes.to_vec());
    let file = office_oxide::Document::from_reader(source, DocumentFormat::Doc);
    let file = file.map_err(|it| failure(&it))?;
    let contents = file.to_ir();
    let mut story = Story::default();
    for section in &contents.sections {
        story.elements(&section.elements)?;
    }
    let is_cut = file.damage().iter().any(|it| it.is_loss());
    progress(Progress { done: 1, total: 1 });
    story.close(is_cut)
}

fn failure(error: &OfficeError) -> Failure {
    match error {
        OfficeError::Doc(DocError::Encrypted) => format::locked(),
        _ => Failure::new(
            FailureKind::Damaged,
            "这个旧版 Word 或 WPS 文档读不出来。请用 Word 或 WPS 打开，另存为 .docx。",
            "This old Word or WPS document cannot be made out. Please open it in Word or WPS and save it as .docx.",
        ),
    }
}

/// The text as far as it is read.
#[derive(Default)]
struct Story {
    flow: Flow,
    cells: usize,
    comments: usize,
    /// Tables whose columns cannot be told.
    untold: usize,
    /// Whether some paragraphs have automatic numbers.
    is_numbered: bool,
}

impl Story {
    fn elements(&mut self, elements: &[Element]) -> Result<(), Failure> {
        elements.iter().try_for_each(|it| self.element(it))
    }

    fn element(&mut self, element: &Element) -> Result<(), Failure> {
        match element {
            Element::Heading(it) => self.paragraph(&line(&it.content)),
            Element::Paragraph(it) => self.paragraph(&line(&it.content)),
            Element::Table(it) => return self.table(it),
            Element::List(it) => return self.list(it),
            Element::TextBox(it) => return self.elements(&it.content),
            Element::Footnote(it) | Element::Endnote(it) => {
                if it
                    .marker
                    .as_deref()
                    .is_some_and(|it| it.starts_with(COMMENT))
                {
                    self.comments += 1;
                    return Ok(());
                }
                return self.elements(&it.content);
            }
            _ => {}
        }
        Ok(())
    }

    fn paragraph(&mut self, text: &str) {
        for line in text.split('\n') {
            self.flow
                .line
                .extend(line.chars().filter(|it| !is_unseen(*it)));
            self.flow.end_line();
        }
        self.flow.end_paragraph();
    }

    fn list(&mut self, list: &List) -> Result<(), Failure> {
        self.is_numbered |= list.ordered;
        for item in &list.items {
            self.elements(&item.content)?;
            if let Some(nested) = &item.nested {
                self.list(nested)?;
            }
        }
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), Failure> {
        let rows = (1..).zip(&table.rows).map(|(number, row)| SpannedRow {
            number,
            cells: row
                .cells
                .iter()
                .map(|it| SpannedCell {
                    rows: it.row_span.max(1) as usize,
                    columns: it.col_span as usize,
                    text: text(&it.content).trim().to_owned(),
                })
                .collect(),
        });
        match columns::settled(rows.collect()) {
            Some(rows) => {
                let grid = spans::grid(rows, self.flow.next_table(), &mut self.cells)?;
                self.flow.push_grid(grid)?;
            }
            None => self.untold += 1,
        }
        let cells = table.rows.iter().flat_map(|row| &row.cells);
        let inner = cells.flat_map(|it| &it.content);
        for element in inner {
            if let Element::Table(table) = element {
                self.table(table)?;
            }
        }
        Ok(())
    }

    fn close(self, is_cut: bool) -> Result<Document, Failure> {
        let numbered = self.is_numbered.then(|| {
            Note::new(
                "旧版 Word 文档的自动编号读不出样式，标题和条目按没有编号核对；另存为 .docx 可以核对得更全。",
                "How this old Word document writes its automatic numbers cannot be told: headings and items are read without them. Save it as .docx for a full check.",
            )
        });
        let cut = is_cut.then(cut_off);
        let untold = self.untold;
        let untold = (untold > 0).then(|| {
            Note::new(
                format!("旧版 Word 文档中有 {untold} 张表的列对不齐，没有核对；请另存为 .docx 再核对。"),
                format!("The columns of {untold} tables of this old Word document cannot be told; they are not checked. Save it as .docx."),
            )
            .lost(LostKind::Tables, untold)
        });
        let is_cut = is_cut || untold.is_some();
        let blocks = self.flow.close();
        if blocks.is_empty() {
            return Err(Failure::empty());
        }
        Ok(Document {
            format: "doc",
            blocks,
            notes: cut.into_iter().chain(untold).chain(numbered).collect(),
            traces: Trace::counted(TraceKind::Comments, self.comments)
                .into_iter()
                .collect(),
            is_cut,
            ..Document::default()
        })
    }
}

/// The text of a paragraph, its raised parts told from the rest.
fn line(content: &[InlineContent]) -> String {
    let part = |part: &InlineContent| {
        let text = unified(inline_to_text(std::slice::from_ref(part)));
        match part {
            InlineContent::Text(span)
                if span.vertical_align == Some(VerticalAlign::Superscript) =>
            {
                raised(&text)
            }
            _ => text,
        }
    };
    content.iter().map(part).collect()
}

/// The text of a cell, paragraphs parted by a blank; tables in it follow the table.
fn text(elements: &[Element]) -> String {
    let texts = elements.iter().map(|element| match element {
        Element::Heading(it) => line(&it.content),
        Element::Paragraph(it) => line(&it.content),
        Element::List(it) => {
            let items = it.items.iter().map(|it| text(&it.content));
            items.collect::<Vec<_>>().join(" ")
        }
        Element::TextBox(it) => text(&it.content),
        _ => String::new(),
    });
    let texts: Vec<String> = texts.filter(|it| !it.is_empty()).collect();
    let seen = |it: &char| !is_unseen(*it);
    texts
        .join(" ")
        .replace('\n', " ")
        .chars()
        .filter(seen)
        .collect()
}
