//! Archives: what is in them, by its name.
use crate::contents::zipped;
use gouji_reader::read::{Content, Input, MAX_ARCHIVE_DEPTH, unpack};

#[test]
fn names_in_gb18030_are_read() {
    let mut bytes = zipped(&[("NAME.txt", "收入合计".as_bytes())]);
    let name = encoding_rs::GB18030.encode("说明").0;
    while let Some(at) = bytes.windows(4).position(|it| it == b"NAME") {
        bytes[at..at + 4].copy_from_slice(&name);
    }
    let files = unpack(Input::new("a.zip", Content::Bytes(bytes)))
        .expect("it is unpacked")
        .files;
    assert_eq!(files[0].name, "a.zip/说明.txt");
}

#[test]
fn archives_in_archives_are_unpacked_so_deep() {
    let nested = |depth: usize| {
        let text = "收入合计\t1.00\n".as_bytes().to_vec();
        let bytes = (0..depth).fold(text, |inner, _| zipped(&[("a", &inner)]));
        let input = Input::new("a", Content::Bytes(bytes));
        unpack(input).expect("it is unpacked").files
    };
    let is_text = |input: &Input| matches!(&input.content, Content::Bytes(bytes) if bytes.starts_with("收入".as_bytes()));
    assert!(is_text(&nested(MAX_ARCHIVE_DEPTH)[0]));
    assert!(!is_text(&nested(MAX_ARCHIVE_DEPTH + 1)[0]));
}
