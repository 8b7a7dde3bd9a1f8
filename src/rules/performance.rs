//! 绩效: indicators and their weights.
use crate::{
    budget::{Budget, FactId},
    claim::{Remark, Severity},
    note::{Message, text},
    rule::{Requirement::Code, Rule, RuleKind, always},
};
use rust_decimal::Decimal;

/// Rules on performance tables.
pub const RULES: &[Rule] = &[Rule {
    id: "tables/performance-weights",
    title: text(
        "指标权重合计为 90 或 100",
        "Indicator weights sum to 90 or 100",
    ),
    kind: RuleKind::Tables,
    basis: text(
        "财预〔2020〕10号：预算执行率占 10 分，其余指标 90 分",
        "财预〔2020〕10号: 10 points for execution, 90 for the other indicators",
    ),
    checks: &[always(Severity::Warning, Code(weights))],
    why: text(
        "各指标的分值权重合计应为 90（另有 10 分为预算执行率）或 100。",
        "The weights must sum to 90, ten being left to the rate of execution, or to 100.",
    ),
    remedy: text(
        "核对各指标的分值权重。",
        "Compare the weights of the indicators.",
    ),
    holds: &["
        整体绩效目标表 | 资金总额
        合计         | 9.00
        三级指标     | 分值权重
        办件量       | 50
        满意率       | 40"],
    fails: &["
        整体绩效目标表 | 资金总额
        合计         | 9.00
        三级指标     | 分值权重
        办件量       | [55]
        满意率       | 40"],
}];

fn weights(budget: &Budget) -> Vec<Remark> {
    let weights = budget
        .table("整体绩效目标表")
        .and_then(|it| it.panels.get(1));
    let facts: Vec<FactId> = weights
        .into_iter()
        .flat_map(|it| it.cells.iter().copied().flatten())
        .collect();
    let sum: Decimal = facts.iter().map(|it| budget.fact(*it).amount.value).sum();
    if facts.is_empty() {
        return Vec::new();
    }
    let agrees = sum == Decimal::from(90) || sum == Decimal::from(100);
    let filled: Vec<&str> = facts
        .iter()
        .map(|it| budget.fact(*it).text.as_str())
        .collect();
    let filled = filled.join(" + ");
    let message = if agrees {
        Message::new(
            format!("指标权重合计：{filled} = {sum}"),
            format!("The weights sum up: {filled} = {sum}"),
        )
    } else {
        Message::new(
            format!("指标权重合计不是 90 或 100：{filled} = {sum}。"),
            format!("The weights sum to neither 90 nor 100: {filled} = {sum}."),
        )
    };
    vec![Remark {
        severity: Severity::Warning,
        agrees,
        message,
        figures: facts,
        at: None,
        block: None,
        expected: Some("90".to_owned()),
        printed: Some(sum.to_string()),
        doubts: Vec::new(),
    }]
}
