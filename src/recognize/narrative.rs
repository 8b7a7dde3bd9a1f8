//! Reads sentences into statements: what they speak of, how much it is, how it changed. A figure
//! is bound to its role by the words before it inside its sentence; one whose role is not
//! understood is kept as a fact that no rule looks at, so that the report can say so.
mod attach;
mod bases;
mod before;
mod bodies;
mod carried;
mod denials;
mod lists;
pub mod roles;
pub mod subjects;
mod tails;
mod telling;
mod walk;

use crate::{
    budget::{
        Budget, CellName, Fact, FactId, RowName, Source, Spot,
        name::UNRECOGNISED,
        statement::{Basis, Direction, Reason, Statement, Word, WordId},
    },
    document::{Block, Document, Paragraph},
    forms::narrative::{SectionForm, opened_by, section},
    language::line::{Figure, Line, Measure},
    money::Unit,
    words::key,
};
use roles::{Meant, Role};
use std::collections::BTreeMap;
use subjects::Subject;
use telling::Listener;
use walk::Walk;

/// The name of the form that figures of sentences belong to.
pub const FORM: &str = "说明";

/// Reads every sentence of the document and adds its figures and statements to the budget.
pub fn read(document: &Document, budget: &mut Budget) {
    let mut reader = Reader {
        listener: Listener::new(budget),
        year: budget.year,
        budget,
        earlier: false,
        section: None,
        headings: 0,
        lent: false,
        heading: String::new(),
        open_head: None,
        broken_off: None,
        class: None,
        opened: None,
    };
    for (block, it) in document.blocks.iter().enumerate() {
        match it {
            Block::Paragraph(paragraph) => reader.paragraph(block, paragraph),
            Block::Grid(_) => reader.listener.table(),
        }
    }
    let listener = reader.listener;
    listener.end(budget);
    told_elsewhere(budget);
    carried::leave_out(budget);
    settle(budget);
}

/// X支出100万元。与上年相比，X支出增加10万元: a change is often told in the sentence after the amount.
fn told_elsewhere(budget: &mut Budget) {
    let told: Vec<Option<FactId>> = (0..budget.statements.len())
        .map(|it| amount_before(budget, it))
        .collect();
    for (statement, told) in budget.statements.iter_mut().zip(told) {
        statement.told = told;
    }
}

/// The only amount that sentences before tell of what a statement speaks of without one: in its
/// section, or in its paragraph where that is not known.
fn amount_before(budget: &Budget, statement: usize) -> Option<FactId> {
    let it = &budget.statements[statement];
    if it.amount.is_some() || it.change.is_none() && it.rate.is_none() {
        return None;
    }
    let near = |other: &&Statement| match it.section {
        None => other.block == it.block,
        Some(_) => other.heading == it.heading,
    };
    let balance = subjects::balance(&it.subject);
    let same = |other: &&Statement| {
        let same = other.subject == it.subject
            || balance.is_some() && balance == subjects::balance(&other.subject);
        same && other.earlier == it.earlier
    };
    let before = budget.statements[..statement].iter();
    let mut amounts = before.filter(near).filter(same).filter_map(|it| it.amount);
    let told = amounts.next()?;
    let value = |it: FactId| budget.fact(it).amount.value;
    amounts.all(|it| value(it) == value(told)).then_some(told)
}

/// Amounts of the narrative in one unit are printed alike, and so are its percentages, whole ones
/// aside.
fn settle(budget: &mut Budget) {
    let of = |unit: fn(&Fact) -> bool| -> Vec<FactId> {
        let told = budget
            .ids()
            .filter(|it| budget.fact(*it).name.table.is(FORM));
        told.filter(|it| unit(budget.fact(*it))).collect()
    };
    let percent = of(|it| it.unit == Unit::Percent && it.text.contains('.'));
    let money = of(|it| !matches!(it.unit, Unit::Percent | Unit::Piece));
    let mut of_units: BTreeMap<Unit, Vec<FactId>> = BTreeMap::new();
    for it in money {
        of_units.entry(budget.fact(it).unit).or_default().push(it);
    }
    for alike in of_units.into_values().chain([percent]) {
        budget.settle_steps(&alike);
    }
}

/// A line without a number that names an explanation: 2026年部门预算编制说明.
fn is_title(plain: &str) -> bool {
    plain.chars().count() <= LONGEST_TITLE
        && plain.ends_with("说明")
        && !plain.contains([',', '。'])
}

/// The heading that a paragraph begins with, before the sentence it heads: numbered, and ended by a
/// full stop or a colon.
fn heading_before(plain: &str) -> Option<&str> {
    let end = plain.find(['。', ':', ','])?;
    let heading = &plain[..end];
    let short = heading.chars().count() <= LONGEST_TITLE;
    let ended = !plain[end..].starts_with(',');
    (ended && short && super::is_heading_line(heading)).then_some(heading)
}

/// No title is longer.
const LONGEST_TITLE: usize = 40;

struct Reader<'a> {
    budget: &'a mut Budget,
    listener: Listener,
    /// The year that the document is of.
    year: Option<u16>,
    /// Whether the heading above names an earlier year: 二、2021年“三公”经费决算情况.
    earlier: bool,
    /// The section that the paragraph stands in.
    section: Option<&'static SectionForm>,
    /// How many headings have begun or ended one.
    headings: usize,
    /// Whether only the sentence at hand says so, by the total it tells.
    lent: bool,
    /// The heading above.
    heading: String,
    /// The statement of a paragraph that ended in “其中：”: the next paragraphs go on with its parts.
    open_head: Option<usize>,
    /// The statement whose parts a page end has parted: the next paragraph goes on with them.
    broken_off: Option<usize>,
    /// The class that a heading names, whose sections and items follow: （一）公共安全（类）.
    class: Option<String>,
    /// The item that a paragraph without figures speaks of: those of the next one are its own.
    opened: Option<String>,
}

/// Whether a paragraph ends where no sentence does.
fn is_unfinished(place: &Place) -> bool {
    let signs = &place.line.signs;
    signs
        .last()
        .is_some_and(|it| matches!(it, '；' | ';' | ',' | '、'))
}

/// A paragraph on the way through.
struct Place<'a> {
    block: usize,
    paragraph: &'a Paragraph,
    line: Line,
    /// Whether it is told of an earlier year.
    earlier: bool,
}

impl Reader<'_> {
    fn paragraph(&mut self, block: usize, paragraph: &Paragraph) {
        let plain = key(&paragraph.text);
        let heads = super::is_heading_line(&plain) || is_title(&plain);
        if heads && Line::new(paragraph).figures().is_empty() {
            self.heading(&plain);
            return;
        }
        // （二）政府采购情况。2024年…: a heading may begin the sentence it heads.
        if let Some(heading) = heading_before(&plain).filter(|it| section(it).is_some()) {
            self.heading(heading);
        }
        self.listener.paragraph(block, paragraph);
        let place = Place {
            block,
            line: Line::new(paragraph),
            earlier: self.earlier && !self.names_own_year(&plain),
            paragraph,
        };
        self.statements(&place);
        denials::read(self.budget, self.section, block, &plain);
    }

    /// Whether the year of the document is named, and told from others.
    fn names_own_year(&self, plain: &str) -> bool {
        self.year
            .is_some_and(|it| plain.contains(&format!("{it}年")))
    }

    /// A heading begins a section, or ends one.
    fn heading(&mut self, plain: &str) {
        self.listener.heading(plain);
        let names_part = plain.starts_with('第');
        let numbered = plain.starts_with('(');
        let earlier = bases::names_earlier(plain, self.year) && !self.names_own_year(plain);
        self.earlier = !names_part && (earlier || numbered && self.earlier);
        self.take_back();
        let section = match section(plain) {
            None if !names_part && numbered => self.section,
            section => section,
        };
        let of = |it: Option<&SectionForm>| it.map(|it| it.section);
        if !numbered || of(section) != of(self.section) {
            self.headings += 1;
        }
        self.section = section;
        plain.clone_into(&mut self.heading);
        self.class = subjects::class(plain);
        self.opened = None;
        self.open_head = None;
        self.broken_off = None;
    }

    /// Below a heading that is on no record, a sentence that tells the total of a section stands in it.
    fn lend(&mut self, phrase: &str) {
        if self.section.is_none() || self.lent {
            let own = subjects::without_owner(phrase, self.budget.unit_name.as_deref());
            self.section = opened_by(&own, &self.heading);
            self.lent = self.section.is_some();
        }
    }

    /// What a sentence lent ends with it.
    fn take_back(&mut self) {
        self.section = self.section.filter(|_| !self.lent);
        self.lent = false;
    }

    /// Reads the figures of a paragraph, one by one.
    fn statements(&mut self, place: &Place) {
        let line = &place.line;
        let opening = subjects::opening(&line.text(0, line.signs.len()));
        let opening = opening.or(self.opened.take());
        let mut figures = line.figures();
        figures.retain(|it| !matches!(it.measure, Measure::Points | Measure::Times));
        if figures.is_empty() {
            self.opened.clone_from(&opening);
        }
        let going_on = self.broken_off.take().or(self.open_head);
        let mut walk = Walk::new(self, place, opening, going_on);
        for figure in &figures {
            walk.figure(self, figure);
        }
        self.broken_off = walk.end(self).filter(|_| is_unfinished(place));
        if self.broken_off.is_none() && self.open_head.is_none() {
            self.take_back();
        }
        if let Some(head) = self.broken_off {
            self.budget.statements[head].goes_on = true;
        }
    }

    /// Keeps the word that tells the direction of a figure.
    fn word(&mut self, place: &Place, signs: (usize, usize), role: Role) -> WordId {
        let direction = match role {
            Role::Change(to) | Role::Rate(to) => to,
            _ => Direction::Level,
        };
        self.keep(place, signs, direction)
    }

    fn keep(&mut self, place: &Place, signs: (usize, usize), direction: Direction) -> WordId {
        let bytes = place.line.bytes(signs.0, signs.1);
        self.budget.words.push(Word {
            text: place.line.text(signs.0, signs.1),
            direction,
            source: Source {
                block: place.block,
                spot: Spot::span(&bytes),
                at: place.paragraph.place(bytes),
            },
        });
        WordId(self.budget.words.len() - 1)
    }

    /// What the words behind the figures of a statement say of it.
    fn behind(&mut self, place: &Place, statement: usize, from: usize, to: usize) {
        let words = place.line.text(from, to);
        let mut found = |(range, direction): tails::Found| {
            let sign = |byte: usize| from + words[..byte].chars().count();
            self.keep(place, (sign(range.start), sign(range.end)), direction)
        };
        let reason = tails::reason(&words).map(|it| Reason {
            concluded: it.concluded.map(&mut found),
            explicit: it.explicit,
        });
        let level = tails::level(&words).map(&mut found);
        let compared = tails::compared(&words).map(&mut found);
        let statement = &mut self.budget.statements[statement];
        statement.reason = statement.reason.or(reason);
        statement.level = statement.level.or(level);
        statement.compared = statement.compared.or(compared);
    }

    /// What stands behind the last figure: a reason, a list of items, or the word that parts follow.
    fn after_figures(&mut self, place: &Place, from: usize, current: Option<usize>) {
        let end = place.line.signs.len();
        let rest = place.line.text(from, end);
        let Some(current) = current else { return };
        self.behind(place, current, from, end);
        lists::read(self.budget, current, place.block, &rest);
        if rest.trim_end_matches([':', ',']).ends_with("其中") || rest.ends_with("包括:") {
            self.open_head = Some(current);
        }
    }

    /// Begins a statement; one that is not of the thing itself is bound to nothing.
    fn begin(&mut self, place: &Place, phrase: &str, meant: Meant) -> usize {
        let whole = subjects::in_class(phrase, self.class.as_deref());
        let of_body = bodies::is_of_another(phrase, self.budget.unit_name.as_deref());
        let subject = match meant {
            Meant::Thing if of_body => Subject::default(),
            Meant::Thing => subjects::subject(self.budget, self.section, &whole),
            Meant::Earlier | Meant::Otherwise => Subject::default(),
        };
        let statement = Statement {
            heading: self.headings,
            section: self.section.map(|it| it.section),
            subject: phrase.to_owned(),
            known: subject.known,
            cell: subject.cell,
            path: subject.path,
            block: place.block,
            ..Statement::default()
        };
        self.budget.statements.push(statement);
        self.budget.statements.len() - 1
    }

    fn fact(
        &mut self,
        place: &Place,
        figure: &Figure,
        (role, basis): (Role, Option<Basis>),
        subject: Option<&str>,
    ) -> FactId {
        let bytes = place.line.bytes(figure.start, figure.end);
        let unit = figure.measure.unit();
        let column = match role {
            Role::Amount if unit == Unit::Piece => "数量",
            Role::Amount => "金额",
            Role::Base => base_name(basis),
            Role::Completion => "完成率",
            Role::Share => "占比",
            Role::Change(_) => "增减额",
            Role::Rate(_) => "增减率",
        };
        let row = RowName {
            nth: Some(self.budget.facts.len()),
            ..subject.unwrap_or(UNRECOGNISED).into()
        };
        self.budget.add(Fact {
            name: CellName::new(FORM, row, column),
            amount: attach::amount(figure, role),
            unit,
            text: place.line.text(figure.start, figure.end),
            source: Source {
                block: place.block,
                spot: Spot::span(&bytes),
                at: place.paragraph.place(bytes),
            },
        })
    }
}

/// What an amount of the past, or of a plan, is called.
fn base_name(basis: Option<Basis>) -> &'static str {
    match basis {
        Some(Basis::Opening) => "年初预算数",
        Some(Basis::Adjusted) => "调整预算数",
        Some(Basis::Executed) => "上年执行数",
        Some(Basis::Final) => "上年决算数",
        Some(Basis::Budget) | None => "上年数",
    }
}
