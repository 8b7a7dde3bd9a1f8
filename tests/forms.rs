//! The forms of regions and of final accounts, drawn with made-up figures: every table is recognised,
//! nothing is found in what is sound, and a wrong figure is found where it stands.
#[path = "forms/draw.rs"]
mod draw;
#[path = "forms/final_accounts.rs"]
mod final_accounts;
#[path = "forms/jiangsu.rs"]
mod jiangsu;
#[path = "forms/national.rs"]
mod national;
#[path = "forms/of_which.rs"]
mod of_which;
#[path = "forms/peculiar.rs"]
mod peculiar;
#[path = "forms/shanghai.rs"]
mod shanghai;
#[path = "forms/units.rs"]
mod units;

use gouji::{claim::Severity, report::Report};

/// Name, drawing and number of tables; some are whole disclosures, some a few tables.
const ALL: [(&str, &str, usize); 7] = [
    ("Shanghai", shanghai::DEPARTMENT, 9),
    ("Jiangsu", jiangsu::DEPARTMENT, 12),
    ("national", national::DEPARTMENT, 9),
    ("final accounts", final_accounts::DEPARTMENT, 9),
    ("units below each other", units::SICHUAN, 2),
    ("units beside the codes", units::BESIDE, 2),
    ("其中 in headings", of_which::TABLES, 2),
];

fn serious(report: &Report) -> Vec<String> {
    let findings = report.findings.iter();
    let findings = findings.filter(|it| it.severity != Severity::Notice);
    // Of a few tables nobody asks for the others.
    let findings = findings.filter(|it| it.rule != "disclosure/required");
    findings.map(|it| it.message.zh.clone()).collect()
}

#[test]
fn every_table_is_recognised_and_nothing_is_found() {
    for (name, drawing, tables) in ALL {
        let report = draw::examined(drawing);
        let known = report.tables.iter().filter(|it| it.form.is_some());
        assert_eq!(known.count(), tables, "{name}: {:#?}", report.tables);
        assert_eq!(serious(&report), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn what_is_easily_misread_is_not_accused() {
    for (name, tables, drawing) in peculiar::TABLES {
        let report = draw::examined(drawing);
        let known = report.tables.iter().filter(|it| it.form.is_some());
        assert_eq!(known.count(), *tables, "{name}: {:#?}", report.tables);
        assert_eq!(serious(&report), Vec::<String>::new(), "{name}");
    }
}

/// In plain text merged headings leave blanks.
#[test]
fn tables_are_recognised_in_plain_text() {
    for (name, drawing, tables) in ALL {
        let report = draw::examined_as_text(drawing);
        let known = report.tables.iter().filter(|it| it.form.is_some());
        assert_eq!(known.count(), tables, "{name}: {:#?}", report.tables);
        assert_eq!(serious(&report), Vec::<String>::new(), "{name}");
    }
}

/// Nearly all figures of the tables are tied to others.
#[test]
fn figures_are_checked() {
    for (name, drawing, _) in ALL {
        let report = draw::examined(drawing);
        let (all, unchecked) = (report.figures.total, report.figures.unchecked);
        assert!(unchecked * 20 <= all, "{name}: {:#?}", report.unchecked);
    }
}

/// Every figure of every table in turn is made larger; what is tied to nothing is not found.
#[test]
fn a_wrong_figure_is_found() {
    for (name, drawing, _) in ALL {
        let damages = draw::damages(drawing);
        let mut missed = Vec::new();
        for damage in damages.iter().step_by(STEP) {
            let report = draw::examined(&damage.drawing);
            let found = report.findings.iter().any(|it| {
                let mut figures = it.figures.iter().map(|it| &it.text);
                it.severity != Severity::Notice && figures.any(|it| *it == damage.text)
            });
            if !found {
                missed.push(&damage.text);
            }
        }
        let tried = damages.len().div_ceil(STEP);
        assert!(missed.len() * 10 <= tried, "{name}: {missed:?} of {tried}");
    }
}

/// Trying every figure takes long; every so many shows the same.
const STEP: usize = 5;
