//! 表间: what must hold between the tables of one document.
use super::{
    Condition::{AllAppropriation, NoProjects},
    Rule, RuleKind, Severity,
    Statement::{Cells, EachCode},
    always, only, text,
};
use Severity::{Error, Warning};

/// Rules between tables.
pub const RULES: &[Rule] = &[
    Rule {
        id: "tables/totals",
        title: text("各总表的总计相等", "The overviews have the same total"),
        kind: RuleKind::Tables,
        basis: text("财预〔2016〕143号：收支、收入、支出总表反映同一收支总额", "财预〔2016〕143号: the three overviews show the same money"),
        checks: &[
            always(Error, Cells("收支总表.收入总计.预算数 = 收入总表.总计.合计")),
            always(Error, Cells("收支总表.支出总计.预算数 = 支出总表.总计.合计")),
        ],
        why: text(
            "收支总表的收入总计就是收入总表的总计，支出总计就是支出总表的总计。",
            "Total income of the overview is the total of the income table, total expenditure that of the expenditure table.",
        ),
        remedy: text("核对三张总表的总计。", "Compare the totals of the three tables."),
        holds: &["
            收支总表     | 预算数
            一、本年收入  | 9.00
            收入总计     | 9.00
            |
            201         | 9.00
            支出总计     | 9.00
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 9.00 | 9.00    |
            总计    | 9.00 | 9.00    |"],
        fails: &["
            收支总表     | 预算数
            一、本年收入  | 9.00
            收入总计     | 9.00
            |
            201         | 9.00
            支出总计     | [9.90]
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 9.00 | 9.00    |
            总计    | 9.00 | 9.00    |"],
    },
    Rule {
        id: "tables/function-classes",
        title: text("各类支出在各表中一致", "Each class has one figure in all overviews"),
        kind: RuleKind::Tables,
        basis: text("《政府收支分类科目》；表间同一类科目为同一数", "Government classification; the same class, the same figure"),
        checks: &[
            always(Error, EachCode("收支总表.预算数 = 支出总表.合计")),
            always(Error, EachCode("收支总表.预算数 = 收入总表.合计")),
        ],
        why: text(
            "收支总表右侧的每一类支出应等于支出总表（及按功能科目列示的收入总表）中同一类的合计。",
            "Each class on the right of the overview must equal the same class in the expenditure table, and in the income table where that lists classes.",
        ),
        remedy: text("核对两张表中这一类的数。", "Compare the class in both tables."),
        holds: &[CLASSES_HOLD],
        fails: &["
            收支总表     | 预算数
            一、本年收入  | 9.00
            收入总计     | 9.00
            |
            201         | [4.00]
            208         | 4.00
            支出总计     | 9.00
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 5.00 | 5.00    |
            208     | 4.00 | 4.00    |
            总计    | 9.00 | 9.00    |"],
    },
    Rule {
        id: "tables/income-sources",
        title: text("各项收入来源在两表中一致", "Each source of income has one figure in both tables"),
        kind: RuleKind::Tables,
        basis: text("财预〔2016〕143号：收入总表分来源反映收支总表的收入", "财预〔2016〕143号: the income table shows the overview's income by source"),
        checks: &[
            always(Error, Cells("收支总表.一般公共预算拨款.预算数 = 收入总表.总计.一般公共预算 + 收入总表.总计.上级一般公共预算转移支付?")),
            always(Error, Cells("收支总表.一般财力.预算数 = 收入总表.总计.一般公共预算")),
            always(Error, Cells("收支总表.上级一般公共预算转移支付.预算数 = 收入总表.总计.上级一般公共预算转移支付")),
            always(Error, Cells("收支总表.政府性基金预算拨款.预算数 = 收入总表.总计.政府性基金预算 + 收入总表.总计.上级政府性基金转移支付?")),
            always(Error, Cells("收支总表.政府性基金收入.预算数 = 收入总表.总计.政府性基金预算")),
            always(Error, Cells("收支总表.上级政府性基金转移支付.预算数 = 收入总表.总计.上级政府性基金转移支付")),
            always(Error, Cells("收支总表.国有资本经营预算拨款.预算数 = 收入总表.总计.国有资本经营预算 + 收入总表.总计.上级国有资本经营转移支付?")),
            always(Error, Cells("收支总表.财政专户核拨.预算数 = 收入总表.总计.财政专户")),
            always(Error, Cells("收支总表.单位资金.预算数 = 收入总表.总计.单位资金")),
            always(Error, Cells("收支总表.财政拨款结转.预算数 = 收入总表.总计.财政拨款结转")),
            always(Error, Cells("收支总表.非财政拨款结余.预算数 = 收入总表.总计.非财政拨款结转结余")),
        ],
        why: text(
            "收支总表左侧的每一项来源应等于收入总表中对应列的总计。",
            "Each source on the left of the overview must equal the total of its column in the income table.",
        ),
        remedy: text("核对该来源在两张表中的数。", "Compare the source in both tables."),
        holds: &["
            收支总表           | 预算数
            一、本年收入        | 9.00
            1.一般公共预算拨款  | 7.00
            2.政府性基金预算拨款 | 2.00
            收入总计           | 9.00
            |
            201               | 9.00
            支出总计           | 9.00
            收入总表 | 合计 | 财政拨款小计 | 一般公共预算 | 政府性基金预算
            201     | 9.00 | 9.00 | 7.00 | 2.00
            总计    | 9.00 | 9.00 | 7.00 | 2.00"],
        fails: &["
            收支总表           | 预算数
            一、本年收入        | 9.00
            1.一般公共预算拨款  | [7.70]
            2.政府性基金预算拨款 | 2.00
            收入总计           | 9.00
            |
            201               | 9.00
            支出总计           | 9.00
            收入总表 | 合计 | 财政拨款小计 | 一般公共预算 | 政府性基金预算
            201     | 9.00 | 9.00 | 7.00 | 2.00
            总计    | 9.00 | 9.00 | 7.00 | 2.00"],
    },
    Rule {
        id: "tables/income-expenditure-rows",
        title: text("同一科目收入与支出相等", "Each code has the same income and expenditure"),
        kind: RuleKind::Tables,
        basis: text("收入总表与支出总表按同一功能科目列示同一笔资金", "Both tables list the same money by the same codes"),
        checks: &[always(Error, EachCode("收入总表.合计 = 支出总表.合计"))],
        why: text(
            "收入总表也按功能科目列示时，每个科目的收入合计应等于支出总表中同一科目的合计。",
            "Where the income table lists function codes, each code's income must equal its expenditure.",
        ),
        remedy: text("核对这一科目在两张表中的数。", "Compare the code in both tables."),
        holds: &["
            收入总表 | 合计 | 财政拨款小计 | 一般公共预算 | 政府性基金预算
            201     | 9.00 | 9.00 | 9.00 |
            总计    | 9.00 | 9.00 | 9.00 |
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 9.00 | 9.00    |
            总计    | 9.00 | 9.00    |"],
        fails: &["
            收入总表 | 合计 | 财政拨款小计 | 一般公共预算 | 政府性基金预算
            201     | 5.00 | 5.00 | 5.00 |
            208     | 4.00 | 4.00 | 4.00 |
            总计    | 9.00 | 9.00 | 9.00 |
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 5.00 | 5.00    |
            208     | [4.40] | 4.00    |
            总计    | 9.00 | 9.00    |"],
    },
    Rule {
        id: "tables/appropriation",
        title: text("财政拨款与收支总表一致", "Appropriation agrees with the overview"),
        kind: RuleKind::Tables,
        basis: text("财预〔2016〕143号：财政拨款收支总表是收支总表中的财政拨款部分", "财预〔2016〕143号: the appropriation overview is part of the overview"),
        checks: &[
            always(Error, Cells("财政拨款收支总表.一般公共预算.合计 = 收支总表.一般公共预算拨款.预算数")),
            always(Error, Cells("财政拨款收支总表.政府性基金预算.合计 = 收支总表.政府性基金预算拨款.预算数")),
            always(Error, Cells("财政拨款收支总表.国有资本经营预算.合计 = 收支总表.国有资本经营预算拨款.预算数")),
            always(Error, EachCode("财政拨款收支总表.合计 ≤ 支出总表.合计")),
            only(AllAppropriation, Error, EachCode("财政拨款收支总表.合计 = 支出总表.合计")),
            only(AllAppropriation, Error, EachCode("财政拨款收支总表.合计 = 收支总表.预算数")),
        ],
        why: text(
            "财政拨款是全部资金的一部分：各来源与收支总表一致，各类不超过支出总表；全部资金都是财政拨款时两者相等。",
            "Appropriation is part of all money: each source agrees with the overview, no class exceeds the expenditure table, and they are equal when all money is appropriation.",
        ),
        remedy: text("核对财政拨款收支总表与收支总表、支出总表。", "Compare the appropriation overview with the other two."),
        holds: &["
            收支总表           | 预算数
            一、本年收入        | 9.00
            1.一般公共预算拨款  | 9.00
            收入总计           | 9.00
            |
            201               | 5.00
            208               | 4.00
            支出总计           | 9.00
            财政拨款收支总表 | 合计 | 一般公共预算 | 政府性基金预算
            一般公共预算     | 9.00 | |
            收入总计        | 9.00 | |
            |
            201            | 5.00 | 5.00 |
            208            | 4.00 | 4.00 |
            支出总计        | 9.00 | 9.00 |"],
        fails: &["
            收支总表           | 预算数
            一、本年收入        | 9.00
            1.一般公共预算拨款  | 9.00
            收入总计           | 9.00
            |
            201               | 5.00
            208               | 4.00
            支出总计           | 9.00
            财政拨款收支总表 | 合计 | 一般公共预算 | 政府性基金预算
            一般公共预算     | [9.90] | |
            收入总计        | 9.00 | |
            |
            201            | 5.00 | 5.00 |
            208            | 4.00 | 4.00 |
            支出总计        | 9.00 | 9.00 |"],
    },
    Rule {
        id: "tables/general-classes",
        title: text("一般公共预算各类在两表中一致", "Classes of the general budget agree in both tables"),
        kind: RuleKind::Tables,
        basis: text("财预〔2016〕143号：一般公共预算支出表细化财政拨款收支总表", "财预〔2016〕143号: the general budget's table details the appropriation overview"),
        checks: &[always(Error, EachCode("财政拨款收支总表.一般公共预算 = 一般公共预算支出表.合计"))],
        why: text(
            "财政拨款收支总表“一般公共预算”列的每一类应等于一般公共预算支出表中同一类的合计。",
            "Each class in the general-budget column must equal the class in the general budget's own table.",
        ),
        remedy: text("核对这一类在两张表中的数。", "Compare the class in both tables."),
        holds: &[GENERAL_HOLDS],
        fails: &["
            财政拨款收支总表 | 合计 | 一般公共预算 | 政府性基金预算
            一般公共预算     | 9.00 | |
            收入总计        | 9.00 | |
            |
            201            | 5.00 | 5.00 |
            208            | 4.00 | 4.00 |
            支出总计        | 9.00 | 9.00 |
            一般公共预算支出表 | 合计 | 基本支出 | 项目支出
            201             | 5.00 | 3.00 | 2.00
            208             | [4.50] | 4.00 |
            总计            | 9.00 | 7.00 | 2.00"],
    },
    Rule {
        id: "tables/fund-classes",
        title: text("政府性基金各类在两表中一致", "Classes of government funds agree in both tables"),
        kind: RuleKind::Tables,
        basis: text("财预〔2016〕143号：政府性基金预算支出表细化财政拨款收支总表", "财预〔2016〕143号: the funds' table details the appropriation overview"),
        checks: &[always(Error, EachCode("财政拨款收支总表.政府性基金预算 = 政府性基金预算支出表.合计"))],
        why: text(
            "财政拨款收支总表“政府性基金预算”列的每一类应等于政府性基金预算支出表中同一类的合计。",
            "Each class in the funds column must equal the class in the funds' own table.",
        ),
        remedy: text("核对这一类在两张表中的数。", "Compare the class in both tables."),
        holds: &["
            财政拨款收支总表 | 合计 | 一般公共预算 | 政府性基金预算
            政府性基金预算   | 9.00 | |
            收入总计        | 9.00 | |
            |
            212            | 9.00 | | 9.00
            支出总计        | 9.00 | | 9.00
            政府性基金预算支出表 | 合计 | 人员经费 | 公用经费 | 项目支出
            212               | 9.00 | | | 9.00
            总计              | 9.00 | | | 9.00"],
        fails: &["
            财政拨款收支总表 | 合计 | 一般公共预算 | 政府性基金预算
            政府性基金预算   | 9.00 | |
            收入总计        | 9.00 | |
            |
            212            | 9.00 | | [6.00]
            支出总计        | 9.00 | | 9.00
            政府性基金预算支出表 | 合计 | 人员经费 | 公用经费 | 项目支出
            212               | 9.00 | | | 9.00
            总计              | 9.00 | | | 9.00"],
    },
    Rule {
        id: "tables/capital-classes",
        title: text("国有资本经营各类在两表中一致", "Classes of state capital agree in both tables"),
        kind: RuleKind::Tables,
        basis: text("表间：国有资本经营预算支出表细化财政拨款收支总表", "Between tables: the state capital table details the appropriation overview"),
        checks: &[always(Error, EachCode("财政拨款收支总表.国有资本经营预算 = 国有资本经营预算支出表.合计"))],
        why: text(
            "财政拨款收支总表“国有资本经营预算”列的每一类应等于国有资本经营预算支出表中同一类的合计。",
            "Each class in the state capital column must equal the class in that budget's own table.",
        ),
        remedy: text("核对这一类在两张表中的数。", "Compare the class in both tables."),
        holds: &["
            财政拨款收支总表 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算
            国有资本经营预算 | 9.00 | | |
            收入总计        | 9.00 | | |
            |
            223            | 9.00 | | | 9.00
            支出总计        | 9.00 | | | 9.00
            国有资本经营预算支出表 | 合计 | 人员经费 | 公用经费 | 项目支出
            223                 | 9.00 | | | 9.00
            总计                | 9.00 | | | 9.00"],
        fails: &["
            财政拨款收支总表 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算
            国有资本经营预算 | 9.00 | | |
            收入总计        | 9.00 | | |
            |
            223            | 9.00 | | | [8.00]
            支出总计        | 9.00 | | | 9.00
            国有资本经营预算支出表 | 合计 | 人员经费 | 公用经费 | 项目支出
            223                 | 9.00 | | | 9.00
            总计                | 9.00 | | | 9.00"],
    },
    Rule {
        id: "tables/basic-expenditure",
        title: text("基本支出在两表中一致", "Basic expenditure agrees in both tables"),
        kind: RuleKind::Tables,
        basis: text("《预算法实施条例》第六条：基本支出按经济分类公开到款", "《预算法实施条例》第六条: basic expenditure by economic class"),
        checks: &[always(Error, Cells("一般公共预算支出表.总计.基本支出 = 一般公共预算基本支出表.总计.合计"))],
        why: text(
            "一般公共预算支出表的基本支出总计应等于基本支出表（按经济分类）的总计。",
            "Basic expenditure by function must equal basic expenditure by economic class.",
        ),
        remedy: text("核对两张表的基本支出总计。", "Compare basic expenditure in both tables."),
        holds: &["
            一般公共预算支出表 | 合计 | 基本支出 | 项目支出
            201             | 9.00 | 7.00 | 2.00
            总计            | 9.00 | 7.00 | 2.00
            一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
            301                 | 6.00 | 6.00 |
            302                 | 1.00 |      | 1.00
            总计                | 7.00 | 6.00 | 1.00"],
        fails: &["
            一般公共预算支出表 | 合计 | 基本支出 | 项目支出
            201             | 9.00 | 7.00 | 2.00
            总计            | 9.00 | 7.00 | 2.00
            一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
            301                 | 6.00 | 6.00 |
            302                 | 1.00 |      | 1.00
            总计                | [7.70] | 6.00 | 1.00"],
    },
    Rule {
        id: "tables/project-expenditure",
        title: text("项目支出在两表中一致", "Project expenditure agrees in both tables"),
        kind: RuleKind::Tables,
        basis: text("表间：项目支出表细化一般公共预算支出表的项目支出", "Between tables: the project table details project expenditure"),
        checks: &[always(Error, EachCode("一般公共预算支出表.项目支出 = 一般公共预算项目支出表.合计"))],
        why: text(
            "一般公共预算支出表每个科目的项目支出应等于项目支出表中该科目各项目之和。",
            "Project expenditure of each code must equal the sum of its projects.",
        ),
        remedy: text("核对该科目的项目支出与各项目。", "Compare the code's project expenditure with its projects."),
        holds: &["
            一般公共预算支出表 | 合计 | 基本支出 | 项目支出
            201             | 9.00 | 7.00 | 2.00
            总计            | 9.00 | 7.00 | 2.00
            一般公共预算项目支出表 | 合计 | 工资福利支出 | 商品和服务支出 | 对个人和家庭的补助
            201                 | 2.00 | | 2.00 |
            总计                | 2.00 | | 2.00 |"],
        fails: &["
            一般公共预算支出表 | 合计 | 基本支出 | 项目支出
            201             | 9.00 | 7.00 | [3.00]
            总计            | 9.00 | 7.00 | 2.00
            一般公共预算项目支出表 | 合计 | 工资福利支出 | 商品和服务支出 | 对个人和家庭的补助
            201                 | 2.00 | | 2.00 |
            总计                | 2.00 | | 2.00 |"],
    },
    Rule {
        id: "tables/expenditure-split",
        title: text("基本支出、项目支出与各预算表一致", "Basic and project expenditure agree with each budget's table"),
        kind: RuleKind::Tables,
        basis: text("支出总表的基本、项目支出由各预算的支出表汇总而成", "The expenditure table sums the tables of each budget"),
        checks: &[
            only(AllAppropriation, Error, EachCode("支出总表.基本支出 = 一般公共预算支出表.基本支出 + 政府性基金预算支出表.人员经费? + 政府性基金预算支出表.公用经费? + 国有资本经营预算支出表.人员经费? + 国有资本经营预算支出表.公用经费?")),
            only(AllAppropriation, Error, EachCode("支出总表.项目支出 = 一般公共预算支出表.项目支出 + 政府性基金预算支出表.项目支出? + 国有资本经营预算支出表.项目支出?")),
            always(Error, EachCode("一般公共预算支出表.基本支出 ≤ 支出总表.基本支出")),
            always(Error, EachCode("一般公共预算支出表.项目支出 ≤ 支出总表.项目支出")),
        ],
        why: text(
            "全部资金都是财政拨款时，支出总表每个科目的基本（项目）支出等于一般公共预算、政府性基金、国有资本经营三张支出表之和；否则不小于它们。",
            "When all money is appropriation, each code's basic and project expenditure is the sum of the three budgets' tables; otherwise at least that.",
        ),
        remedy: text("核对该科目在支出总表与各预算支出表中的数。", "Compare the code in the expenditure table and in each budget's table."),
        holds: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 9.00 | 7.00    | 2.00
            总计    | 9.00 | 7.00    | 2.00
            一般公共预算支出表 | 合计 | 基本支出 | 项目支出
            201             | 8.00 | 7.00 | 1.00
            总计            | 8.00 | 7.00 | 1.00"],
        fails: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 9.00 | 7.00    | 2.00
            总计    | 9.00 | 7.00    | 2.00
            一般公共预算支出表 | 合计 | 基本支出 | 项目支出
            201             | 8.00 | [7.70] | 1.00
            总计            | 8.00 | 7.00 | 1.00"],
    },
    Rule {
        id: "tables/three-public",
        title: text("“三公”经费与基本支出表相符", "“三公” money agrees with the basic table"),
        kind: RuleKind::Tables,
        basis: text("财预〔2016〕143号：“三公”经费包括基本支出和项目支出安排的数", "财预〔2016〕143号: “三公” money includes basic and project expenditure"),
        checks: &[
            always(Error, Cells("一般公共预算基本支出表.30217.合计 ≤ “三公”经费支出表.公务接待费.一般公共预算")),
            always(Error, Cells("一般公共预算基本支出表.30231.合计 ≤ “三公”经费支出表.公务用车运行维护费.一般公共预算")),
            always(Error, Cells("一般公共预算基本支出表.30212.合计 ≤ “三公”经费支出表.因公出国（境）费用.一般公共预算")),
            always(Error, Cells("一般公共预算基本支出表.31013.合计 ≤ “三公”经费支出表.公务用车购置费.一般公共预算")),
            only(NoProjects, Warning, Cells("“三公”经费支出表.公务接待费.一般公共预算 = 一般公共预算基本支出表.30217.合计")),
            only(NoProjects, Warning, Cells("“三公”经费支出表.公务用车运行维护费.一般公共预算 = 一般公共预算基本支出表.30231.合计")),
            only(NoProjects, Warning, Cells("“三公”经费支出表.因公出国（境）费用.一般公共预算 = 一般公共预算基本支出表.30212.合计")),
            only(NoProjects, Warning, Cells("“三公”经费支出表.公务用车购置费.一般公共预算 = 一般公共预算基本支出表.31013.合计")),
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
        id: "tables/outsourcing",
        title: text("委托业务费与基本支出表相符", "Outsourcing agrees with the basic table"),
        kind: RuleKind::Tables,
        basis: text("支出经济分类 30227 委托业务费", "Economic item 30227, outsourcing"),
        checks: &[
            always(Error, Cells("一般公共预算基本支出表.30227.合计 ≤ 委托业务费支出表.总计.一般公共预算")),
            only(NoProjects, Warning, Cells("委托业务费支出表.总计.一般公共预算 = 一般公共预算基本支出表.30227.合计")),
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

const CLASSES_HOLD: &str = "
            收支总表     | 预算数
            一、本年收入  | 9.00
            收入总计     | 9.00
            |
            201         | 5.00
            208         | 4.00
            支出总计     | 9.00
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 5.00 | 5.00    |
            208     | 4.00 | 4.00    |
            总计    | 9.00 | 9.00    |";

const GENERAL_HOLDS: &str = "
            财政拨款收支总表 | 合计 | 一般公共预算 | 政府性基金预算
            一般公共预算     | 9.00 | |
            收入总计        | 9.00 | |
            |
            201            | 5.00 | 5.00 |
            208            | 4.00 | 4.00 |
            支出总计        | 9.00 | 9.00 |
            一般公共预算支出表 | 合计 | 基本支出 | 项目支出
            201             | 5.00 | 3.00 | 2.00
            208             | 4.00 | 4.00 |
            总计            | 9.00 | 7.00 | 2.00";

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
