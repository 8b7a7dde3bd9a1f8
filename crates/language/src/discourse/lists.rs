//! Lists: what something is made of, and where a list ends.
use super::Discourse;
use crate::{
    line::Measure,
    phrase::is_general,
    token::is_money,
    told::{FigureId, List, ListId, Listing, Role, ToldFigure},
};

impl Discourse {
    pub(super) fn list(&self, id: ListId) -> &List {
        &self.told.lists[id.0]
    }

    /// The list that is going on.
    pub(super) fn innermost(&self) -> Option<ListId> {
        self.open_lists.last().copied()
    }

    /// Ends all open lists but so many.
    pub(super) fn close_lists(&mut self, keep: usize) {
        while self.open_lists.len() > keep {
            if let Some(list) = self.open_lists.pop() {
                self.told.lists[list.0].is_closed = true;
            }
        }
    }

    /// The whole that a figure is a part of.
    pub(super) fn whole_of(&self, figure: FigureId) -> Option<FigureId> {
        self.list(self.figure(figure).list?).whole
    }

    /// The first amount of the section in the measure and of the year of another.
    pub(super) fn first_of_section(&self, like: FigureId) -> FigureId {
        let it = self.figure(like);
        let first = (0..self.told.figures.len()).map(FigureId).find(|id| {
            let other = self.figure(*id);
            other.place.section == self.place.section
                && other.role == Role::Amount
                && same_measure(other.measure(), it.measure())
                && other.year == it.year
                && !other.is_base
        });
        first.unwrap_or(like)
    }

    /// A clause ends in which no word announced a list: of three amounts or more the first may be the
    /// whole of the others. 供养34人，在职27人，退休7人.
    pub(super) fn end_clause(&mut self) {
        let clause = self.sentence.iter().skip(self.before_semicolon).copied();
        let clause: Vec<FigureId> = clause.collect();
        let [whole, parts @ ..] = clause.as_slice() else {
            return;
        };
        let like = self.figure(*whole);
        let fits = |id: &FigureId| {
            let it = self.figure(*id);
            it.role == Role::Amount
                && !it.is_base
                && !it.is_inherited
                && it.list.is_none()
                && same_measure(it.measure(), like.measure())
                && (it.year, it.version, it.depth) == (like.year, like.version, like.depth)
        };
        let is_whole = |it: &List| it.whole.is_some_and(|it| clause.contains(&it));
        let told = self
            .told
            .lists
            .iter()
            .rev()
            .take(clause.len())
            .any(is_whole);
        let nothing = |it: &&FigureId| self.figure(**it).figure.number.is_zero();
        let some = parts.iter().filter(|it| !nothing(it)).count();
        if some < 2 || told || !clause.iter().all(fits) {
            return;
        }
        let (whole, parts) = (*whole, parts.to_vec());
        let id = self.open_list(Listing::Parts, None);
        self.open_lists.pop();
        let list = &mut self.told.lists[id.0];
        list.whole = Some(whole);
        list.parts = parts;
        list.is_announced = false;
    }

    /// Says what a list is of, and what is told beside that.
    pub(super) fn set_whole(&mut self, list: ListId, whole: Option<FigureId>) {
        let beside = whole.map(|it| self.told_beside(it));
        let list = &mut self.told.lists[list.0];
        list.whole = whole;
        list.beside = beside.unwrap_or_default();
    }

    /// Begins a list.
    pub(super) fn open_list(&mut self, listing: Listing, whole: Option<FigureId>) -> ListId {
        let whole = whole.map(|it| self.meant_whole(listing, it));
        let beside = match (listing, whole) {
            (Listing::Parts | Listing::Brackets | Listing::Lines, Some(whole)) => {
                self.told_beside(whole)
            }
            _ => Vec::new(),
        };
        let id = ListId(self.told.lists.len());
        self.told.lists.push(List {
            whole,
            parts: Vec::new(),
            listing,
            is_incomplete: listing == Listing::Some,
            semicolons: Vec::new(),
            depth: self.depth,
            numbering: None,
            in_lines: false,
            is_announced: true,
            is_apart: self.before_semicolon > 0 && self.sentence.len() == self.before_semicolon,
            is_closed: false,
            beside,
        });
        self.open_lists.push(id);
        id
    }

    /// At the beginning of a sentence a list is of what the section, or the line, is about; and it
    /// is of this year's amount, where last year's was told behind it.
    fn meant_whole(&self, listing: Listing, whole: FigureId) -> FigureId {
        let told = self.figure(whole);
        let whole = if told.is_base || told.is_inherited {
            self.this_years(whole)
        } else {
            whole
        };
        if self.sentence.is_empty() {
            if matches!(listing, Listing::Parts | Listing::Purpose | Listing::Lines) {
                let root = self.root(whole);
                return match listing {
                    Listing::Purpose => self.first_of_section(root),
                    _ => root,
                };
            }
            return whole;
        }
        let it = self.figure(whole);
        let of_sentence = it.place.sentence == self.place.sentence;
        let named = !it.is_base && !it.is_inherited;
        if it.year == self.year || listing != Listing::Parts || !of_sentence || named {
            return whole;
        }
        let own = self.sentence.iter().rev().copied().find(|id| {
            let other = self.figure(*id);
            other.subject == it.subject && other.year == self.year
        });
        own.unwrap_or(whole)
    }

    /// What stands over a figure that is a part of a part: inside its line, where it is told there.
    fn root(&self, figure: FigureId) -> FigureId {
        let of_line = self.figure(figure).line == self.line;
        let mut root = figure;
        while let Some(whole) = self.whole_of(root) {
            let it = self.figure(whole);
            let near = it.place.section == self.place.section && (!of_line || it.line == self.line);
            if !near {
                break;
            }
            root = whole;
        }
        root
    }

    /// Amounts of the same thing in other measures, told just before: 车辆3辆，价值6.99万元.
    fn told_beside(&self, whole: FigureId) -> Vec<FigureId> {
        let it = self.figure(whole);
        let mut beside: Vec<FigureId> = Vec::new();
        let before = (0..whole.0).rev().map(FigureId);
        for id in before.take_while(|id| self.figure(*id).place.sentence == it.place.sentence) {
            let other = self.figure(id);
            let taken = |id: &FigureId| same_measure(self.figure(*id).measure(), other.measure());
            let counts = is_money(other.measure()) != is_money(it.measure());
            let apart = !(other.subject == it.subject || counts)
                || other.role != Role::Amount
                || other.depth != it.depth
                || other.list != it.list
                || other.year != it.year
                || same_measure(other.measure(), it.measure())
                || beside.iter().any(taken);
            if apart {
                break;
            }
            beside.push(id);
        }
        beside
    }

    /// Adds an amount to the list that is going on, if it can be one of its parts.
    pub(super) fn add_part(&mut self, id: FigureId) {
        let Some(list) = self.innermost() else { return };
        if self.may_be_part(list, id) {
            self.told.lists[list.0].parts.push(id);
            self.told.figures[id.0].list = Some(list);
        }
    }

    fn may_be_part(&self, list: ListId, id: FigureId) -> bool {
        let (list, it) = (self.list(list), self.figure(id));
        if list.listing == Listing::Changes || list.depth != self.depth || list.whole == Some(id) {
            return false;
        }
        let Some(whole) = list.whole.map(|it| self.figure(it)) else {
            return it.year == self.year;
        };
        let same = same_measure(whole.measure(), it.measure());
        let beside = |id: &FigureId| same_measure(self.figure(*id).measure(), it.measure());
        let measured = same || list.beside.iter().any(beside);
        let again = it.subject == whole.subject && list.listing != Listing::Brackets;
        let rest = it.subject.as_deref() == Some(REST);
        if is_other_side(it, whole) {
            return false;
        }
        let unnamed = it.is_inherited && !rest && same && !self.is_beside_part(id);
        it.year == whole.year
            && it.place.section == whole.place.section
            && measured
            && !again
            && !unnamed
    }

    /// Whether an amount is told beside another of the same part in another measure: 3个、9人次.
    fn is_beside_part(&self, id: FigureId) -> bool {
        let Some(before) = id.0.checked_sub(1).map(FigureId) else {
            return false;
        };
        let (before, it) = (self.figure(before), self.figure(id));
        before.role == Role::Amount
            && before.subject == it.subject
            && before.place.sentence == it.place.sentence
            && !same_measure(before.measure(), it.measure())
    }

    /// 其中: the list of the amount told last begins.
    pub(super) fn open_parts(&mut self, listing: Listing) -> Option<ListId> {
        let topic = self.topic?;
        let empty = self.innermost().filter(|it| {
            let list = self.list(*it);
            list.whole == Some(topic) && list.parts.is_empty() && !list.is_closed
        });
        let list = match empty {
            Some(list) => {
                self.told.lists[list.0].listing = Listing::Parts;
                list
            }
            None => self.open_list(listing, Some(topic)),
        };
        Some(list)
    }

    /// 收入包括…，支出包括…: the list of a thing that is named, wherever its amount stands.
    pub(super) fn open_parts_of(&mut self, name: &str) {
        let own = self.amount_of(name);
        let general = is_general(name);
        let any_general = || {
            let ids = (0..self.told.figures.len()).rev().map(FigureId);
            let mut ids = ids.filter(|it| self.figure(*it).place.section == self.place.section);
            ids.find(|it| {
                let figure = self.figure(*it);
                let subject =
                    figure.is_balance || figure.subject.as_deref().is_some_and(is_general);
                figure.role == Role::Amount && subject && figure.year == self.year
            })
        };
        let whole = own.or_else(|| if general { any_general() } else { None });
        let in_lines = self.open_lists.iter().any(|it| self.list(*it).in_lines);
        if self.depth == 0 && !in_lines {
            self.close_lists(0);
        }
        let list = self.open_list(Listing::Parts, None);
        self.set_whole(list, whole);
    }
}

/// Whether two amounts are of the two sides of an account: 本年支出 is no part of 收入.
pub(super) fn is_other_side(one: &ToldFigure, other: &ToldFigure) -> bool {
    let is = |it: &ToldFigure, sides: [&str; 2]| {
        it.subject.as_deref().is_some_and(|it| sides.contains(&it))
    };
    let (income, spending) = (["收入", "本年收入"], ["支出", "本年支出"]);
    is(one, income) && is(other, spending) || is(one, spending) && is(other, income)
}

/// The subject of what is left: 其余.
pub(super) const REST: &str = "其余";
/// The subject of a sum of what was listed.
pub(super) const TOTAL: &str = "合计";

/// Whether two figures count the same: money in any unit of account, or the same things.
pub fn same_measure(one: Measure, other: Measure) -> bool {
    match (one, other) {
        (Measure::Money(_), Measure::Money(_)) => true,
        _ => one == other,
    }
}
