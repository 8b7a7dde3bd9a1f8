//! What a difference looks like when no small change mends it: the tricks of an auditor.
use super::reason::in_unit;
use crate::{
    budget::{Budget, Fact, FactId},
    check::Judged,
    claim::Constraint,
    note::Message,
};
use rust_decimal::Decimal;

/// Maximum number of broken constraints examined.
const MOST_EXAMINED: usize = 20;

/// The first broken constraint whose difference has a pattern that is known, in words.
pub fn recognised(budget: &Budget, judged: &[Judged], breaks: &[usize]) -> Message {
    let broken = breaks.iter().take(MOST_EXAMINED);
    let broken = broken.filter_map(|it| judged.get(*it));
    let mut broken = broken.map(|it| &it.constraint);
    broken.find_map(|it| solve(budget, it)).unwrap_or_else(|| {
        Message::new(
            "找不到能使各处都对得上的少量改动，请对照原始数据核对",
            "no small change makes everything agree: compare with the source figures",
        )
    })
}

/// What the difference of one constraint looks like.
fn solve(budget: &Budget, constraint: &Constraint) -> Option<Message> {
    let gap = gap(budget, constraint)?;
    let first = constraint.terms().next()?.1;
    let printed = in_unit(gap, budget, budget.fact(first));
    let gap = gap.abs();
    let told = printed.abs();
    absent(constraint, told)
        .or_else(|| omitted(budget, constraint, gap, told))
        .or_else(|| wrong_side(budget, constraint, gap, told))
        .or_else(|| wrong_power(budget, constraint, gap, told))
        .or_else(|| one_place(told))
        .or_else(|| nines(told))
}

/// What the constraint is off by; `None` if nothing, or too much to tell.
fn gap(budget: &Budget, constraint: &Constraint) -> Option<Decimal> {
    let gap = constraint
        .terms()
        .try_fold(Decimal::ZERO, |sum, (factor, id)| {
            sum.checked_add(budget.fact(id).amount.value.checked_mul(factor.into())?)
        })?;
    (!gap.is_zero()).then_some(gap)
}

fn absent(constraint: &Constraint, told: Decimal) -> Option<Message> {
    let name = &constraint.absent.first()?.row;
    Some(Message::new(
        format!("差额 {told}：表中没有“{name}”一行，可能漏列"),
        format!(
            "the difference is {told}: the table has no row “{name}”, it may have been left out"
        ),
    ))
}

/// A figure of the same table that the sum leaves out, or counts twice.
fn omitted(
    budget: &Budget,
    constraint: &Constraint,
    gap: Decimal,
    told: Decimal,
) -> Option<Message> {
    let within: Vec<FactId> = constraint.terms().map(|it| it.1).collect();
    let table = &budget.fact(*within.first()?).name.table;
    let like = |it: &Fact| it.amount.value.abs() == gap && it.name.table == *table;
    let mut figures = budget.ids().filter(|it| like(budget.fact(*it)));
    let found = figures.find(|it| within.first() != Some(it))?;
    let name = &budget.fact(found).name;
    let row = name.row.words();
    Some(match within.contains(&found) {
        true => Message::new(
            format!("差额 {told} 恰等于“{row}”：可能没有计入或计了两次"),
            format!("the difference {told} is just “{row}”: not added, or added twice"),
        ),
        false => Message::new(
            format!(
                "差额 {told} 恰等于同表“{row}”（{}）：可能漏加或错加了这一项",
                name.column
            ),
            format!(
                "the difference {told} is just “{row}” ({}) of the same table: left out, or added by mistake",
                name.column
            ),
        ),
    })
}

/// Half the difference: added instead of subtracted, or on the wrong side.
fn wrong_side(
    budget: &Budget,
    constraint: &Constraint,
    gap: Decimal,
    told: Decimal,
) -> Option<Message> {
    let half = gap / Decimal::TWO;
    let found = term_of(budget, constraint, |it| it == half)?;
    let name = &found.name.row;
    Some(Message::new(
        format!("差额 {told} 恰为“{name}”的两倍：可能加减号弄反，或记错了一方"),
        format!("the difference {told} is twice “{name}”: the wrong sign, or the wrong side"),
    ))
}

/// A figure that with its point elsewhere makes up the difference.
fn wrong_power(
    budget: &Budget,
    constraint: &Constraint,
    gap: Decimal,
    told: Decimal,
) -> Option<Message> {
    let powers = [10, 100, 1_000, 10_000].map(Decimal::from);
    let found = term_of(budget, constraint, |it| {
        powers.iter().any(|power| {
            let grown = it.checked_mul(*power - Decimal::ONE);
            let shrunk = gap.checked_mul(*power);
            grown == Some(gap)
                || shrunk.is_some_and(|gap| it.checked_mul(*power - Decimal::ONE) == Some(gap))
        })
    })?;
    let name = &found.name.row;
    Some(Message::new(
        format!("差额 {told} 恰为“{name}”移动小数点（或换单位）造成的差"),
        format!("the difference {told} is what a moved point (or another unit) makes of “{name}”"),
    ))
}

/// The figure of the constraint whose size fits.
fn term_of<'a>(
    budget: &'a Budget,
    constraint: &Constraint,
    fits: impl Fn(Decimal) -> bool,
) -> Option<&'a Fact> {
    let mut facts = constraint.terms().map(|it| budget.fact(it.1));
    facts.find(|it| !it.amount.is_nil() && fits(it.amount.value.abs()))
}

/// A single digit that is not nought: one place of one figure.
fn one_place(told: Decimal) -> Option<Message> {
    let digits = told.normalize().mantissa().to_string();
    let digits = digits.trim_end_matches('0');
    (digits == "1").then(|| {
        Message::new(
            format!("差额 {told} 只涉及一个数位：可能某个数的这一位写错，或进位漏加"),
            format!("the difference {told} is in one place of a figure: one digit, or a carry"),
        )
    })
}

/// Two exchanged digits always leave a multiple of nine.
fn nines(told: Decimal) -> Option<Message> {
    let nine = told.mantissa() % 9 == 0;
    nine.then(|| {
        Message::new(
            format!("差额 {told} 能被 9 整除：可能某个数有两位数字对调"),
            format!(
                "the difference {told} is divisible by 9: two digits of a figure may be exchanged"
            ),
        )
    })
}
