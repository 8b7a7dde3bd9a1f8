//! Nothing that is handed in disappears: each file, and each file of an archive, ends in a report or
//! in the reason why there is none.
#[path = "handed_in/files.rs"]
mod files;

use files::{PASSWORD, Packing, four, letter, locked, packed, picture, sound, zipped};
use gouji::{
    examine,
    read::{Content, FailureKind, Input},
    report::{entry::Entry, report},
    together::{Gathering, Outcome, documents, only},
};
use std::{fs, path::PathBuf, process::Command};
use zip::{AesMode, unstable::write::FileOptionsExt, write::SimpleFileOptions};

/// What comes of [`four`].
const FOUR: [(&str, &str); 4] = [
    ("一份.txt", "read"),
    ("扫描.pdf", "scanned"),
    ("加密.pdf", "password_needed"),
    ("照片.png", "unsupported"),
];

fn input(name: &str, bytes: Vec<u8>, password: Option<&str>) -> Input {
    Input {
        password: password.map(str::to_owned),
        ..Input::new(name, Content::Bytes(bytes))
    }
}

fn outcomes(inputs: Vec<Input>) -> Vec<(String, String)> {
    let outcomes = documents(inputs, &mut |_, _| {});
    outcomes.iter().map(|it| told(&it.into())).collect()
}

/// The name of a file, and what came of it.
fn told(entry: &Entry) -> (String, String) {
    let what = match entry {
        Entry::Report(_) => "read".to_owned(),
        Entry::Unread(unread) => serde_json::to_value(&unread.failure)
            .ok()
            .and_then(|it| Some(it["kind"].as_str()?.to_owned()))
            .expect("every failure has its kind"),
    };
    (entry.name().to_owned(), what)
}

/// The four, in an archive.
fn four_in(archive: &str) -> Vec<(String, String)> {
    let inside = |(name, what): (&str, &str)| (format!("{archive}{name}"), what.to_owned());
    FOUR.map(inside).to_vec()
}

#[test]
fn each_file_ends_in_an_outcome() {
    let apart = four()
        .into_iter()
        .map(|(name, bytes)| input(name, bytes, None));
    assert_eq!(outcomes(apart.collect()), four_in(""));
    for packing in [Packing::Stored, Packing::Deflated] {
        let archive = packed(packing, &four());
        let nested = packed(packing, &[("内.zip", archive.clone())]);
        let archive = input("外.zip", archive, None);
        assert_eq!(outcomes(vec![archive]), four_in("外.zip/"), "{packing:?}");
        let nested = input("外.zip", nested, None);
        assert_eq!(outcomes(vec![nested]), four_in("外.zip/内.zip/"));
    }
}

#[test]
fn a_password_opens_a_file_of_an_archive_as_by_itself() {
    let archive = packed(Packing::Stored, &four());
    for (password, kind) in [("other", "wrong_password"), (PASSWORD, "read")] {
        let alone = input("加密.pdf", locked(), Some(password));
        assert_eq!(outcomes(vec![alone])[0].1, kind);
        let inside = input("a.zip", archive.clone(), Some(password));
        assert_eq!(
            outcomes(vec![inside])[2],
            ("a.zip/加密.pdf".into(), kind.into())
        );
    }
}

#[test]
fn an_encrypted_archive_asks_for_its_password_and_shows_what_is_not_encrypted() {
    let files = [("甲.txt", sound()), ("乙.txt", sound())];
    let plain = SimpleFileOptions::default();
    let old = plain
        .with_deprecated_encryption(PASSWORD.as_bytes())
        .expect("it is short");
    let new = plain.with_aes_encryption(AesMode::Aes256, PASSWORD);
    let ways = [
        zipped(&files, |it| if it == "甲.txt" { old } else { plain }),
        zipped(&files, |it| if it == "甲.txt" { new } else { plain }),
    ];
    for bytes in ways {
        for (password, kind) in [
            (None, "password_needed"),
            (Some("other"), "wrong_password"),
            (Some(PASSWORD), "read"),
        ] {
            let found = outcomes(vec![input("a.zip", bytes.clone(), password)]);
            assert_eq!(
                found,
                [
                    ("a.zip/甲.txt".into(), kind.into()),
                    ("a.zip/乙.txt".into(), "read".into())
                ]
            );
        }
    }
}

#[test]
fn a_letter_is_read_and_found_to_hold_no_table() {
    let bytes = packed(
        Packing::Deflated,
        &[("信.txt", letter()), ("一份.txt", sound())],
    );
    let found = documents([input("a.zip", bytes, None)], &mut |_, _| {});
    let [Outcome::Examined(letter), Outcome::Examined(whole)] = found.as_slice() else {
        panic!("{found:?}");
    };
    let letter = report(letter);
    assert_eq!((letter.tables.len(), letter.findings.len()), (0, 0));
    assert!(!report(whole).tables.is_empty());
}

#[test]
fn an_archive_that_cannot_be_opened_takes_nothing_else_along() {
    let damaged = b"PK\x03\x04 and nothing more".to_vec();
    let bytes = packed(
        Packing::Stored,
        &[("坏.zip", damaged), ("一份.txt", sound())],
    );
    let expected = [("a.zip/坏.zip", "damaged"), ("a.zip/一份.txt", "read")];
    let expected = expected.map(|(name, what)| (name.to_owned(), what.to_owned()));
    assert_eq!(outcomes(vec![input("a.zip", bytes, None)]), expected);
}

/// The sound sample in two files: what is said, and the tables without any name.
fn halves() -> (Vec<u8>, Vec<u8>) {
    let whole = String::from_utf8(sound()).expect("the sample is text");
    let at = |line: &str| whole.rfind(line).expect("the sample has the line");
    let tables = at("第二部分 ")..at("第三部分 ");
    let said = format!("{}{}", &whole[..tables.start], &whole[tables.end..]);
    let nameless = whole[tables].lines().filter(|it| !it.contains("沙杏县"));
    let nameless: Vec<&str> = nameless.collect();
    (said.into(), nameless.join("\n").into())
}

#[test]
fn a_document_is_given_when_it_is_whole_and_a_part_waits() {
    let (said, tables) = halves();
    let mut gathering = Gathering::default();
    let mut take = |name: &str, bytes: &[u8]| {
        let input = input(name, bytes.to_vec(), None);
        gathering.take(input, &mut |_, _| {}).count()
    };
    assert_eq!(take("说明.txt", &said), 0);
    assert_eq!(take("照片.png", &picture()), 1);
    assert_eq!(take("一份.txt", &sound()), 1);
    assert_eq!(take("表.txt", &tables), 0);
    // Among others, nobody knows whose the tables are.
    assert_eq!(gathering.rest().count(), 2);
}

#[test]
fn two_parts_are_a_pair_with_a_letter_beside_them_and_none_with_an_unread_file() {
    let (said, tables) = halves();
    let count = |name: &str, bytes: Vec<u8>| {
        let files = [
            ("说明.txt", said.clone()),
            ("表.txt", tables.clone()),
            (name, bytes),
        ];
        outcomes(vec![input("a.zip", packed(Packing::Stored, &files), None)]).len()
    };
    assert_eq!(count("信.txt", letter()), 2);
    assert_eq!(count("扫描.pdf", files::scan()), 3);
}

#[test]
fn files_are_one_disclosure_where_the_reader_says_so() {
    let (said, tables) = halves();
    let inputs = [
        ("说明.txt", said),
        ("照片.png", picture()),
        ("表.txt", tables),
    ];
    let mut gathering = Gathering::as_one();
    let mut found = Vec::new();
    for (name, bytes) in inputs {
        found.extend(gathering.take(input(name, bytes, None), &mut |_, _| {}));
    }
    found.extend(gathering.rest());
    let (examined, notes) = only(found).expect("they are one");
    assert_eq!(examined.source.files.len(), 2);
    assert_eq!(notes.len(), 1);
}

#[test]
fn the_one_document_of_an_archive_is_examined_and_the_rest_noted() {
    let archive = input("a.zip", packed(Packing::Stored, &four()), None);
    let notes = examine(&archive, &mut |_| {})
        .expect("one is read")
        .document
        .notes;
    for (name, _) in &FOUR[1..] {
        let named = |it: &&gouji::note::Note| it.message.zh.contains(name);
        assert_eq!(notes.iter().filter(named).count(), 1, "{name}");
    }
    let unread = packed(Packing::Stored, &four()[1..]);
    let failure = examine(&input("a.zip", unread, None), &mut |_| {}).expect_err("none is read");
    assert_eq!(failure.kind, FailureKind::Scanned);
    assert!(failure.message.zh.contains("照片.png"), "{failure}");
}

/// A folder of a test's own.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// What the command line makes of a file or a folder, and its exit status.
fn checked(path: &std::path::Path) -> (Vec<(String, String)>, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_gouji"))
        .args(["check", "--format", "ndjson"])
        .arg(path)
        .output()
        .expect("it runs");
    let lines = String::from_utf8(output.stdout).expect("JSON is text");
    let entries = lines
        .lines()
        .map(|it| serde_json::from_str(it).expect("an entry"));
    (entries.map(|it| told(&it)).collect(), output.status.code())
}

#[test]
fn the_command_line_tells_of_the_same_four() {
    let folder = folder("four");
    for packing in [Packing::Stored, Packing::Deflated] {
        let path = folder.join("四份.zip");
        fs::write(&path, packed(packing, &four())).expect("written");
        let expected = (four_in(&format!("{}/", path.display())), Some(2));
        assert_eq!(checked(&path), expected);
        // In a folder it is an archive that was meant.
        assert_eq!(checked(&folder), expected);
    }
}

#[test]
fn what_was_not_meant_is_passed_over_in_a_folder_as_a_whole() {
    let folder = folder("not meant");
    fs::write(folder.join("照片.png"), picture()).expect("written");
    let program = [("a.class", vec![0xca, 0xfe, 0xba, 0xbe, 0])];
    fs::write(folder.join("程序.jar"), packed(Packing::Deflated, &program)).expect("written");
    fs::write(folder.join("一份.txt"), sound()).expect("written");
    let (found, status) = checked(&folder);
    assert_eq!((found.len(), status), (1, Some(0)));
    // With a disclosure in it, all of it is told of.
    fs::write(folder.join("备份.bak"), packed(Packing::Deflated, &four())).expect("written");
    let (found, status) = checked(&folder);
    assert_eq!((found.len(), status), (5, Some(2)));
}
