//! The flow from sources to economic classes, as far as the tables tell it.
use super::{
    Flow, Stream, balance, economic,
    funds::{self, Division},
    network::Network,
    sources, total,
};
use crate::{
    budget::{Budget, Kind},
    note::Message,
};

/// The flow, and what it had to leave out or where it does not tie.
pub fn flow(budget: &Budget) -> (Flow, Vec<Message>) {
    let (division, steps) = steps(budget);
    let run = longest_run(&steps);
    let mut network = Network::default();
    for (stage, streams) in (0..).zip(&steps) {
        if run.contains(&usize::from(stage)) {
            network.add(stage, streams);
        }
    }
    if network.is_empty() {
        return (Flow::default(), Vec::new());
    }
    let flow = network.flow(budget);
    // One band says nothing that its two names do not.
    if flow.links.len() < 2 {
        return (Flow::default(), vec![balance::total(budget, &flow)]);
    }
    let mut messages = vec![balance::total(budget, &flow)];
    messages.extend(left_out(&steps, &run));
    if run.contains(&1) {
        messages.extend(coarse(division));
    }
    messages.extend(balance::stops(budget, &network, &flow));
    (flow, messages)
}

/// Streams of each stage to the next.
fn steps(budget: &Budget) -> (Division, [Vec<Stream>; 4]) {
    let (division, mut of_funds) = funds::streams(budget);
    let whole = total(of_funds.iter().map(|it| it.amount));
    let split = economic::split(budget, (!of_funds.is_empty()).then_some(whole));
    if budget.kind == Kind::Final {
        of_funds.extend(sources::carried_over(budget, &of_funds, &split));
    }
    let flowing = of_funds.iter().filter(|it| !it.amount.is_nil());
    let known: Vec<String> = flowing.map(|it| it.from.clone()).collect();
    let of_sources = sources::streams(budget, &known);
    // Classes paid from all money tell nothing unless it is known where all money comes from.
    if division == Division::None && of_sources.is_empty() {
        of_funds.clear();
    }
    let of_split = economic::streams(budget, &split);
    (division, [of_sources, of_funds, split, of_split])
}

/// The longest run of stages without a gap; the first of equally long ones.
fn longest_run(steps: &[Vec<Stream>; 4]) -> std::ops::Range<usize> {
    let mut best = 0..0;
    for start in 0..steps.len() {
        let length = steps[start..]
            .iter()
            .take_while(|it| it.iter().any(|it| !it.amount.is_nil()))
            .count();
        if length > best.len() {
            best = start..start + length;
        }
    }
    best
}

/// A sentence for each stage that the flow lacks, or that it cannot reach.
fn left_out(steps: &[Vec<Stream>; 4], run: &std::ops::Range<usize>) -> Vec<Message> {
    let known = |stage: usize| steps[stage].iter().any(|it| !it.amount.is_nil());
    let left = |stage: usize| {
        let lacks = if known(stage) { cut_off } else { lack };
        (!run.contains(&stage)).then(|| lacks(stage))
    };
    (0..4).filter_map(left).collect()
}

/// A stage whose amounts are known, beyond one that is not.
fn cut_off(stage: usize) -> Message {
    let (zh, en) = STAGES[stage];
    Message::new(
        format!("缺少中间一级，流向图没有接上{zh}。"),
        format!("A stage between is not known, so the flow does not reach {en}."),
    )
}

const STAGES: [(&str, &str); 4] = [
    ("资金来源", "the sources"),
    ("资金", "the funds"),
    ("基本支出和项目支出", "basic and project expenditure"),
    ("经济分类", "the economic classes"),
];

fn lack(stage: usize) -> Message {
    match stage {
        0 => Message::new(
            "没有识别到收支总表的收入一侧，图中不含资金来源。",
            "The revenue side of 收支总表 was not recognised; the flow leaves out the sources.",
        ),
        1 => Message::new(
            "没有识别到各类支出由哪些资金安排，图中不含资金一级。",
            "No table tells which funds pay for which class; the flow leaves out the funds.",
        ),
        2 => Message::new(
            "没有按功能分类列出基本支出和项目支出的支出总表，图中不含基本支出和项目支出。",
            "No table tells basic and project expenditure by function; the flow leaves them out.",
        ),
        _ => Message::new(
            "没有识别到有金额的一般公共预算基本支出表或项目支出表，图中不含经济分类。",
            "Neither 一般公共预算基本支出表 nor 项目支出表 was recognised with amounts; the flow leaves \
             out the economic classes.",
        ),
    }
}

/// How the funds had to be put together.
fn coarse(division: Division) -> Option<Message> {
    match division {
        Division::Income => None,
        Division::Appropriation => Some(Message::new(
            "收入总表没有按功能分类列出资金，资金一级取自财政拨款收支总表，其余合为“其他资金”。",
            "收入总表 does not list function classes; the funds are taken from 财政拨款收支总表, and \
             the rest is put together as “其他资金”.",
        )),
        Division::None => Some(Message::new(
            "没有识别到各类支出由哪些资金安排，资金一级合为“全部资金”。",
            "No table tells which funds pay for which class; they are put together as “全部资金”.",
        )),
    }
}
