//! How the flow ties: its total to 收支总表, each stop in itself.
use super::{Flow, half::Half, is_rounding, less, network::Network, said};
use crate::{
    budget::{Budget, Kind},
    money::Amount,
    note::Message,
};
use rust_decimal::Decimal;

/// How what flows in ties to the totals of 收支总表.
pub fn total(budget: &Budget, flow: &Flow) -> Message {
    let flows = said(budget, flow.total);
    let printed = (0..2).filter_map(|it| printed_total(budget, it));
    let printed: Vec<(String, Amount)> = printed.collect();
    if printed.is_empty() {
        return Message::new(
            format!("图中资金合计 {flows}；没有识别到收支总表，未能与它的总计核对。"),
            format!(
                "{flows} flow in all; 收支总表 was not recognised, so this is tied to no total."
            ),
        );
    }
    let names: Vec<&str> = printed.iter().map(|it| it.0.as_str()).collect();
    let names = names.join("、");
    match printed.iter().find(|it| it.1.value != flow.total) {
        None => Message::new(
            format!("图中资金合计 {flows}，与收支总表{names}一致。"),
            format!("{flows} flow in all, as 收支总表 has it ({names})."),
        ),
        Some((name, amount)) => {
            let (total, gap) = (
                said(budget, amount.value),
                said(budget, (amount.value - flow.total).abs()),
            );
            Message::new(
                format!("图中资金合计 {flows}，收支总表{name}为 {total}，相差 {gap}。"),
                format!("{flows} flow in all; {name} of 收支总表 is {total}, {gap} apart."),
            )
        }
    }
}

/// What the total of one half of 收支总表 is called, and what it comes to.
pub fn printed_total(budget: &Budget, half: usize) -> Option<(String, Amount)> {
    let half = Half::of(budget, "收支总表", half)?;
    let row = half.panel.total()?;
    Some((half.panel.rows[row].name.to_string(), half.amount(row, 0)))
}

/// A sentence for each inner stop where not all that flows in flows out, and one for rounding.
pub fn stops(budget: &Budget, network: &Network, flow: &Flow) -> Vec<Message> {
    let stages = || flow.nodes.iter().map(|it| it.stage);
    let (first, last) = (stages().min(), stages().max());
    let inner = network
        .stops()
        .filter(|it| Some(it.0) != first && Some(it.0) != last);
    let mut messages = Vec::new();
    let mut rounded: Option<Decimal> = None;
    for (_, stop, inflow, outflow) in inner {
        let gap = less(inflow, outflow);
        if gap.value.is_zero() {
            continue;
        }
        if is_rounding(gap) {
            rounded = rounded.max(Some(gap.value.abs()));
            continue;
        }
        let left_over = gap.value.is_sign_positive();
        let [inflow, outflow, gap] =
            [inflow.value, outflow.value, gap.value.abs()].map(|it| said(budget, it));
        let name = &flow.nodes[stop].name;
        // Whether tables disagree is for the rules to say.
        messages.push(match (left_over, budget.kind) {
            (true, Kind::Final) => Message::new(
                format!("“{name}”流入 {inflow}，流出 {outflow}，其余 {gap} 没有列入支出，决算中多为年末结转和结余。"),
                format!(
                    "“{name}”: {inflow} flow in, {outflow} flow out; {gap} are not in the expenditure, in final \
                     accounts mostly what is carried over."
                ),
            ),
            (true, Kind::Budget) => Message::new(
                format!("“{name}”流入 {inflow}，流出 {outflow}，其余 {gap} 用到哪里，表中没有列出。"),
                format!("“{name}”: {inflow} flow in, {outflow} flow out; the tables do not say where the other {gap} go."),
            ),
            (false, _) => Message::new(
                format!("“{name}”流入 {inflow}，流出 {outflow}，另外 {gap} 从哪里来，表中没有列出。"),
                format!("“{name}”: {inflow} flow in, {outflow} flow out; the tables do not say where the other {gap} come from."),
            ),
        });
    }
    messages.extend(rounded.map(|most| {
        let most = said(budget, most);
        Message::new(
            format!("因四舍五入，同一项的流入与流出有尾差，最多 {most}。"),
            format!("By rounding, what flows in and out of a stop differs by {most} at most."),
        )
    }));
    messages
}

/// That negative amounts are not drawn, where there are any.
pub fn negatives(budget: &Budget) -> Option<Message> {
    let used = |it: &&crate::budget::Fact| {
        it.name.table.form().is_some() && it.amount.value.is_sign_negative()
    };
    let count = budget.facts.iter().filter(used).count();
    (count > 0).then(|| {
        Message::new(
            format!("表中有 {count} 个负数，图中没有画出。"),
            format!("The tables hold {count} negative figures, which are not drawn."),
        )
    })
}
