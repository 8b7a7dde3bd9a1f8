//! Sums told behind what they are of.
use super::{
    Discourse, Target,
    lists::{TOTAL, is_other_side, same_measure},
};
use crate::{
    lexicon::names_difference,
    phrase::is_general,
    told::{FigureId, Listing, Role},
};

impl Discourse {
    /// An amount is a part of the list going on, or the sum of what was told before it.
    pub(super) fn place_in_lists(&mut self, id: FigureId, target: Option<&Target>, is_total: bool) {
        let open = self.open_lists.iter().any(|it| {
            let list = self.list(*it);
            list.depth == self.depth && list.whole.is_some()
        });
        let own = self.figure(id).subject.as_deref() == Some(TOTAL);
        let told = self.innermost().map(|it| self.list(it).parts.clone());
        if let Some(parts) = told.filter(|it| own && is_total && open && it.len() >= 2) {
            self.close_sum(id, parts, true);
            return;
        }
        let named = self.names_sum();
        let difference = self.figure(id).subject.as_deref();
        let difference = difference.is_some_and(names_difference);
        let free = !open || self.phrase.several.is_some();
        let closes = target.is_none() && free && !difference;
        if closes && (is_total || named) {
            let announced = if is_total {
                self.summed_before(id)
            } else {
                Vec::new()
            };
            if announced.len() >= 2 {
                let sure = self.is_sum_of(id, &announced);
                return self.close_sum(id, announced, sure);
            }
            let parts = self.told_in_clause(id);
            if parts.len() >= 2 {
                return self.close_sum(id, parts, false);
            }
            if is_total {
                return;
            }
        }
        self.add_part(id);
    }

    /// Whether the names of what comes say that it is a sum: 支出总计.
    pub(super) fn names_sum(&self) -> bool {
        let names = self.phrase.run().0;
        names.iter().any(|it| self.sums.contains(&it.start))
    }

    /// Whether a sum is plainly one of these amounts: told in their line, with no other figure between, and
    /// naming nothing else. 两项与三公相加, 两项共结余 are more than the two.
    fn is_sum_of(&self, sum: FigureId, parts: &[FigureId]) -> bool {
        let it = self.figure(sum);
        let here = |id: &FigureId| self.figure(*id).line == it.line;
        let near = parts.iter().all(here) || self.phrase.item;
        let first = parts.iter().min().map_or(sum.0, |it| it.0);
        let between = (first..sum.0).map(FigureId).any(|id| {
            let other = self.figure(id);
            let moved = other.role == Role::Change || other.role == Role::Amount && !other.is_base;
            let alike = same_measure(other.measure(), it.measure()) && other.depth == it.depth;
            moved && alike && !parts.contains(&id)
        });
        let several = self.phrase.several.is_some();
        let own = it.subject.as_deref().is_none_or(|name| {
            let plain = ["费用", "经费", "资金", "项", "费", "支出", TOTAL];
            is_general(name) || plain.contains(&name) || self.phrase.names_settled
        });
        near && !between && (own || !several)
    }

    /// A sum told behind its parts.
    fn close_sum(&mut self, whole: FigureId, parts: Vec<FigureId>, is_announced: bool) {
        let id = self.open_list(Listing::Total, None);
        self.open_lists.pop();
        for part in &parts {
            self.told.figures[part.0].list.get_or_insert(id);
        }
        let list = &mut self.told.lists[id.0];
        list.whole = Some(whole);
        list.parts = parts;
        list.is_announced = is_announced;
    }

    /// Amounts told before a sum since the last semicolon, with nothing said of what they are to it.
    fn told_in_clause(&self, sum: FigureId) -> Vec<FigureId> {
        let it = self.figure(sum);
        let alike = |id: &FigureId| {
            let other = self.figure(*id);
            other.role == Role::Amount
                && !other.is_base
                && same_measure(other.measure(), it.measure())
                && (other.year, other.version, other.depth) == (it.year, it.version, it.depth)
                && other.list.is_none()
                && !other.is_total
        };
        let clause = self.sentence.iter().skip(self.before_semicolon).copied();
        let clause: Vec<FigureId> = clause.filter(|it| *it != sum).collect();
        let all = clause.iter().all(alike);
        if all { clause } else { Vec::new() }
    }

    /// The amounts that a sum behind them may be of: those of the sentence, of the list in lines, or
    /// as many as it says.
    fn summed_before(&self, sum: FigureId) -> Vec<FigureId> {
        let it = self.figure(sum);
        let alike = |id: &FigureId| {
            let other = self.figure(*id);
            let free = other.list.is_none_or(|it| self.list(it).whole.is_none());
            *id != sum
                && other.role == Role::Amount
                && !other.is_base
                && same_measure(other.measure(), it.measure())
                && other.year == it.year
                && other.subject != it.subject
                && free
                && !is_other_side(other, it)
        };
        let count = self.phrase.several.filter(|it| *it > 0);
        let mut parts: Vec<FigureId> = self
            .sentence
            .iter()
            .copied()
            .filter(|id| alike(id) && self.figure(*id).depth == it.depth)
            .collect();
        if let Some(count) = count.filter(|it| parts.len() > *it) {
            parts.drain(..parts.len() - count);
        }
        if parts.len() >= 2 {
            return parts;
        }
        let totals = self.sentence.iter().copied();
        let totals: Vec<FigureId> = totals
            .filter(|id| alike(id) && self.figure(*id).is_total)
            .collect();
        if count.is_some_and(|it| it == totals.len()) {
            return totals;
        }
        let of_section = (0..sum.0).map(FigureId).filter(|id| {
            let other = self.figure(*id);
            other.place.section == self.place.section && other.depth == it.depth && alike(id)
        });
        let of_section: Vec<FigureId> = of_section.collect();
        let items: Vec<FigureId> = of_section
            .iter()
            .copied()
            .filter(|id| self.figure(*id).is_item)
            .collect();
        if !items.is_empty() {
            return items;
        }
        match count {
            Some(count) if of_section.len() >= count => {
                of_section[of_section.len() - count..].to_vec()
            }
            _ => Vec::new(),
        }
    }
}
