//! Files of office programs: what is printed in them is read, wherever it stands.
#[path = "office/archive.rs"]
mod archive;
#[path = "office/limits.rs"]
mod limits;
#[path = "office/ofd.rs"]
mod ofd;
#[path = "office/variants.rs"]
mod variants;
#[path = "office/word.rs"]
mod word;
#[path = "office/workbook.rs"]
mod workbook;

use gouji::{
    document::{Block, Document, Grid},
    read::{Content, Failure, Input, read},
};
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

/// Reads the bytes of a file.
fn document(bytes: Vec<u8>) -> Result<Document, Failure> {
    let input = Input::new("under-test", Content::Bytes(bytes));
    read(&input, &mut |_| {})
}

/// A zip file of named parts.
fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("memory takes it");
        zip.write_all(bytes).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}

/// The texts of the paragraphs.
fn paragraphs(document: &Document) -> Vec<&str> {
    let blocks = document.blocks.iter();
    let texts = blocks.filter_map(|block| match block {
        Block::Paragraph(it) => Some(it.text.as_str()),
        Block::Grid(_) => None,
    });
    texts.collect()
}

/// The tables.
fn grids(document: &Document) -> Vec<&Grid> {
    let blocks = document.blocks.iter();
    let grids = blocks.filter_map(|block| match block {
        Block::Grid(it) => Some(it),
        Block::Paragraph(_) => None,
    });
    grids.collect()
}

/// The texts of a table, row by row; a merged cell stands in each of its positions.
fn rows(grid: &Grid) -> Vec<Vec<&str>> {
    let row = |row| {
        (0..grid.columns)
            .map(|column| grid.text(row, column))
            .collect()
    };
    (0..grid.rows).map(row).collect()
}
