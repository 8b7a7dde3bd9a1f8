//! Archives, and files that are one disclosure.
mod published;

use gouji::{
    Examination,
    claim::Severity,
    document::Where,
    examine,
    read::{Content, Failure, FailureKind, Input},
    report::report,
    together::{Part, examine_parts, groups},
};
use std::{
    fs,
    io::{Cursor, Write},
};
use zip::{ZipWriter, write::SimpleFileOptions};

/// A zip file of named files.
fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("memory takes it");
        zip.write_all(bytes).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}

/// The sound sample, and the same in two files: what is said, and the tables.
fn sample() -> (String, String, String) {
    let whole = fs::read_to_string("static/samples/sound.txt").expect("the sample is there");
    let at = |line: &str| whole.rfind(line).expect("the sample has the line");
    let tables = at("第二部分 ")..at("第三部分 ");
    let said = format!("{}{}", &whole[..tables.start], &whole[tables.end..]);
    (whole.clone(), said, whole[tables].to_owned())
}

fn archive(bytes: Vec<u8>) -> Result<Examination, Failure> {
    examine(&Input::new("公开.zip", Content::Bytes(bytes)), &mut |_| {})
}

fn part(name: &str, text: &str) -> Part {
    let input = Input::new(name, Content::Bytes(text.into()));
    Part::read(&input, &mut |_| {}).expect("text is read")
}

fn grouped(parts: Vec<Part>) -> Vec<Vec<String>> {
    let names = |group: &Vec<Part>| group.iter().map(|it| it.name().to_owned()).collect();
    groups(parts, false).iter().map(names).collect()
}

#[test]
fn words_and_tables_in_an_archive_are_one_disclosure() {
    let (whole, said, tables) = sample();
    let bytes = zipped(&[
        ("公开/说明.txt", said.as_bytes()),
        ("公开/表.txt", tables.as_bytes()),
        ("__MACOSX/公开/._表.txt", b"\0\x05\x16\x07"),
    ]);
    let together = report(&archive(bytes).expect("it is read"));
    let alone = Input::new("一份.txt", Content::Bytes(whole.into()));
    let alone = report(&examine(&alone, &mut |_| {}).expect("it is read"));
    assert_eq!(together.source.files.len(), 2);
    assert_eq!(together.tables.len(), alone.tables.len());
    assert_eq!(together.figures, alone.figures);
    assert_eq!(together.findings, []);
    let files = together.tables.iter().map(|it| match &it.at {
        Some(Where::File { file, .. }) => file.as_str(),
        _ => "",
    });
    assert!(files.into_iter().all(|it| it.starts_with("公开.zip/公开/")));
}

#[test]
fn several_disclosures_in_an_archive_are_named() {
    let (whole, ..) = sample();
    let other = whole.replace("沙杏县市民服务中心", "沙杏县档案馆");
    let bytes = zipped(&[("甲.txt", whole.as_bytes()), ("乙.txt", other.as_bytes())]);
    let failure = archive(bytes).expect_err("they are two");
    assert_eq!(failure.kind, FailureKind::Unsupported);
    let message = failure.message.zh;
    assert!(
        message.contains("甲.txt") && message.contains("乙.txt"),
        "{message}"
    );
}

#[test]
fn files_that_may_be_of_others_stay_apart() {
    let (whole, said, tables) = sample();
    let named = |name: &str, text: &str| text.replace("沙杏县市民服务中心", name);
    let apart = |parts: Vec<Part>| grouped(parts).iter().all(|it| it.len() == 1);
    assert!(!apart(vec![part("说明", &said), part("表", &tables)]));
    assert!(apart(vec![part("一", &whole), part("二", &whole)]));
    assert!(apart(vec![part("一", &whole), part("表", &tables)]));
    assert!(apart(vec![part("说明", &said), part("说明", &said)]));
    let other = named("沙杏县档案馆", &tables);
    assert!(apart(vec![part("说明", &said), part("表", &other)]));
    let earlier = tables.replace("2026年", "2025年");
    assert!(apart(vec![part("说明", &said), part("表", &earlier)]));
}

#[test]
fn a_file_that_is_a_part_is_told_so_and_not_accused() {
    let (_, said, tables) = sample();
    for (text, note) in [(said, "没有认出预算表"), (tables, "只有表")] {
        let alone = Input::new("一半.txt", Content::Bytes(text.into()));
        let alone = report(&examine(&alone, &mut |_| {}).expect("it is read"));
        assert_eq!(alone.findings, []);
        assert!(
            alone.notes.iter().any(|it| it.message.zh.contains(note)),
            "{note}"
        );
    }
}

#[test]
fn tables_in_files_of_their_own_need_not_name_the_year() {
    let (_, said, tables) = sample();
    let undated = tables.replace("2026年", "").replace("2026 年", "");
    let second = undated.find("表 2\n").expect("there is a second table");
    let parts = || {
        vec![
            part("表1", &undated[..second]),
            part("其他表", &undated[second..]),
            part("说明", &said),
        ]
    };
    assert_eq!(grouped(parts()), [["表1", "其他表", "说明"]]);
    // With the words of two years, nobody knows whose the tables are.
    let mut two = vec![part("去年说明", &said.replace("2026年", "2025年"))];
    two.extend(parts());
    assert!(grouped(two).iter().all(|it| it.len() == 1));
}

#[test]
fn a_pair_need_not_say_whose_it_is() {
    let (_, said, tables) = sample();
    let nameless: String = tables
        .lines()
        .filter(|it| !it.contains("沙杏县"))
        .map(|it| format!("{it}\n"))
        .collect();
    let parts = || vec![part("说明", &said), part("表", &nameless)];
    assert_eq!(groups(parts(), true).len(), 1);
    assert_eq!(groups(parts(), false).len(), 2);
}

#[test]
fn several_units_in_a_folder_are_told_apart() {
    let (_, said, tables) = sample();
    let named = |text: &str| text.replace("沙杏县市民服务中心", "沙杏县档案馆");
    let parts = vec![
        part("甲说明", &said),
        part("乙说明", &named(&said)),
        part("乙表", &named(&tables)),
        part("甲表", &tables),
    ];
    assert_eq!(grouped(parts), [["甲说明", "甲表"], ["乙说明", "乙表"]]);
}

#[test]
fn an_encrypted_archive_says_so() {
    let mut bytes = zipped(&[("a.txt", "收入合计".as_bytes())]);
    for (sign, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at = bytes.windows(4).position(|it| it == sign);
        bytes[at.expect("every archive has it") + flags] |= 1;
    }
    let failure = archive(bytes).expect_err("it is locked");
    assert!(
        failure.message.zh.contains("加密"),
        "{}",
        failure.message.zh
    );
}

#[test]
fn an_archive_that_is_cut_off_gives_what_it_has() {
    let (whole, ..) = sample();
    let mut bytes = zipped(&[("甲.txt", whole.as_bytes()), ("乙.txt", &[b' '; 999])]);
    bytes.truncate(bytes.len() - 120);
    let examined = archive(bytes).expect("the first file is whole");
    let report = report(&examined);
    assert_eq!(report.findings, []);
    assert!(
        report
            .notes
            .iter()
            .any(|it| it.message.zh.contains("不完整"))
    );
    let rubbish = archive(b"PK\x03\x04 and nothing more".to_vec()).err();
    assert_eq!(rubbish.map(|it| it.kind), Some(FailureKind::Damaged));
}

/// Jiangsu publishes words and tables in two files; they name the unit in two ways.
#[test]
fn a_pair_that_was_published_is_one() {
    let mut parts = Vec::new();
    for name in ["narrative", "tables"] {
        let file = format!("jiangsu-general-office-2018-{name}.pdf");
        let Some(bytes) = published::shared(&file) else {
            return;
        };
        let input = Input::new(name, Content::Bytes(bytes));
        parts.push(Part::read(&input, &mut |_| {}).expect("it is read"));
    }
    assert_eq!(grouped(parts.clone()), [["narrative", "tables"]]);
    let findings = report(&examine_parts(parts)).findings;
    assert!(
        findings.iter().all(|it| it.severity != Severity::Error),
        "{findings:#?}"
    );
}
