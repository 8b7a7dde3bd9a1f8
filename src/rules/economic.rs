//! 功能分类 against 经济分类: the same money under two classifications.
use crate::{
    claim::Severity,
    note::text,
    rule::{Requirement::Cells, Rule, RuleKind, always},
};
use Severity::Notice;

/// Rules between function and economic codes.
pub const RULES: &[Rule] = &[Rule {
    id: "tables/function-economic",
    title: text(
        "功能科目与经济科目对应",
        "Function items match economic items",
    ),
    kind: RuleKind::Tables,
    basis: text(
        "《政府收支分类科目》：同一笔基本支出的功能分类与经济分类",
        "Government classification: the same basic expenditure under two classifications",
    ),
    checks: &[
        always(
            Notice,
            Cells("一般公共预算支出表.2080505.基本支出 = 一般公共预算基本支出表.30108.合计"),
        ),
        always(
            Notice,
            Cells("一般公共预算支出表.2080506.基本支出 = 一般公共预算基本支出表.30109.合计"),
        ),
        always(
            Notice,
            Cells(
                "一般公共预算基本支出表.30110.合计 = 一般公共预算支出表.2101101.基本支出? + 一般公共预算支出表.2101102.基本支出?",
            ),
        ),
        always(
            Notice,
            Cells("一般公共预算支出表.2101103.基本支出 = 一般公共预算基本支出表.30111.合计"),
        ),
        always(
            Notice,
            Cells("一般公共预算支出表.2210201.基本支出 = 一般公共预算基本支出表.30113.合计"),
        ),
    ],
    why: text(
        "养老保险、职业年金、医疗保险、公务员医疗补助、住房公积金在功能分类和经济分类中各列一次，通常相等；只差一个数字时多半是写错。",
        "Pension, annuity, health and housing contributions stand under both classifications and are usually equal; where one digit differs it is probably a slip.",
    ),
    remedy: text(
        "核对两张表中的这一项；不同口径的，可不改。",
        "Compare the item in both tables; it may be right if they are meant differently.",
    ),
    holds: &["
        一般公共预算支出表 | 合计 | 基本支出 | 项目支出
        221             | 7.00 | 7.00 |
        22102           | 7.00 | 7.00 |
        2210201         | 7.00 | 7.00 |
        总计            | 7.00 | 7.00 |
        一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
        301                 | 7.00 | 7.00 |
        30113               | 7.00 | 7.00 |
        总计                | 7.00 | 7.00 |"],
    fails: &["
        一般公共预算支出表 | 合计 | 基本支出 | 项目支出
        221             | 7.00 | 7.00 |
        22102           | 7.00 | 7.00 |
        2210201         | 7.00 | 7.00 |
        总计            | 7.00 | 7.00 |
        一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
        301                 | 7.00 | 7.00 |
        30113               | 5.00 | 5.00 |
        30199               | 2.00 | 2.00 |
        总计                | 7.00 | 7.00 |"],
}];
