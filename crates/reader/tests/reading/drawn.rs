//! Draws PDF files for tests and measurements: signs at their places and ruling lines, as an office
//! program prints them. Everything is measured in points from the top left corner.
#![allow(clippy::float_arithmetic, reason = "pages are drawn, not money")]
#![allow(dead_code, reason = "whoever includes it uses a part of it")]
use gouji_reader::document::{Block, Cell, Document, Grid, Paragraph};
use pdf_writer::{
    Content, Finish, Name, Pdf, Rect, Ref, Str,
    types::{CidFontType, SystemInfo},
};

/// Width of a page.
pub const WIDTH: f32 = 842.0;
/// Height of a page.
pub const HEIGHT: f32 = 595.0;
/// Room at the sides of a page.
const MARGIN: f32 = 60.0;
/// Size of letters of running text.
const TEXT: f32 = 12.0;
/// Size of letters in tables.
const SMALL: f32 = 7.0;
/// Fonts that are not embedded: their name on the page, and their encoding.
const FONTS: [(&[u8], &[u8]); 2] = [(b"Unicode", b"UniGB-UCS2-H"), (b"GBK", b"GBK-EUC-H")];

/// The name on the page of a font that every reader has.
const STANDARD: &[u8] = b"Standard";

/// A page that is being drawn.
pub struct Leaf {
    /// Drawing instructions, for what has no method here.
    pub content: Content,
    /// By how much the page is turned when it is shown.
    pub rotate: i32,
}

impl Leaf {
    /// A blank page.
    pub fn new() -> Self {
        Leaf {
            content: Content::new(),
            rotate: 0,
        }
    }

    /// Writes a line of text on a baseline.
    pub fn text(&mut self, x: f32, y: f32, size: f32, text: &str) -> &mut Self {
        let codes: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        self.codes(x, y, size, FONTS[0].0, &codes)
    }

    /// Writes a line in the encoding of old Chinese systems.
    pub fn text_in_gbk(&mut self, x: f32, y: f32, size: f32, text: &str) -> &mut Self {
        let (codes, _, _) = encoding_rs::GBK.encode(text);
        self.codes(x, y, size, FONTS[1].0, &codes)
    }

    /// Writes a line in the standard font of the file, without widths.
    pub fn standard(&mut self, x: f32, y: f32, size: f32, text: &str) -> &mut Self {
        self.codes(x, y, size, STANDARD, text.as_bytes())
    }

    fn codes(&mut self, x: f32, y: f32, size: f32, font: &[u8], codes: &[u8]) -> &mut Self {
        self.content
            .begin_text()
            .set_font(Name(font), size)
            .next_line(x, HEIGHT - y)
            .show(Str(codes))
            .end_text();
        self
    }

    /// Draws a frame.
    pub fn frame(&mut self, left: f32, top: f32, right: f32, bottom: f32) -> &mut Self {
        self.content
            .rect(left, HEIGHT - bottom, right - left, bottom - top)
            .stroke();
        self
    }

    /// Draws a table of cells of equal size from a corner, each with its text.
    pub fn table(&mut self, left: f32, top: f32, rows: &[&[&str]]) -> &mut Self {
        const CELL: (f32, f32) = (100.0, 20.0);
        for (row, cells) in rows.iter().enumerate() {
            for (column, text) in cells.iter().enumerate() {
                let (x, y) = (left + column as f32 * CELL.0, top + row as f32 * CELL.1);
                self.frame(x, y, x + CELL.0, y + CELL.1);
                self.text(x + 4.0, y + 14.0, 10.0, text);
            }
        }
        self
    }
}

/// The file of these pages.
pub fn file(leaves: Vec<Leaf>) -> Vec<u8> {
    file_with(leaves, "Helvetica")
}

/// The file of these pages, with a standard font of this name.
pub fn file_with(leaves: Vec<Leaf>, standard: &str) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let (catalog, tree) = (Ref::new(1), Ref::new(2));
    let standard_font = Ref::new(15);
    pdf.type1_font(standard_font)
        .base_font(Name(standard.as_bytes()));
    let page = |number: usize| Ref::new(20 + 2 * number as i32);
    pdf.catalog(catalog).pages(tree);
    pdf.pages(tree)
        .kids((0..leaves.len()).map(page))
        .count(leaves.len() as i32);
    for (number, leaf) in leaves.into_iter().enumerate() {
        let contents = Ref::new(page(number).get() + 1);
        let mut written = pdf.page(page(number));
        written
            .media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT))
            .rotate(leaf.rotate)
            .parent(tree)
            .contents(contents);
        let mut resources = written.resources();
        let mut fonts = resources.fonts();
        for (index, (name, _)) in FONTS.iter().enumerate() {
            fonts.pair(Name(name), font(index));
        }
        fonts.pair(Name(STANDARD), standard_font);
        fonts.finish();
        resources.finish();
        written.finish();
        pdf.stream(contents, &leaf.content.finish());
    }
    for (index, (_, encoding)) in FONTS.iter().enumerate() {
        write_font(&mut pdf, font(index), encoding);
    }
    pdf.finish()
}

fn font(index: usize) -> Ref {
    Ref::new(3 + 3 * index as i32)
}

/// A Chinese font of the system, whose figures and Latin letters are half as wide as it is high.
fn write_font(pdf: &mut Pdf, font: Ref, encoding: &[u8]) {
    let (below, base) = (Ref::new(font.get() + 1), Name(b"SimSun"));
    pdf.type0_font(font)
        .base_font(base)
        .encoding_predefined(Name(encoding))
        .descendant_font(below);
    let mut written = pdf.cid_font(below);
    written
        .subtype(CidFontType::Type2)
        .base_font(base)
        .default_width(1000.0)
        .system_info(SystemInfo {
            registry: Str(b"Adobe"),
            ordering: Str(b"GB1"),
            supplement: 2,
        });
    written.widths().same(1, 95, 500.0).same(814, 939, 500.0);
}

/// How wide a sign is, in sizes of its letters.
fn width(sign: char) -> f32 {
    if sign.is_ascii() { 0.5 } else { 1.0 }
}

/// The lines that a text takes, the first one shorter by the indent.
fn wrapped(text: &str, room: f32, size: f32, indent: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut left = room - indent;
    for word in words(text) {
        let length: f32 = word.chars().map(|it| width(it) * size).sum();
        if length > left && lines.last().is_some_and(|it| !it.is_empty()) {
            lines.push(String::new());
            left = room;
        }
        left -= length;
        lines
            .iter_mut()
            .last()
            .into_iter()
            .for_each(|it| it.push_str(&word));
    }
    lines
}

/// What a line may not part: Latin words and figures, a sign and the comma behind it.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for sign in text.chars() {
        let last = words.last().and_then(|it| it.chars().next_back());
        let holds = last.is_some_and(|last| {
            let is_opening = "（“《".contains(last);
            sign.is_ascii() && last.is_ascii() || "，。、；：！？）”》".contains(sign) || is_opening
        });
        match words.last_mut().filter(|_| holds) {
            Some(word) => word.push(sign),
            None => words.push(sign.to_string()),
        }
    }
    words
}

/// A document printed: paragraphs with an indent, tables with all their lines, numbered pages.
pub fn document(document: &Document) -> Vec<u8> {
    let mut printer = Printer {
        leaves: vec![Leaf::new()],
        y: MARGIN,
    };
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => printer.paragraph(paragraph),
            Block::Grid(grid) => printer.grid(grid),
        }
    }
    for (number, leaf) in printer.leaves.iter_mut().enumerate() {
        leaf.text(
            WIDTH / 2.0,
            HEIGHT - 25.0,
            9.0,
            &format!("- {} -", number + 1),
        );
    }
    file(printer.leaves)
}

/// Pages so far, and how far the last one is filled.
struct Printer {
    leaves: Vec<Leaf>,
    y: f32,
}

impl Printer {
    /// Makes room, on a new page if it has to be.
    fn make_room(&mut self, height: f32) {
        if self.y + height > HEIGHT - MARGIN {
            self.leaves.push(Leaf::new());
            self.y = MARGIN;
        }
    }

    fn leaf(&mut self) -> &mut Leaf {
        self.leaves.last_mut().expect("there is always a page")
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let indent = 2.0 * TEXT;
        let lines = wrapped(&paragraph.text, WIDTH - 2.0 * MARGIN, TEXT, indent);
        for (index, line) in lines.iter().enumerate() {
            let x = if index == 0 { MARGIN + indent } else { MARGIN };
            self.make_room(1.5 * TEXT);
            let y = self.y + TEXT;
            self.y += 1.5 * TEXT;
            self.leaf().text(x, y, TEXT, line);
        }
    }

    fn grid(&mut self, grid: &Grid) {
        let wide = (WIDTH - 2.0 * MARGIN) / grid.columns as f32;
        let lines = |cell: &Cell| {
            let room = wide * cell.column_span as f32 - 4.0;
            wrapped(&cell.text, room, SMALL, 0.0)
        };
        let heights: Vec<f32> = (0..grid.rows)
            .map(|row| {
                let ends = |it: &&Cell| it.row + it.row_span == row + 1;
                let counts = grid.cells.iter().filter(ends).map(|it| lines(it).len());
                4.0 + counts.max().unwrap_or(1) as f32 * (SMALL + 2.0)
            })
            .collect();
        let mut row = 0;
        while row < grid.rows {
            let end = block_end(grid, row);
            let total: f32 = heights[row..end].iter().sum();
            self.make_room(total);
            for cell in grid.cells.iter().filter(|it| (row..end).contains(&it.row)) {
                let top = self.y + heights[row..cell.row].iter().sum::<f32>();
                let reach = &heights[cell.row..cell.row + cell.row_span];
                let left = MARGIN + wide * cell.column as f32;
                let right = left + wide * cell.column_span as f32;
                let leaf = self.leaf();
                leaf.frame(left, top, right, top + reach.iter().sum::<f32>());
                for (index, line) in lines(cell).iter().enumerate() {
                    let y = top + (index + 1) as f32 * (SMALL + 2.0);
                    leaf.text(left + 2.0, y, SMALL, line);
                }
            }
            self.y += total;
            row = end;
        }
        self.y += TEXT;
    }
}

/// Behind the rows that merged cells hold together with this one.
fn block_end(grid: &Grid, row: usize) -> usize {
    let mut end = row + 1;
    let mut next = row;
    while next < end {
        let reach = grid.cells.iter().filter(|it| it.row == next);
        end = reach.map(|it| it.row + it.row_span).fold(end, usize::max);
        next += 1;
    }
    end
}
