//! The result as the page holds it: shared, compared by identity, with what is looked up often.

use crate::address::Tab;
use gouji::budget::Spot;
use gouji::claim::Severity;
use gouji::repair::Grade;
use gouji::report::standing::Standing;
use gouji::report::view::{BlockView, FigureView, FindingPointers, Mark, View};
use std::{ops::Deref, rc::Rc};

/// A result. Cloning it shares it.
#[derive(Clone)]
pub struct Shown(Rc<Inner>);

struct Inner {
    view: View,
    by_block: Vec<Vec<usize>>,
    /// Every figure in the order of the document.
    in_order: Vec<usize>,
    /// How deep each block is a heading; 0 for text.
    levels: Vec<u8>,
}

impl Shown {
    /// Takes a result over.
    pub fn new(view: View) -> Self {
        let mut by_block = vec![Vec::new(); view.blocks.len()];
        for (index, figure) in view.figures.iter().enumerate() {
            if let Some(figures) = by_block.get_mut(figure.block) {
                figures.push(index);
            }
        }
        let place = |index: &usize| {
            let figure = &view.figures[*index];
            let (first, second) = match figure.spot {
                Spot::Cell { row, column } => (row, column),
                Spot::Span { start, end } => (start.0, end.0),
            };
            (figure.block, first, second)
        };
        let mut in_order: Vec<usize> = (0..view.figures.len()).collect();
        in_order.sort_by_key(place);
        Self(Rc::new(Inner {
            levels: levels(&view.blocks),
            view,
            by_block,
            in_order,
        }))
    }

    /// The tabs that have something to show.
    pub fn tabs(&self) -> impl Iterator<Item = Tab> + '_ {
        let view = &self.0.view;
        let has_structure = view.structure.as_ref().is_some_and(|it| {
            !(it.flow.links.is_empty() && it.function.is_empty() && it.economic.is_empty())
        });
        let shows = move |tab: &Tab| match tab {
            Tab::Structure => has_structure,
            Tab::Comparison => view.comparison.is_some(),
            Tab::Findings | Tab::Document | Tab::Rules => true,
        };
        Tab::ALL.into_iter().filter(shows)
    }

    /// What the document is in few words, behind how it stands: `✗3 某局 2026`.
    pub fn short_title(&self) -> String {
        let report = &self.0.view.report;
        let standing = report.standing();
        let count = match standing {
            Standing::Disagrees => report.count(Severity::Error).to_string(),
            Standing::Doubtful => report.count(Severity::Warning).to_string(),
            _ => String::new(),
        };
        let stands = format!("{}{count}", standing.sign());
        let document = &report.document;
        let year = document.year.map(|it| it.to_string());
        let name = match (&document.unit_name, &document.title) {
            (Some(unit), _) => [Some(unit.clone()), year].into_iter().flatten().collect(),
            (None, Some(title)) => vec![title.clone()],
            (None, None) => vec![report.source.name.clone()],
        };
        format!("{stands} {}", name.join(" ")).trim_end().to_owned()
    }

    /// The figures of a block.
    pub fn figures_of(&self, block: usize) -> &[usize] {
        self.0.by_block.get(block).map_or(&[], Vec::as_slice)
    }

    /// A figure.
    pub fn figure(&self, index: usize) -> Option<&FigureView> {
        self.0.view.figures.get(index)
    }

    /// Every figure in the order of the document.
    pub fn in_order(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.in_order.iter().copied()
    }

    /// Figures with a mark, in the order of the document.
    pub fn marked(&self, mark: Mark) -> impl Iterator<Item = usize> + '_ {
        let marked = move |it: &usize| self.figure(*it).is_some_and(|it| it.mark == mark);
        self.in_order().filter(marked)
    }

    /// How deep a heading a block is, no level left out; 0 for text.
    pub fn level_of(&self, block: usize) -> u8 {
        self.0.levels.get(block).copied().unwrap_or(0)
    }

    /// The figure that a finding is best shown at: its first suspect, else its first figure.
    pub fn place_of(&self, finding: usize) -> Option<usize> {
        let pointers = self.0.view.pointers.get(finding)?;
        pointers
            .suspects
            .first()
            .or_else(|| pointers.figures.first())
            .copied()
    }

    /// What a finding points at, or, counted from 1, one of those that say the same.
    pub fn pointers_of(&self, finding: usize, of: usize) -> Option<&FindingPointers> {
        let pointers = self.0.view.pointers.get(finding)?;
        match of.checked_sub(1) {
            None => Some(pointers),
            Some(at) => pointers.alike.get(at),
        }
    }

    /// What a table is called: as printed, or, where nothing is, as its form.
    pub fn title_of(&self, table: usize) -> String {
        let Some(entry) = self.0.view.report.tables.get(table) else {
            return String::new();
        };
        let form = entry.form.clone().unwrap_or_default();
        match entry.title.is_empty() {
            true => form,
            false => entry.title.clone(),
        }
    }

    /// The table that a figure stands in.
    pub fn table_of(&self, figure: usize) -> Option<usize> {
        match self.0.view.blocks.get(self.figure(figure)?.block)? {
            BlockView::Table { table, .. } => *table,
            BlockView::Paragraph { .. } => None,
        }
    }

    /// The figures that the best repair of a finding changes.
    pub fn suspects_of(&self, finding: usize) -> Vec<usize> {
        let view = &self.0.view;
        let (Some(finding), Some(pointers)) = (
            view.report.findings.get(finding),
            view.pointers.get(finding),
        ) else {
            return Vec::new();
        };
        let best = finding.suspects.first().map(|it| it.repair);
        let suspects = finding.suspects.iter().zip(&pointers.suspects);
        suspects
            .filter(|(it, _)| Some(it.repair) == best)
            .map(|(_, figure)| *figure)
            .collect()
    }

    /// What a figure should be by the best repair, where that has no rival.
    pub fn suggestion(&self, figure: usize) -> Option<&str> {
        let view = &self.0.view;
        let in_finding = |finding: &usize| {
            let finding_at = view.report.findings.get(*finding)?;
            if finding_at.grade != Some(Grade::Only) {
                return None;
            }
            let suspects = &finding_at.suspects;
            let at = view
                .pointers
                .get(*finding)?
                .suspects
                .iter()
                .position(|it| *it == figure)?;
            let suspect = suspects.get(at)?;
            let best = suspects.first()?.repair;
            suspect
                .suggested
                .as_deref()
                .filter(|_| suspect.repair == best)
        };
        view.figures
            .get(figure)?
            .findings
            .iter()
            .find_map(in_finding)
    }
}

/// How deep the headings are. A document that leaves out a level does not leave it out on the page.
fn levels(blocks: &[BlockView]) -> Vec<u8> {
    let mut deepest = 1;
    let level = |block: &BlockView| match block {
        BlockView::Paragraph { heading, .. } if *heading > 0 => {
            deepest = (*heading).min(deepest + 1);
            deepest
        }
        _ => 0,
    };
    blocks.iter().map(level).collect()
}

impl Deref for Shown {
    type Target = View;

    fn deref(&self) -> &View {
        &self.0.view
    }
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
