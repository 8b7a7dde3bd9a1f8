//! The pipeline off the page's thread. `static/pipeline.js` starts this module in a worker, hands
//! every message of the page to [`answer`] and turns a panic into a failure the page can show.
mod documents;
mod exports;
mod messages;

pub use messages::answer;

fn main() {
    messages::set_panic_hook();
}
