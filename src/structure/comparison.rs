//! Last year, rebuilt from what the sentences say of changes: this year's figure less its change.
use super::{is_rounding, less, said, total};
use crate::{
    budget::{Budget, Kind},
    claim::{RateVerdict, rate::round},
    language::{
        lexicon::Course,
        told::{FigureId, Version},
    },
    money::Amount,
    note::Message,
    rules::narrative::{Reader, Resolved, resolved},
    words::numbering,
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
    let reader = Reader::new(budget);
    let mut groups: Vec<Group> = Vec::new();
    for it in resolved(&reader) {
        let Some((of, item)) = told(&reader, &it) else {
            continue;
        };
        let same = |group: &&mut Group| group.of == of;
        match groups.iter_mut().find(same) {
            Some(group) if group.told.iter().any(|told| told.0 == item.0) => {}
            Some(group) => group.told.push(item),
            None => groups.push(Group {
                of,
                told: vec![item],
            }),
        }
    }
    let compared = |it: &Group| match it.of.of_paths {
        true => it.item_by_item(&reader, &groups),
        false => it.compared(&reader),
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

/// What a comparison is with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Basis {
    Budget,
    Executed,
    Final,
}

/// What last year's amounts are, as the words say or as such documents compare.
fn basis_of(kind: Kind, version: Option<Version>) -> Basis {
    match (kind, version) {
        (Kind::Budget, None) | (_, Some(Version::Plan(_))) => Basis::Budget,
        (Kind::Budget, Some(Version::Outcome)) => Basis::Executed,
        (Kind::Final, None | Some(Version::Outcome)) => Basis::Final,
    }
}

/// The words of a basis.
fn words(basis: Basis) -> Message {
    match basis {
        Basis::Budget => Message::new("上年预算", "last year's budget"),
        Basis::Executed => Message::new("上年执行数", "last year's execution"),
        Basis::Final => Message::new("上年决算", "last year's final account"),
    }
}

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

/// What a comparison with last year says, and with what it belongs together; `None` for one that tells no
/// change.
fn told(reader: &Reader, it: &Resolved) -> Option<(GroupOf, (FigureId, Item))> {
    let current = it.current?;
    let figure = reader.figure(current);
    let (year, against) = (it.told.year, it.told.against);
    if year != reader.year || against.year + 1 != year {
        return None;
    }
    let budget = reader.budget;
    // What is said to be as it was has changed by nothing.
    let change = match (it.change, it.told.level) {
        (Some(change), _) => {
            let amount = budget.fact(reader.fact(change)).amount;
            let falls = it.course(reader) == Course::Down;
            let value = if falls { -amount.value } else { amount.value };
            Amount { value, ..amount }
        }
        (None, Some(_)) => Amount::NIL,
        (None, None) => return None,
    };
    let figures = [Some(current), it.change, it.rate].into_iter().flatten();
    let item = Item {
        name: name_of(reader, current),
        now: budget.fact(reader.fact(current)).amount,
        change,
        printed_rate: printed_rate(reader, it),
        derived: false,
        figures: figures.map(|it| reader.fact(it).0).collect(),
    };
    let of = GroupOf {
        section: figure.place.section,
        basis: basis_of(budget.kind, against.version),
        of_paths: is_path(&printed_name(reader, current)),
    };
    Some((of, (current, item)))
}

fn printed_name(reader: &Reader, figure: FigureId) -> String {
    let fact = reader.budget.fact(reader.fact(figure));
    fact.name.row.words().into_owned()
}

/// Whether a name is one of 类、款、项.
fn is_path(name: &str) -> bool {
    name.contains("款)")
}

/// What is printed; the last part of a path.
fn name_of(reader: &Reader, figure: FigureId) -> String {
    let name = printed_name(reader, figure);
    let last = name.rsplit_once("款)").map(|it| it.1.to_owned());
    last.unwrap_or(name)
}

fn printed_rate(reader: &Reader, it: &Resolved) -> Option<(String, RateStands)> {
    let budget = reader.budget;
    let fact = budget.fact(reader.fact(it.rate?));
    let falls = reader.figure(it.rate?).course == Some(Course::Down) && !fact.amount.is_nil();
    let sign = if falls { "-" } else { "" };
    let stands = match it.growth(reader)?.judge(budget) {
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

/// What belongs together: a section compared with one thing; 类、款、项 stand by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct GroupOf {
    section: usize,
    basis: Basis,
    of_paths: bool,
}

/// The amounts of one section that tell a change.
struct Group {
    of: GroupOf,
    told: Vec<(FigureId, Item)>,
}

impl Group {
    /// The heading of the section, without its number, the body and the year.
    fn title(&self, reader: &Reader) -> String {
        let headings = &reader.telling.headings;
        let heading = headings.get(self.of.section).map_or("", String::as_str);
        let title = numbering(heading).1;
        let title = behind_year(title);
        let title = title.trim_start_matches('度');
        let title = title.trim_end_matches("说明").trim_end_matches("情况");
        title.to_owned()
    }

    fn compared(&self, reader: &Reader) -> ComparedGroup {
        let mut group = ComparedGroup {
            title: self.title(reader),
            basis: words(self.of.basis),
            ..ComparedGroup::default()
        };
        let mut placed: Vec<FigureId> = Vec::new();
        for (figure, item) in &self.told {
            if placed.contains(figure) {
                continue;
            }
            let head = whole_of(reader, *figure).unwrap_or(*figure);
            let parts = self.parts(reader, head);
            match self.whole(reader, head, &parts) {
                Some(whole) => {
                    group.items.push(whole.compared(false));
                    group
                        .items
                        .extend(parts.iter().map(|it| it.1.compared(true)));
                    placed.push(head);
                    placed.extend(parts.iter().map(|it| it.0));
                    // What is nothing but the sum of its parts ties by itself.
                    if !whole.derived {
                        group.ties.extend(tie(reader.budget, &whole, &parts));
                    }
                }
                None => {
                    group.items.push(item.compared(false));
                    placed.push(*figure);
                }
            }
        }
        group
    }

    /// The parts of a whole that tell a change; those that are part of another part stay with it.
    fn parts(&self, reader: &Reader, head: FigureId) -> Vec<(FigureId, &Item)> {
        let told = self.told.iter();
        let of_head = told.filter(|it| whole_of(reader, it.0) == Some(head));
        of_head.map(|it| (it.0, &it.1)).collect()
    }

    /// The whole of these parts: as told, or, where the amounts of all parts come to its amount,
    /// as their sum.
    fn whole(&self, reader: &Reader, head: FigureId, parts: &[(FigureId, &Item)]) -> Option<Item> {
        if parts.is_empty() {
            return None;
        }
        if let Some((_, item)) = self.told.iter().find(|it| it.0 == head) {
            return Some(item.clone());
        }
        if parts.len() == 1 {
            return None;
        }
        let fact = reader.fact(head);
        let amount = reader.budget.fact(fact).amount;
        let (now, change) = sums(parts.iter().map(|it| it.1));
        is_rounding(less(amount, now)).then(|| Item {
            name: name_of(reader, head),
            now: amount,
            change,
            printed_rate: None,
            derived: true,
            figures: vec![fact.0],
        })
    }

    /// 项 by 项 below the section's whole, told or derived from its halves.
    fn item_by_item(&self, reader: &Reader, groups: &[Group]) -> ComparedGroup {
        let items: Vec<(FigureId, &Item)> = self.told.iter().map(|it| (it.0, &it.1)).collect();
        let title = self.title(reader);
        let wholes = groups
            .iter()
            .filter(|it| !it.of.of_paths && it.of.basis == self.of.basis);
        let whole = wholes
            .into_iter()
            .find_map(|it| it.of_items(&items, &title));
        let rows = whole.iter().map(|it| it.compared(false));
        let parts = items.iter().map(|it| it.1.compared(whole.is_some()));
        ComparedGroup {
            title: format!("{title} · 逐项"),
            basis: words(self.of.basis),
            items: rows.chain(parts).collect(),
            ties: whole
                .iter()
                .filter_map(|it| tie(reader.budget, it, &items))
                .collect(),
        }
    }

    /// What these items are all of: an amount that is their sum, or two halves that are.
    fn of_items(&self, items: &[(FigureId, &Item)], title: &str) -> Option<Item> {
        let (all, _) = sums(items.iter().map(|it| it.1));
        let is_all = |now: Amount| is_rounding(less(now, all));
        if let Some((_, whole)) = self.told.iter().find(|it| is_all(it.1.now)) {
            return Some(whole.clone());
        }
        let halves = self.told.windows(2).map(|it| [&it[0].1, &it[1].1]);
        let mut halves = halves.filter(|it| is_all(sums(it.iter().copied()).0));
        let halves = halves.next()?;
        let (now, change) = sums(halves.iter().copied());
        Some(Item {
            name: title.to_owned(),
            now,
            change,
            printed_rate: None,
            derived: true,
            figures: halves[0].figures.clone(),
        })
    }
}

/// What stands behind the year that a heading names: 支出预算 of 某局2026年支出预算.
fn behind_year(title: &str) -> &str {
    let dated = |at: &usize| title[..*at].ends_with(|it: char| it.is_ascii_digit());
    let year = title.match_indices('年').map(|it| it.0).find(dated);
    year.map_or(title, |at| &title[at + '年'.len_utf8()..])
}

/// The whole that an amount is a part of.
fn whole_of(reader: &Reader, part: FigureId) -> Option<FigureId> {
    let list = reader.figure(part).list?;
    reader.telling.told.lists[list.0].whole
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
fn tie(budget: &Budget, whole: &Item, parts: &[(FigureId, &Item)]) -> Option<Tie> {
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
