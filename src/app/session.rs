//! The state of the page: what was given, what came of it, and what the reader looks at. Every
//! change goes through [`Session::reduce`], which asks nothing of the browser.

mod action;
#[cfg(test)]
mod tests;

pub use action::Action;

use crate::{
    address::{Address, Tab},
    bridge::Step,
    catalogue::RuleEntry,
    history::Visit,
    input::Input,
    notes,
    shown::Shown,
    taken::Taken,
    trial::Trial,
    words::{Language, frame, message, result},
};
use gouji::{
    claim::Severity,
    note::Message,
    read::FailureKind,
    report::{
        Report,
        entry::{Entry, FailureEntry},
        explained::ReaderNote,
        view::Mark,
    },
    structure::Totals,
};
use std::{collections::BTreeMap, rc::Rc};
use yew::prelude::*;

/// The state of the page.
#[derive(Clone, PartialEq)]
pub struct Session {
    /// The language of the page.
    pub language: Language,
    /// How far the document is.
    pub stage: Stage,
    /// The step of the history that this is.
    pub visit: Visit,
    /// What the other steps looked like when they were left.
    pub left: Rc<BTreeMap<u32, Session>>,
    /// How often this step was tried again.
    pub attempt: u32,
    /// Whether the reader came back here, and finds it as it was left.
    pub returned: bool,
    /// What was given last.
    pub input: Option<Input>,
    /// What came of several documents while others are still examined.
    pub came: Rc<[Entry]>,
    /// What came of each of several documents.
    pub listed: Option<Rc<[Entry]>>,
    /// What each of them comes to.
    pub totals: Rc<[Totals]>,
    /// What opens the files, when they need it.
    pub password: Option<AttrValue>,
    /// Whether the pages of a PDF are shown as they are.
    pub original: bool,
    /// What was given before a reload and was not shown then.
    pub offered: Option<Input>,
    /// What the reader looks at.
    pub address: Address,
    /// The figure whose card is kept open.
    pub pinned: Option<usize>,
    /// Figures pointed at: by a check of the card.
    pub lit: Rc<[usize]>,
    /// Only figures with this mark matter now.
    pub filter: Option<Mark>,
    /// The first of them, which is brought into view.
    pub aim: Option<usize>,
    /// What of the charts the reader looks at.
    pub charts: Charts,
    /// What is searched for in the document.
    pub query: AttrValue,
    /// Whether the reader wants to type what to search for.
    pub seeking: bool,
    /// The place of the chosen finding that the reader wants to see; `None` for its first.
    pub spot: Option<FindingSpot>,
    /// On a narrow page: whether the place of a finding covers the findings.
    pub sheet: bool,
    /// What the reader took of the suggestions.
    pub taken: Rc<[Taken]>,
    /// What the reader noted on findings, of every step.
    pub notes: Rc<[ReaderNote]>,
    /// Whether the document shows how well its figures are held.
    pub guarded: bool,
    /// The self-test of the document.
    pub trial: Trial,
    /// The dialog over the page.
    pub dialog: Option<Dialog>,
    /// The catalogue of rules, once the worker has told it.
    pub rules: Rc<[RuleEntry]>,
    /// A word on what just happened.
    pub told: Option<Message>,
    /// Why what was given over this report could not be examined: the report stays.
    pub refused: Option<Message>,
}

/// So many steps are kept as they were; older ones are examined again.
const KEPT: usize = 12;

/// How far the document is.
#[derive(Clone, PartialEq)]
pub enum Stage {
    /// Nothing was given.
    Empty,
    /// It is being examined.
    Reading(Step),
    /// It could not be examined; why.
    Failed(FailureEntry),
    /// Several documents, to choose one.
    Listed(Rc<[Entry]>),
    /// Here it is.
    Read(Shown),
}

impl Stage {
    /// The stage of a step that nothing is known of yet.
    fn of(visit: Visit) -> Self {
        match visit.given {
            Some(_) => Self::Reading(Step::default()),
            None => Self::Empty,
        }
    }
}

/// What of the charts the reader looks at.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Charts {
    /// Whether shares are shown instead of amounts.
    pub shares: bool,
    /// Where the reader is among the function classes.
    pub function: Vec<usize>,
    /// Where among the economic ones.
    pub economic: Vec<usize>,
}

/// One of the places of a finding.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct FindingSpot {
    /// Of which finding: 0 for itself, then those that say the same.
    pub of: usize,
    /// Its figure, where it is about one.
    pub figure: Option<usize>,
}

/// A dialog over the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dialog {
    /// Keys, marks, privacy.
    Help,
    /// The box to paste into.
    Paste,
}

impl Session {
    /// The state at a step that nothing is known of yet.
    pub fn new(language: Language, visit: Visit, address: Address) -> Self {
        Self {
            language,
            stage: Stage::of(visit),
            visit,
            left: Rc::default(),
            attempt: 0,
            returned: true,
            input: None,
            came: Rc::from([]),
            listed: None,
            totals: Rc::from([]),
            password: None,
            original: false,
            offered: None,
            address,
            pinned: None,
            lit: Rc::from([]),
            filter: None,
            aim: None,
            charts: Charts::default(),
            query: AttrValue::default(),
            seeking: false,
            spot: None,
            sheet: false,
            taken: Rc::from([]),
            notes: Rc::from([]),
            guarded: false,
            trial: Trial::default(),
            dialog: None,
            rules: Rc::from([]),
            told: None,
            refused: None,
        }
    }

    /// The name of what is looked at; `None` for a paste.
    pub fn name(&self) -> Option<String> {
        let listed = self.listed.as_ref().zip(self.visit.chosen);
        let entry = listed.and_then(|(entries, number)| entries.get(number));
        let name = entry.map(|it| it.name().to_owned());
        name.or_else(|| self.input.as_ref()?.name())
    }

    /// The result, if there is one.
    pub const fn shown(&self) -> Option<&Shown> {
        match &self.stage {
            Stage::Read(shown) => Some(shown),
            _ => None,
        }
    }

    /// Whether there is a result, or a list of them.
    pub const fn has_result(&self) -> bool {
        matches!(self.stage, Stage::Read(_) | Stage::Listed(_))
    }

    /// Whether the step before this one has a result to go back to.
    pub fn can_return(&self) -> bool {
        let before = self.visit.number.checked_sub(1);
        let before = before.and_then(|it| self.left.get(&it));
        before.is_some_and(Self::has_result)
    }

    /// The last check of the same document in this tab.
    pub fn last_check(&self, shown: &Shown) -> Option<&Shown> {
        let earlier = self.left.iter().rev();
        let earlier = earlier.filter(|(visit, it)| {
            **visit < self.visit.number && it.visit.given != self.visit.given
        });
        let mut checks = earlier.filter_map(|(_, it)| it.shown());
        checks.find(|it| is_same(&it.report, &shown.report))
    }

    /// Goes on to a new step; the one that is left stays as it is, those further on are gone.
    fn step(&mut self, visit: Visit) {
        let mut left = self.keep();
        left.split_off(&visit.number);
        self.left = Rc::new(left);
        self.visit = visit;
        self.at_rest();
        self.go(Address::Findings(None));
    }

    /// All steps as they were left, this one with them.
    fn keep(&self) -> BTreeMap<u32, Self> {
        let mut left = (*self.left).clone();
        let mut here = self.clone();
        here.left = Rc::default();
        here.dialog = None;
        here.told = None;
        here.lit = Rc::from([]);
        here.refused = None;
        here.trial.running = false;
        left.insert(self.visit.number, here);
        while left.len() > KEPT {
            left.pop_first();
        }
        left
    }

    /// Goes to a step of the history, as it was left.
    fn arrive(&mut self, visit: Option<Visit>, address: Address) {
        if let Some(visit) = visit.filter(|it| it.number != self.visit.number) {
            let refused = self.refused.take();
            let left = self.keep();
            let there = left.get(&visit.number).cloned();
            *self = Self {
                refused,
                language: self.language,
                rules: Rc::clone(&self.rules),
                notes: Rc::clone(&self.notes),
                original: self.original,
                left: Rc::new(left),
                address: address.clone(),
                ..there.unwrap_or_else(|| Self::new(self.language, visit, address))
            };
        } else {
            // What lay over the page was a step of its own.
            self.sheet = false;
            self.dialog = None;
            self.go(address);
        }
        self.returned = true;
    }

    fn give(&mut self, input: Input) {
        let before = self.has_result();
        self.step(self.visit.giving());
        self.listed = None;
        // The same document once more, beside last year's: its password and the tab stay.
        match input {
            Input::Years { .. } => self.go(Address::Comparison),
            _ => self.password = None,
        }
        self.input = Some(input);
        self.offered = None;
        self.refused = None;
        self.told = before.then(|| message(frame::BEFORE_STAYS));
        self.stage = Stage::Reading(Step::default());
    }

    /// Tries the same step again. Which of several documents was looked at does not count any more:
    /// with a password more of them may be read.
    fn retry(&mut self, password: Option<AttrValue>) {
        self.visit.chosen = None;
        self.listed = None;
        self.password = password;
        self.attempt += 1;
        self.came = Rc::from([]);
        self.stage = Stage::Reading(Step::default());
    }

    fn leave(&mut self) {
        let before = self.input.take().filter(|_| self.has_result());
        self.step(self.visit.leaving());
        self.offered = before;
        self.listed = None;
        self.password = None;
        self.stage = Stage::Empty;
    }

    fn list(&mut self, entries: Rc<[Entry]>) {
        self.came = Rc::from([]);
        self.listed = Some(Rc::clone(&entries));
        if self.visit.chosen.is_none() {
            self.stage = Stage::Listed(entries);
        }
    }

    fn list_all(&mut self) {
        if let Some(entries) = self.listed.clone() {
            self.step(self.visit.choosing(None));
            self.stage = Stage::Listed(entries);
        }
    }

    fn at_rest(&mut self) {
        self.came = Rc::from([]);
        self.spot = None;
        self.pinned = None;
        self.lit = Rc::from([]);
        self.filter = None;
        self.charts = Charts::default();
        self.query = AttrValue::default();
        self.sheet = false;
        self.taken = Rc::from([]);
        self.guarded = false;
        self.trial = Trial::default();
        self.dialog = None;
    }

    /// What disagrees is open at once: it is what one came for.
    fn show(&mut self, shown: Shown) {
        let serious = shown
            .report
            .findings
            .first()
            .is_some_and(|it| it.severity == Severity::Error);
        if serious && self.address == Address::Findings(None) {
            self.address = Address::Findings(Some(0));
        }
        if let Some(before) = self.last_check(&shown) {
            self.notes = notes::carried(&self.notes, &before.report, &shown.report);
        }
        self.stage = Stage::Read(shown);
    }

    /// What cannot be examined does not take the place of a report: the page goes back to that, and says
    /// there why. A password can still be given.
    fn fail(&mut self, why: FailureEntry) {
        let is_new = self.visit.given == Some(self.visit.number) && self.attempt == 0;
        if is_new && self.can_return() && !is_locked(&why) {
            let name = self.name().unwrap_or_default();
            let fill = |language: Language| {
                let why = language.said(&why.message);
                language.fill(result::REFUSED, &[&name, &why])
            };
            let [zh, en] = [Language::Chinese, Language::English].map(fill);
            self.refused = Some(Message::new(zh, en));
        }
        self.stage = Stage::Failed(why);
    }

    fn go(&mut self, address: Address) {
        self.returned = false;
        self.pinned = match address {
            Address::Document(figure) => figure,
            _ => None,
        };
        if address.tab() != self.address.tab() {
            self.sheet = false;
        }
        self.lit = Rc::from([]);
        self.seeking = false;
        self.aim = None;
        self.spot = None;
        self.address = address;
    }

    fn pin(&mut self, figure: Option<usize>) {
        self.pinned = figure;
        self.lit = Rc::from([]);
        if matches!(self.address, Address::Document(_)) {
            self.address = Address::Document(figure);
        }
    }

    fn back(&mut self) {
        // What is searched for and filtered is left alone where it is not seen.
        let searching = self.address.tab() == Tab::Document;
        if self.dialog.is_some() {
            self.dialog = None;
        } else if self.pinned.is_some() {
            self.pin(None);
        } else if self.sheet {
            self.sheet = false;
        } else if searching && !self.query.is_empty() {
            self.query = AttrValue::default();
        } else if searching && self.filter.is_some() {
            self.filter = None;
        } else {
            self.go(self.address.tab().address());
        }
    }
}

/// Whether two reports are on one document: of the same unit, year and kind, or of a file of the same name.
fn is_same(one: &Report, other: &Report) -> bool {
    let (ours, theirs) = (&one.document, &other.document);
    match (&ours.unit_name, &theirs.unit_name) {
        (Some(_), Some(_)) => {
            (&ours.unit_name, ours.year, ours.kind) == (&theirs.unit_name, theirs.year, theirs.kind)
        }
        _ => !one.source.name.is_empty() && one.source.name == other.source.name,
    }
}

/// Whether a file only lacks its password.
pub fn is_locked(why: &FailureEntry) -> bool {
    matches!(
        why.kind,
        Some(FailureKind::PasswordNeeded | FailureKind::WrongPassword)
    )
}

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Give(input) => next.give(input),
            Action::Retry(password) => next.retry(password),
            Action::Recall(input) => next.input = Some(input),
            Action::Lose => {
                next.stage = Stage::Empty;
                next.told = Some(message(frame::LOST));
            }
            Action::Arrive(visit, address) => next.arrive(visit, address),
            Action::Forget => {
                next.left = Rc::default();
                next.offered = None;
            }
            Action::Offer(input) => {
                next.stage = Stage::Empty;
                next.offered = Some(input);
            }
            Action::Leave => next.leave(),
            Action::Progress(step) if matches!(self.stage, Stage::Reading(_)) => {
                next.stage = Stage::Reading(step);
            }
            // What was taken back is not under way any more.
            Action::Progress(..) => {}
            Action::Show(shown) => next.show(shown),
            Action::Choose(number) => {
                next.step(self.visit.choosing(Some(number)));
                next.stage = Stage::Reading(Step::default());
            }
            Action::Came(entry) => {
                let came = self.came.iter().cloned().chain([entry]);
                next.came = came.collect();
            }
            Action::List(entries) => next.list(entries),
            Action::Total(totals) => next.totals = totals,
            Action::ListAll => next.list_all(),
            Action::Fail(why) => next.fail(why),
            Action::Rules(rules) => next.rules = rules,
            Action::Go(address) => next.go(address),
            Action::Pin(figure) => next.pin(figure),
            Action::ShowOriginal(original) => {
                next.original = original;
                next.guarded &= !original;
            }
            Action::Light(figures) => next.lit = figures,
            Action::Filter(mark) => {
                next.filter = mark;
                next.aim = mark.and_then(|mark| self.shown()?.marked(mark).next());
            }
            Action::Chart(charts) => next.charts = charts,
            Action::Seek => {
                next.go(Address::Document(None));
                next.seeking = true;
            }
            Action::Search(query) => next.query = query,
            Action::Look(finding) => {
                next.go(Address::Findings(Some(finding)));
                next.sheet = true;
            }
            Action::Spot(spot) => {
                next.spot = Some(spot);
                next.sheet = true;
            }
            Action::Sheet(open) => next.sheet = open,
            Action::Take(taken) => {
                next.taken = taken;
                next.trial = Trial::default();
                next.go(Address::Findings(None));
            }
            Action::Note(note) => next.notes = notes::with(&self.notes, note),
            Action::Recollect(notes) => next.notes = notes,
            Action::Guard(guarded) => {
                next.guarded = guarded;
                next.original &= !guarded;
                next.trial.running &= guarded;
            }
            Action::Try(running) => next.trial.running = running,
            Action::Tried(tried) => next.trial = self.trial.with(tried),
            Action::Open(dialog) => next.dialog = dialog,
            Action::Speak(language) => next.language = language,
            Action::Tell(words) => next.told = words,
            Action::Dismiss => next.refused = None,
            Action::Back => next.back(),
        }
        Rc::new(next)
    }
}
