//! Goes through the lines of a document, token by token, and notes what they tell.
mod amounts;
mod announced;
mod comparisons;
mod figures;
mod lists;
mod marks;
mod movements;
mod prices;
mod rates;
mod sums;
mod words;

pub use lists::same_measure;

use figures::year_named;

use super::{
    lexicon::{Kind, Plan, names_sum},
    line::Line,
    phrase::{Phrase, subject},
    token::{Mark, Numbering, Sense, Token, tokens},
    told::{
        ComparisonId, FigureId, ListId, Listing, Place, Role, Told, ToldFigure, Version, WordAt,
    },
};

/// What is known of a document before its sentences are read.
#[derive(Debug, Clone, Default)]
pub struct Setting {
    /// The year that it is of.
    pub year: i32,
    /// Whether it is one of final accounts.
    pub is_final: bool,
    /// The body that publishes it, in half width.
    pub unit_name: String,
}

/// Goes through the lines of a document.
#[derive(Debug)]
pub struct Discourse {
    setting: Setting,
    told: Told,
    place: Place,
    /// The line at hand.
    line: usize,
    /// Names in the heading above.
    heading: Vec<String>,
    /// The year that is spoken of: the document's, or the one that the heading names: 二、2021年决算情况.
    year: i32,
    /// What the section is about, where that is a project: its amounts are not the body's.
    project: Option<String>,
    /// What a sentence without figures named at the beginning of the line: 教育支出（类）….
    opening: Option<Opening>,
    /// The amount that is spoken of.
    topic: Option<FigureId>,
    /// Lists that may go on, the innermost last.
    open_lists: Vec<ListId>,
    phrase: Phrase,
    comparison: Option<ComparisonId>,
    /// What several figures in a row belong to, one each.
    targets: Vec<Target>,
    pending: Option<PendingShare>,
    last: Option<FigureId>,
    depth: usize,
    /// The amount that shares of this sentence are shares of.
    share_base: Option<FigureId>,
    /// The plan that a completion is of, just told.
    plan_told: Option<FigureId>,
    /// The figures of the sentence.
    sentence: Vec<FigureId>,
    /// What brackets interrupted.
    interrupted: Vec<Interrupted>,
    /// What was left out of the whole just told: 除A外.
    excepted: Option<Excepted>,
    /// The amount that is all of one thing, and its sentence: 全部为.
    wholly: Option<(FigureId, usize)>,
    /// The name of the whole that shares of the sentence are of.
    share_of: Option<(usize, String)>,
    current_share: Option<(FigureId, usize)>,
    former_share: Option<(FigureId, usize)>,
    /// Open brackets that part nothing.
    open_marks: usize,
    /// Whether the line tells a department and its own body apart.
    tells_bodies_apart: bool,
    /// Whether the sentence speaks of a part of the body that publishes.
    is_narrower: bool,
    /// Where names begin in the line that say they are sums: 支出总计.
    sums: Vec<usize>,
    /// How many figures of the sentence stand before its last semicolon.
    before_semicolon: usize,
    /// Whether a blank line stands before the one at hand.
    after_blank: bool,
}

/// What a figure of several in a row belongs to.
#[derive(Debug, Clone)]
struct Target {
    subject: String,
    amount: Option<FigureId>,
    /// Of which version, where several are told: 年初预算与决算分别为….
    version: Option<Version>,
    /// Of which year, where several are told: 2023年、2024年分别为….
    year: Option<i32>,
}

impl Target {
    fn named(subject: String) -> Self {
        Target {
            subject,
            amount: None,
            version: None,
            year: None,
        }
    }
}

/// A share whose amount is still to come: 占27.2%的项目支出.
#[derive(Debug, Clone)]
struct PendingShare {
    share: FigureId,
    base_name: Option<String>,
    subject: Option<String>,
}

/// What a sentence without figures named.
#[derive(Debug, Clone)]
struct Opening {
    name: String,
    at: WordAt,
}

/// What brackets interrupted.
#[derive(Debug)]
struct Interrupted {
    topic: Option<FigureId>,
    comparison: Option<ComparisonId>,
    phrase: Phrase,
    lists: usize,
    targets: Vec<Target>,
}

/// What was left out of a whole.
#[derive(Debug, Clone, Copy)]
struct Excepted {
    figure: FigureId,
    whole: Option<FigureId>,
    /// Whether 外 or 后 stands behind it.
    is_closed: bool,
    sentence: usize,
}

impl Discourse {
    /// Begins with nothing told.
    pub fn new(setting: Setting) -> Self {
        Discourse {
            year: setting.year,
            setting,
            told: Told::default(),
            place: Place::default(),
            line: 0,
            heading: Vec::new(),
            opening: None,
            project: None,
            topic: None,
            open_lists: Vec::new(),
            phrase: Phrase::default(),
            comparison: None,
            targets: Vec::new(),
            pending: None,
            last: None,
            depth: 0,
            share_base: None,
            plan_told: None,
            sentence: Vec::new(),
            interrupted: Vec::new(),
            excepted: None,
            wholly: None,
            share_of: None,
            current_share: None,
            former_share: None,
            open_marks: 0,
            tells_bodies_apart: false,
            is_narrower: false,
            sums: Vec::new(),
            before_semicolon: 0,
            after_blank: false,
        }
    }

    /// What was told.
    pub fn end(self) -> Told {
        self.told
    }

    /// A heading: what it names is spoken of until the next.
    pub fn heading(&mut self, line: &Line) {
        self.place.section += 1;
        let names = tokens(line, &self.setting.unit_name);
        let titled = names
            .iter()
            .any(|it| matches!(it.sense, Sense::Year { .. }));
        let numbered = names
            .first()
            .is_some_and(|it| matches!(it.sense, Sense::Item(_)));
        self.place.part += usize::from(titled && !numbered);
        self.year = self.year_of_heading(&names);
        self.project = names.iter().find_map(|it| match &it.sense {
            Sense::Unknown(text) if text.contains("项目") => Some(text.clone()),
            _ => None,
        });
        let names = names.iter().filter_map(|it| match it.sense {
            Sense::Name(name) => Some(name.key.to_owned()),
            _ => None,
        });
        self.heading = names.collect();
        self.topic = None;
        self.opening = None;
        self.open_lists.clear();
        self.end_sentence();
        self.comparison = None;
        self.last = None;
        self.depth = 0;
        self.after_blank = false;
    }

    /// The year of what stands below a heading: the only one it names, or that of the heading it stands
    /// below itself.
    fn year_of_heading(&self, names: &[Token]) -> i32 {
        let own = self.setting.year;
        let years: Vec<i32> = names.iter().filter_map(|it| year_named(it, own)).collect();
        let within = names
            .first()
            .is_some_and(|it| it.sense == Sense::Item(Numbering::BracketedChinese));
        match years.as_slice() {
            [] if within => self.year,
            [year] => *year,
            _ => own,
        }
    }

    /// A blank line, or a table: a list in lines does not go on behind it.
    pub fn gap(&mut self) {
        self.after_blank = true;
    }

    /// A line of text; `number` is how the caller knows it.
    pub fn line(&mut self, line: &Line, number: usize) {
        let tokens = tokens(line, &self.setting.unit_name);
        let Some(first) = tokens.first() else {
            return;
        };
        self.line = number;
        self.sums = sums_named(line, &tokens);
        let has = |kind: Kind| tokens.iter().any(|it| it.is(kind));
        self.tells_bodies_apart = has(Kind::Own) && has(Kind::Department);
        match first.sense {
            Sense::Item(numbering) => self.item_line(numbering),
            _ => self.plain_line(),
        }
        self.after_blank = false;
        self.begin_sentence(false);
        let mut at = 0;
        while at < tokens.len() {
            let run = figures_in_a_row(&tokens, at, self.phrase.respectively);
            if run.is_empty() {
                self.word(&tokens, at);
                at += 1;
            } else {
                let behind = run.last().map_or(at, |it| it + 1);
                self.figures(&tokens, &run, behind);
                at = behind;
            }
        }
        if tokens.last().is_some_and(breaks_off) {
            for list in &self.open_lists {
                self.told.lists[list.0].is_incomplete = true;
            }
        }
        self.end_line();
    }

    /// A line that begins with a number continues or begins a list in lines.
    fn item_line(&mut self, numbering: Numbering) {
        let same = |it: &ListId| self.told.lists[it.0].numbering == Some(numbering);
        if let Some(at) = self.open_lists.iter().position(same) {
            self.close_lists(at + 1);
            return;
        }
        let innermost = self.open_lists.last().copied();
        let waiting = innermost.filter(|it| {
            let list = &self.told.lists[it.0];
            list.in_lines && list.numbering.is_none()
        });
        let list = match (waiting, self.topic) {
            (Some(list), _) => list,
            (None, Some(topic)) if !self.after_blank => self.open_guess(Some(topic)),
            (None, _) if self.open_lists.is_empty() => self.open_guess(None),
            _ => return,
        };
        let list = &mut self.told.lists[list.0];
        list.numbering = Some(numbering);
        list.in_lines = true;
    }

    /// Numbered lines that no word announces may be parts of what stands above them.
    fn open_guess(&mut self, whole: Option<FigureId>) -> ListId {
        let list = self.open_list(Listing::Lines, whole);
        self.told.lists[list.0].is_announced = false;
        list
    }

    /// Any other line ends the lists, unless one has just been announced.
    fn plain_line(&mut self) {
        let announced = self.open_lists.last().is_some_and(|it| {
            let list = &self.told.lists[it.0];
            list.in_lines && list.numbering.is_none() && !list.is_closed
        });
        if !announced {
            self.close_lists(0);
        }
    }

    fn begin_sentence(&mut self, keeps_comparison: bool) {
        self.place.sentence += 1;
        self.phrase = Phrase::default();
        if !keeps_comparison {
            self.comparison = None;
        }
        self.targets.clear();
        self.pending = None;
        self.share_base = None;
        self.sentence.clear();
        self.before_semicolon = 0;
        self.is_narrower = false;
    }

    /// Says what the words since the last figure say by themselves, and ends lists inside the line.
    fn end_sentence(&mut self) {
        self.say_phrase();
        self.end_clause();
        let inside = self.open_lists.iter().position(|it| {
            let list = &self.told.lists[it.0];
            !list.in_lines
        });
        if let Some(at) = inside {
            self.close_lists(at);
        }
        self.begin_sentence(false);
    }

    fn end_line(&mut self) {
        self.say_phrase();
        self.end_clause();
        let inside = self.open_lists.iter().position(|it| {
            let list = &self.told.lists[it.0];
            list.depth > 0 || !list.in_lines
        });
        if let Some(at) = inside {
            self.close_lists(at);
        }
        self.depth = 0;
        self.open_marks = 0;
        self.interrupted.clear();
        // The item that a line without figures speaks of is that of the next one.
        let told = self
            .told
            .figures
            .last()
            .is_some_and(|it| it.line == self.line);
        self.opening = self.opening.take().filter(|_| !told);
        self.begin_sentence(false);
    }

    /// 。: a comparison without its rate may go on in the next sentence.
    fn stop(&mut self) {
        self.note_opening();
        let open = self
            .comparison
            .is_some_and(|it| self.told.comparisons[it.0].rate.is_none());
        let comparison = self.comparison.filter(|_| open);
        self.end_sentence();
        self.comparison = comparison;
    }

    /// A sentence that is nothing but a name: what follows in the line is of that.
    fn note_opening(&mut self) {
        let names_only = self.phrase.seen.iter().all(|it| {
            matches!(
                it.sense,
                Sense::Item(_)
                    | Sense::Name(_)
                    | Sense::Unknown(_)
                    | Sense::Word(Kind::Filler | Kind::Join)
                    | Sense::Mark(Mark::Pause | Mark::Open | Mark::Close)
            )
        });
        if self.sentence.is_empty() && names_only {
            self.opening = self.opened();
            self.topic = self.topic.filter(|_| self.opening.is_none());
        }
    }

    fn opened(&self) -> Option<Opening> {
        let names = self.phrase.run().0;
        let (first, last) = (names.first()?, names.last()?);
        Some(Opening {
            name: subject(names)?,
            at: self.span_of(first, last),
        })
    }

    fn figure(&self, id: FigureId) -> &ToldFigure {
        &self.told.figures[id.0]
    }

    /// The version that amounts are told in where nothing is said.
    fn usual_version(&self) -> Version {
        if self.setting.is_final {
            Version::Outcome
        } else {
            Version::Plan(Plan::Any)
        }
    }

    /// What is spoken of where nothing has been named: the heading's thing, or all expenditure.
    fn general(&self) -> String {
        let heading = self.heading.first().cloned();
        let opening = self.opening.as_ref().map(|it| it.name.clone());
        let named = opening.or(heading);
        named.unwrap_or_else(|| "支出".to_owned())
    }

    /// Where a token stands.
    fn at(&self, token: &Token) -> WordAt {
        WordAt {
            line: self.line,
            start: token.start,
            end: token.end,
        }
    }

    /// Where several tokens stand.
    fn span_of(&self, first: &Token, last: &Token) -> WordAt {
        WordAt {
            end: last.end,
            ..self.at(first)
        }
    }

    fn topic_in_sentence(&self) -> Option<FigureId> {
        let in_sentence = |it: &FigureId| self.figure(*it).place.sentence == self.place.sentence;
        self.topic.filter(in_sentence)
    }

    /// The last amount told of a thing this year, in the section.
    fn amount_of(&self, subject: &str) -> Option<FigureId> {
        let ids = (0..self.told.figures.len()).rev().map(FigureId);
        let mut ids = ids.take_while(|it| self.figure(*it).place.section == self.place.section);
        ids.find(|it| {
            let figure = self.figure(*it);
            figure.role == Role::Amount
                && figure.subject.as_deref() == Some(subject)
                && figure.year == self.year
        })
    }

    /// The thing that the names of the phrase speak of.
    fn named(&self) -> Option<String> {
        subject(self.phrase.run().0)
    }
}

/// Where names and the words behind them begin that say they are sums.
fn sums_named(line: &Line, tokens: &[Token]) -> Vec<usize> {
    let sum = |it: &&Token| {
        let named = matches!(it.sense, Sense::Name(_) | Sense::Unknown(_));
        named && names_sum(&line.text(it.start, it.end))
    };
    tokens.iter().filter(sum).map(|it| it.start).collect()
}

/// Whether a line that ends so goes on somewhere else.
fn breaks_off(last: &Token) -> bool {
    matches!(
        last.sense,
        Sense::Name(_) | Sense::Unknown(_) | Sense::Mark(Mark::Comma | Mark::Pause | Mark::Open)
    )
}

/// Figures of one measure that 、 or 和 parts, by the places of their tokens; of none nothing. Where
/// they are told 分别, each may have a direction of its own: 分别增长3%、下降5%.
fn figures_in_a_row(tokens: &[Token], at: usize, respectively: bool) -> Vec<usize> {
    let Some(first) = tokens[at].figure() else {
        return Vec::new();
    };
    let mut run = vec![at];
    let mut next = at + 1;
    let joins = |it: &Token| it.is_mark(Mark::Pause) || it.is(Kind::Join);
    while tokens.get(next).is_some_and(joins) {
        let words = tokens[next + 1..].iter();
        let directions = words
            .take_while(|it| respectively && matches!(it.kind(), Some(Kind::Direction(_))))
            .count();
        let figure = next + 1 + directions;
        let same = tokens
            .get(figure)
            .and_then(Token::figure)
            .is_some_and(|it| it.measure == first.measure);
        if !same {
            break;
        }
        run.push(figure);
        next = figure + 1;
    }
    run
}
