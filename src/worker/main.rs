//! The pipeline off the page's thread. `static/pipeline.js` starts this module in a worker, hands
//! every message of the page to [`answer`] and turns a panic into a failure the page can show.

#[cfg(target_arch = "wasm32")]
mod documents;
#[cfg(target_arch = "wasm32")]
mod exports;
#[cfg(target_arch = "wasm32")]
mod messages;

#[cfg(target_arch = "wasm32")]
pub use messages::answer;

fn main() {
    #[cfg(target_arch = "wasm32")]
    messages::set_panic_hook();
}
