//! Last year, rebuilt from what the sentences say of changes: this year's figure less its change.
use super::{is_rounding, less, said, total};
use crate::{
    budget::{
        Budget, Kind,
        statement::{Basis, Direction, Statement},
    },
    claim::{RateVerdict, rate::round},
    forms::narrative::{Section, Thing},
    money::Amount,
    note::Message,
    rules::narrative::{growth_of, parts_of},
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// This year beside last year. Amounts are in yuan.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The year that is compared with the one before.
    pub year: Option<u16>,
    /// What belongs together, in the order of the document.
    pub groups: Vec<ComparedGroup>,
}

/// A section of the narrative, all of it compared with the same.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ComparedGroup {
    /// The section, as its record is named.
    pub title: String,
    /// What it is compared with: 上年预算, 上年执行数, 上年决算.
    pub basis: Message,
    /// Wholes, each followed by its parts.
    pub items: Vec<ComparedItem>,
    /// How the changes of parts tie to those of their whole.
    pub ties: Vec<Tie>,
}

/// Parts against their whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tie {
    /// The sums, told.
    pub message: Message,
    /// Whether they come to the same, rounding aside.
    pub agrees: bool,
}

/// One thing in two years.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ComparedItem {
    /// What it is.
    pub name: String,
    /// Whether it is a part of what stands before it.
    pub part: bool,
    /// This year.
    pub now: Decimal,
    /// Last year: this year less the change.
    pub before: Decimal,
    /// What was added; negative for what was taken away.
    pub change: Decimal,
    /// The change over last year in percent, with two decimals; none over nothing.
    pub rate: Option<Decimal>,
    /// The percentage as printed, with its sign, and whether it is the quotient.
    pub printed_rate: Option<(String, RateStands)>,
    /// Whether no sentence tells the change: it is that of all the parts.
    pub derived: bool,
    /// The figures it is read from, as numbers of facts.
    pub figures: Vec<usize>,
}

/// How a printed percentage stands to the quotient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RateStands {
    /// It is the quotient.
    Exact,
    /// It may be, as its amounts are rounded.
    WithinRounding,
    /// There was nothing last year, so that there is no rate.
    NoBase,
    /// It is another.
    Broken,
}

/// What the sentences say of last year; `None` if they say nothing.
pub fn comparison(budget: &Budget) -> Option<Comparison> {
    let mut groups: Vec<Group> = Vec::new();
    for (index, statement) in budget.statements.iter().enumerate() {
        let Some(item) = told(budget, index) else {
            continue;
        };
        let basis = basis_of(budget, statement);
        // 年初预算 is this year's.
        if matches!(basis, Basis::Opening | Basis::Adjusted) {
            continue;
        }
        let of_paths = statement.path.len() == ITEM_LEVEL;
        let same = |it: &&mut Group| {
            (it.section, it.basis, it.of_paths) == (statement.section, basis, of_paths)
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.told.push((index, item)),
            None => groups.push(Group {
                section: statement.section,
                basis,
                of_paths,
                told: vec![(index, item)],
            }),
        }
    }
    let compared = |it: &Group| match it.of_paths {
        true => it.item_by_item(budget, &groups),
        false => it.compared(budget),
    };
    let mut groups: Vec<ComparedGroup> = groups.iter().map(compared).collect();
    groups.iter_mut().for_each(tell_once);
    (!groups.is_empty()).then_some(Comparison {
        year: budget.year,
        groups,
    })
}

/// Things of the same two amounts that have no parts are told in one row, by all their names:
/// income, expenditure and the general public budget of a unit that has no other money.
fn tell_once(group: &mut ComparedGroup) {
    let mut told: Vec<ComparedItem> = Vec::new();
    let items = std::mem::take(&mut group.items);
    for (index, item) in items.iter().enumerate() {
        let heads = items.get(index + 1).is_some_and(|it| it.part && !item.part);
        let same = |it: &&mut ComparedItem| {
            let amounts = (it.now, it.change) == (item.now, item.change);
            amounts && !heads && !it.part && !item.part && !it.derived && !it.now.is_zero()
        };
        match told.iter_mut().find(same) {
            Some(first) if first.name == item.name => {}
            Some(first) => first.name = format!("{}、{}", first.name, item.name),
            None => told.push(item.clone()),
        }
    }
    group.items = told;
}

/// What a statement is compared with; a part is compared as its whole is.
fn basis_of(budget: &Budget, statement: &Statement) -> Basis {
    let head = statement.head.and_then(|it| budget.statements[it].basis);
    statement.basis.or(head).unwrap_or(match budget.kind {
        Kind::Budget => Basis::Budget,
        Kind::Final => Basis::Final,
    })
}

/// The words of a basis.
fn words(basis: Basis) -> Message {
    match basis {
        Basis::Budget => Message::new("上年预算", "last year's budget"),
        Basis::Executed => Message::new("上年执行数", "last year's execution"),
        Basis::Opening => Message::new("年初预算", "the opening budget"),
        Basis::Adjusted => Message::new("全年预算", "the adjusted budget"),
        Basis::Final => Message::new("上年决算", "last year's final account"),
    }
}

/// Number of parts of a path 类、款、项.
const ITEM_LEVEL: usize = 3;

/// An item on the way, with what its rounding leaves open.
#[derive(Debug, Clone)]
struct Item {
    name: String,
    now: Amount,
    change: Amount,
    printed_rate: Option<(String, RateStands)>,
    derived: bool,
    figures: Vec<usize>,
}

impl Item {
    fn compared(&self, part: bool) -> ComparedItem {
        let before = less(self.now, self.change);
        ComparedItem {
            name: self.name.clone(),
            part,
            now: self.now.value,
            before: before.value,
            change: self.change.value,
            rate: percent(self.change.value, before.value),
            printed_rate: self.printed_rate.clone(),
            derived: self.derived,
            figures: self.figures.clone(),
        }
    }
}

/// A change in percent of what was before; none over nothing.
pub(crate) fn percent(change: Decimal, before: Decimal) -> Option<Decimal> {
    let quotient = change
        .checked_mul(Decimal::ONE_HUNDRED)?
        .checked_div(before)?;
    let mut rate = round(quotient, 2);
    rate.rescale(2);
    Some(rate)
}

/// What a statement says of two years; `None` for one that tells no change.
fn told(budget: &Budget, index: usize) -> Option<Item> {
    let statement = &budget.statements[index];
    let now = statement.amount.or(statement.cell)?;
    // What is said to be as it was has changed by nothing.
    let change = match (statement.change, statement.level) {
        (Some(change), _) => {
            let amount = budget.fact(change.fact).amount;
            let falls = change.direction == Direction::Down;
            let value = if falls { -amount.value } else { amount.value };
            Amount { value, ..amount }
        }
        (None, Some(_)) => Amount::NIL,
        (None, None) => return None,
    };
    let figures = [
        Some(now),
        statement.change.map(|it| it.fact),
        statement.rate.map(|it| it.fact),
    ];
    Some(Item {
        name: name_of(statement),
        now: budget.fact(now).amount,
        change,
        printed_rate: printed_rate(budget, statement),
        derived: false,
        figures: figures.into_iter().flatten().map(|it| it.0).collect(),
    })
}

/// The last part of a path, the record's name, or what is printed.
fn name_of(statement: &Statement) -> String {
    let known = statement.known.map(|it| it.name().to_owned());
    let last = statement.path.last().cloned();
    last.or(known).unwrap_or_else(|| statement.subject.clone())
}

fn printed_rate(budget: &Budget, statement: &Statement) -> Option<(String, RateStands)> {
    let moved = statement.rate?;
    let fact = budget.fact(moved.fact);
    let falls = moved.direction == Direction::Down && !fact.amount.is_nil();
    let sign = if falls { "-" } else { "" };
    let stands = match growth_of(statement)?.judge(budget) {
        RateVerdict::Exact => RateStands::Exact,
        RateVerdict::WithinRounding | RateVerdict::Forced { .. } => RateStands::WithinRounding,
        RateVerdict::NoBase => RateStands::NoBase,
        RateVerdict::Doubtful { .. } | RateVerdict::Broken { .. } => RateStands::Broken,
    };
    Some((
        format!("{sign}{}", fact.text.trim_end_matches(['%', '％'])),
        stands,
    ))
}

/// The statements of one section that tell a change; those on 类、款、项 stand by themselves.
struct Group {
    section: Option<Section>,
    basis: Basis,
    of_paths: bool,
    told: Vec<(usize, Item)>,
}

impl Group {
    /// The section as reports name it; nothing outside known sections.
    fn title(&self) -> &'static str {
        self.section.map_or("", Section::name)
    }

    fn compared(&self, budget: &Budget) -> ComparedGroup {
        let mut group = ComparedGroup {
            title: self.title().to_owned(),
            basis: words(self.basis),
            ..ComparedGroup::default()
        };
        let mut placed: Vec<usize> = Vec::new();
        for (index, item) in &self.told {
            if placed.contains(index) {
                continue;
            }
            let head = budget.statements[*index].head.unwrap_or(*index);
            let parts = self.parts(budget, head);
            match self.whole(budget, head, &parts) {
                Some(whole) => {
                    group.items.push(whole.compared(false));
                    group
                        .items
                        .extend(parts.iter().map(|it| it.1.compared(true)));
                    placed.push(head);
                    placed.extend(parts.iter().map(|it| it.0));
                    // What is nothing but the sum of its parts ties by itself.
                    if !whole.derived {
                        group.ties.extend(tie(budget, &whole, &parts));
                    }
                }
                None => {
                    group.items.push(item.compared(false));
                    placed.push(*index);
                }
            }
        }
        group
    }

    /// The parts of a whole that tell a change; those that are part of another part stay with it.
    fn parts(&self, budget: &Budget, head: usize) -> Vec<(usize, &Item)> {
        let parts = parts_of(budget, head);
        let told = self.told.iter().filter(|it| parts.contains(&it.0));
        told.map(|it| (it.0, &it.1)).collect()
    }

    /// The whole of these parts: as told, or, where the amounts of all parts come to its amount,
    /// as their sum.
    fn whole(&self, budget: &Budget, head: usize, parts: &[(usize, &Item)]) -> Option<Item> {
        if parts.is_empty() {
            return None;
        }
        if let Some((_, item)) = self.told.iter().find(|it| it.0 == head) {
            return Some(item.clone());
        }
        if parts.len() == 1 {
            return None;
        }
        let statement = &budget.statements[head];
        let amount = statement.amount?;
        let (now, change) = sums(parts.iter().map(|it| it.1));
        is_rounding(less(budget.fact(amount).amount, now)).then(|| Item {
            name: name_of(statement),
            now: budget.fact(amount).amount,
            change,
            printed_rate: None,
            derived: true,
            figures: vec![amount.0],
        })
    }

    /// 项 by 项 below the section's whole, told or derived from basic and project expenditure.
    fn item_by_item(&self, budget: &Budget, groups: &[Group]) -> ComparedGroup {
        let items: Vec<(usize, &Item)> = self.told.iter().map(|it| (it.0, &it.1)).collect();
        let same =
            |it: &&Group| (it.section, it.basis, it.of_paths) == (self.section, self.basis, false);
        let whole = groups
            .iter()
            .find(same)
            .and_then(|it| it.of_section(budget));
        let rows = whole.iter().map(|it| it.compared(false));
        let parts = items.iter().map(|it| it.1.compared(whole.is_some()));
        ComparedGroup {
            title: format!("{} · 逐项", self.title()),
            basis: words(self.basis),
            items: rows.chain(parts).collect(),
            ties: whole
                .iter()
                .filter_map(|it| tie(budget, it, &items))
                .collect(),
        }
    }

    /// What the section is all about.
    fn of_section(&self, budget: &Budget) -> Option<Item> {
        let section = self.section?;
        let named = |thing: Thing| {
            let mut told = self.told.iter();
            told.find(|it| budget.statements[it.0].known == Some(thing))
                .map(|it| it.1.clone())
        };
        named(section.subject()).or_else(|| {
            let (basic, projects) = (
                named(Thing::BASIC_EXPENDITURE)?,
                named(Thing::PROJECT_EXPENDITURE)?,
            );
            let (now, change) = sums([&basic, &projects].into_iter());
            Some(Item {
                name: section.name().to_owned(),
                now,
                change,
                printed_rate: None,
                derived: true,
                figures: basic.figures,
            })
        })
    }
}

/// This year's amounts and the changes of several items.
fn sums<'a>(items: impl Iterator<Item = &'a Item> + Clone) -> (Amount, Amount) {
    let now = total(items.clone().map(|it| it.now));
    (now, total(items.map(|it| it.change)))
}

/// A name in quotes, unless it has its own.
fn quoted(name: &str) -> String {
    match name.contains('“') {
        true => name.to_owned(),
        false => format!("“{name}”"),
    }
}

/// The changes of parts and their last year's amounts against those of the whole; one part ties to
/// nothing.
fn tie(budget: &Budget, whole: &Item, parts: &[(usize, &Item)]) -> Option<Tie> {
    if parts.len() < 2 {
        return None;
    }
    let (now, change) = sums(parts.iter().map(|it| it.1));
    let changes = Sides::new(budget, change, whole.change);
    let years = Sides::new(budget, less(now, change), less(whole.now, whole.change));
    let (count, name) = (parts.len(), quoted(&whole.name));
    let mut message = Message::new(
        format!(
            "{count} 项增减合计 {changes} {name}的增减 {}",
            changes.whole
        ),
        format!(
            "the {count} changes come to {changes} that of {name}, {}",
            changes.whole
        ),
    ) + Message::new(
        format!("；{count} 项上年合计 {years} 总的上年数 {}", years.whole),
        format!(
            "; last year the {count} were {years} the whole's {}",
            years.whole
        ),
    );
    let agrees = changes.agree && years.agree;
    message = message
        + match agrees {
            true => Message::new("。", "."),
            false => Message::new(
                "：也可能有上年有、今年没有的项目，或者有的数写错。",
                ": there may have been items last year that are gone, or a figure is wrong.",
            ),
        };
    Some(Tie { message, agrees })
}

/// Two sums that should be one.
struct Sides {
    parts: String,
    whole: String,
    agree: bool,
}

impl Sides {
    fn new(budget: &Budget, parts: Amount, whole: Amount) -> Self {
        Sides {
            parts: said(budget, parts.value),
            whole: said(budget, whole.value),
            agree: is_rounding(less(parts, whole)),
        }
    }
}

/// `85.06 万元 =`
impl std::fmt::Display for Sides {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = match (self.agree, self.parts == self.whole) {
            (true, true) => "=",
            (true, false) => "≈",
            (false, _) => "≠",
        };
        write!(out, "{} {sign}", self.parts)
    }
}
