//! Where the reader is, as the part of the address behind `#`: so that the browser's back button
//! works and a place can be bookmarked.

/// What the page shows of a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Address {
    /// The findings, and the one that is open.
    Findings(Option<usize>),
    /// The document, and the figure in view.
    Document(Option<usize>),
    /// The charts.
    Structure,
    /// This year beside last year.
    Comparison,
    /// The rules, and the one in view.
    Rules(Option<String>),
}

/// The tabs, in their order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Tab {
    /// Findings beside the document.
    Findings,
    /// The document.
    Document,
    /// The charts.
    Structure,
    /// This year beside last year.
    Comparison,
    /// The rules.
    Rules,
}

impl Tab {
    /// Every tab.
    pub const ALL: [Self; 5] = [
        Self::Findings,
        Self::Document,
        Self::Structure,
        Self::Comparison,
        Self::Rules,
    ];

    /// Where the tab begins.
    pub const fn address(self) -> Address {
        match self {
            Self::Findings => Address::Findings(None),
            Self::Document => Address::Document(None),
            Self::Structure => Address::Structure,
            Self::Comparison => Address::Comparison,
            Self::Rules => Address::Rules(None),
        }
    }
}

impl Address {
    /// The tab this is on.
    pub const fn tab(&self) -> Tab {
        match self {
            Self::Findings(_) => Tab::Findings,
            Self::Document(_) => Tab::Document,
            Self::Structure => Tab::Structure,
            Self::Comparison => Tab::Comparison,
            Self::Rules(_) => Tab::Rules,
        }
    }

    /// Reads what stands behind `#`; anything unknown is the findings.
    pub fn parse(hash: &str) -> Self {
        let hash = hash.trim_start_matches('#');
        let (tab, item) = hash
            .split_once('/')
            .map_or((hash, None), |(tab, item)| (tab, Some(item)));
        // People count from 1.
        let number = || item?.parse::<usize>().ok()?.checked_sub(1);
        match tab {
            "document" => Self::Document(number()),
            "structure" => Self::Structure,
            "comparison" => Self::Comparison,
            "rules" => Self::Rules(item.map(str::to_owned)),
            _ => Self::Findings(number()),
        }
    }

    /// What stands behind `#`.
    pub fn hash(&self) -> String {
        let numbered = |tab: &str, item: Option<usize>| {
            item.map_or_else(|| tab.to_owned(), |item| format!("{tab}/{}", item + 1))
        };
        match self {
            Self::Findings(item) => numbered("findings", *item),
            Self::Document(item) => numbered("document", *item),
            Self::Structure => "structure".to_owned(),
            Self::Comparison => "comparison".to_owned(),
            Self::Rules(None) => "rules".to_owned(),
            Self::Rules(Some(rule)) => format!("rules/{rule}"),
        }
    }

    /// The whole address, for a link; the page's base would lead a bare `#` elsewhere.
    pub fn href(&self) -> String {
        let location = window().location();
        let path = location.pathname().unwrap_or_default();
        format!(
            "{path}{}#{}",
            location.search().unwrap_or_default(),
            self.hash()
        )
    }

    /// Where the reader is now.
    pub fn current() -> Self {
        Self::parse(&window().location().hash().unwrap_or_default())
    }
}

fn window() -> web_sys::Window {
    web_sys::window().expect("the page runs in a window")
}
