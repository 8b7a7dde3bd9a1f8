//! The keys of the page, for those who do not want to take the hand off the keyboard.

use crate::{
    address::Address,
    browser, listing,
    parts::stepper::around,
    session::{Action, Dialog, Session},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// What a key does now; `None` leaves it to the browser.
pub fn action_of(event: &KeyboardEvent, session: &Session) -> Option<Action> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
        return None;
    }
    let key = event.key();
    if key == "Escape" {
        return Some(Action::Back);
    }
    if is_typing(event) || session.dialog.is_some() {
        return None;
    }
    match key.as_str() {
        "?" => Some(Action::Open(Some(Dialog::Help))),
        "/" => {
            event.prevent_default();
            if browser::focus("search") {
                return None;
            }
            session.shown().map(|_| Action::Seek)
        }
        "[" => beside(session, -1),
        "]" => beside(session, 1),
        "n" => step(session, 1),
        "p" => step(session, -1),
        "Enter" => place_of_finding(event, session),
        "1" | "2" | "3" | "4" | "5" => {
            let number = key.parse::<usize>().ok()?.checked_sub(1)?;
            Some(Action::Go(session.shown()?.tabs().nth(number)?.address()))
        }
        _ => None,
    }
}

fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|it| {
        matches!(it.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || it.has_attribute("contenteditable")
    })
}

/// Of several documents, the one before or behind.
fn beside(session: &Session, by: isize) -> Option<Action> {
    let order = listing::worst_first(session.listed.as_ref()?);
    let at = order
        .iter()
        .position(|it| Some(*it) == session.visit.chosen)?;
    Some(Action::Choose(order[around(Some(at), by, order.len())?]))
}

/// To the next or previous finding; in the document, the next figure with the mark that counts there.
pub fn step(session: &Session, by: isize) -> Option<Action> {
    let shown = session.shown()?;
    if let Address::Document(_) = session.address {
        let mark = session
            .filter
            .unwrap_or(gouji::report::view::Mark::Disagree);
        let figures: Vec<usize> = shown.marked(mark).collect();
        let at = session
            .pinned
            .and_then(|it| figures.iter().position(|figure| *figure == it));
        let figure = *figures.get(around(at, by, figures.len())?)?;
        browser::reveal(
            &format!("figure-{figure}"),
            web_sys::ScrollLogicalPosition::Center,
        );
        browser::focus(&format!("figure-{figure}"));
        return Some(Action::Pin(Some(figure)));
    }
    let at = match session.address {
        Address::Findings(at) => at,
        _ => None,
    };
    let next = around(at, by, shown.report.findings.len())?;
    browser::focus_soon(format!("finding-{next}-head"));
    Some(Action::Go(Address::Findings(Some(next))))
}

/// Enter on an open finding leads to its place; on a button it presses the button.
fn place_of_finding(event: &KeyboardEvent, session: &Session) -> Option<Action> {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())?;
    if matches!(target.tag_name().as_str(), "BUTTON" | "A" | "SUMMARY") {
        return None;
    }
    let Address::Findings(Some(finding)) = session.address else {
        return None;
    };
    let figure = session.shown()?.place_of(finding)?;
    browser::focus(&format!("figure-{figure}"));
    Some(Action::Sheet(true))
}
