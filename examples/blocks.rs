//! Prints what was read of a document, before anything is understood: `cargo run --example blocks FILE`.
use gouji::{
    document::Block,
    read::{Content, Input, read},
};
use std::{env, fs};

fn main() {
    for path in env::args().skip(1) {
        let Ok(bytes) = fs::read(&path) else {
            eprintln!("{path} cannot be read");
            continue;
        };
        let input = Input {
            name: path,
            content: Content::Bytes(bytes),
            password: None,
        };
        match read(&input, &mut |_| {}) {
            Ok(document) => document.blocks.iter().enumerate().for_each(print),
            Err(failure) => eprintln!("{failure}"),
        }
    }
}

fn print((index, block): (usize, &Block)) {
    match block {
        Block::Paragraph(paragraph) => println!("{index} {}", paragraph.text),
        Block::Grid(grid) => {
            println!("{index} == {} × {}", grid.rows, grid.columns);
            for cell in &grid.cells {
                println!(
                    "   {},{} +{}+{} {}",
                    cell.row, cell.column, cell.row_span, cell.column_span, cell.text
                );
            }
        }
    }
}
