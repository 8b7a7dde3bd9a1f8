//! Pages → blocks in reading order: page furniture dropped, tables that go on on the next page
//! joined, lines made to paragraphs.
use super::{
    grids,
    line::Line,
    prose::{self, Margins, Placed},
    table::Table,
    whole::Whole,
};
use crate::{
    document::Block,
    read::{
        Failure,
        shape::{self, Shape},
    },
};
use std::collections::BTreeSet;

/// Parts of a line with a wider gap between them, in sizes, may be captions side by side.
const CAPTION_GAP: f32 = 2.0;

/// What stands on a page, from the top.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    /// Number of the page, from 1.
    pub page: u32,
    /// Height of the page.
    pub height: f32,
    /// Lines and tables.
    pub items: Vec<Item>,
}

/// A line, or a table.
#[derive(Debug, Clone)]
pub(super) enum Item {
    /// A line of text.
    Line(Line),
    /// A table.
    Table(Table),
}

impl Item {
    fn top(&self) -> f32 {
        match self {
            Item::Line(line) => line.area().top,
            Item::Table(table) => table.area().top,
        }
    }
}

impl Sheet {
    /// The sheet of these lines and tables.
    pub fn new(page: u32, height: f32, lines: Vec<Line>, tables: Vec<Table>) -> Self {
        let mut items: Vec<Item> = lines.into_iter().map(Item::Line).collect();
        items.extend(tables.into_iter().map(Item::Table));
        items.sort_by(|a, b| a.top().total_cmp(&b.top()));
        Sheet {
            page,
            height,
            items,
        }
    }

    /// Its lines.
    pub fn lines(&self) -> impl Iterator<Item = &Line> + Clone {
        self.items.iter().filter_map(|it| match it {
            Item::Line(line) => Some(line),
            Item::Table(_) => None,
        })
    }
}

/// The blocks of all pages; those that are `lost` could not be read.
pub(super) fn blocks(sheets: Vec<Sheet>, lost: &BTreeSet<u32>) -> Result<Vec<Block>, Failure> {
    let usual = Margins::of(sheets.iter().flat_map(Sheet::lines));
    let mut flow = Flow {
        usual_size: prose::usual_size(sheets.iter().flat_map(Sheet::lines)),
        lost: lost.clone(),
        ..Flow::default()
    };
    for sheet in sheets {
        let margins = Margins::of_page(sheet.lines(), usual);
        for item in sheet.items {
            match item {
                Item::Line(line) => flow.push_line(sheet.page, line, margins),
                Item::Table(table) => flow.push_table(table)?,
            }
        }
    }
    flow.close()
}

/// The blocks so far, and what may still go on.
#[derive(Default)]
struct Flow {
    blocks: Vec<Block>,
    /// The last table, to which the next page may add.
    table: Option<Whole>,
    /// Lines behind it.
    lines: Vec<Placed>,
    cells: usize,
    usual_size: f32,
    lost: BTreeSet<u32>,
}

impl Flow {
    fn push_line(&mut self, page: u32, line: Line, margins: Margins) {
        let parts = line.parted(CAPTION_GAP);
        let is_caption =
            |it: &Line| matches!(shape::shape(&it.text()), Shape::Label | Shape::Standalone);
        let lines = if parts.len() > 1 && parts.iter().any(is_caption) {
            parts
        } else {
            vec![line]
        };
        self.lines.extend(lines.into_iter().map(|line| Placed {
            page,
            line,
            margins,
            usual_size: self.usual_size,
        }));
    }

    fn push_table(&mut self, part: Table) -> Result<(), Failure> {
        let plain = |it: &Placed| -> (u32, String) {
            (it.page, it.line.text().split_whitespace().collect())
        };
        let between: Vec<(u32, String)> = self.lines.iter().map(plain).collect();
        match &mut self.table {
            Some(table) if table.is_continued_by(&part, &between) => {
                table.join(part);
                self.lines.clear();
            }
            Some(table) if table.is_widened_by(&part, &between) => table.widen(part),
            _ => {
                self.end_table()?;
                self.end_lines();
                let here = between.into_iter().filter(|it| it.0 == part.page);
                let above = here.map(|it| it.1).collect();
                self.table = Some(Whole::new(part, above));
            }
        }
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), Failure> {
        if let Some(mut table) = self.table.take() {
            let (first, last) = table.pages();
            let is_last = !self.lines.iter().any(|it| it.page == last);
            let is_first = table.above.is_empty();
            table.is_incomplete = is_last && self.lost.contains(&(last + 1))
                || is_first && first > 1 && self.lost.contains(&(first - 1))
                || (first..=last).any(|it| self.lost.contains(&it));
            self.blocks.extend(grids::blocks(table, &mut self.cells)?);
        }
        Ok(())
    }

    fn end_lines(&mut self) {
        let lines = std::mem::take(&mut self.lines);
        let paragraphs = prose::paragraphs(&lines);
        self.blocks
            .extend(paragraphs.into_iter().map(Block::Paragraph));
    }

    fn close(mut self) -> Result<Vec<Block>, Failure> {
        self.end_table()?;
        self.end_lines();
        Ok(self.blocks)
    }
}
