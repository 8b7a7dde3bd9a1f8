//! A file whose end is missing: the list of its pages stood there. Pages that are still whole are
//! found by what they look like, and listed anew.
use crate::read::MAX_PAGES;
use std::fmt::Write;

/// Maximum length of a page's own description, in bytes.
const MAX_DESCRIPTION: usize = 64 << 10;

/// The file with a new list of the pages found in it, in the order in which they stand; `None` if
/// there are none.
pub(super) fn rescued(bytes: &[u8]) -> Option<Vec<u8>> {
    let objects = objects(bytes);
    let ends = objects.iter().skip(1).map(|it| it.start);
    let described = objects.iter().zip(ends.chain([bytes.len()]));
    let is_page = |(it, end): &(&Object, usize)| describes_page(&bytes[it.start..*end]);
    let pages = described.filter(is_page).map(|it| it.0);
    let pages: Vec<&Object> = pages.take(MAX_PAGES).collect();
    let last = objects.iter().map(|it| it.number).max()?;
    let (catalog, tree) = (last.checked_add(1)?, last.checked_add(2)?);
    if pages.is_empty() {
        return None;
    }
    let mut kids = String::new();
    for page in &pages {
        // Writing to a string never fails.
        let _ = write!(kids, "{} {} R ", page.number, page.generation);
    }
    let count = pages.len();
    let list = format!(
        "\nendobj\n{catalog} 0 obj\n<</Type /Catalog /Pages {tree} 0 R>>\nendobj\n\
         {tree} 0 obj\n<</Type /Pages /Count {count} /Kids [{kids}]>>\nendobj\n\
         trailer\n<</Size {tree} /Root {catalog} 0 R>>\n%%EOF\n"
    );
    Some([bytes, list.as_bytes()].concat())
}

/// An object of the file.
struct Object {
    number: u32,
    generation: u32,
    /// Where it begins, behind `obj`.
    start: usize,
}

/// Everything that begins with `12 0 obj`.
fn objects(bytes: &[u8]) -> Vec<Object> {
    const SIGN: &[u8] = b"obj";
    let ends = bytes.windows(SIGN.len()).enumerate();
    let ends = ends.filter(|(_, it)| *it == SIGN).map(|(at, _)| at);
    let object = |at: usize| {
        let (generation, rest) = number_before(&bytes[..at])?;
        let (number, _) = number_before(rest)?;
        Some(Object {
            number,
            generation,
            start: at + SIGN.len(),
        })
    };
    ends.filter_map(object).collect()
}

/// The number that the bytes end with, and what stands before it.
fn number_before(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let body = bytes.trim_ascii_end();
    let digits = body
        .iter()
        .rev()
        .take_while(|it| it.is_ascii_digit())
        .take(10)
        .count();
    let (rest, number) = body.split_at(body.len() - digits);
    let number = std::str::from_utf8(number).ok()?.parse().ok()?;
    (body.len() < bytes.len()).then_some((number, rest))
}

/// Whether an object, of which these are the bytes up to the next one, says that it is a page.
fn describes_page(bytes: &[u8]) -> bool {
    let bytes = &bytes[..bytes.len().min(MAX_DESCRIPTION)];
    let ends = [&b"endobj"[..], b"stream"];
    let end = (0..bytes.len()).find(|at| ends.iter().any(|it| bytes[*at..].starts_with(it)));
    let Some(description) = end.map(|it| &bytes[..it]) else {
        return false;
    };
    let names = description
        .windows(5)
        .enumerate()
        .filter(|(_, it)| *it == b"/Type");
    let values = names.map(|(at, _)| description[at + 5..].trim_ascii_start());
    let mut values = values.filter_map(|it| it.strip_prefix(b"/Page"));
    values.any(|it| !it.first().is_some_and(u8::is_ascii_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_listed_in_their_order() {
        let file = b"%PDF-1.7\n7 0 obj\n<</Type/Page>>\nendobj\n3 0 obj\n<</Type /Page /A 1>>\n\
            endobj\n4 0 obj\n<</Type /Pages>>\nendobj\n5 0 obj\n<</Type /Page";
        let rescued = rescued(file).expect("there are pages");
        let text = String::from_utf8_lossy(&rescued);
        assert!(text.contains("/Count 2 /Kids [7 0 R 3 0 R ]"), "{text}");
    }

    #[test]
    fn without_pages_there_is_nothing_to_list() {
        assert_eq!(rescued(b"%PDF-1.7\n1 0 obj\n<<>>\nendobj"), None);
        assert_eq!(rescued(b""), None);
    }
}
