//! What can happen to the state of the page.

use super::{Charts, Dialog, FindingSpot};
use crate::{
    address::Address, bridge::Step, catalogue::RuleEntry, history::Visit, input::Input,
    shown::Shown, taken::Taken, words::Language,
};
use gouji::{
    note::Message,
    report::{
        entry::{Entry, FailureEntry},
        explained::ReaderNote,
        view::Mark,
    },
    self_test::Tried,
    structure::Totals,
};
use std::rc::Rc;
use yew::prelude::*;

/// What can happen.
pub enum Action {
    /// Something was given.
    Give(Input),
    /// Examine it again, with this password.
    Retry(Option<AttrValue>),
    /// What was given at this step before a reload is here again.
    Recall(Input),
    /// What was given at this step is not here any more.
    Lose,
    /// The browser went to a step of its history; `None` is the one at hand.
    Arrive(Option<Visit>, Address),
    /// Forget what other steps gave.
    Forget,
    /// Offer this to be opened again.
    Offer(Input),
    /// Take back what was given.
    Leave,
    /// The worker is at this point.
    Progress(Step),
    /// Look at this one of several documents.
    Choose(usize),
    /// One of several documents is done.
    Came(Entry),
    /// Several documents came of it.
    List(Rc<[Entry]>),
    /// What several documents come to.
    Total(Rc<[Totals]>),
    /// Look at the list of them.
    ListAll,
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
    /// Look at the charts so.
    Chart(Charts),
    /// Go to where the document can be searched.
    Seek,
    /// Search.
    Search(AttrValue),
    /// Show a finding and its place.
    Look(usize),
    /// Show a place of the chosen finding.
    Spot(FindingSpot),
    /// Open or close the sheet with a finding's place.
    Sheet(bool),
    /// Check as if these suggestions were taken.
    Take(Rc<[Taken]>),
    /// Note why a finding is explained; an empty note is taken back.
    Note(ReaderNote),
    /// What was noted before a reload is here again.
    Recollect(Rc<[ReaderNote]>),
    /// Show how well figures are held, or no longer.
    Guard(bool),
    /// Go on with the self-test, or stop it.
    Try(bool),
    /// A slip was planted; what came of it.
    Tried(Tried),
    /// Open or close a dialog.
    Open(Option<Dialog>),
    /// Change the language.
    Speak(Language),
    /// Say what just happened.
    Tell(Option<Message>),
    /// It was read why something was refused.
    Dismiss,
    /// Close the innermost thing that is open.
    Back,
}
