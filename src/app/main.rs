//! The page: what the reader sees. Everything that takes time happens in the worker.

mod address;
mod bridge;
mod browser;
mod catalogue;
mod charts;
mod examination;
mod history;
mod input;
mod keys;
mod listing;
mod marks;
mod notes;
mod page;
mod pages;
mod parts;
mod places;
mod print;
mod scroll;
mod search;
mod session;
mod shown;
mod since;
mod taken;
mod telling;
mod trial;
mod words;

fn main() {
    console_error_panic_hook::set_once();
    yew::Renderer::<page::Page>::new().render();
}
