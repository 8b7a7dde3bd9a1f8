//! 表间: from the overviews to the tables of each budget.
use crate::{
    claim::Severity,
    note::text,
    rule::{
        Condition::{AllAppropriation, CarriedAlike},
        Requirement::{Cells, EachCode},
        Rule, RuleKind, always, only, where_printed,
    },
};
use Severity::Error;

/// From the overviews to the tables of each budget.
pub const RULES: &[Rule] = &[
    Rule {
        id: "tables/general-classes",
        title: text(
            "一般公共预算各类在两表中一致",
            "Classes of the general budget agree in both tables",
        ),
        kind: RuleKind::Tables,
        basis: text(
            "财预〔2016〕143号：一般公共预算支出表细化财政拨款收支总表",
            "财预〔2016〕143号: the general budget's table details the appropriation overview",
        ),
        checks: &[only(
            &[CarriedAlike(
                "财政拨款收支总表.本年支出.一般公共预算",
                "一般公共预算支出表.总计.合计",
            )],
            Error,
            EachCode("财政拨款收支总表.一般公共预算 = 一般公共预算支出表.合计"),
        )],
        why: text(
            "财政拨款收支总表“一般公共预算”列的每一类应等于一般公共预算支出表中同一类的合计。",
            "Each class in the general-budget column must equal the class in the general budget's own table.",
        ),
        remedy: text(
            "核对这一类在两张表中的数。",
            "Compare the class in both tables.",
        ),
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
        title: text(
            "政府性基金各类在两表中一致",
            "Classes of government funds agree in both tables",
        ),
        kind: RuleKind::Tables,
        basis: text(
            "财预〔2016〕143号：政府性基金预算支出表细化财政拨款收支总表",
            "财预〔2016〕143号: the funds' table details the appropriation overview",
        ),
        checks: &[always(
            Error,
            EachCode("财政拨款收支总表.政府性基金预算 = 政府性基金预算支出表.合计"),
        )],
        why: text(
            "财政拨款收支总表“政府性基金预算”列的每一类应等于政府性基金预算支出表中同一类的合计。",
            "Each class in the funds column must equal the class in the funds' own table.",
        ),
        remedy: text(
            "核对这一类在两张表中的数。",
            "Compare the class in both tables.",
        ),
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
        title: text(
            "国有资本经营各类在两表中一致",
            "Classes of state capital agree in both tables",
        ),
        kind: RuleKind::Tables,
        basis: text(
            "表间：国有资本经营预算支出表细化财政拨款收支总表",
            "Between tables: the state capital table details the appropriation overview",
        ),
        checks: &[always(
            Error,
            EachCode("财政拨款收支总表.国有资本经营预算 = 国有资本经营预算支出表.合计"),
        )],
        why: text(
            "财政拨款收支总表“国有资本经营预算”列的每一类应等于国有资本经营预算支出表中同一类的合计。",
            "Each class in the state capital column must equal the class in that budget's own table.",
        ),
        remedy: text(
            "核对这一类在两张表中的数。",
            "Compare the class in both tables.",
        ),
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
        title: text(
            "基本支出在两表中一致",
            "Basic expenditure agrees in both tables",
        ),
        kind: RuleKind::Tables,
        basis: text(
            "《预算法实施条例》第六条：基本支出按经济分类公开到款",
            "《预算法实施条例》第六条: basic expenditure by economic class",
        ),
        checks: &[
            always(
                Error,
                Cells("一般公共预算支出表.总计.基本支出 = 一般公共预算基本支出表.总计.合计"),
            ),
            where_printed(
                Error,
                Cells(
                    "一般公共预算支出表.总计.基本支出 = 一般公共预算基本支出表.人员经费合计.合计 + 一般公共预算基本支出表.公用经费合计.合计",
                ),
            ),
            where_printed(
                Error,
                Cells("财政拨款收支总表.基本支出.合计 = 财政拨款基本支出表.总计.合计"),
            ),
            where_printed(
                Error,
                EachCode("一般公共预算支出表.合计 ≤ 财政拨款支出表.合计"),
            ),
            where_printed(
                Error,
                EachCode("一般公共预算基本支出表.合计 ≤ 财政拨款基本支出表.合计"),
            ),
        ],
        why: text(
            "一般公共预算支出表的基本支出总计应等于基本支出表（按经济分类）的总计。",
            "Basic expenditure by function must equal basic expenditure by economic class.",
        ),
        remedy: text(
            "核对两张表的基本支出总计。",
            "Compare basic expenditure in both tables.",
        ),
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
        title: text(
            "项目支出在两表中一致",
            "Project expenditure agrees in both tables",
        ),
        kind: RuleKind::Tables,
        basis: text(
            "表间：项目支出表细化一般公共预算支出表的项目支出",
            "Between tables: the project table details project expenditure",
        ),
        checks: &[always(
            Error,
            EachCode("一般公共预算支出表.项目支出 = 一般公共预算项目支出表.合计"),
        )],
        why: text(
            "一般公共预算支出表每个科目的项目支出应等于项目支出表中该科目各项目之和。",
            "Project expenditure of each code must equal the sum of its projects.",
        ),
        remedy: text(
            "核对该科目的项目支出与各项目。",
            "Compare the code's project expenditure with its projects.",
        ),
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
        title: text(
            "基本支出、项目支出与各预算表一致",
            "Basic and project expenditure agree with each budget's table",
        ),
        kind: RuleKind::Tables,
        basis: text(
            "支出总表的基本、项目支出由各预算的支出表汇总而成",
            "The expenditure table sums the tables of each budget",
        ),
        checks: &[
            only(
                &[AllAppropriation],
                Error,
                EachCode(
                    "支出总表.基本支出 = 一般公共预算支出表.基本支出 + 政府性基金预算支出表.基本支出? + 国有资本经营预算支出表.基本支出?",
                ),
            ),
            only(
                &[AllAppropriation],
                Error,
                EachCode(
                    "支出总表.项目支出 = 一般公共预算支出表.项目支出 + 政府性基金预算支出表.项目支出? + 国有资本经营预算支出表.项目支出?",
                ),
            ),
            always(
                Error,
                EachCode("一般公共预算支出表.基本支出 ≤ 支出总表.基本支出"),
            ),
            always(
                Error,
                EachCode("一般公共预算支出表.项目支出 ≤ 支出总表.项目支出"),
            ),
        ],
        why: text(
            "全部资金都是财政拨款时，支出总表每个科目的基本（项目）支出等于一般公共预算、政府性基金、国有资本经营三张支出表之和；否则不小于它们。",
            "When all money is appropriation, each code's basic and project expenditure is the sum of the three budgets' tables; otherwise at least that.",
        ),
        remedy: text(
            "核对该科目在支出总表与各预算支出表中的数。",
            "Compare the code in the expenditure table and in each budget's table.",
        ),
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
];

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
