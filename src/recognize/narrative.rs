//! Reads sentences into statements: what they speak of, how much it is, how it changed. A figure
//! is bound to its role by the words before it inside its sentence; one whose role is not
//! understood is kept as a fact that no rule looks at, so that the report can say so.
pub mod clause;
mod denials;
mod lists;
pub mod roles;
pub mod subjects;
mod tails;

use super::words::key;
use crate::{
    budget::{
        Budget, CellName, Fact, FactId, Source, Spot,
        statement::{Basis, Direction, Moved, Reason, Statement, Word, WordId},
    },
    document::{Block, Document, Paragraph},
    forms::narrative::{SectionForm, section},
    money::{Amount, Unit},
};
use clause::{Figure, Line};
use roles::{Reading, Role};
use rust_decimal::Decimal;

/// The name of the form that figures of sentences belong to.
pub const FORM: &str = "说明";

/// Reads every sentence of the document and adds its figures and statements to the budget.
pub fn read(document: &Document, budget: &mut Budget) {
    let mut reader = Reader {
        budget,
        section: None,
        open_head: None,
        broken_off: None,
        class: None,
        opened: None,
    };
    for (block, it) in document.blocks.iter().enumerate() {
        if let Block::Paragraph(paragraph) = it {
            reader.paragraph(block, paragraph);
        }
    }
    settle(budget);
}

/// Amounts of the narrative are printed alike, and so are its percentages, whole ones aside.
fn settle(budget: &mut Budget) {
    let of = |unit: fn(&Fact) -> bool| -> Vec<FactId> {
        let told = budget.ids().filter(|it| budget.fact(*it).name.form == FORM);
        told.filter(|it| unit(budget.fact(*it))).collect()
    };
    let money = of(|it| !matches!(it.unit, Unit::Percent | Unit::Piece));
    let percent = of(|it| it.unit == Unit::Percent && it.text.contains('.'));
    budget.settle_steps(&money);
    budget.settle_steps(&percent);
}

/// A line without a number that names an explanation: 2026年部门预算编制说明.
fn is_title(plain: &str) -> bool {
    plain.chars().count() <= LONGEST_TITLE
        && plain.ends_with("说明")
        && !plain.contains([',', '。'])
}

/// No title is longer.
const LONGEST_TITLE: usize = 40;

struct Reader<'a> {
    budget: &'a mut Budget,
    /// The section that the paragraph stands in.
    section: Option<&'static SectionForm>,
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
}

impl Reader<'_> {
    fn paragraph(&mut self, block: usize, paragraph: &Paragraph) {
        let plain = key(&paragraph.text);
        let heads = super::is_heading_line(&plain) || is_title(&plain);
        if heads && Line::new(paragraph).figures().is_empty() {
            self.heading(&plain);
            return;
        }
        let place = Place {
            block,
            line: Line::new(paragraph),
            paragraph,
        };
        self.statements(&place);
        denials::read(self.budget, self.section, block, &plain);
    }

    /// A heading begins a section, or ends one.
    fn heading(&mut self, plain: &str) {
        let names_part = plain.starts_with('第');
        match section(plain) {
            Some(section) => self.section = Some(section),
            None if names_part || !plain.starts_with('(') => self.section = None,
            None => {}
        }
        self.class = subjects::class(plain);
        self.opened = None;
        self.open_head = None;
        self.broken_off = None;
    }

    fn statements(&mut self, place: &Place) {
        let line = &place.line;
        let opening = subjects::opening(&line.text(0, line.signs.len()));
        let opening = opening.or(self.opened.take());
        let mut current: Option<usize> = None;
        let going_on = self.broken_off.take().or(self.open_head);
        let mut head: Option<usize> = going_on;
        let mut from = 0;
        for figure in line.figures() {
            let before = Before::new(line, from, figure.start);
            if let Some(current) = current {
                self.behind(place, current, from, before.begins);
                let words = line.text(from, figure.start);
                // A list that goes on to the next figure is none of names.
                if let Some(end) = words.find(['；', ';', '。']) {
                    lists::read(self.budget, current, place.block, &words[..end]);
                }
            }
            if before.new_sentence {
                current = None;
                head = self.open_head;
            }
            if before.parts_follow {
                head = current;
            }
            let reading = roles::read(&before.clause, figure.measure);
            let word = reading.word.map(|(start, end)| {
                let clause = figure.start - before.clause.chars().count();
                let sign = |byte: usize| clause + before.clause[..byte].chars().count();
                self.word(place, (sign(start), sign(end)), reading.role)
            });
            let mut phrase = before.phrase(&reading.phrase);
            if let (None, true, Some(opening)) = (current, phrase.is_empty(), &opening) {
                phrase.clone_from(opening);
            }
            if !phrase.is_empty() {
                current = Some(self.begin(place, &phrase, head));
            }
            let named = current.map(|it| self.budget.statements[it].subject.clone());
            let fact = self.fact(place, &figure, reading.role, named.as_deref());
            if let Some(current) = current {
                let statement = &mut self.budget.statements[current];
                statement.basis = statement.basis.or(reading.basis);
                attach(statement, &reading, fact, word, &figure);
                rebind(self.budget, current);
            }
            from = figure.behind;
        }
        if from == 0 {
            self.opened = opening;
        }
        self.after_figures(place, from, current);
        self.broken_off = head.filter(|_| is_unfinished(place));
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
        let (start, end) = place.line.bytes(signs.0, signs.1);
        self.budget.words.push(Word {
            text: place.line.text(signs.0, signs.1),
            direction,
            source: Source {
                block: place.block,
                spot: Spot::Span { start, end },
                at: place.paragraph.place(start, end),
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

    fn begin(&mut self, place: &Place, phrase: &str, head: Option<usize>) -> usize {
        let whole = subjects::in_class(phrase, self.class.as_deref());
        let subject = subjects::subject(self.budget, self.section, &whole);
        let statement = Statement {
            section: self.section.map_or("", |it| it.name),
            subject: phrase.to_owned(),
            known: subject.known,
            cell: subject.cell,
            path: subject.path,
            head,
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
        role: Role,
        subject: Option<&str>,
    ) -> FactId {
        let (start, end) = place.line.bytes(figure.start, figure.end);
        let unit = figure.measure.unit();
        let column = match role {
            Role::Amount => "金额",
            Role::Base => "比较数",
            Role::Completion => "完成率",
            Role::Share => "占比",
            Role::Change(_) => "增减额",
            Role::Rate(_) => "增减率",
        };
        let row = format!(
            "{}#{}",
            subject.unwrap_or("未识别"),
            self.budget.facts.len()
        );
        self.budget.add(Fact {
            name: CellName::new(FORM, &row, column),
            amount: amount(figure),
            unit,
            text: place.line.text(figure.start, figure.end),
            source: Source {
                block: place.block,
                spot: Spot::Span { start, end },
                at: place.paragraph.place(start, end),
            },
        })
    }
}

/// The words before a figure.
struct Before {
    /// The sign that the last sentence of them, or the last part of one, begins with.
    begins: usize,
    /// The last clause of them.
    clause: String,
    /// The clause before that, if only a colon stands between.
    led_by: String,
    /// Whether a sentence ended among them.
    new_sentence: bool,
    /// Whether 其中 stands among them: what follows are parts.
    parts_follow: bool,
}

impl Before {
    fn new(line: &Line, from: usize, to: usize) -> Self {
        let words = line.text(from, to);
        let parted = words
            .rfind(['。', '；', ';'])
            .map_or(0, |it| words[..it].chars().count());
        let end = words.rfind(['。', '！', '？']);
        let sentence = end.map_or(words.as_str(), |it| {
            words[it..].trim_start_matches(['。', '！', '？'])
        });
        let cut = sentence.rfind([',', '，', ';', '；', ':']);
        let (before, clause) = match cut {
            Some(at) => (
                &sentence[..at],
                sentence[at..].trim_start_matches([',', '，', ';', '；', ':']),
            ),
            None => ("", sentence),
        };
        let colon = cut.is_some_and(|at| sentence[at..].starts_with(':'));
        let led_by = before
            .rsplit([',', '，', ';', '；', ':'])
            .next()
            .unwrap_or("");
        Before {
            begins: from + parted,
            clause: clause.to_owned(),
            led_by: if colon {
                led_by.to_owned()
            } else {
                String::new()
            },
            new_sentence: end.is_some(),
            parts_follow: sentence.contains("其中") || sentence.ends_with("包括:"),
        }
    }

    /// What the clause speaks of once its role is taken off; before a colon, what led to it.
    fn phrase(&self, rest: &str) -> String {
        let rest = subjects::trimmed(rest);
        if !rest.is_empty() || matches!(self.led_by.as_str(), "" | "其中") {
            return rest;
        }
        subjects::trimmed(&self.led_by)
    }
}

/// Puts a figure in its place; a place that is taken already leaves it alone.
fn attach(
    statement: &mut Statement,
    reading: &Reading,
    fact: FactId,
    word: Option<WordId>,
    figure: &Figure,
) {
    let money = matches!(figure.measure, clause::Measure::Money(_));
    let moved = |direction| {
        word.map(|word| Moved {
            direction,
            fact,
            word,
        })
    };
    let adjusted = reading.basis == Some(Basis::Adjusted);
    match reading.role {
        Role::Amount if money && statement.amount.is_none() => statement.amount = Some(fact),
        // 支出预算为 A，支出决算为 B: what was told first was the budget of what came of it.
        Role::Amount if money && reading.phrase.contains("决算") && statement.base.is_none() => {
            statement.base = statement.amount.replace(fact);
        }
        Role::Amount if figure.measure == clause::Measure::Count && statement.count.is_none() => {
            statement.count = Some(fact);
        }
        Role::Base if adjusted && statement.adjusted.is_none() => statement.adjusted = Some(fact),
        Role::Base if !adjusted && statement.base.is_none() => statement.base = Some(fact),
        Role::Completion if statement.completion.is_none() => {
            statement.completion = Some(fact);
            statement.completed = reading.basis;
        }
        Role::Share if statement.share.is_none() => {
            statement.share = Some(fact);
            statement.share_of.clone_from(&reading.whole);
        }
        Role::Change(direction) if money && statement.change.is_none() => {
            statement.change = moved(direction);
        }
        Role::Rate(direction) if statement.rate.is_none() => {
            statement.rate = moved(direction);
        }
        _ => {}
    }
}

/// A row's name does not tell its column: where the amount is that of another column of the row,
/// that one is meant.
fn rebind(budget: &mut Budget, statement: usize) {
    let it = &budget.statements[statement];
    let (Some(amount), Some(cell), None) = (it.amount, it.cell, it.known) else {
        return;
    };
    let meant = budget.fact(amount).amount;
    let agrees = |id: FactId| {
        let amount = budget.fact(id).amount;
        (amount.value - meant.value).abs() <= amount.half_step + meant.half_step
    };
    if agrees(cell) {
        return;
    }
    let name = budget.fact(cell).name.clone();
    let columns = budget
        .table(&name.form)
        .into_iter()
        .flat_map(|it| it.panels.iter().flat_map(|it| &it.columns));
    let others =
        columns.filter_map(|it| budget.find(&CellName::new(&name.form, &name.row, &it.name)));
    let other = others.into_iter().find(|it| agrees(*it));
    if let Some(other) = other {
        budget.statements[statement].cell = Some(other);
    }
}

/// Money and percentages are rounded; things are counted.
fn amount(figure: &Figure) -> Amount {
    let unit = figure.measure.unit();
    let printed = Amount::printed(figure.number, unit.scale());
    match figure.measure {
        clause::Measure::Count => Amount {
            half_step: Decimal::ZERO,
            ..printed
        },
        _ => printed,
    }
}
