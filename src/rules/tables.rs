//! 表间: what must hold between the tables of one document.
pub mod funds;
pub mod items;
pub mod overviews;
