//! The state of the page: what was given, what came of it, and what the reader looks at. Every
//! change goes through [`Session::reduce`].

use crate::{
    address::{Address, Tab},
    catalogue::RuleEntry,
    input::Input,
    shown::Shown,
    words::Language,
};
use gouji::{note::Message, report::view::Mark};
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
    /// Which of several files is looked at.
    pub file: usize,
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
    Reading {
        /// What the worker is doing, in its words.
        step: String,
        /// How many of `total` are done.
        done: u32,
        /// How many there are; 0 while that is not known.
        total: u32,
    },
    /// It could not be examined; why.
    Failed(Message),
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
    /// Something was given; of several files this one is looked at.
    Give(Input, usize),
    /// Offer this to be opened again, or no longer.
    Offer(Option<Input>),
    /// Take back what was given.
    Leave,
    /// The worker is at this point.
    Progress(String, u32, u32),
    /// The result is here.
    Show(Shown),
    /// There is no result.
    Fail(Message),
    /// The catalogue of rules is here.
    Rules(Rc<[RuleEntry]>),
    /// Look at something.
    Go(Address),
    /// Keep a figure's card open, or close it.
    Pin(Option<usize>),
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
            file: 0,
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

    /// The result, if there is one.
    pub const fn shown(&self) -> Option<&Shown> {
        match &self.stage {
            Stage::Read(shown) => Some(shown),
            _ => None,
        }
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
            Action::Give(input, file) => {
                next.at_rest();
                next.input = Some(input);
                next.file = file;
                next.offered = None;
                next.stage = Stage::Reading {
                    step: String::new(),
                    done: 0,
                    total: 0,
                };
            }
            Action::Offer(input) => next.offered = input,
            Action::Leave => {
                next.at_rest();
                next.input = None;
                next.stage = Stage::Empty;
                next.go(Address::Findings(None));
            }
            Action::Progress(step, done, total) if matches!(self.stage, Stage::Reading { .. }) => {
                next.stage = Stage::Reading { step, done, total };
            }
            // What was taken back is not under way any more.
            Action::Progress(..) => {}
            Action::Show(shown) => next.show(shown),
            Action::Fail(why) => next.stage = Stage::Failed(why),
            Action::Rules(rules) => next.rules = rules,
            Action::Go(address) => next.go(address),
            Action::Pin(figure) => next.pin(figure),
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
