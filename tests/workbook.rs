//! The workbook, read back: numbers are numbers, sums are formulas, and what a document says is text.
use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook_from_rs};
use gouji::{
    note::Lang,
    read::{Content, Input},
    report::{
        entry::Entry,
        workbook::{Dossier, workbook},
    },
    together,
};
use gouji_generator::samples;
use std::io::{Cursor, Read};

type Book = Xlsx<Cursor<Vec<u8>>>;

fn dossier(name: &str, text: String) -> Dossier {
    let input = Input::new(name, Content::Bytes(text.into_bytes()));
    let outcomes = together::documents([input], &mut |_, _| {});
    outcomes.first().expect("a document").into()
}

fn read_back(dossiers: &[Dossier]) -> Book {
    let bytes = workbook(dossiers, Lang::Zh).expect("a workbook");
    open_workbook_from_rs(Cursor::new(bytes)).expect("it opens")
}

fn sheet(book: &mut Book, name: &str) -> Range<Data> {
    book.worksheet_range(name).expect("the sheet is there")
}

fn column(range: &Range<Data>, heading: &str) -> Vec<Data> {
    let mut rows = range.rows();
    let head = rows.next().expect("a head");
    let is_it = |it: &Data| *it == heading;
    let column = head.iter().position(is_it).expect("the column is there");
    rows.map(|it| it[column].clone()).collect()
}

#[test]
fn each_list_has_its_sheet() {
    let book = read_back(&[dossier("planted.txt", samples::planted())]);
    assert_eq!(
        book.sheet_names(),
        [
            "汇总",
            "不符之处",
            "未核对的数字",
            "重新计算",
            "各表数字",
            "其他"
        ]
    );
}

#[test]
fn printed_and_suggested_figures_are_numbers() {
    let mut book = read_back(&[dossier("planted.txt", samples::planted())]);
    let findings = sheet(&mut book, "不符之处");
    let numbers = |heading| {
        let cells = column(&findings, heading);
        cells
            .iter()
            .filter(|it| it.is_float() || it.is_int())
            .count()
    };
    assert!(numbers("现为") > 0 && numbers("应为") > 0 && numbers("差额") > 0);
    let units = column(&findings, "单位");
    assert!(!units.is_empty() && units.iter().all(|it| !it.to_string().is_empty()));
    assert!(column(&findings, "处理情况").iter().all(Data::is_empty));
}

#[test]
fn sums_are_formulas_that_come_to_what_they_say() {
    let dossier = dossier("planted.txt", samples::planted());
    let sums = dossier.recomputed.sums.len();
    let mut book = read_back(&[dossier]);
    let formulas = book.worksheet_formula("重新计算").expect("formulas");
    let written = formulas.rows().flatten().filter(|it| !it.is_empty());
    let written: Vec<&String> = written.collect();
    assert_eq!(written.len(), 3 * sums, "two sides and their difference");
    assert!(written.iter().any(|it| it.contains("SUM('各表数字'!")));
    let range = sheet(&mut book, "重新计算");
    let differences = column(&range, "差额");
    for (difference, result) in differences.iter().zip(column(&range, "结果")) {
        let is_nothing = *difference == 0.0;
        assert_eq!(result == "相符", is_nothing, "{difference} {result}");
    }
    assert!(differences.iter().any(|it| *it != 0.0));
}

/// What a formula refers to holds what the formula was told to come to.
#[test]
fn formulas_point_at_the_figures_of_their_sums() {
    let mut book = read_back(&[dossier("planted.txt", samples::planted())]);
    let figures = sheet(&mut book, "各表数字");
    let formulas = book.worksheet_formula("重新计算").expect("formulas");
    let values = sheet(&mut book, "重新计算");
    let mut compared = 0;
    for (row, column, formula) in formulas.used_cells() {
        let row = row + formulas.start().expect("cells").0 as usize;
        let column = column + formulas.start().expect("cells").1 as usize;
        let Some(cell) = formula
            .strip_prefix("SUM('各表数字'!")
            .and_then(|it| it.strip_suffix(')'))
            .filter(|it| !it.contains([':', ',', '(']))
        else {
            continue;
        };
        let letters = cell.trim_end_matches(|it: char| it.is_ascii_digit());
        let [letter] = letters.as_bytes() else {
            continue;
        };
        let at = (
            cell[letters.len()..].parse::<u32>().expect("a row") - 1,
            u32::from(letter - b'A'),
        );
        let number = |it: Option<&Data>| it.and_then(|it| it.to_string().parse::<f64>().ok());
        let told = number(values.get_value((row as u32, column as u32)));
        assert_eq!(
            told,
            number(figures.get_value(at)).or(Some(0.0)),
            "{formula}"
        );
        compared += 1;
    }
    assert!(compared > 10, "{compared}");
}

#[test]
fn whatever_a_document_says_is_text() {
    const WORDS: &str = "=HYPERLINK(\"http://x\")";
    let mut hostile = dossier("planted.txt", samples::planted());
    for piece in &mut hostile.recomputed.pieces {
        piece.title = WORDS.into();
        for cell in piece.cells.iter_mut().filter(|it| it.number.is_none()) {
            cell.text = WORDS.into();
        }
    }
    if let Entry::Report(report) = &mut hostile.entry {
        report.source.name = WORDS.into();
        report.document.title = Some(WORDS.into());
        report.document.unit_name = Some(WORDS.into());
        for finding in &mut report.findings {
            finding.message.zh = WORDS.into();
            for suspect in &mut finding.suspects {
                suspect.suggested = Some(WORDS.into());
                suspect.text = "+1+1".into();
            }
        }
    }
    let mut book = read_back(&[hostile]);
    for name in ["汇总", "不符之处", "未核对的数字", "各表数字", "其他"] {
        let formulas = book.worksheet_formula(name).expect("the sheet is there");
        assert!(formulas.is_empty(), "{name}");
    }
    let names = column(&sheet(&mut book, "不符之处"), "现为");
    assert!(names.contains(&Data::String("+1+1".into())));
    let formulas = book.worksheet_formula("重新计算").expect("formulas");
    assert!(
        formulas
            .rows()
            .flatten()
            .all(|it| !it.contains("HYPERLINK"))
    );
}

#[test]
fn a_file_that_could_not_be_read_is_in_the_summary() {
    let picture = Input::new("图.png", Content::Bytes(b"\x89PNG\r\n\x1a\n".to_vec()));
    let outcomes = together::documents([picture], &mut |_, _| {});
    let dossiers: Vec<Dossier> = outcomes.iter().map(Dossier::from).collect();
    let mut book = read_back(&dossiers);
    let summary = sheet(&mut book, "汇总");
    assert_eq!(column(&summary, "文件"), [Data::String("图.png".into())]);
    assert!(!column(&summary, "结论")[0].is_empty());
}

#[test]
fn the_same_documents_give_the_same_bytes() {
    let dossiers = [dossier("sound.txt", samples::sound())];
    let twice = [0, 1].map(|_| workbook(&dossiers, Lang::En).expect("a workbook"));
    assert_eq!(twice[0], twice[1]);
    // Two made within one second are the same whatever they say of it.
    let mut package = zip::ZipArchive::new(Cursor::new(&twice[0])).expect("a package");
    let mut core = String::new();
    let mut part = package
        .by_name("docProps/core.xml")
        .expect("its properties");
    part.read_to_string(&mut core).expect("text");
    assert!(core.contains("2000-01-01T00:00:00Z"), "{core}");
}
