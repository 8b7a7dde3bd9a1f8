//! 表间: single items that several tables have.
use crate::{
    claim::Severity,
    note::text,
    rule::{
        Condition::NoProjects,
        Requirement::{Cells, EachCode},
        Rule, RuleKind, always, only, where_printed,
    },
};
use Severity::{Error, Warning};

/// Single items that several tables have.
pub const RULES: &[Rule] = &[
    Rule {
        id: "tables/three-public",
        title: text("“三公”经费与基本支出表相符", "“三公” money agrees with the basic table"),
        kind: RuleKind::Tables,
        basis: text("财预〔2016〕143号：“三公”经费包括基本支出和项目支出安排的数", "财预〔2016〕143号: “三公” money includes basic and project expenditure"),
        checks: &[
            always(Error, Cells("一般公共预算基本支出表.30217.合计 ≤ “三公”经费支出表.公务接待费.一般公共预算/“三公”经费支出表.公务接待费.合计")),
            always(Error, Cells("一般公共预算基本支出表.30231.合计 ≤ “三公”经费支出表.公务用车运行维护费.一般公共预算/“三公”经费支出表.公务用车运行维护费.合计")),
            always(Error, Cells("一般公共预算基本支出表.30212.合计 ≤ “三公”经费支出表.因公出国（境）费用.一般公共预算/“三公”经费支出表.因公出国（境）费用.合计")),
            always(Error, Cells("一般公共预算基本支出表.31013.合计 ≤ “三公”经费支出表.公务用车购置费.一般公共预算/“三公”经费支出表.公务用车购置费.合计")),
            only(&[NoProjects], Warning, Cells("“三公”经费支出表.公务接待费.一般公共预算/“三公”经费支出表.公务接待费.合计 = 一般公共预算基本支出表.30217.合计")),
            only(&[NoProjects], Warning, Cells("“三公”经费支出表.公务用车运行维护费.一般公共预算/“三公”经费支出表.公务用车运行维护费.合计 = 一般公共预算基本支出表.30231.合计")),
            only(&[NoProjects], Warning, Cells("“三公”经费支出表.因公出国（境）费用.一般公共预算/“三公”经费支出表.因公出国（境）费用.合计 = 一般公共预算基本支出表.30212.合计")),
            only(&[NoProjects], Warning, Cells("“三公”经费支出表.公务用车购置费.一般公共预算/“三公”经费支出表.公务用车购置费.合计 = 一般公共预算基本支出表.31013.合计")),
        ],
        why: text(
            "“三公”经费含基本支出和项目支出，因此不小于基本支出表的同一科目；没有项目支出时应相等。",
            "“三公” money comes from basic and project expenditure: at least the basic table's item, and equal to it without projects.",
        ),
        remedy: text("核对“三公”经费表与基本支出表的同一科目。", "Compare the item in both tables."),
        holds: &["
            一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
            302                 | 1.00 |      | 1.00
            30217               | 1.00 |      | 1.00
            总计                | 1.00 |      | 1.00
            “三公”经费支出表 | 合计 | 一般公共预算 | 政府性基金 | 国有资本经营预算
            公务接待费      | 1.50 | 1.50 | |
            总计           | 1.50 | 1.50 | |"],
        fails: &["
            一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
            302                 | 1.00 |      | 1.00
            30217               | 1.00 |      | 1.00
            总计                | 1.00 |      | 1.00
            “三公”经费支出表 | 合计 | 一般公共预算 | 政府性基金 | 国有资本经营预算
            公务接待费      | 1.00 | [0.10] | |
            总计           | 1.00 | 1.00 | |"],
    },
    Rule {
        id: "tables/running-costs",
        title: text("机关运行经费不超过公用经费", "Running costs do not exceed operating money"),
        kind: RuleKind::Tables,
        basis: text("《预算法》第十四条：机关运行经费是基本支出中的公用经费", "Budget Law, article 14: running costs are the operating part of basic expenditure"),
        checks: &[
            where_printed(Warning, Cells("“三公”经费支出表.机关运行经费.合计 ≤ 一般公共预算基本支出表.总计.公用经费/一般公共预算基本支出表.公用经费合计.合计")),
            where_printed(Warning, EachCode("机关运行经费支出表.合计 ≤ 一般公共预算基本支出表.合计")),
        ],
        why: text(
            "机关运行经费是机关和参公单位基本支出中的公用经费，不会大于基本支出表中的公用经费；事业单位的公用经费不在其中，所以可以小于。",
            "Running costs are the operating part of basic expenditure of offices: never more than the basic table's, less where other units are included.",
        ),
        remedy: text("核对机关运行经费与基本支出表的公用经费。", "Compare running costs with operating money in the basic table."),
        holds: &["
            一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
            302                 | 2.00 |      | 2.00
            30201               | 2.00 |      | 2.00
            总计                | 2.00 |      | 2.00
            机关运行经费支出表    | 合计
            302                 | 2.00
            30201               | 2.00
            总计                | 2.00"],
        fails: &["
            一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
            302                 | 2.00 |      | 2.00
            30201               | 2.00 |      | 2.00
            总计                | 2.00 |      | 2.00
            机关运行经费支出表    | 合计
            302                 | 2.00
            30201               | [2.10]
            总计                | 2.00"],
    },
    Rule {
        id: "tables/outsourcing",
        title: text("委托业务费与基本支出表相符", "Outsourcing agrees with the basic table"),
        kind: RuleKind::Tables,
        basis: text("支出经济分类 30227 委托业务费", "Economic item 30227, outsourcing"),
        checks: &[
            always(Error, Cells("一般公共预算基本支出表.30227.合计 ≤ 委托业务费支出表.总计.一般公共预算")),
            only(&[NoProjects], Warning, Cells("委托业务费支出表.总计.一般公共预算 = 一般公共预算基本支出表.30227.合计")),
        ],
        why: text(
            "委托业务费表含基本支出和项目支出，不小于基本支出表的 30227；没有项目支出时应相等。",
            "The outsourcing table holds basic and project money: at least item 30227, and equal to it without projects.",
        ),
        remedy: text("核对委托业务费表与基本支出表的 30227。", "Compare the outsourcing table with item 30227."),
        holds: &["
            一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
            302                 | 3.00 |      | 3.00
            30227               | 3.00 |      | 3.00
            总计                | 3.00 |      | 3.00
            委托业务费支出表 | 合计 | 一般公共预算 | 政府性基金 | 国有资本经营预算
            档案整理       | 3.00 | 3.00 | |
            总计           | 3.00 | 3.00 | |"],
        fails: &["
            一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
            302                 | 3.00 |      | 3.00
            30227               | 3.00 |      | 3.00
            总计                | 3.00 |      | 3.00
            委托业务费支出表 | 合计 | 一般公共预算 | 政府性基金 | 国有资本经营预算
            档案整理       | 3.00 | 3.00 | |
            总计           | 3.00 | [2.00] | |"],
    },
    Rule {
        id: "tables/carryover",
        title: text("上年结转结余在各表中一致", "Carry-over agrees in all tables"),
        kind: RuleKind::Tables,
        basis: text("表间：上年结转结余表细化收支总表的上年结转结余", "Between tables: the carry-over table details the overview's carry-over"),
        checks: &[
            always(Error, Cells("上年结转结余表.总计.合计 = 收支总表.上年结转结余.预算数")),
            always(Error, Cells("上年结转结余表.总计.财政拨款小计 = 收支总表.财政拨款结转.预算数")),
            always(Error, Cells("上年结转结余表.总计.非财政拨款小计 = 收支总表.非财政拨款结余.预算数")),
        ],
        why: text(
            "上年结转结余表的合计及财政、非财政拨款小计应等于收支总表左侧的同名项目。",
            "The carry-over table's totals must equal the rows of the same name in the overview.",
        ),
        remedy: text("核对上年结转结余在两张表中的数。", "Compare carry-over in both tables."),
        holds: &["
            收支总表         | 预算数
            一、本年收入      | 7.00
            二、上年结转结余   | 2.00
            1.财政拨款结转    | 2.00
            收入总计         | 9.00
            |
            201             | 9.00
            支出总计         | 9.00
            上年结转结余表 | 合计 | 财政拨款小计 | 财政拨款人员经费 | 财政拨款公用经费 | 财政拨款项目支出 | 非财政拨款小计 | 非财政拨款人员经费 | 非财政拨款公用经费 | 非财政拨款项目支出
            系统维护     | 2.00 | 2.00 | | | 2.00 | | | |
            总计         | 2.00 | 2.00 | | | 2.00 | | | |"],
        fails: &["
            收支总表         | 预算数
            一、本年收入      | 7.00
            二、上年结转结余   | 2.00
            1.财政拨款结转    | 2.00
            收入总计         | 9.00
            |
            201             | 9.00
            支出总计         | 9.00
            上年结转结余表 | 合计 | 财政拨款小计 | 财政拨款人员经费 | 财政拨款公用经费 | 财政拨款项目支出 | 非财政拨款小计 | 非财政拨款人员经费 | 非财政拨款公用经费 | 非财政拨款项目支出
            系统维护     | 2.00 | 2.00 | | | 2.00 | | | |
            总计         | [3.00] | 2.00 | | | 2.00 | | | |"],
    },
    Rule {
        id: "tables/performance-amount",
        title: text("绩效目标表的金额与总额一致", "The performance table's amount is the unit's total"),
        kind: RuleKind::Tables,
        basis: text("表间：整体绩效目标覆盖单位全部预算", "Between tables: overall goals cover the unit's whole budget"),
        checks: &[always(Error, Cells("整体绩效目标表.合计.资金总额 = 收支总表.支出总计.预算数"))],
        why: text(
            "单位整体绩效目标表的年度预算应等于单位的支出总计。",
            "The annual budget of the overall performance table must be the unit's total.",
        ),
        remedy: text("核对绩效目标表的年度预算与支出总计。", "Compare the performance table with total expenditure."),
        holds: &[PERFORMANCE_HOLDS],
        fails: &["
            收支总表     | 预算数
            一、本年收入  | 9.00
            收入总计     | 9.00
            |
            201         | 9.00
            支出总计     | 9.00
            整体绩效目标表 | 资金总额
            本级安排     | 9.00
            其他         | 0
            合计         | [9.90]"],
    },
];

const PERFORMANCE_HOLDS: &str = "
            收支总表     | 预算数
            一、本年收入  | 9.00
            收入总计     | 9.00
            |
            201         | 9.00
            支出总计     | 9.00
            整体绩效目标表 | 资金总额
            本级安排     | 9.00
            其他         | 0
            合计         | 9.00";
