//! The result as the page holds it: shared, compared by identity, with what is looked up often.

use gouji::report::view::{BlockView, FigureView, Mark, View};
use std::{ops::Deref, rc::Rc};

/// A result. Cloning it shares it.
#[derive(Clone)]
pub struct Shown(Rc<Inner>);

struct Inner {
    view: View,
    by_block: Vec<Vec<usize>>,
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
        Self(Rc::new(Inner { view, by_block }))
    }

    /// The figures of a block.
    pub fn figures_of(&self, block: usize) -> &[usize] {
        self.0.by_block.get(block).map_or(&[], Vec::as_slice)
    }

    /// A figure.
    pub fn figure(&self, index: usize) -> Option<&FigureView> {
        self.0.view.figures.get(index)
    }

    /// Figures with a mark, in the order of the document.
    pub fn marked(&self, mark: Mark) -> impl Iterator<Item = usize> + '_ {
        let marked =
            move |(index, figure): (usize, &FigureView)| (figure.mark == mark).then_some(index);
        self.0.view.figures.iter().enumerate().filter_map(marked)
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

    /// What a figure should be by the best repair, when one is known.
    pub fn suggestion(&self, figure: usize) -> Option<&str> {
        let view = &self.0.view;
        let in_finding = |finding: &usize| {
            let suspects = &view.report.findings.get(*finding)?.suspects;
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

    /// The blocks of a table of the report, in order.
    pub fn blocks_of_table(&self, table: usize) -> impl Iterator<Item = usize> + '_ {
        let of_table = move |(index, block): (usize, &BlockView)| match block {
            BlockView::Table {
                table: Some(it), ..
            } if *it == table => Some(index),
            _ => None,
        };
        self.0.view.blocks.iter().enumerate().filter_map(of_table)
    }
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
