//! What the pages are put together from.

pub mod block;
pub mod card;
pub mod dialogs;
pub mod example;
pub mod facing;
pub mod figure;
pub mod finding;
pub mod grid;
pub mod guards;
pub mod head;
pub mod note;
pub mod original;
pub mod outline;
pub mod pane;
pub mod paper;
pub mod remains;
pub mod renewal;
pub mod side_by_side;
pub mod stepper;
pub mod title;
pub mod verdict;
