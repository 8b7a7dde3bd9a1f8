//! What stands around a table: its title, its unit of account, the note below it; and what the
//! document as a whole says of itself.
use crate::{
    budget::{Budget, Kind, Scope},
    document::{Block, Document},
    money::Unit,
    words::{bare, is_chinese_number, is_digits, key},
};

/// What stands around a grid.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// The title as printed.
    pub title: String,
    /// The unit of account.
    pub unit: Option<Unit>,
    /// Who fills in the table.
    pub unit_name: Option<String>,
    /// The sentence below it that begins with 备注 or says that it is empty.
    pub note: Option<String>,
    /// The grid before this one.
    pub after: Option<usize>,
    /// Whether nothing but page furniture stands between that grid and this one.
    pub follows_directly: bool,
}

/// How many paragraphs above a grid may belong to it: number, title, unit name, unit of account,
/// date and the like.
const REACH: usize = 8;
/// A title has at most so many characters.
const LONGEST_TITLE: usize = 60;

/// Looks around the grid at `index`.
pub fn surroundings(document: &Document, index: usize) -> Surroundings {
    let mut around = Surroundings::default();
    let mut furniture_only = true;
    for (block, distance) in (0..index).rev().zip(0..) {
        match &document.blocks[block] {
            Block::Grid(_) => {
                around.after = Some(block);
                around.follows_directly = furniture_only;
                break;
            }
            Block::Paragraph(paragraph) if distance < REACH => {
                furniture_only &= is_furniture(&paragraph.text);
                look_above(&paragraph.text, &mut around);
            }
            Block::Paragraph(paragraph) => furniture_only &= is_furniture(&paragraph.text),
        }
    }
    around.note = note_below(document, index);
    around
}

fn look_above(text: &str, around: &mut Surroundings) {
    let plain = key(text);
    around.unit = around.unit.or_else(|| unit_of_account(text));
    around.unit_name = around.unit_name.take().or_else(|| filled_in_by(text));
    if around.title.is_empty() && is_title(&plain) {
        around.title = text.trim().to_owned();
    }
}

/// A short line that ends in 表 and more than numbers it.
pub fn is_title(plain: &str) -> bool {
    let plain = bare(plain);
    let name = plain.trim_end_matches(|sign: char| sign.is_ascii_digit());
    plain.chars().count() <= LONGEST_TITLE
        && (name.ends_with('表') || name.ends_with("表续"))
        && name.chars().count() > 3
        && !plain.contains(['。', '；', ';'])
        && !is_number_of_table(&plain)
}

/// A line that only numbers a table, as 公开03表, 财决公开01表, 预算01-1表 do. It stands above the
/// title or below it.
fn is_number_of_table(plain: &str) -> bool {
    let words = [
        "公开", "财决", "财预", "预算", "决算", "部门", "单位", "附", "表", "第", "号", "续",
    ];
    let rest = words
        .iter()
        .fold(plain.to_owned(), |rest, it| rest.replace(it, ""));
    let is_sign =
        |it: char| it.is_ascii_digit() || "-—.".contains(it) || is_chinese_number(&it.to_string());
    !rest.is_empty() && rest.chars().all(is_sign)
}

/// Page numbers and the word that a table goes on.
pub fn is_furniture(text: &str) -> bool {
    let plain = key(text);
    let plain = plain.trim_matches(['-', '—', '–', '第', '页']);
    plain.is_empty() || is_digits(plain) || matches!(plain, "续表" | "续")
}

/// `单位：万元` anywhere in a line.
pub fn unit_of_account(text: &str) -> Option<Unit> {
    let plain = key(text);
    let behind = plain.match_indices("单位:").map(|(at, it)| at + it.len());
    let unit = |at| match &plain[at..] {
        // The line was broken inside 万元.
        "万" => Some(Unit::TenThousand),
        rest => Unit::at_start(rest),
    };
    behind.filter_map(unit).next()
}

/// `编制单位：某某`
fn filled_in_by(text: &str) -> Option<String> {
    let plain = key(text);
    let labels = [
        "编制单位:",
        "填报单位:",
        "单位名称:",
        "编制部门:",
        "部门名称:",
        "预算单位:",
        "预算部门:",
        "部门:",
    ];
    let label = labels.iter().find(|it| plain.starts_with(**it))?;
    let name = plain[label.len()..].split("单位:").next()?;
    let name = name.trim_end_matches(|sign: char| sign.is_ascii_digit());
    Some(name.to_owned()).filter(|it| !it.is_empty())
}

/// What the paragraphs below a grid say of it: that it is empty, or else the first note.
fn note_below(document: &Document, index: usize) -> Option<String> {
    let below = document.blocks[index + 1..].iter().take(NOTES);
    let texts = below.map_while(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.text.as_str()),
        Block::Grid(_) => None,
    });
    let notes: Vec<&str> = texts.filter(|it| says_of_table(it)).collect();
    let empty = notes.iter().find(|it| says_empty(it));
    empty.or(notes.first()).map(|it| (*it).to_owned())
}

/// So many paragraphs below a table may be its notes.
const NOTES: usize = 4;

fn says_of_table(text: &str) -> bool {
    let plain = key(text);
    let starts = |word: &str| plain.starts_with(word);
    ["备注", "注:", "说明:"].iter().any(|it| starts(it)) || says_empty(text)
}

/// Whether a note says that its table holds nothing.
pub fn says_empty(text: &str) -> bool {
    let plain = key(text);
    ["空表", "无数据", "本表无"]
        .iter()
        .any(|it| plain.contains(it))
}

/// Reads title, year, kind, scope and unit name off the first lines and the tables' heads.
pub fn describe(document: &Document, budget: &mut Budget) {
    let paragraphs = || {
        document.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph.text.as_str()),
            Block::Grid(_) => None,
        })
    };
    let lines: Vec<String> = paragraphs().map(key).collect();
    budget.title = title(&lines);
    budget.usual_unit = paragraphs().find_map(unit_of_account).unwrap_or_default();
    let named_by_table = paragraphs().find_map(filled_in_by);
    let title = budget.title.clone().unwrap_or_default();
    budget.year = year_in(&title).or_else(|| paragraphs().find_map(|it| year_in(&key(it))));
    budget.unit_name = named_by_table.or_else(|| unit_name_in(&title));
    let all: String = paragraphs().take(TITLE_REACH).map(key).collect();
    let words = if title.is_empty() { &all } else { &title };
    if words.contains("决算") {
        budget.kind = Kind::Final;
    }
    budget.scope = scope_in(words);
}

/// The document's title stands among so many first paragraphs.
const TITLE_REACH: usize = 40;
/// On so many first lines a title may run over several.
const COVER: usize = 8;
/// A title on the cover takes so many lines at most.
const TITLE_LINES: usize = 3;

/// The document's title among its paragraphs, as keys; an explanation's own where there is no other.
fn title(lines: &[String]) -> Option<String> {
    let reach = &lines[..lines.len().min(TITLE_REACH)];
    let explanation = || reach.iter().find(|it| ends_as(it, &EXPLANATIONS)).cloned();
    let ending_at = |it| title_ending_at(lines, it);
    (0..reach.len()).find_map(ending_at).or_else(explanation)
}

/// The title whose last line this is. That the lines before belong to it is seen by the unit's name
/// that they make together: the text has it, too.
fn title_ending_at(lines: &[String], last: usize) -> Option<String> {
    let joined = |count: usize| -> Option<String> {
        let first = (last + 1).checked_sub(count)?;
        let title = lines[first..=last].concat();
        let name = unit_name_in(&title)?;
        let told = || lines[last + 1..].iter().any(|it| it.contains(&name));
        (last < COVER && ends_as(&title, &TITLES) && told()).then_some(title)
    };
    let alone = || ends_as(&lines[last], &TITLES).then(|| lines[last].clone());
    (2..=TITLE_LINES).rev().find_map(joined).or_else(alone)
}

const TITLES: [&str; 8] = [
    "预算公开",
    "决算公开",
    "预算",
    "决算",
    "预算公开说明",
    "决算公开说明",
    "预算信息公开",
    "预算公开报告",
];
const EXPLANATIONS: [&str; 4] = [
    "部门预算情况说明",
    "单位预算情况说明",
    "部门决算情况说明",
    "单位决算情况说明",
];

/// Whether a line of a year, and no heading, ends with one of these.
fn ends_as(plain: &str, ends: &[&str]) -> bool {
    plain.chars().count() <= LONGEST_TITLE
        && year_in(plain).is_some()
        && ends.iter().any(|it| plain.ends_with(it))
        && !plain.starts_with("第")
}

/// The first 20xx 年.
pub fn year_in(plain: &str) -> Option<u16> {
    let at = |(position, _): (usize, &str)| {
        let start = position.checked_sub(4)?;
        let digits = plain.get(start..position).filter(|it| is_digits(it))?;
        digits
            .parse()
            .ok()
            .filter(|year| (1990..2100).contains(year))
    };
    plain.match_indices('年').find_map(at)
}

fn unit_name_in(title: &str) -> Option<String> {
    let behind = match title.split_once('年') {
        Some((before, behind)) if before.chars().all(|it| it.is_ascii_digit()) => behind,
        Some((before, _)) => before.trim_end_matches(|it: char| it.is_ascii_digit()),
        None => title,
    };
    let behind = behind.trim_start_matches('度');
    let ends = [
        "单位预算",
        "部门预算",
        "单位决算",
        "部门决算",
        "预算",
        "决算",
    ];
    let name = ends
        .iter()
        .find_map(|it| behind.split_once(it).map(|parts| parts.0))
        .unwrap_or(behind);
    Some(name.to_owned()).filter(|it| it.chars().count() >= 3)
}

fn scope_in(words: &str) -> Option<Scope> {
    let unit = words.contains("单位预算") || words.contains("单位决算");
    let department = words.contains("部门预算") || words.contains("部门决算");
    match (unit, department) {
        (true, false) => Some(Scope::Unit),
        (false, true) => Some(Scope::Department),
        _ => None,
    }
}
