//! Archives: what is in them, by its name.
use crate::contents::zipped;
use gouji_reader::read::{Content, FailureKind, Input, MAX_ARCHIVE_DEPTH, Unread, unpack};

/// The files of an archive, of which each can be taken out.
fn unpacked(name: &str, bytes: Vec<u8>) -> Vec<Input> {
    let members = unpack(Input::new(name, Content::Bytes(bytes))).members;
    let files: Result<Vec<Input>, _> = members.into_iter().collect();
    files.expect("each is taken out")
}

/// Why nothing else came of an archive.
fn failed(bytes: Vec<u8>) -> Unread {
    let mut members = unpack(Input::new("a.zip", Content::Bytes(bytes))).members;
    assert_eq!(members.len(), 1, "{members:?}");
    members.remove(0).expect_err("nothing is to be taken out")
}

#[test]
fn names_in_gb18030_are_read() {
    let mut bytes = zipped(&[("NAME.txt", "收入合计".as_bytes())]);
    let name = encoding_rs::GB18030.encode("说明").0;
    while let Some(at) = bytes.windows(4).position(|it| it == b"NAME") {
        bytes[at..at + 4].copy_from_slice(&name);
    }
    let files = unpacked("a.zip", bytes);
    assert_eq!(files[0].name, "a.zip/说明.txt");
}

#[test]
fn archives_in_archives_are_unpacked_so_deep() {
    let nested = |depth: usize| {
        let text = "收入合计\t1.00\n".as_bytes().to_vec();
        let bytes = (0..depth).fold(text, |inner, _| zipped(&[("a", &inner)]));
        unpacked("a", bytes)
    };
    let is_text = |input: &Input| matches!(&input.content, Content::Bytes(bytes) if bytes.starts_with("收入".as_bytes()));
    assert!(is_text(&nested(MAX_ARCHIVE_DEPTH)[0]));
    assert!(!is_text(&nested(MAX_ARCHIVE_DEPTH + 1)[0]));
}

#[test]
fn what_programs_put_in_for_themselves_is_passed_over() {
    let bytes = zipped(&[
        ("__MACOSX/._a.txt", b"\0\x05\x16\x07"),
        ("b/.DS_Store", b"\0\0\0\x01Bud1"),
        ("b/Thumbs.db", b"\xd0\xcf"),
        ("b/thumbs.db.txt", "收入合计".as_bytes()),
    ]);
    let names: Vec<String> = unpacked("a.zip", bytes)
        .into_iter()
        .map(|it| it.name)
        .collect();
    assert_eq!(names, ["a.zip/b/thumbs.db.txt"]);
}

#[test]
fn an_archive_of_which_nothing_comes_says_why() {
    let empty = failed(zipped(&[]));
    assert_eq!(
        (empty.name.as_str(), empty.failure.kind),
        ("a.zip", FailureKind::Empty)
    );
    // One inside another is a file of that.
    let inside = failed(zipped(&[("b.zip", &zipped(&[]))]));
    assert_eq!(
        (inside.name.as_str(), inside.failure.kind),
        ("a.zip/b.zip", FailureKind::Empty)
    );
}

#[test]
fn a_way_to_compress_that_is_not_known_is_said() {
    let mut bytes = zipped(&[("a.txt", b"stored"), ("b.txt", b"stored")]);
    // The method of the first file, before it and in the list of contents.
    for (sign, method) in [(b"PK\x03\x04", 8), (b"PK\x01\x02", 10)] {
        let at = bytes.windows(4).position(|it| it == sign);
        bytes[at.expect("every archive has it") + method] = 98;
    }
    let members = unpack(Input::new("a.zip", Content::Bytes(bytes))).members;
    let kinds = members
        .iter()
        .map(|it| it.as_ref().map_err(|it| it.failure.kind).err());
    let kinds: Vec<_> = kinds.collect();
    assert_eq!(kinds, [Some(FailureKind::Unsupported), None]);
}
