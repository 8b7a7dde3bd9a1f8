//! The state of the page: what was given, what came of it, and what the reader looks at. Every
//! change goes through [`Session::reduce`].

use crate::{
    address::{Address, Tab},
    bridge::Step,
    catalogue::RuleEntry,
    examination::Request,
    input::Input,
    shown::Shown,
    words::Language,
};
use gouji::report::{
    entry::{Entry, FailureEntry},
    view::Mark,
};
use std::rc::Rc;
use yew::prelude::*;

/// The state of the page.
#[derive(Clone, PartialEq)]
pub struct Session {
    /// The language of the page.
    pub language: Language,
    /// How far the document is.
    pub stage: Stage,
    /// What was given last.
    pub input: Option<Input>,
    /// Which of several documents is looked at.
    pub chosen: Option<usize>,
    /// What came of each of several documents.
    pub listed: Option<Rc<[Entry]>>,
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
    /// What is searched for in the document.
    pub query: AttrValue,
    /// Whether the reader wants to type what to search for.
    pub seeking: bool,
    /// On a narrow page: whether the place of a finding covers the findings.
    pub sheet: bool,
    /// The dialog over the page.
    pub dialog: Option<Dialog>,
    /// The catalogue of rules, once the worker has told it.
    pub rules: Rc<[RuleEntry]>,
    /// A word on what just happened.
    pub told: Option<AttrValue>,
}

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

/// A dialog over the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dialog {
    /// Keys, marks, privacy.
    Help,
    /// The box to paste into.
    Paste,
}

/// What can happen.
pub enum Action {
    /// Something was given.
    Give(Request),
    /// Offer this to be opened again, or no longer.
    Offer(Option<Input>),
    /// Take back what was given.
    Leave,
    /// The worker is at this point.
    Progress(Step),
    /// Look at this one of several documents.
    Choose(usize),
    /// Several documents came of it.
    List(Rc<[Entry]>),
    /// The result is here.
    Show(Shown),
    /// There is no result.
    Fail(FailureEntry),
    /// The catalogue of rules is here.
    Rules(Rc<[RuleEntry]>),
    /// Look at something.
    Go(Address),
    /// Keep a figure's card open, or close it.
    Pin(Option<usize>),
    /// Show the pages of a PDF as they are, or redrawn.
    ShowOriginal(bool),
    /// Point at figures.
    Light(Rc<[usize]>),
    /// Only figures with this mark matter.
    Filter(Option<Mark>),
    /// Go to where the document can be searched.
    Seek,
    /// Search.
    Search(AttrValue),
    /// Open or close the sheet with a finding's place.
    Sheet(bool),
    /// Open or close a dialog.
    Open(Option<Dialog>),
    /// Change the language.
    Speak(Language),
    /// Say what just happened.
    Tell(Option<AttrValue>),
    /// Close the innermost thing that is open.
    Back,
}

impl Session {
    /// The state in which the page opens.
    pub fn new(language: Language) -> Self {
        Self {
            language,
            stage: Stage::Empty,
            input: None,
            chosen: None,
            listed: None,
            password: None,
            original: false,
            offered: None,
            address: Address::current(),
            pinned: None,
            lit: Rc::from([]),
            filter: None,
            aim: None,
            query: AttrValue::default(),
            seeking: false,
            sheet: false,
            dialog: None,
            rules: Rc::from([]),
            told: None,
        }
    }

    /// The name of what is looked at; `None` for a paste.
    pub fn name(&self) -> Option<String> {
        let listed = self.listed.as_ref().zip(self.chosen);
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

    fn give(&mut self, request: Request) {
        self.at_rest();
        self.listed = None;
        self.chosen = None;
        self.input = Some(request.input);
        self.password = request.password;
        self.offered = None;
        self.stage = Stage::Reading(Step::default());
    }

    fn at_rest(&mut self) {
        self.pinned = None;
        self.lit = Rc::from([]);
        self.filter = None;
        self.query = AttrValue::default();
        self.sheet = false;
        self.dialog = None;
    }

    /// What disagrees is open at once: it is what one came for.
    fn show(&mut self, shown: Shown) {
        let serious = shown
            .report
            .findings
            .first()
            .is_some_and(|it| it.severity == "error");
        if serious && self.address == Address::Findings(None) {
            self.address = Address::Findings(Some(0));
        }
        self.stage = Stage::Read(shown);
    }

    fn go(&mut self, address: Address) {
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

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Give(request) => next.give(request),
            Action::Offer(input) => next.offered = input,
            Action::Leave => {
                next.at_rest();
                next.input = None;
                next.listed = None;
                next.password = None;
                next.stage = Stage::Empty;
                next.go(Address::Findings(None));
            }
            Action::Progress(step) if matches!(self.stage, Stage::Reading(_)) => {
                next.stage = Stage::Reading(step);
            }
            // What was taken back is not under way any more.
            Action::Progress(..) => {}
            Action::Show(shown) => next.show(shown),
            Action::Choose(number) => {
                next.at_rest();
                next.chosen = Some(number);
                next.stage = Stage::Reading(Step::default());
                next.go(Address::Findings(None));
            }
            Action::List(entries) => {
                next.listed = Some(Rc::clone(&entries));
                next.at_rest();
                next.chosen = None;
                next.stage = Stage::Listed(entries);
            }
            Action::Fail(why) => next.stage = Stage::Failed(why),
            Action::Rules(rules) => next.rules = rules,
            Action::Go(address) => next.go(address),
            Action::Pin(figure) => next.pin(figure),
            Action::ShowOriginal(original) => next.original = original,
            Action::Light(figures) => next.lit = figures,
            Action::Filter(mark) => {
                next.filter = mark;
                next.aim = mark.and_then(|mark| self.shown()?.marked(mark).next());
            }
            Action::Seek => {
                next.go(Address::Document(None));
                next.seeking = true;
            }
            Action::Search(query) => next.query = query,
            Action::Sheet(open) => next.sheet = open,
            Action::Open(dialog) => next.dialog = dialog,
            Action::Speak(language) => next.language = language,
            Action::Tell(words) => next.told = words,
            Action::Back => next.back(),
        }
        Rc::new(next)
    }
}
