//! How large the tree of a page becomes, told from its tags before it is built: elements that nobody
//! closes are nested, and those of fonts are made again in every paragraph.

/// Elements that close themselves, or that the next one of their kind closes.
const CLOSES_ITSELF: [&str; 32] = [
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html",
    "img", "input", "li", "link", "meta", "option", "p", "param", "rp", "rt", "source", "tbody",
    "td", "tfoot", "th", "thead", "tr", "track", "wbr", "frame",
];
/// Elements of fonts: they go on in the next paragraph until they are closed.
const FORMATS: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];
/// Elements that hold text, whatever looks like a tag in it.
const HOLDS_TEXT: [&str; 4] = ["script", "style", "textarea", "title"];
/// Maximum length of an element's name.
const LONGEST_NAME: usize = 16;

/// How large the tree of a page becomes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Extent {
    /// How deep elements are nested.
    pub deepest: usize,
    /// How many elements of fonts are made again, at most.
    pub repeated: usize,
}

impl Extent {
    /// What the tags of a page make.
    pub(super) fn of(text: &str) -> Self {
        let mut extent = Extent::default();
        let (mut depth, mut formats) = (0_usize, 0_usize);
        let mut rest = text;
        while let Some(at) = rest.find('<') {
            let inside = &rest[at + 1..];
            let (tag, closes) = inside
                .strip_prefix('/')
                .map_or((inside, false), |tag| (tag, true));
            let name = name(tag);
            rest = if closes { tag } else { behind(inside, &name) };
            if name.is_empty() {
                continue;
            }
            if CLOSES_ITSELF.contains(&name.as_str()) {
                extent.repeated += formats;
                continue;
            }
            let count = |open: usize| {
                if closes {
                    open.saturating_sub(1)
                } else {
                    open + 1
                }
            };
            depth = count(depth);
            if FORMATS.contains(&name.as_str()) {
                formats = count(formats);
            } else {
                extent.repeated += formats;
            }
            extent.deepest = extent.deepest.max(depth);
        }
        extent
    }
}

/// The name that a tag begins with, in small letters.
fn name(tag: &str) -> String {
    let is_of_name = |it: &u8| it.is_ascii_alphanumeric() || matches!(it, b':' | b'-');
    let starts = tag.starts_with(|it: char| it.is_ascii_alphabetic());
    let signs = tag.bytes().take(LONGEST_NAME).filter(|_| starts);
    let signs = signs.take_while(is_of_name);
    signs
        .map(|it| char::from(it.to_ascii_lowercase()))
        .collect()
}

/// Where to look for the next tag behind one that opens: behind a comment, or behind the text that
/// an element holds.
fn behind<'a>(inside: &'a str, name: &str) -> &'a str {
    if let Some(comment) = inside.strip_prefix("!--") {
        return comment.find("-->").map_or("", |end| &comment[end..]);
    }
    if !HOLDS_TEXT.contains(&name) {
        return inside;
    }
    let mut ends = inside.match_indices("</");
    let end = ends.find(|(at, _)| {
        let closing = inside.as_bytes().get(at + 2..at + 2 + name.len());
        closing.is_some_and(|it| it.eq_ignore_ascii_case(name.as_bytes()))
    });
    end.map_or("", |(at, _)| &inside[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extent(text: &str) -> (usize, usize) {
        let Extent { deepest, repeated } = Extent::of(text);
        (deepest, repeated)
    }

    #[test]
    fn elements_that_nobody_closes_are_nested() {
        assert_eq!(extent("<x><x><hr><x>"), (3, 0));
        assert_eq!(extent("<div><span>1</span></div><div></div>"), (2, 0));
        assert_eq!(extent("<p>1<p>2<br><td>"), (0, 0));
    }

    #[test]
    fn elements_of_fonts_are_made_again_in_every_paragraph() {
        assert_eq!(extent("<font><tt><p>1<p>2"), (2, 4));
        assert_eq!(extent("<p><b>1</b><p><b>2</b>"), (1, 0));
    }

    #[test]
    fn what_looks_like_a_tag_in_a_script_or_a_comment_is_none() {
        assert_eq!(
            extent("<script>if(a<b)c<d</SCRIPT><!-- <x><y> --><p>"),
            (1, 0)
        );
        assert_eq!(extent("1 < 2 <3"), (0, 0));
    }
}
