//! The command line as people and scripts use it.
use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

const SOUND: &str = "static/samples/sound.txt";
const PLANTED: &str = "static/samples/planted.txt";

fn gouji(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gouji"))
        .args(arguments)
        .output()
        .expect("it runs")
}

#[track_caller]
fn status(arguments: &[&str], expected: i32) -> (String, String) {
    let output = gouji(arguments);
    let of = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, beside) = (of(&output.stdout), of(&output.stderr));
    assert_eq!(
        output.status.code(),
        Some(expected),
        "{arguments:?}\n{out}\n{beside}"
    );
    (out, beside)
}

/// A folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[test]
fn the_status_says_how_it_went() {
    let (out, _) = status(&["check", SOUND], 0);
    assert!(out.contains("都相符"), "{out}");
    let (out, _) = status(&["check", PLANTED], 1);
    assert!(out.contains("✗ 不符") && out.contains("怎么改"), "{out}");
    let (out, beside) = status(&["check", PLANTED, "no-such-file.txt"], 2);
    assert!(
        out.contains("✗ 不符") && beside.contains("没有这个文件"),
        "{beside}"
    );
    status(&["check"], 2);
}

#[test]
fn english_is_english() {
    let (out, _) = status(&["check", "--lang", "en", PLANTED], 1);
    assert!(
        out.contains("of them checked") && out.contains("What to do"),
        "{out}"
    );
    let (_, beside) = status(&["check", "--lang", "en", "no-such-file.txt"], 2);
    assert!(beside.contains("There is no such file"), "{beside}");
}

#[test]
fn several_documents_are_lines_or_an_array() {
    let (out, _) = status(
        &[
            "check",
            "--format",
            "ndjson",
            SOUND,
            "Cargo.lock.gone",
            PLANTED,
        ],
        2,
    );
    let lines: Vec<serde_json::Value> = out
        .lines()
        .map(|it| serde_json::from_str(it).expect("JSON"))
        .collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[1]["failure"]["kind"], "unavailable");
    assert_eq!(lines[2]["findings"][0]["severity"], "error");
    let (out, _) = status(&["check", "--format", "json", SOUND, PLANTED], 1);
    let array: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(array.as_array().map(Vec::len), Some(2));
    let (out, _) = status(&["check", "--format", "json", SOUND], 0);
    let object: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(object["schema"], "gouji.report/1");
}

#[test]
fn folders_are_gone_through() {
    let folder = folder("folders");
    fs::create_dir(folder.join("inner")).expect("a folder");
    fs::copy(SOUND, folder.join("a.txt")).expect("copied");
    fs::copy(PLANTED, folder.join("inner/b.budget")).expect("copied");
    fs::write(folder.join("notes.xyz"), "no table here").expect("written");
    fs::write(folder.join("picture.png"), [0x89, b'P', b'N', b'G', 0, 1]).expect("written");
    fs::write(folder.join(".hidden.txt"), "hidden").expect("written");
    let path = folder.to_string_lossy().into_owned();
    let (out, beside) = status(&["check", "--format", "ndjson", &path], 1);
    let names: Vec<bool> = out.lines().map(|it| it.contains("b.budget")).collect();
    assert_eq!(names, [false, true], "{out}\n{beside}");
    let (out, _) = status(&["check", &path], 1);
    assert!(
        out.contains("共 2 份文件：1 份没有不符，1 份有不符，0 份未能读取"),
        "{out}"
    );
}

#[test]
fn standard_input_is_a_document() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gouji"))
        .args(["check", "--format", "json", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin
        .write_all(&fs::read(SOUND).expect("the sample"))
        .expect("written");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["source"]["name"], "-");
}

#[test]
fn files_published_apart_are_one_disclosure() {
    let folder = folder("together");
    let sound = fs::read_to_string(SOUND).expect("the sample");
    let cut = sound
        .find("\n第三部分 2026年单位预算情况说明\n\n一、关于")
        .unwrap_or(sound.len() / 2);
    let tables = folder.join("tables.txt");
    let narrative = folder.join("narrative.txt");
    fs::write(&tables, &sound[..cut]).expect("written");
    fs::write(&narrative, &sound[cut..]).expect("written");
    let paths = [narrative.to_string_lossy(), tables.to_string_lossy()];
    let (out, _) = status(
        &[
            "check",
            "--together",
            "--format",
            "json",
            &paths[0],
            &paths[1],
        ],
        0,
    );
    let report: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(report["tables"].as_array().map(Vec::len), Some(13));
    assert!(
        report["source"]["name"]
            .as_str()
            .is_some_and(|it| it.contains(" + "))
    );
}

#[test]
fn reports_are_written_to_files() {
    let folder = folder("files");
    for (format, begins) in [
        ("html", &b"<!doctype html>"[..]),
        ("csv", "\u{feff}文件,".as_bytes()),
        ("xlsx", b"PK"),
        ("markdown", b"# "),
    ] {
        let path = folder.join(format);
        let path = path.to_string_lossy();
        let (out, _) = status(
            &[
                "check", "--format", format, "--out", &path, PLANTED, "gone.txt",
            ],
            2,
        );
        assert!(out.is_empty(), "{out}");
        let written = fs::read(&*path).expect("written");
        assert!(written.starts_with(begins), "{format}");
    }
}

#[test]
fn a_document_is_never_written_over() {
    let folder = folder("over");
    let path = folder.join("a.txt");
    fs::copy(SOUND, &path).expect("copied");
    let name = path.to_string_lossy();
    status(&["check", "--out", &name, &name], 2);
    assert_eq!(
        fs::read(&path).expect("still there"),
        fs::read(SOUND).expect("the sample")
    );
}

#[test]
fn a_closed_pipe_is_no_panic() {
    let many = [PLANTED; 12];
    let mut child = Command::new(env!("CARGO_BIN_EXE_gouji"))
        .args(["check", "--format", "ndjson"])
        .args(many)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn rules_are_listed_and_explained() {
    let (out, _) = status(&["rules"], 0);
    assert!(out.contains("table/row-sum"), "{out}");
    let (out, _) = status(&["rules", "--format", "json"], 0);
    let rules: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert!(rules.as_array().is_some_and(|it| it.len() > 20));
    let (out, _) = status(&["explain", "table/row-sum"], 0);
    assert!(out.contains("这样不符"), "{out}");
    let (_, beside) = status(&["explain", "row-sm"], 2);
    assert!(beside.contains("table/row-sum"), "{beside}");
}

#[test]
fn parts_of_a_disclosure_are_put_together() {
    let whole = fs::read_to_string(SOUND).expect("the sample is there");
    let at = |line: &str| whole.rfind(line).expect("the sample has the line");
    let tables = at("第二部分 ")..at("第三部分 ");
    let folder = folder("together");
    let said = format!("{}{}", &whole[..tables.start], &whole[tables.end..]);
    fs::write(folder.join("说明.txt"), said).expect("it is written");
    fs::write(folder.join("表.txt"), &whole[tables]).expect("it is written");
    let path = folder.to_string_lossy();
    let (out, _) = status(&["check", &path], 0);
    assert!(
        out.contains("合为一份") && out.contains("说明.txt + "),
        "{out}"
    );
    assert!(!out.contains("────────"), "{out}");
}

#[test]
fn a_receipt_is_verified_and_a_changed_byte_refused() {
    let folder = folder("receipt");
    let (receipt, copy) = (folder.join("receipt.json"), folder.join("copy.txt"));
    let (receipt, copy) = (
        receipt.to_str().expect("UTF-8"),
        copy.to_str().expect("UTF-8"),
    );
    status(
        &[
            "check", "--format", "receipt", "--out", receipt, PLANTED, SOUND,
        ],
        1,
    );
    // Neither the order of the files nor their names matter.
    fs::copy(PLANTED, copy).expect("a copy");
    let (out, _) = status(&["verify", receipt, SOUND, copy], 0);
    assert!(out.contains("与收据一致"), "{out}");
    let (out, _) = status(&["verify", "--lang", "en", receipt, PLANTED], 1);
    assert!(out.contains("was not handed in"), "{out}");
    let mut bytes = fs::read(copy).expect("the copy");
    *bytes.last_mut().expect("a byte") = b' ';
    fs::write(copy, bytes).expect("it is written");
    let (out, _) = status(&["verify", receipt, SOUND, copy], 1);
    assert!(out.contains("与收据不一致"), "{out}");
    status(&["verify", SOUND, SOUND], 2);
    status(&["verify", receipt, "no-such-file.txt"], 2);
}

#[test]
fn a_receipt_that_was_changed_is_refused() {
    let folder = folder("forged");
    let receipt = folder.join("receipt.json");
    let path = receipt.to_str().expect("UTF-8");
    status(&["check", "--format", "receipt", "--out", path, PLANTED], 1);
    let issued = fs::read_to_string(&receipt).expect("a receipt");
    let mut told: serde_json::Value = serde_json::from_str(&issued).expect("JSON");
    let findings = told["documents"][0]["findings"].as_array_mut();
    findings.expect("findings").remove(0);
    for (forged, says) in [
        (told.to_string(), "收据里没有"),
        (
            issued.replace("\"version\": \"", "\"version\": \"9"),
            "程序的版本不同",
        ),
    ] {
        fs::write(&receipt, forged).expect("it is written");
        let (out, _) = status(&["verify", path, PLANTED], 1);
        assert!(out.contains(says), "{out}");
    }
}

#[test]
fn notes_of_a_receipt_are_put_on_their_findings() {
    let folder = folder("noted");
    let receipt = folder.join("receipt.json");
    let path = receipt.to_str().expect("UTF-8");
    status(&["check", "--format", "receipt", "--out", path, PLANTED], 1);
    let issued = fs::read_to_string(&receipt).expect("a receipt");
    let mut noted: serde_json::Value = serde_json::from_str(&issued).expect("JSON");
    let finding = noted["documents"][0]["findings"][0]["id"].clone();
    noted["notes"] = serde_json::json!([
        { "document": "planted.txt", "finding": finding, "text": "已备案" }
    ]);
    fs::write(&receipt, noted.to_string()).expect("it is written");
    let (out, _) = status(&["check", "--notes", path, PLANTED], 1);
    assert!(out.contains("已说明：已备案"), "{out}");
    let (out, _) = status(&["verify", path, PLANTED], 0);
    assert!(out.contains("已说明：已备案"), "{out}");
    status(&["check", "--notes", PLANTED, PLANTED], 2);
}

#[test]
fn findings_are_put_on_copies() {
    let folder = folder("annotated");
    let path = folder.join("draft.docx");
    fs::write(&path, draft()).expect("it is written");
    let (out, _) = status(&["annotate", path.to_str().expect("UTF-8")], 0);
    assert!(out.contains("draft-勾稽.docx"), "{out}");
    let copy = fs::read(folder.join("draft-勾稽.docx")).expect("the copy");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(copy)).expect("a package");
    let comments = archive.by_name("word/comments.xml").expect("comments");
    let comments = std::io::read_to_string(comments).expect("text");
    assert!(comments.contains("标点重复"), "{comments}");
    // Another file of the same name does not take the place of its copy.
    let other = folder.join("other");
    fs::create_dir_all(&other).expect("a folder");
    let second = other.join(path.file_name().expect("a name"));
    fs::copy(&path, &second).expect("a copy");
    let given = [&path, &second].map(|it| it.to_str().expect("UTF-8"));
    let out = folder.to_str().expect("UTF-8");
    let (_, refused) = status(
        &["annotate", "--lang", "en", "--out", out, given[0], given[1]],
        2,
    );
    assert!(refused.contains("there already"), "{refused}");
    let (_, beside) = status(&["annotate", "--lang", "en", PLANTED], 2);
    assert!(beside.contains("Only PDF and Word"), "{beside}");
}

/// A Word document with a full stop too many.
fn draft() -> Vec<u8> {
    let text = "<w:document xmlns:w='urn:w'><w:body><w:p><w:r><w:t>一、本单位2026年收入预算12.00万元。。\
                </w:t></w:r></w:p></w:body></w:document>";
    let types = "<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [("[Content_Types].xml", types), ("word/document.xml", text)] {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(name, options).expect("a part");
        archive.write_all(text.as_bytes()).expect("its text");
    }
    archive.finish().expect("a package").into_inner()
}
