//! Reads bytes and lists what the document contains.
use gouji_reader::{
    document::{Block, Document, Grid, Paragraph, Where},
    read::{Content, Failure, FailureKind, Input, read},
};
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

/// Reads the bytes of a file whose name says nothing.
pub fn read_bytes(bytes: impl Into<Vec<u8>>) -> Result<Document, Failure> {
    let input = Input::new("under-test", Content::Bytes(bytes.into()));
    read(&input, &mut |_| {})
}

/// The document of bytes that can be read.
#[track_caller]
pub fn document(bytes: impl Into<Vec<u8>>) -> Document {
    read_bytes(bytes).expect("the file can be read")
}

/// Why the bytes cannot be read, if they cannot.
pub fn failure(bytes: impl Into<Vec<u8>>) -> Option<FailureKind> {
    read_bytes(bytes).err().map(|it| it.kind)
}

/// The tables.
pub fn grids(document: &Document) -> Vec<&Grid> {
    let blocks = document.blocks.iter();
    let grids = blocks.filter_map(|block| match block {
        Block::Grid(grid) => Some(grid),
        Block::Paragraph(_) => None,
    });
    grids.collect()
}

/// The paragraphs.
pub fn paragraphs(document: &Document) -> Vec<&Paragraph> {
    let blocks = document.blocks.iter();
    let paragraphs = blocks.filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        Block::Grid(_) => None,
    });
    paragraphs.collect()
}

/// The texts of the paragraphs.
pub fn texts(document: &Document) -> Vec<&str> {
    let texts = paragraphs(document).into_iter();
    texts.map(|it| it.text.as_str()).collect()
}

/// The texts of a table, row by row; a merged cell stands in each of its positions.
pub fn cells(grid: &Grid) -> Vec<Vec<&str>> {
    let row = |row| (0..grid.columns).map(move |column| grid.text(row, column));
    (0..grid.rows).map(|it| row(it).collect()).collect()
}

/// The rows of a table, cells parted by bars.
pub fn rows(grid: &Grid) -> Vec<String> {
    cells(grid).iter().map(|it| it.join("|")).collect()
}

/// The rows of every table that the bytes hold.
pub fn all_rows(bytes: impl Into<Vec<u8>>) -> Vec<String> {
    grids(&document(bytes)).into_iter().flat_map(rows).collect()
}

/// The characters at a place of a text.
pub fn at_place(text: &str, at: &Where) -> String {
    let Where::Text {
        line,
        column,
        end_column,
    } = at
    else {
        return String::new();
    };
    let line = text.lines().nth(*line as usize - 1).unwrap_or("");
    let (start, end) = (column.0 as usize - 1, end_column.0 as usize - 1);
    line.chars().skip(start).take(end - start).collect()
}

/// A zip file of named parts.
pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("memory takes it");
        zip.write_all(bytes).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}
