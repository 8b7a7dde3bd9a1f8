//! Paragraphs and tables of the text, in order.
use super::{inline::Inline, numbering::Numbering, table};
use crate::{
    document::{Document, Trace, TraceKind, Where},
    offset::CharColumn,
    read::{Failure, flow::Flow, xml::Element},
};

/// The text as far as it is read.
pub(super) struct Story {
    /// What is read.
    pub flow: Flow,
    /// Places with the elements that are their paragraphs.
    pub anchors: Vec<(Where, usize)>,
    numbering: Numbering,
    traces: Vec<Trace>,
    /// Whether the last paragraph's end was deleted, so that the next one goes on with it.
    goes_on: bool,
}

impl Story {
    /// Nothing read so far.
    pub(super) fn new(numbering: Numbering) -> Self {
        Story {
            flow: Flow::default(),
            anchors: Vec::new(),
            numbering,
            traces: Vec::new(),
            goes_on: false,
        }
    }

    /// Reads what stands in the text, a note, a text box or a cell.
    pub(super) fn body(&mut self, parent: &Element) -> Result<(), Failure> {
        for element in parent.elements() {
            match element.name.as_str() {
                "p" => self.paragraph(element)?,
                "tbl" => self.table(element)?,
                "del" | "moveFrom" => self.trace(TraceKind::TrackedChanges, 1),
                "ins" | "moveTo" => {
                    self.trace(TraceKind::TrackedChanges, 1);
                    self.body(element)?;
                }
                "sdt" | "sdtContent" | "customXml" | "smartTag" => self.body(element)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, element: &Element) -> Result<(), Failure> {
        let inline = self.inline(element);
        if !inline.text.trim().is_empty() {
            let place = self.open_paragraph();
            self.anchors.push((place, element.ordinal));
        }
        if !inline.text.trim().is_empty() && !self.goes_on {
            let number = self.numbering.number(element).unwrap_or_default();
            self.flow.unwritten = number.len();
            self.flow.line = number;
        }
        for (index, line) in inline.text.split('\n').enumerate() {
            if index > 0 {
                self.flow.end_line();
            }
            self.flow.line.push_str(line);
        }
        self.goes_on = is_end_deleted(element);
        if !self.goes_on {
            if inline.text.trim().is_empty() {
                self.flow.end_line();
            }
            self.flow.end_paragraph();
        }
        inline.boxes.into_iter().try_for_each(|it| self.body(it))
    }

    /// What a paragraph holds, its traces noted.
    pub(super) fn inline<'a>(&mut self, paragraph: &'a Element) -> Inline<'a> {
        let inline = Inline::of(paragraph);
        self.trace(TraceKind::TrackedChanges, inline.changes);
        self.trace(TraceKind::HiddenText, inline.hidden);
        inline
    }

    /// The text of a paragraph in a cell, with its number.
    pub(super) fn cell_text(&mut self, paragraph: &Element) -> String {
        let inline = self.inline(paragraph);
        if inline.text.trim().is_empty() {
            return String::new();
        }
        let number = self.numbering.number(paragraph).unwrap_or_default();
        let boxes = inline.boxes.iter().map(|it| format!(" {}", it.text()));
        let boxes: String = boxes.collect();
        format!("{number}{}{boxes}", inline.text.replace('\n', " "))
    }

    /// Notes that something is there which is not shown.
    pub(super) fn trace(&mut self, kind: TraceKind, count: usize) {
        if count == 0 {
            return;
        }
        match self.traces.iter_mut().find(|it| it.kind == kind) {
            Some(trace) => trace.count += count,
            None => self.traces.push(Trace {
                kind,
                count,
                names: Vec::new(),
                at: Some(self.open_paragraph()),
            }),
        }
    }

    /// The start of the paragraph that is open or comes next.
    fn open_paragraph(&self) -> Where {
        Where::Paragraph {
            paragraph: self.flow.paragraph(),
            column: CharColumn::FIRST,
            end_column: CharColumn::FIRST,
        }
    }

    /// A table that only frames what is in it is read as what is in it; of another one, tables in
    /// cells follow behind it.
    fn table(&mut self, element: &Element) -> Result<(), Failure> {
        let rows = table::rows(element, self);
        if table::is_frame(&rows) {
            let mut cells = rows.iter().flat_map(|row| &row.cells);
            return cells.try_for_each(|cell| self.body(cell.element));
        }
        let inner: Vec<&Element> = rows
            .iter()
            .flat_map(|row| row.cells.iter().flat_map(|cell| cell.tables.clone()))
            .collect();
        let (grid, paragraphs) = table::grid(rows, self.flow.next_table())?;
        let anchors = grid.cells.iter().zip(paragraphs);
        let anchors = anchors.filter_map(|(cell, it)| Some((cell.at.clone(), it?)));
        self.anchors.extend(anchors);
        self.flow.push_grid(grid)?;
        inner.into_iter().try_for_each(|it| self.table(it))
    }

    /// What was read.
    pub(super) fn close(self) -> Document {
        Document {
            format: "docx",
            blocks: self.flow.close(),
            traces: self.traces,
            ..Document::default()
        }
    }
}

/// Whether the sign that ends a paragraph is deleted.
fn is_end_deleted(paragraph: &Element) -> bool {
    paragraph
        .at(&["pPr", "rPr"])
        .is_some_and(|it| it.child("del").is_some())
}
