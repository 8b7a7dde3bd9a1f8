//! How far every tab of every document was scrolled: going to and fro, and a reload, keep the place.

use crate::{
    address::{Address, Tab},
    browser,
    session::Session,
};
use gloo::{events::EventListener, timers::callback::Timeout};
use std::{collections::BTreeMap, rc::Rc};
use yew::prelude::*;

/// Where the place is kept over a reload.
const PLACE: &str = "gouji.place";
/// What a tab brings into view by itself has come there after so many milliseconds.
const SETTLED: u32 = 60;

type Key = (u32, Tab);

/// Keeps the places of the page.
#[hook]
pub fn use_places(session: &UseReducerHandle<Session>) {
    let places = use_mut_ref(before_reload);
    let here = (session.visit.number, session.address.tab());
    let at = use_mut_ref(|| here);
    {
        let (places, at) = (Rc::clone(&places), Rc::clone(&at));
        use_effect_with((), move |()| {
            browser::scroll_by_page();
            let window = web_sys::window();
            let listeners = window.map(|window| {
                let kept = Rc::clone(&places);
                let now = Rc::clone(&at);
                let scrolled = EventListener::new(&window, "scroll", move |_| {
                    kept.borrow_mut().insert(*now.borrow(), browser::scrolled());
                });
                let leaving = EventListener::new(&window, "pagehide", move |_| {
                    let place = places.borrow().get(&*at.borrow()).copied();
                    keep(*at.borrow(), place.unwrap_or(0.0));
                });
                (scrolled, leaving)
            });
            move || drop(listeners)
        });
    }
    // What one comes for is brought into view by the tab itself.
    let comes_for = match &session.address {
        _ if session.aim.is_some() => true,
        _ if session.returned => false,
        Address::Findings(item) => item.is_some_and(|it| it > 0),
        other => *other != other.tab().address(),
    };
    let returned = session.returned;
    use_effect_with((here, session.has_result()), move |(here, _)| {
        *at.borrow_mut() = *here;
        let top = places.borrow().get(here).copied();
        let settling = match (comes_for, returned) {
            (true, _) => None,
            (false, false) => {
                browser::scroll_to(top.unwrap_or(0.0));
                None
            }
            (false, true) => top.map(|it| Timeout::new(SETTLED, move || browser::scroll_to(it))),
        };
        move || drop(settling)
    });
}

/// The place at which the page was reloaded.
fn before_reload() -> BTreeMap<Key, f64> {
    let kept = || {
        let kept = browser::of_tab()?.get_item(PLACE).ok()??;
        let mut parts = kept.split(' ');
        let visit = parts.next()?.parse().ok()?;
        let tab = Address::parse(parts.next()?).tab();
        Some(((visit, tab), parts.next()?.parse().ok()?))
    };
    kept().into_iter().collect()
}

fn keep((visit, tab): Key, top: f64) {
    if let Some(storage) = browser::of_tab() {
        let _ = storage.set_item(PLACE, &format!("{visit} {} {top}", tab.address().hash()));
    }
}
