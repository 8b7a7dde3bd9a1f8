//! The numbers that Word puts before paragraphs by itself: 一、 and （一） are not in the text of a
//! heading whose number is automatic.
use super::numerals::written;
use crate::read::xml::Element;
use std::collections::HashMap;

/// Levels of a list.
const LEVELS: usize = 9;
/// Maximum length of a chain of styles based on other styles.
const MOST_STYLES: usize = 20;

/// The lists of a document, and how far they have counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: HashMap<String, List>,
    /// By the number that paragraphs name a list by.
    uses: HashMap<String, Use>,
    styles: HashMap<String, Style>,
    /// By list: the last number of each level.
    counted: HashMap<String, [Option<u32>; LEVELS]>,
}

/// A list: how its levels are numbered.
#[derive(Debug, Default)]
struct List {
    levels: [Level; LEVELS],
    /// The style whose list it is, when it has none of its own.
    style: Option<String>,
}

#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    format: String,
    text: String,
    /// Whether all its numbers are written in digits.
    is_legal: bool,
    /// Whether it counts on when a higher level counts.
    keeps_counting: bool,
    /// The style whose paragraphs are on this level.
    style: Option<String>,
}

/// A use of a list: several count on together unless one starts anew.
#[derive(Debug, Default)]
struct Use {
    list: String,
    starts: Vec<(usize, u32)>,
    is_started: bool,
}

/// A style of paragraphs: its list and level, and the style it stands on.
#[derive(Debug, Default)]
struct Style {
    list: Option<String>,
    level: Option<usize>,
    base: Option<String>,
}

impl Numbering {
    /// The lists that `numbering.xml` and `styles.xml` have.
    pub(super) fn new(numbers: &Element, styles: &Element) -> Self {
        Numbering {
            lists: by_id(numbers, "abstractNum", "abstractNumId", List::of),
            uses: by_id(numbers, "num", "numId", Use::of),
            styles: by_id(styles, "style", "styleId", Style::of),
            counted: HashMap::new(),
        }
    }

    /// The number of the next paragraph, if it has one; counts on.
    pub(super) fn number(&mut self, paragraph: &Element) -> Option<String> {
        let (list, level) = self.place(paragraph)?;
        self.start(&list);
        let name = self.list_of(&list)?;
        let levels = &self.lists.get(&name)?.levels;
        let counted = self.counted.entry(name).or_default();
        let first = levels.get(level)?.start;
        let slot = counted.get_mut(level)?;
        *slot = Some(slot.map_or(first, |last| last + 1));
        for (below, number) in counted.iter_mut().enumerate().skip(level + 1) {
            if !levels[below].keeps_counting {
                *number = None;
            }
        }
        Some(label(levels, counted, level))
    }

    /// The list and the level that a paragraph, or its style, names.
    fn place(&self, paragraph: &Element) -> Option<(String, usize)> {
        let own = paragraph
            .child("pPr")
            .map(Style::of_settings)
            .unwrap_or_default();
        let style = paragraph
            .at(&["pPr", "pStyle"])
            .and_then(|it| it.attribute("val"));
        let (from_style, level) = style.map_or((None, None), |it| self.of_style(it));
        let list = own.list.or(from_style).filter(|it| it != "0")?;
        let of_style = || {
            let list = self.lists.get(&self.list_of(&list)?)?;
            list.levels
                .iter()
                .position(|it| it.style.as_deref() == style && style.is_some())
        };
        let level = own.level.or(level).or_else(of_style).unwrap_or(0);
        Some((list, level))
    }

    /// The list and the level of a style or of those it stands on.
    fn of_style(&self, name: &str) -> (Option<String>, Option<usize>) {
        let mut name = name;
        let mut level = None;
        for _ in 0..MOST_STYLES {
            let Some(style) = self.styles.get(name) else {
                break;
            };
            level = level.or(style.level);
            if let Some(list) = &style.list {
                return (Some(list.clone()), level);
            }
            match &style.base {
                Some(base) => name = base,
                None => break,
            }
        }
        (None, level)
    }

    /// The list that a number of a list stands for; a list without levels has those of its style.
    fn list_of(&self, number: &str) -> Option<String> {
        let named = &self.uses.get(number)?.list;
        let style = self.lists.get(named)?.style.as_deref();
        let of_style = style.and_then(|it| self.of_style(it).0);
        let other = of_style.and_then(|it| Some(self.uses.get(&it)?.list.clone()));
        Some(other.unwrap_or_else(|| named.clone()))
    }

    /// The first paragraph of a list that starts anew lets its levels start where that says.
    fn start(&mut self, number: &str) {
        let Some(name) = self.list_of(number) else {
            return;
        };
        let Some(list) = self.uses.get_mut(number) else {
            return;
        };
        if std::mem::replace(&mut list.is_started, true) {
            return;
        }
        let counted = self.counted.entry(name).or_default();
        for (level, start) in &list.starts {
            if let Some(slot) = counted.get_mut(*level) {
                *slot = start.checked_sub(1);
            }
        }
    }
}

fn by_id<T>(
    parent: &Element,
    name: &str,
    id: &str,
    read: impl Fn(&Element) -> T,
) -> HashMap<String, T> {
    let elements = parent.elements().filter(|it| it.name == name);
    elements
        .filter_map(|it| Some((it.attribute(id)?.to_owned(), read(it))))
        .collect()
}

/// `%1、` with the numbers of the levels put in.
fn label(levels: &[Level; LEVELS], counted: &[Option<u32>; LEVELS], level: usize) -> String {
    let own = &levels[level];
    if own.format == "bullet" {
        return "• ".to_owned();
    }
    let mut text = own.text.clone();
    for (index, other) in levels.iter().enumerate().take(level + 1) {
        let format = if own.is_legal {
            "decimal"
        } else {
            &other.format
        };
        let number = written(counted[index].unwrap_or(other.start), format);
        text = text.replace(&format!("%{}", index + 1), &number);
    }
    text
}

impl List {
    fn of(element: &Element) -> Self {
        let mut list = List {
            style: element.setting("numStyleLink").map(str::to_owned),
            ..List::default()
        };
        for level in element.elements().filter(|it| it.name == "lvl") {
            let index = level
                .attribute("ilvl")
                .and_then(|it| it.parse::<usize>().ok());
            if let Some(slot) = index.and_then(|it| list.levels.get_mut(it)) {
                *slot = Level::of(level);
            }
        }
        list
    }
}

impl Level {
    fn of(element: &Element) -> Self {
        let setting = |name: &str| element.setting(name).unwrap_or_default().to_owned();
        // Word 2010 and later say formats that are not on the old list a second time, elsewhere.
        let format = element
            .at(&["AlternateContent", "Choice", "numFmt"])
            .and_then(|it| it.attribute("val"))
            .filter(|it| *it != "custom");
        let after = match element.setting("suff") {
            Some("nothing") => "",
            _ => " ",
        };
        let text = setting("lvlText");
        // What ends in 、 or ） needs no blank behind it.
        let ends_wide = text.ends_with(|sign: char| !sign.is_ascii());
        Level {
            start: setting("start").parse().unwrap_or(1),
            format: format.map_or_else(|| setting("numFmt"), str::to_owned),
            text: if ends_wide || text.is_empty() {
                text
            } else {
                text + after
            },
            keeps_counting: element.setting("lvlRestart") == Some("0"),
            is_legal: element.is_on("isLgl"),
            style: element.setting("pStyle").map(str::to_owned),
        }
    }
}

impl Use {
    fn of(element: &Element) -> Self {
        let overrides = element.elements().filter(|it| it.name == "lvlOverride");
        let start = |it: &Element| {
            let level = it.attribute("ilvl")?.parse().ok()?;
            Some((level, it.setting("startOverride")?.parse().ok()?))
        };
        Use {
            list: element
                .setting("abstractNumId")
                .unwrap_or_default()
                .to_owned(),
            starts: overrides.filter_map(start).collect(),
            is_started: false,
        }
    }
}

impl Style {
    fn of(element: &Element) -> Self {
        let settings = element.child("pPr").map(Style::of_settings);
        Style {
            base: element.setting("basedOn").map(str::to_owned),
            ..settings.unwrap_or_default()
        }
    }

    /// What the settings of a paragraph say of its list.
    fn of_settings(settings: &Element) -> Self {
        let numbers = settings.child("numPr");
        Style {
            list: numbers
                .and_then(|it| it.setting("numId"))
                .map(str::to_owned),
            level: numbers
                .and_then(|it| it.setting("ilvl"))
                .and_then(|it| it.parse().ok()),
            base: None,
        }
    }
}
