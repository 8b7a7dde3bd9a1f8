//! Published documents, where they are kept beside the project.
#[path = "../../../../tests/published/mod.rs"]
mod beside;

use crate::contents::{at_place, document, grids, paragraphs, texts};

pub use beside::shared;

#[test]
fn the_reference_is_read_whole() {
    let Some(bytes) = shared("xinjiang-fukang-2026.txt") else {
        return;
    };
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let document = document(bytes.as_slice());
    let columns: Vec<usize> = grids(&document).iter().map(|grid| grid.columns).collect();
    assert_eq!(columns, [4, 15, 15, 7, 7, 7, 6, 16, 8, 8, 5, 5, 10, 6, 6]);
    assert_eq!(
        grids(&document).iter().map(|grid| grid.rows).sum::<usize>(),
        189
    );
    for cell in grids(&document).iter().flat_map(|grid| &grid.cells) {
        assert_eq!(at_place(&text, &cell.at), cell.text);
    }
    let broken = paragraphs(&document)
        .into_iter()
        .filter(|it| it.pieces.len() > 1);
    assert_eq!(broken.count(), 17);
    for paragraph in paragraphs(&document) {
        for (index, (start, at)) in paragraph.pieces.iter().enumerate() {
            let end = paragraph
                .pieces
                .get(index + 1)
                .map_or(paragraph.text.len(), |(end, _)| end.0);
            assert_eq!(at_place(&text, at), paragraph.text[start.0..end]);
        }
    }
}

#[test]
fn the_reference_reads_alike_in_every_encoding_and_format() {
    let names = [
        "xinjiang-fukang-2026.txt",
        "formats/reference-gb18030.txt",
        "formats/reference.html",
    ];
    let [Some(plain), Some(chinese), Some(page)] = names.map(shared) else {
        return;
    };
    let (plain, page) = (document(plain), document(page));
    assert_eq!(plain, document(chinese));
    assert_eq!(grids(&plain).len(), grids(&page).len());
    for (left, right) in grids(&plain).into_iter().zip(grids(&page)) {
        assert_eq!((left.rows, left.columns), (right.rows, right.columns));
        for cell in right.cells.iter().filter(|cell| !cell.text.is_empty()) {
            assert_eq!(left.text(cell.row, cell.column), cell.text);
        }
    }
    assert_eq!(texts(&plain), texts(&page));
}
