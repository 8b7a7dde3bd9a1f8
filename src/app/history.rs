//! Documents as steps of the browser's history: whatever is given next, the report before it is one
//! step back, and nothing leads off the page by surprise.

use crate::{
    address::Address,
    browser::{self, get, object},
};
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// Where the number of the newest step is kept over a reload.
const NEWEST: &str = "gouji.visit";
/// The field of the history's state that says that something lies over the page.
const COVERED: &str = "covered";

/// Where the reader is: what the history has to show.
#[derive(Clone, PartialEq)]
pub struct Position {
    /// The document.
    pub visit: Visit,
    /// The place in it.
    pub address: Address,
    /// Whether a dialog, a sheet or a card lies over the page: the way back closes it first.
    pub covered: bool,
}

thread_local! {
    /// Set while the page itself goes back, because what lay over it was closed: where it wants to be.
    static RETURNING: RefCell<Option<Position>> = const { RefCell::new(None) };
}

/// A step: which document is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Visit {
    /// Counts the steps of this tab; what is further on has a larger number.
    pub number: u32,
    /// The step at which its files were given; `None` where nothing is.
    pub given: Option<u32>,
    /// Which of several documents.
    pub chosen: Option<usize>,
}

impl Visit {
    /// The step at which the page opens: after a reload the same, else a new one.
    pub fn first() -> Self {
        Self::current().unwrap_or(Self {
            number: newest().map_or(0, |it| it + 1),
            given: None,
            chosen: None,
        })
    }

    /// The step that the browser is at; `None` for one the page knows nothing of.
    pub fn current() -> Option<Self> {
        let state = web_sys::window()?.history().ok()?.state().ok()?;
        let count = |name| get(&state, name).as_f64().map(|it| it as u32);
        Some(Self {
            number: count("visit")?,
            given: count("given"),
            chosen: count("chosen").map(|it| it as usize),
        })
    }

    /// The next step, at which something is given.
    pub const fn giving(self) -> Self {
        let number = self.number + 1;
        Self {
            number,
            given: Some(number),
            chosen: None,
        }
    }

    /// The next step, at which another of several documents is looked at, or their list.
    pub const fn choosing(self, chosen: Option<usize>) -> Self {
        Self {
            number: self.number + 1,
            given: self.given,
            chosen,
        }
    }

    /// The next step, at which nothing is given yet.
    pub const fn leaving(self) -> Self {
        Self {
            number: self.number + 1,
            given: None,
            chosen: None,
        }
    }

    fn state(self, covered: bool) -> JsValue {
        let count = |it: Option<u32>| it.map_or(JsValue::UNDEFINED, JsValue::from);
        let chosen = self.chosen.and_then(|it| u32::try_from(it).ok());
        object(&[
            ("visit", self.number.into()),
            ("given", count(self.given)),
            ("chosen", count(chosen)),
            (COVERED, covered.into()),
        ])
    }
}

/// Writes where the reader is into the history: another document, another tab and what covers the page are
/// steps one can go back, a move within a tab is not.
pub fn write(position: &Position) {
    let waits = RETURNING.with_borrow_mut(|it| {
        let waits = it.is_some();
        if waits {
            *it = Some(position.clone());
        }
        waits
    });
    let before = Visit::current();
    let there = Address::current();
    let was_covered = is_covered();
    let stays = before == Some(position.visit) && there == position.address;
    if waits || (stays && was_covered == position.covered) {
        return;
    }
    // An address that was typed has no step of its own yet.
    let moved = before.is_some_and(|it| {
        it.number != position.visit.number || there.tab() != position.address.tab()
    });
    match (was_covered, position.covered) {
        (true, false) if !moved => {
            RETURNING.set(Some(position.clone()));
            back();
        }
        (false, true) => {
            put(position, false, moved);
            put(position, true, true);
        }
        // What was covered gives its step to what comes next.
        (covered, _) => put(position, position.covered, moved && !covered),
    }
    if let Some(storage) = browser::of_tab() {
        let _ = storage.set_item(NEWEST, &position.visit.number.to_string());
    }
}

/// Whether the browser arrived at this step because the page itself closed what covered it: then nothing
/// follows from it.
pub fn closed_by_page() -> bool {
    let Some(wanted) = RETURNING.take() else {
        return false;
    };
    put(&wanted, false, false);
    write(&wanted);
    true
}

/// Writes a step: a new one, or in the place of the one at hand.
fn put(position: &Position, covered: bool, anew: bool) {
    let Some(history) = web_sys::window().and_then(|it| it.history().ok()) else {
        return;
    };
    let (state, href) = (position.visit.state(covered), position.address.href());
    let _ = match anew {
        true => history.push_state_with_url(&state, "", Some(&href)),
        false => history.replace_state_with_url(&state, "", Some(&href)),
    };
}

/// Whether the step that the browser is at has something over the page.
fn is_covered() -> bool {
    let state = web_sys::window().and_then(|it| it.history().ok()?.state().ok());
    state.is_some_and(|it| get(&it, COVERED).is_truthy())
}

/// One step back.
pub fn back() {
    if let Some(history) = web_sys::window().and_then(|it| it.history().ok()) {
        let _ = history.back();
    }
}

fn newest() -> Option<u32> {
    browser::of_tab()?.get_item(NEWEST).ok()??.parse().ok()
}
