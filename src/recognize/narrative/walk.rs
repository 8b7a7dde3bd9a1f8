//! Goes through the figures of a paragraph: which statement each belongs to, and whose part that is.
use super::{
    Place, Reader,
    attach::{self, Placing},
    before::Before,
    lists,
    roles::{self, Meant, Reading, Role},
    subjects,
};
use crate::{
    budget::{
        FactId, Kind,
        statement::{Basis, Moved, Side, Statement},
    },
    forms::narrative::{Thing, subject_named},
    language::line::{Figure, Measure},
};

/// Where the reading of a paragraph stands.
pub struct Walk<'a> {
    place: &'a Place<'a>,
    /// What the paragraph opens with.
    opening: Option<String>,
    /// Behind the last figure.
    from: usize,
    /// The last figure.
    last: Option<FactId>,
    /// The statement spoken of.
    current: Option<usize>,
    /// The first statement of the sentence.
    first: usize,
    /// What the sentence before spoke of, if it was one thing.
    before: Option<usize>,
    /// The statement whose parts are told, and those around it.
    heads: Heads,
    /// What is spoken of around the brackets that are open.
    around: Option<Around>,
}

/// Lists of parts inside each other.
#[derive(Debug, Clone, Default)]
struct Heads {
    /// The list at hand.
    head: Option<usize>,
    /// The list that ended last.
    former: Option<usize>,
    /// The side of a balance that the list is.
    side: Option<Side>,
    /// How many of its parts a comma or the like set apart.
    commas: usize,
    /// Whether a semicolon set one of them apart.
    semicolons: bool,
    /// Whether it has a part yet.
    begun: bool,
}

impl Heads {
    fn of(head: Option<usize>) -> Self {
        Heads {
            head,
            ..Heads::default()
        }
    }

    /// A part of the list begins.
    fn part(&mut self, new_part: bool) {
        self.semicolons |= self.begun && new_part;
        self.commas += usize::from(self.begun && !new_part);
        self.begun = true;
    }
}

/// What is spoken of around brackets.
#[derive(Debug)]
struct Around {
    /// Where they close.
    close: usize,
    /// Whether they tell parts: （其中：…）.
    parts: bool,
    current: Option<usize>,
    heads: Heads,
}

impl<'a> Walk<'a> {
    /// Begins a paragraph; `head` is what an earlier one left to be told in parts.
    pub fn new(
        reader: &Reader,
        place: &'a Place<'a>,
        opening: Option<String>,
        head: Option<usize>,
    ) -> Self {
        Walk {
            place,
            opening,
            from: 0,
            last: None,
            current: None,
            first: reader.budget.statements.len(),
            before: None,
            heads: Heads::of(head),
            around: None,
        }
    }

    /// Reads a figure.
    pub fn figure(&mut self, reader: &mut Reader, figure: &Figure) {
        self.brackets(reader, figure);
        let before = Before::new(&self.place.line, self.from, figure.start);
        self.words_behind(reader, &before, figure);
        self.lists(reader, &before);
        let mut reading = roles::read(&before.clause, figure.measure, reader.year);
        if figure.number.is_sign_negative() {
            reading.role = reading.role.of_negative();
        }
        of_own_budget(reader, &before, &mut reading);
        let in_brackets = self.rate_in_brackets(reader, figure);
        if let Some(moved) = in_brackets {
            reading.role = Role::Rate(moved.direction);
            reading.basis = moved.basis;
        }
        let word = reading.word.map(|(start, end)| {
            let clause = figure.start - before.clause.chars().count();
            let sign = |byte: usize| clause + before.clause[..byte].chars().count();
            reader.word(self.place, (sign(start), sign(end)), reading.role)
        });
        let word = word.or(in_brackets.map(|it| it.word));
        self.subject(reader, &before, &reading);
        self.compared_again(reader, &reading);
        let named = self
            .current
            .map(|it| reader.budget.statements[it].subject.clone());
        let fact = reader.fact(
            self.place,
            figure,
            (reading.role, reading.basis),
            named.as_deref(),
        );
        if let Some(current) = self.current {
            let again = self.is_told_again(reader, figure);
            let statement = &mut reader.budget.statements[current];
            statement.basis = statement.basis.or(reading.basis);
            statement.again = statement.again.or(again.then_some(fact));
            let placing = Placing {
                reading: &reading,
                fact,
                word,
                measure: figure.measure,
                last: self.last,
            };
            attach::attach(statement, &placing);
            attach::rebind(reader.budget, current);
        }
        self.from = figure.behind;
        self.last = Some(fact);
    }

    /// Whether a figure stands by itself in brackets right behind the last one.
    fn set_off(&self, figure: &Figure) -> bool {
        self.last.is_some()
            && self.from + 1 == figure.start
            && self.place.line.signs.get(self.from) == Some(&'(')
    }

    /// 较上年减少3.00万元（6.67%）: what brackets say of a change is its rate.
    fn rate_in_brackets(&self, reader: &Reader, figure: &Figure) -> Option<Moved> {
        let told = &reader.budget.statements[self.current?];
        let changed = told.change.filter(|it| Some(it.fact) == self.last);
        changed.filter(|_| figure.measure == Measure::Percent && self.set_off(figure))
    }

    /// 19,542,000.00元（1,954.20万元）: brackets tell the amount once more, in another unit.
    fn is_told_again(&self, reader: &Reader, figure: &Figure) -> bool {
        let amount = self
            .current
            .and_then(|it| reader.budget.statements[it].amount);
        let told = amount.filter(|it| Some(*it) == self.last && self.set_off(figure));
        let unit = figure.measure.unit();
        let money = matches!(figure.measure, Measure::Money(_));
        money && told.is_some_and(|it| reader.budget.fact(it).unit != unit)
    }

    /// Leaves brackets that close before a figure, and enters those that it stands in. What they say
    /// is an aside: 450万元（含上年结转20万元），占90%.
    fn brackets(&mut self, reader: &mut Reader, figure: &Figure) {
        self.leave(figure.start);
        if self.around.is_some() {
            return;
        }
        let Some((open, close)) = self.place.line.brackets(self.from, figure.start) else {
            return;
        };
        // 公务接待费（1.00万元）: the brackets only set off the figure.
        if open + 1 == figure.start {
            return;
        }
        if let Some(current) = self.current {
            reader.behind(self.place, current, self.from, open);
        }
        self.around = Some(Around {
            close,
            parts: false,
            current: self.current,
            heads: self.heads.clone(),
        });
        self.from = open + 1;
    }

    fn leave(&mut self, at: usize) {
        if let Some(around) = self.around.take_if(|it| it.close < at) {
            self.from = self.from.max(around.close + 1);
            self.current = around.current;
            self.heads = around.heads;
        }
    }

    /// What the words behind the last figure say of its statement.
    fn words_behind(&self, reader: &mut Reader, before: &Before, figure: &Figure) {
        let Some(current) = self.current else { return };
        reader.behind(self.place, current, self.from, before.begins);
        let words = self.place.line.text(self.from, figure.start);
        // A list that goes on to the next figure is none of names.
        if let Some(end) = words.find(['；', ';', '。']) {
            lists::read(reader.budget, current, self.place.block, &words[..end]);
        }
    }

    /// Lists of parts begin and end.
    fn lists(&mut self, reader: &Reader, before: &Before) {
        let spoken_of = self.current;
        if before.new_sentence {
            self.before = self.only_thing(reader);
            self.first = reader.budget.statements.len();
            self.current = None;
            self.heads = Heads::of(reader.open_head);
        } else if before.new_part {
            self.end_of_list(reader);
        }
        if let Some(side) = before.side {
            let head = self.heads.head.or(spoken_of.map(|it| root(reader, it)));
            self.heads = Heads {
                side: Some(side),
                ..Heads::of(head)
            };
        } else if before.parts_follow {
            self.around.iter_mut().for_each(|it| it.parts = true);
            self.heads = match self.current {
                Some(current) => Heads::of(Some(current)),
                None => self.parts_of_last(reader, spoken_of),
            };
        }
    }

    /// The only thing that the sentence speaks of, parts aside.
    fn only_thing(&self, reader: &Reader) -> Option<usize> {
        let statements = &reader.budget.statements;
        let is_thing = |it: &usize| {
            let it = &statements[*it];
            it.head.is_none() && !it.twin && it.block == self.place.block
        };
        let mut things = (self.first..statements.len()).filter(is_thing);
        let only = things.next()?;
        things.next().is_none().then_some(only)
    }

    /// X支出100万元，主要用于…。与上年相比增加10万元: what a sentence compares without naming it.
    fn compared_before(&self, reader: &Reader, reading: &Reading) -> Option<usize> {
        let moves = matches!(reading.role, Role::Change(_) | Role::Rate(_) | Role::Base);
        let before = self.before.filter(|_| moves && reading.basis.is_some())?;
        let told = &reader.budget.statements[before];
        let open = told.change.is_none() && told.rate.is_none();
        (open && reading.meant == Meant::Thing).then_some(before)
    }

    /// 。其中: what follows are parts of what the sentence before began with, if it told none itself.
    fn parts_of_last(&self, reader: &Reader, spoken_of: Option<usize>) -> Heads {
        let head = spoken_of.map(|it| root(reader, it));
        let told = |head: &usize| {
            let mut statements = reader.budget.statements.iter();
            statements.any(|it| it.head == Some(*head))
        };
        match head.filter(told) {
            Some(head) => Heads {
                former: Some(head),
                ..Heads::default()
            },
            None => Heads::of(head.or(reader.open_head)),
        }
    }

    /// A semicolon ends a list whose parts commas set apart, or one inside another; otherwise it
    /// sets a part apart.
    fn end_of_list(&mut self, reader: &Reader) {
        let Some(head) = self.heads.head else { return };
        let outer = reader.budget.statements[head].head;
        let ended = self.heads.commas > 0 || outer.is_some();
        if self.heads.begun && !self.heads.semicolons && ended {
            self.heads = Heads {
                former: Some(head),
                semicolons: true,
                begun: true,
                ..Heads::of(outer)
            };
        }
    }

    /// Whether brackets around a phrase tell no part of what they stand behind; 公务用车购置费 is one
    /// of 公务用车购置及运行维护费 without 其中, too.
    fn is_aside(&self, reader: &Reader, phrase: &str) -> bool {
        let Some(around) = self.around.as_ref().filter(|it| !it.parts) else {
            return false;
        };
        let whole = around.current.map(|it| &reader.budget.statements[it]);
        let made_of = whole
            .and_then(|it| subject_named(it.section, it.known))
            .map_or(&[][..], |it| it.made_of);
        let part = reader
            .section
            .and_then(|it| subjects::by_spelling(it, phrase));
        let is_part = |it: &&[Thing]| part.is_some_and(|part| it.contains(&part.thing));
        !made_of.iter().any(is_part)
    }

    /// 公务接待费年初预算5.00万元，支出决算4.00万元: what came of the budget just told.
    fn is_outcome(&self, reader: &Reader, phrase: &str, reading: &Reading) -> bool {
        let Some(current) = self.current.filter(|_| reading.role == Role::Amount) else {
            return false;
        };
        let planned = &reader.budget.statements[current];
        let open = planned.amount.is_none() && planned.base.or(planned.adjusted).is_some();
        open && phrase.contains("决算") && subjects::without_kind(phrase).is_empty()
    }

    /// Finds the statement that a figure belongs to, or begins one.
    fn subject(&mut self, reader: &mut Reader, before: &Before, reading: &Reading) {
        if is_respective(&before.clause) {
            self.current = None;
            self.opening = None;
            return;
        }
        let mut phrase = before.phrase(&reading.phrase);
        let mut meant = reading.meant;
        if meant == Meant::Earlier {
            if self.is_spoken_of(reader, &phrase) {
                return;
            }
            phrase = subjects::without_kind(&phrase);
        }
        if let (None, true, Some(opening)) = (self.current, phrase.is_empty(), &self.opening) {
            phrase.clone_from(opening);
            meant = Meant::Thing;
        }
        if phrase.is_empty() {
            self.current = self.current.or(self.compared_before(reader, reading));
            return;
        }
        if meant == Meant::Thing && self.is_outcome(reader, &phrase, reading) {
            return;
        }
        if meant == Meant::Thing && self.is_aside(reader, &phrase) {
            meant = Meant::Otherwise;
        }
        if meant == Meant::Thing && self.is_earlier(reader) {
            meant = Meant::Earlier;
        }
        if self.heads.head.is_none() && meant == Meant::Thing {
            reader.lend(&phrase);
        }
        let begun = reader.begin(self.place, &phrase, meant);
        let statement = &mut reader.budget.statements[begun];
        statement.earlier = meant == Meant::Earlier;
        if meant != Meant::Otherwise {
            self.heads.part(before.new_part);
            statement.head = self.heads.head;
            statement.former = self.heads.former;
            statement.side = self.heads.side;
        }
        self.current = Some(begun);
    }

    /// 较上年减少 A，较年初预算增加 B: what is compared with another base is a statement of its own.
    fn compared_again(&mut self, reader: &mut Reader, reading: &Reading) {
        let Some(current) = self.current.filter(|_| reading.basis.is_some()) else {
            return;
        };
        let told = &reader.budget.statements[current];
        let another = |it: Option<Moved>| it.is_some_and(|it| it.basis != reading.basis);
        let again = match reading.role {
            Role::Change(_) => told.change.is_some() || another(told.rate),
            Role::Rate(_) => told.rate.is_some() || another(told.change),
            Role::Base => {
                let planned = told.base.is_some() && told.based_on != reading.basis;
                let whole = planned && told.completion.is_some();
                told.change.is_some() || told.rate.is_some() || whole
            }
            Role::Completion => told.completion.is_some() && told.completed != reading.basis,
            _ => false,
        };
        let planned = reading.role == Role::Completion;
        if again {
            let twin = Statement {
                section: told.section,
                subject: told.subject.clone(),
                cell: told.cell.filter(|_| told.amount.is_none()),
                amount: told.amount,
                base: told.base.filter(|_| planned),
                adjusted: told.adjusted.filter(|_| planned),
                earlier: told.earlier,
                twin: true,
                block: told.block,
                ..Statement::default()
            };
            reader.budget.statements.push(twin);
            self.current = Some(reader.budget.statements.len() - 1);
        }
    }

    /// Whether what is told is of an earlier year because the section is, or the whole.
    fn is_earlier(&self, reader: &Reader) -> bool {
        let head = self.heads.head.map(|it| &reader.budget.statements[it]);
        self.place.earlier || head.is_some_and(|it| it.earlier)
    }

    /// Whether a clause on an earlier year speaks of what the sentence speaks of.
    fn is_spoken_of(&self, reader: &Reader, phrase: &str) -> bool {
        let Some(current) = self.current else {
            return false;
        };
        let thing = subjects::without_kind(phrase);
        let spoken = &reader.budget.statements[current].subject;
        let spoken = subjects::without_kind(spoken);
        thing.is_empty() || spoken.ends_with(&thing) || thing.ends_with(&spoken)
    }

    /// What stands behind the last figure; the head that the next paragraph may go on with.
    pub fn end(mut self, reader: &mut Reader) -> Option<usize> {
        self.leave(usize::MAX);
        reader.after_figures(self.place, self.from, self.current);
        self.heads.head
    }
}

/// 2024年初预算数 in the budget of 2024 is the amount, and compared with nothing.
fn of_own_budget(reader: &Reader, before: &Before, reading: &mut Reading) {
    let own = reader
        .year
        .is_some_and(|it| before.clause.contains(&format!("{it}年")));
    let opening = reading.role == Role::Base && reading.basis == Some(Basis::Opening);
    if own && opening && reader.budget.kind == Kind::Budget {
        reading.role = Role::Amount;
        reading.basis = None;
    }
}

/// The statement that a list begins with, whatever stands inside it.
fn root(reader: &Reader, statement: usize) -> usize {
    let mut root = statement;
    while let Some(head) = reader.budget.statements[root].head {
        root = head;
    }
    root
}

/// 收入、支出分别增加 A、B: which figure is whose is not known.
fn is_respective(clause: &str) -> bool {
    clause.contains("分别")
}
