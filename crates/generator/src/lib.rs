//! Makes up disclosures that add up, and slips of the hand in them.
//!
//! The [`Form`] is that of the districts of Xinjiang, of the central government, of Shanghai or of
//! Jiangsu, or that of final accounts: tables and narrative, all sums of one ledger. Units, places,
//! amounts and sentences are our own; the same [`Options`] make the same disclosure on every machine.
//! Tests, measurements and the samples on the page come from here.
//!
//! ```
//! use gouji_generator::{Options, Richness, damages, disclosure, figures, text};
//! let sound = text(&disclosure(&Options::new(1, Richness::Everything)));
//! let damaged = damages(&figures(&sound), 1)[0].apply(&sound);
//! assert_ne!(sound, damaged);
//! ```
pub mod chance;
mod damage;
mod draw;
mod html;
mod ledger;
mod names;
mod narrative;
mod performance;
mod plan;
mod print;
mod profiles;
mod regions;
pub mod samples;
mod sheet;
mod tables;
mod text;

#[cfg(test)]
mod sound;

pub use damage::{
    Damage, Figure, damages, figures, sentence_figures,
    words::{directions, years},
};
pub use gouji_document::slip::Slip;
pub use html::html;
pub use plan::{Form, Layout, Options, Plan, Richness, Rounding};
pub use print::Print;
pub use sheet::{Cell, Disclosure, Piece, Sheet};
pub use text::text;

use narrative::{ORDINALS, Teller};

/// A disclosure as these options describe it.
pub fn disclosure(options: &Options) -> Disclosure {
    written(&draw::plan(options), options)
}

/// The same unit's disclosure of the year before: what the other one compares with is printed here.
pub fn previous(options: &Options) -> Disclosure {
    written(&draw::previous(options), options)
}

fn written(plan: &Plan, options: &Options) -> Disclosure {
    Disclosure {
        pieces: match plan.form {
            Form::Xinjiang => pieces(plan),
            _ => regions::pieces(plan),
        },
        layout: options.layout,
        seed: options.seed,
    }
}

/// Cover, contents and the four parts.
fn pieces(plan: &Plan) -> Vec<Piece> {
    let teller = Teller::new(plan);
    let parts = parts(plan.year);
    let mut lines = vec![cover(plan)];
    lines.extend(contents(&teller, &parts));
    lines.push(parts[0].clone());
    lines.extend(overview(plan));
    lines.push(parts[1].clone());
    let mut pieces: Vec<Piece> = lines.into_iter().map(Piece::Paragraph).collect();
    pieces.extend(published(plan));
    pieces.push(Piece::Paragraph(parts[2].clone()));
    pieces.extend(teller.sections());
    let close = [parts[3].clone()].into_iter().chain(narrative::terms());
    let close = close.chain([
        plan.unit.clone(),
        format!("{}年2月{}日", plan.year, plan.day),
    ]);
    pieces.extend(close.map(Piece::Paragraph));
    pieces
}

fn cover(plan: &Plan) -> String {
    format!("{}年{}单位预算公开", plan.year, plan.unit)
}

/// The titles of the four parts.
fn parts(year: u16) -> [String; 4] {
    [
        format!("第一部分 {year}年单位概况"),
        format!("第二部分 {year}年单位预算公开表"),
        format!("第三部分 {year}年单位预算情况说明"),
        "第四部分 名词解释".into(),
    ]
}

fn contents(teller: &Teller<'_>, parts: &[String; 4]) -> Vec<String> {
    let tables = ORDINALS.iter().zip(tables::titles());
    let tables = tables.map(|(ordinal, title)| format!("{ordinal}、{title}"));
    let mut lines = vec!["目 录".to_string(), parts[0].clone()];
    lines.extend([
        "一、主要职能".into(),
        "二、机构设置".into(),
        parts[1].clone(),
    ]);
    lines.extend(tables);
    lines.push(parts[2].clone());
    lines.extend(teller.titles());
    lines.push(parts[3].clone());
    lines
}

/// What the unit is there for and how it is set up.
fn overview(plan: &Plan) -> Vec<String> {
    let duties = ORDINALS.iter().zip(&plan.duties);
    let mut lines = vec!["一、主要职能".to_string()];
    lines.extend(duties.map(|(ordinal, duty)| format!("（{ordinal}）{duty}。")));
    lines.push("二、机构设置".into());
    lines.push(format!("{}单位没有下属预算单位。", plan.unit));
    lines
}

/// The tables with what stands over and under them.
fn published(plan: &Plan) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (index, table) in tables::all(plan).into_iter().enumerate() {
        let over = [
            format!("表 {}", index + 1),
            table.title.to_string(),
            format!("编制单位：{}", plan.unit),
            format!("单位：{}", plan.print.unit),
        ];
        pieces.extend(over.map(Piece::Paragraph));
        pieces.push(Piece::Table(table.sheet));
        let note = table
            .lacks
            .map(|what| narrative::empty_note(plan, what, table.title));
        pieces.extend(note.map(Piece::Paragraph));
    }
    pieces
}
