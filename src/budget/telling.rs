//! What the sentences tell, with the facts and the words that it is told by.
use super::{FactId, statement::WordId};
use crate::language::told::{FigureId, Told, ToldFigure, WordAt};
use std::collections::BTreeMap;

/// What the sentences of a document tell.
#[derive(Debug, Clone, Default)]
pub struct Telling {
    /// Figures with their meaning, and what ties them together.
    pub told: Told,
    /// The year that the document is of; the latest that it names, where that is not known.
    pub year: i32,
    /// The fact of each figure, in the same order.
    pub facts: Vec<FactId>,
    /// The words that say which way something moved, or that it did not.
    pub words: BTreeMap<WordAt, WordId>,
}

impl Telling {
    /// The figure.
    pub fn figure(&self, id: FigureId) -> &ToldFigure {
        &self.told.figures[id.0]
    }

    /// The fact of a figure.
    pub fn fact(&self, id: FigureId) -> FactId {
        self.facts[id.0]
    }

    /// The word that stands there.
    pub fn word(&self, at: WordAt) -> Option<WordId> {
        self.words.get(&at).copied()
    }

    /// Every figure.
    pub fn figures(&self) -> impl Iterator<Item = (FigureId, &ToldFigure)> {
        let figures = self.told.figures.iter().enumerate();
        figures.map(|(index, it)| (FigureId(index), it))
    }
}
