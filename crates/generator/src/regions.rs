//! The forms of other places, each as data: its parts, its tables, its sections and their order.
//!
//! The ledger is the same as everywhere; only what a form has no room for is left out of it
//! ([`Form::holds`]).
mod central;
mod codes;
mod final_accounts;
mod jiangsu;
mod matters;
mod shanghai;

use super::{
    ledger::{Earning, Keep, Line, Purse},
    narrative::{ORDINALS, Teller},
    plan::{Form, Plan},
    print::Print,
    sheet::{Cell, Piece, Sheet},
};
use codes::Listing;

/// A form: its parts and its tables. `{unit}`, `{year}` and `{last}` in words stand for the unit,
/// the year and the year before.
struct Region {
    cover: &'static str,
    parts: &'static [Part],
    tables: &'static [Table],
    /// What stands over the table of this number, if its number does.
    number: Option<fn(usize) -> String>,
    /// How the contents count the tables.
    listed: fn(usize, &str) -> String,
    /// Before the unit's name over a table.
    by: &'static str,
    /// Before the words that say what a table has nothing of.
    note: &'static str,
    /// What changes are measured against.
    compared: &'static str,
}

/// A part of a disclosure.
struct Part {
    /// As the contents call it.
    listed: &'static str,
    /// As its heading calls it; nothing where it has none.
    title: &'static str,
    holds: Holds,
}

/// What a part consists of.
enum Holds {
    /// What the unit does and how it is set up, numbered.
    Overview,
    /// What the unit does.
    Duties,
    /// How the unit is set up.
    Setup,
    /// All tables.
    Tables,
    /// Sections of the narrative, which the contents list.
    Narrative(&'static [Section]),
    /// Sections of the narrative, which the contents do not list.
    Remarks(&'static [Section]),
    /// 名词解释
    Glossary,
}

/// A table of a form.
struct Table {
    title: &'static str,
    /// Which lines it lists, and what to call them when there are none.
    lists: Option<(Keep, &'static str)>,
    /// What it is counted in, where that is not what the others are.
    print: Option<Print>,
    fill: Fill,
}

const fn drawn(title: &'static str, draw: fn(&Plan) -> Sheet) -> Table {
    Table {
        title,
        lists: None,
        print: None,
        fill: Fill::Drawn(draw),
    }
}

const fn listing(title: &'static str, listing: Listing) -> Table {
    Table {
        title,
        lists: None,
        print: None,
        fill: Fill::Codes(listing),
    }
}

const fn section(title: &'static str, tell: fn(&Teller<'_>) -> Vec<Piece>) -> Section {
    Section { title, tell }
}

/// How a table is made.
enum Fill {
    /// A row for every code.
    Codes(Listing),
    /// In a way of its own.
    Drawn(fn(&Plan) -> Sheet),
}

/// A section of the narrative; it is numbered if it has a title.
struct Section {
    title: &'static str,
    tell: fn(&Teller<'_>) -> Vec<Piece>,
}

impl Form {
    /// Whether the form has a place for this line of a ledger.
    pub fn holds(self, line: &Line) -> bool {
        match self {
            Form::Shanghai => {
                let earned = [Earning::Service, Earning::Business, Earning::Other];
                let own = earned.map(Purse::Own).contains(&line.purse);
                line.is_new() && (line.is_treasury() || own)
            }
            Form::Jiangsu => line.purse != Purse::Capital,
            _ => true,
        }
    }

    /// What the form's tables are counted in where nothing else is asked for.
    pub fn print(self) -> Print {
        match self {
            Form::Shanghai => Print::CENTS,
            _ => Print::TEN_THOUSAND,
        }
    }

    fn region(self) -> &'static Region {
        match self {
            Form::Xinjiang | Form::Central => &central::REGION,
            Form::FinalAccounts => &final_accounts::REGION,
            Form::Shanghai => &shanghai::REGION,
            Form::Jiangsu => &jiangsu::REGION,
        }
    }
}

/// Everything that a disclosure of one of these forms consists of.
pub fn pieces(plan: &Plan) -> Vec<Piece> {
    let region = plan.form.region();
    let teller = Teller::new(plan).comparing(filled(region.compared, plan));
    let mut pieces = vec![paragraph(filled(region.cover, plan)), paragraph("目 录")];
    pieces.extend(contents(region, plan).into_iter().map(Piece::Paragraph));
    for part in region.parts {
        let title = Some(filled(part.title, plan)).filter(|it| !it.is_empty());
        pieces.extend(title.map(Piece::Paragraph));
        pieces.extend(part_of(region, part, &teller));
    }
    pieces
}

fn contents(region: &Region, plan: &Plan) -> Vec<String> {
    let mut lines = Vec::new();
    for part in region.parts {
        lines.push(filled(part.listed, plan));
        match &part.holds {
            Holds::Overview => lines.extend(["一、主要职能".to_owned(), "二、机构设置".into()]),
            Holds::Tables => {
                let tables = region.tables.iter().zip(1..);
                let listed = tables.map(|(it, number)| (region.listed)(number, it.title));
                lines.extend(listed.map(|it| filled(&it, plan)));
            }
            Holds::Narrative(sections) => lines.extend(titles(sections, plan)),
            _ => {}
        }
    }
    lines
}

fn part_of(region: &Region, part: &Part, teller: &Teller<'_>) -> Vec<Piece> {
    let plan = teller.plan();
    let paragraphs = |lines: Vec<String>| lines.into_iter().map(Piece::Paragraph).collect();
    let setup = format!("{}没有下属预算单位。", plan.unit);
    match &part.holds {
        Holds::Overview => paragraphs(super::overview(plan)),
        Holds::Duties => paragraphs(plan.duties.iter().map(|it| format!("{it}。")).collect()),
        Holds::Setup => vec![paragraph(setup)],
        Holds::Tables => published(region, plan),
        Holds::Narrative(sections) | Holds::Remarks(sections) => told(sections, teller),
        Holds::Glossary => paragraphs(super::narrative::terms().collect()),
    }
}

fn told(sections: &[Section], teller: &Teller<'_>) -> Vec<Piece> {
    let mut titles = titles(sections, teller.plan()).into_iter();
    let mut pieces = Vec::new();
    for section in sections {
        let numbered = !section.title.is_empty();
        pieces.extend(titles.next().filter(|_| numbered).map(Piece::Paragraph));
        pieces.extend((section.tell)(teller));
    }
    pieces
}

fn titles(sections: &[Section], plan: &Plan) -> Vec<String> {
    let titled = sections.iter().filter(|it| !it.title.is_empty());
    let numbered = ORDINALS.iter().zip(titled);
    let titles = numbered.map(|(ordinal, it)| format!("{ordinal}、{}", filled(it.title, plan)));
    titles.collect()
}

/// The tables with what stands over and under them.
fn published(region: &Region, plan: &Plan) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (table, number) in region.tables.iter().zip(1..) {
        pieces.extend(region.number.map(|it| paragraph(it(number))));
        pieces.extend(titled(region, table, plan));
    }
    pieces
}

/// A table with its title, its unit of account and the note that it has nothing in it.
fn titled(region: &Region, table: &Table, plan: &Plan) -> Vec<Piece> {
    let unit = table.print.unwrap_or(plan.print).unit;
    let mut pieces = vec![
        paragraph(filled(table.title, plan)),
        paragraph(format!("{}：{}", region.by, plan.unit)),
        paragraph(format!("单位：{unit}")),
        Piece::Table(sheet(table, plan)),
    ];
    let is_empty = |keep: &Keep| plan.ledger.sum(keep).now == 0;
    let nothing = table.lists.filter(|(keep, _)| is_empty(keep));
    pieces.extend(nothing.map(|(_, what)| {
        let none = filled(region.note, plan);
        paragraph(format!("注：{none}{what}，故本表为空表。"))
    }));
    pieces
}

fn sheet(table: &Table, plan: &Plan) -> Sheet {
    let mut sheet = match &table.fill {
        Fill::Codes(listing) => listing.sheet(plan),
        Fill::Drawn(draw) => draw(plan),
    };
    for cell in sheet.rows.iter_mut().take(sheet.head).flatten() {
        cell.text = filled(&cell.text, plan);
    }
    sheet
}

fn filled(words: &str, plan: &Plan) -> String {
    let (year, last) = (plan.year.to_string(), (plan.year - 1).to_string());
    let words = words.replace("{unit}", &plan.unit);
    words.replace("{year}", &year).replace("{last}", &last)
}

fn paragraph(text: impl Into<String>) -> Piece {
    Piece::Paragraph(text.into())
}

/// A row that stands by itself: its words and the lines it adds up.
type Named = (&'static str, Keep);

const ALL: Keep = |_| true;
const SPENT: Keep = |line| !line.is_left();
const LEFT: Keep = |line| line.is_left();
const BASIC: Keep = |line| line.is_basic();
const PROJECTS: Keep = |line| !line.is_basic() && !line.is_reserve();
const STAFF: Keep = |line| line.is_staff();
const OFFICE: Keep = |line| line.is_office();
const GENERAL: Keep = |line| line.is_from(Purse::General);
const FUND: Keep = |line| line.is_from(Purse::Fund);
const CAPITAL: Keep = |line| line.is_from(Purse::Capital);
const ACCOUNT: Keep = |line| line.is_from(Purse::Account);
const SERVICE: Keep = |line| line.is_from(Purse::Own(Earning::Service));
const BUSINESS: Keep = |line| line.is_from(Purse::Own(Earning::Business));
const GRANT: Keep = |line| line.is_from(Purse::Own(Earning::Grant));
const REMITTED: Keep = |line| line.is_from(Purse::Own(Earning::Remitted));
const OTHER: Keep = |line| line.is_from(Purse::Own(Earning::Other));
const NONE: Keep = |_| false;

/// Words and figures of rows that stand by themselves.
fn named(plan: &Plan, rows: &[Named]) -> Vec<Vec<String>> {
    let row = |(words, keep): &Named| {
        let figure = plan.print.cell(plan.ledger.sum(keep).now);
        vec![(*words).to_owned(), figure]
    };
    rows.iter().map(row).collect()
}

/// The 类 of the kept lines, numbered, with their figures in these columns.
fn classes(
    plan: &Plan,
    keep: Keep,
    number: fn(&str) -> String,
    columns: &[Keep],
) -> Vec<Vec<String>> {
    let codes = plan.ledger.codes(|line| line.function, 3, keep);
    let row = |(ordinal, code): (&&str, &'static str)| {
        let mut row = vec![format!(
            "{}{}",
            number(ordinal),
            super::names::function(code)
        )];
        row.extend(columns.iter().map(|column| {
            let sum = plan
                .ledger
                .sum(|line| keep(line) && column(line) && line.function.starts_with(code));
            plan.print.cell(sum.now)
        }));
        row
    };
    ORDINALS.iter().zip(codes).map(row).collect()
}

/// Two lists side by side; the shorter one ends in blank rows.
fn beside(sheet: &mut Sheet, left: Vec<Vec<String>>, right: Vec<Vec<String>>, width: usize) {
    let rows = left.len().max(right.len());
    let right_width = sheet.columns - width;
    let side = |rows: &[Vec<String>], at: usize, width: usize| match rows.get(at) {
        Some(row) => row.clone(),
        None => vec![String::new(); width],
    };
    for at in 0..rows {
        let cells = [side(&left, at, width), side(&right, at, right_width)].concat();
        sheet
            .rows
            .push(cells.into_iter().map(Cell::plain).collect());
    }
}
