//! What each of several costs, and what all of them cost.
use super::{Discourse, figures::Arriving};
use crate::{
    line::Measure,
    token::is_money,
    told::{FigureId, Priced, Role, ToldFigure},
};

impl Discourse {
    /// 每台0.45万元
    pub(super) fn price(&mut self, it: &Arriving) {
        let price = self.keep(it, Role::Price, it.subject.clone());
        if !is_money(it.figure.measure) {
            return;
        }
        let figures = (0..price.0).rev().map(FigureId);
        let mut of_sentence =
            figures.take_while(|it| self.figure(*it).place.sentence == self.place.sentence);
        let counted = |id: &FigureId| {
            let it = self.figure(*id);
            it.role == Role::Amount && matches!(it.measure(), Measure::Count(_))
        };
        if let Some(count) = of_sentence.find(counted) {
            self.told.prices.push(Priced {
                count,
                price,
                total: None,
            });
        }
    }

    /// What all cost: 18台，每台0.45万元，共8.10万元.
    pub(super) fn complete_price(&mut self, id: FigureId) {
        let depth = self.depth;
        let near = |figures: &[ToldFigure], it: &Priced| {
            let price = &figures[it.price.0];
            price.place.sentence == figures[id.0].place.sentence && price.depth == depth
        };
        let (figures, prices) = (&self.told.figures, &mut self.told.prices);
        if let Some(last) = prices.last_mut()
            && last.total.is_none()
            && near(figures, last)
        {
            last.total = Some(id);
        }
    }
}
