//! Documents as steps of the browser's history: whatever is given next, the report before it is one
//! step back, and nothing leads off the page by surprise.

use crate::{
    address::Address,
    browser::{self, get, object},
};
use wasm_bindgen::JsValue;

/// Where the number of the newest step is kept over a reload.
const NEWEST: &str = "gouji.visit";

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

    fn state(self) -> JsValue {
        let count = |it: Option<u32>| it.map_or(JsValue::UNDEFINED, JsValue::from);
        let chosen = self.chosen.and_then(|it| u32::try_from(it).ok());
        object(&[
            ("visit", self.number.into()),
            ("given", count(self.given)),
            ("chosen", count(chosen)),
        ])
    }
}

/// Writes where the reader is into the history: another document and another tab are steps one can go
/// back, a move within a tab is not.
pub fn write(visit: Visit, address: &Address) {
    let before = Visit::current();
    let there = Address::current();
    if before == Some(visit) && there == *address {
        return;
    }
    let Some(history) = web_sys::window().and_then(|it| it.history().ok()) else {
        return;
    };
    // An address that was typed has no step of its own yet.
    let moved = before.is_some_and(|it| it.number != visit.number || there.tab() != address.tab());
    let (state, href) = (visit.state(), address.href());
    let _ = match moved {
        true => history.push_state_with_url(&state, "", Some(&href)),
        false => history.replace_state_with_url(&state, "", Some(&href)),
    };
    if let Some(storage) = browser::of_tab() {
        let _ = storage.set_item(NEWEST, &visit.number.to_string());
    }
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
