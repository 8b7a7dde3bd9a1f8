//! What the fuzz targets share: a file of a format around the part that is made up, and what must hold
//! of whatever is read from it.
#![warn(missing_docs)]
use gouji::{
    document::{Block, Document},
    offset::ByteOffset,
    read::{Content, Input, read},
};
use std::io::{Cursor, Write};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// Reads a file and looks that what comes of it is in order.
pub fn read_file(bytes: Vec<u8>) {
    check(Content::Bytes(bytes));
}

/// Reads a paste and looks that what comes of it is in order.
pub fn read_paste(html: Option<String>, text: String) {
    check(Content::Pasted { html, text });
}

fn check(content: Content) {
    if let Ok(document) = read(&Input::new("fuzz", content), &mut |_| {}) {
        is_in_order(&document);
    }
}

/// Cells stand inside their grid, and places between characters.
fn is_in_order(document: &Document) {
    for block in &document.blocks {
        match block {
            Block::Grid(grid) => {
                for cell in &grid.cells {
                    assert!(cell.row_span > 0 && cell.column_span > 0);
                    assert!(cell.row + cell.row_span <= grid.rows);
                    assert!(cell.column + cell.column_span <= grid.columns);
                }
            }
            Block::Paragraph(it) => {
                let all = ByteOffset(0)..ByteOffset::end_of(&it.text);
                assert!(it.place(all).is_some());
                let mut starts = it.pieces.iter().map(|piece| piece.0.0);
                assert!(starts.all(|start| it.text.is_char_boundary(start)));
            }
        }
    }
}

/// A zip file of named parts, not compressed: what is made up reaches the reader behind it unchanged.
pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, stored).expect("memory takes it");
        zip.write_all(bytes).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}
