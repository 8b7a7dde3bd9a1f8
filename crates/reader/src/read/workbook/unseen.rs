//! Rows and columns of a workbook (ECMA-376) that are hidden.
use crate::read::{Failure, package::Package};
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use std::{
    collections::{BTreeSet, HashMap},
    ops::RangeInclusive,
};

/// What says which part of the package a sheet is.
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";

/// What is hidden on a sheet: rows and columns, from 0.
#[derive(Debug, Default)]
pub(super) struct Unseen {
    /// Hidden rows.
    pub rows: BTreeSet<u32>,
    /// Hidden columns.
    pub columns: Vec<RangeInclusive<u32>>,
}

/// The parts of the package by the names that its workbook has for them.
pub(super) fn parts(package: &mut Package<'_>) -> Result<HashMap<String, String>, Failure> {
    let bytes = package.part(RELATIONS)?.unwrap_or_default();
    let mut parts = HashMap::new();
    each_element(&String::from_utf8_lossy(&bytes), |element| {
        if let (Some(id), Some(target)) = (attribute(element, "Id"), attribute(element, "Target")) {
            let part = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None => format!("xl/{target}"),
            };
            parts.insert(id, part);
        }
    });
    Ok(parts)
}

/// What is hidden on the sheet of this part.
pub(super) fn of_part(package: &mut Package<'_>, part: &str) -> Result<Unseen, Failure> {
    let bytes = package.part(part)?.unwrap_or_default();
    let mut unseen = Unseen::default();
    let mut row = 0;
    each_element(&String::from_utf8_lossy(&bytes), |element| {
        unseen.look_at(element, &mut row);
    });
    Ok(unseen)
}

impl Unseen {
    /// Rows may leave their number out, being the next ones.
    fn look_at(&mut self, element: &BytesStart<'_>, row: &mut u32) {
        let number = |name| attribute(element, name)?.parse::<u32>().ok();
        match element.local_name().as_ref() {
            "col" if is_hidden(element, "width") => {
                if let (Some(first), Some(last)) = (number("min"), number("max")) {
                    self.columns
                        .push(first.saturating_sub(1)..=last.saturating_sub(1));
                }
            }
            "row" => {
                *row = number("r").unwrap_or(row.saturating_add(1));
                if is_hidden(element, "ht") {
                    self.rows.insert(row.saturating_sub(1));
                }
            }
            _ => {}
        }
    }
}

/// Whether a row or a column is hidden, or has no size.
fn is_hidden(element: &BytesStart<'_>, size: &str) -> bool {
    let is_nought = |it: String| it.parse::<f32>().is_ok_and(|it| it == 0.0);
    matches!(attribute(element, "hidden").as_deref(), Some("1" | "true"))
        || attribute(element, size).is_some_and(is_nought)
}

fn each_element(xml: &str, mut look_at: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => look_at(&element),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).ok()??;
    Some(found.value.as_ref().to_owned())
}
