//! Why a figure was not checked: there is always a reason.
use super::telling::with_place;
use crate::{
    budget::{Budget, Fact, FactId, TableName},
    examination::Examination,
    language::told::{Role, ToldFigure},
    money::Unit,
    note::{Lang, Message},
    places::Places,
    recognize::narrative::FORM,
};
use rust_decimal::Decimal;
use std::collections::{HashMap, HashSet};

/// A figure of fewer digits stands elsewhere by chance.
const LEAST_DIGITS: i128 = 100;
/// So many of the other places where a figure stands are named.
const NAMED: usize = 2;

/// Tells why figures were not checked.
pub struct Reasons<'a> {
    budget: &'a Budget,
    places: &'a Places<'a>,
    /// Amounts of money, signs aside, with the figures that print them.
    printed: HashMap<Decimal, Vec<FactId>>,
    /// Tables that were recognised as a known form.
    known: HashSet<&'a TableName>,
}

impl<'a> Reasons<'a> {
    /// Looks up which amounts are printed where.
    pub fn new(examined: &'a Examination, places: &'a Places<'a>) -> Self {
        let budget = &examined.budget;
        let mut printed: HashMap<Decimal, Vec<FactId>> = HashMap::new();
        for id in budget.ids() {
            let fact = budget.fact(id);
            if fact.is_printed() && is_money(fact) {
                let value = fact.amount.value.abs().normalize();
                printed.entry(value).or_default().push(id);
            }
        }
        let known = budget.tables.iter().filter(|it| it.form.is_some());
        Reasons {
            budget,
            places,
            printed,
            known: known.map(|it| &it.name).collect(),
        }
    }

    /// Why no rule ties a figure to another.
    pub fn reason(&self, id: FactId) -> Message {
        let fact = self.budget.fact(id);
        let table = &fact.name.table;
        let unknown = !table.is(FORM) && !self.known.contains(table);
        let told = self.told(id);
        match (unknown, fact.unit) {
            (true, _) => Message::new(
                "这张表没有认出是哪张标准表，也看不出可靠的合计关系",
                "This table was not recognised as a known form, and no reliable sums can be seen in it",
            ),
            (_, _) if fact.name.table.is(FORM) && told.is_none() => Message::new(
                "没有读懂这句话里的这个数说的是什么",
                "What this figure of the sentence stands for was not understood",
            ),
            (_, Unit::Piece) => Message::new(
                "这是面积、人数或件数，不是金额，没有规则核对它",
                "An area or a number of people or things, no money: no rule checks it",
            ),
            (_, Unit::Percent) => Message::new(
                "没有认出可以重新计算这个比率的数",
                "No figures were recognised from which this rate could be recomputed",
            ),
            _ if told.is_some_and(|it| it.role != Role::Amount || it.is_base) => {
                Message::new(
                    "没有认出可以与它核对的另一个数",
                    "No other figure was recognised to hold it against",
                ) + self.elsewhere(id, "；", "; ")
            }
            _ if fact.amount.is_nil() => Message::new(
                "这里是 0，没有规则把它与别的数联系起来",
                "It is 0, and no rule ties it to another figure",
            ),
            _ => self.of_amount(id),
        }
    }

    /// What a figure of a sentence is, if that was understood.
    fn told(&self, id: FactId) -> Option<&ToldFigure> {
        let telling = &self.budget.telling;
        let figure = telling.figure(telling.of_fact(id)?);
        (figure.role != Role::Unknown && figure.doubt.is_none()).then_some(figure)
    }

    /// An amount that nothing ties to another stands nowhere else, or where no rule looks for it.
    fn of_amount(&self, id: FactId) -> Message {
        let elsewhere = self.elsewhere(id, "", "");
        match elsewhere.zh.is_empty() {
            true => Message::new(
                "认出的内容中只有这里印有这个金额，没有规则把它与别的数联系起来",
                "Of all that was recognised only this place prints the amount; no rule ties it to another figure",
            ),
            false => {
                elsewhere
                    + Message::new(
                        "，但没有规则把它们联系起来",
                        ", but no rule ties them together",
                    )
            }
        }
    }

    /// `同一数字还出现在……等 3 处`, or nothing.
    fn elsewhere(&self, id: FactId, zh: &str, en: &str) -> Message {
        let value = self.budget.fact(id).amount.value.abs().normalize();
        let all = self.printed.get(&value).map_or(&[][..], Vec::as_slice);
        let is_own = all.binary_search(&id).is_ok();
        let count = all.len() - usize::from(is_own);
        if count == 0 || value.mantissa() < LEAST_DIGITS {
            return Message::default();
        }
        let others = all.iter().filter(|it| **it != id).take(NAMED);
        let others: Vec<Message> = others.map(|it| self.named(*it)).collect();
        let named = |of: fn(&Message) -> &str, between: &str| {
            let named: Vec<&str> = others.iter().map(of).collect();
            named.join(between)
        };
        let (all_zh, all_en) = match count > NAMED {
            true => (
                format!("等 {count} 处"),
                format!(" and {} more", count - NAMED),
            ),
            false => (String::new(), String::new()),
        };
        Message::new(
            format!("{zh}同一数字还出现在{}{all_zh}", named(|it| &it.zh, "、")),
            format!(
                "{en}the same figure also stands at {}{all_en}",
                named(|it| &it.en, ", ")
            ),
        )
    }
}

impl Reasons<'_> {
    /// A place with where it stands in the file: sentences often speak of one thing again.
    fn named(&self, id: FactId) -> Message {
        let (name, at) = (
            self.places.name(id),
            self.budget.fact(id).source.at.as_ref(),
        );
        Message::new(
            with_place(name.zh, at, Lang::Zh),
            with_place(name.en, at, Lang::En),
        )
    }
}

fn is_money(fact: &Fact) -> bool {
    !matches!(fact.unit, Unit::Percent | Unit::Piece)
}
