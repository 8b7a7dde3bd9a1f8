//! 表间: between the overviews: income, expenditure, appropriation.
use crate::{
    claim::Severity,
    note::text,
    rule::{
        Condition::{self, AllAppropriation, Budget, Same},
        Requirement::{Cells, EachCode},
        Rule, RuleKind, always, only, where_printed,
    },
};
use Severity::Error;

/// Between the overviews: income, expenditure, appropriation.
pub const RULES: &[Rule] = &[
    Rule {
        id: "tables/totals",
        title: text("各总表的总计相等", "The overviews have the same total"),
        kind: RuleKind::Tables,
        basis: text(
            "财预〔2016〕143号：收支、收入、支出总表反映同一收支总额",
            "财预〔2016〕143号: the three overviews show the same money",
        ),
        checks: &[
            always(
                Error,
                Cells(
                    "收支总表.收入总计.预算数|收支总表.本年收入合计.预算数 = 收入总表.总计.合计/收入总表.收入总计.合计",
                ),
            ),
            always(
                Error,
                Cells("收支总表.支出总计.预算数|收支总表.本年支出合计.预算数 = 支出总表.总计.合计"),
            ),
        ],
        why: text(
            "收支总表的收入总计就是收入总表的总计，支出总计就是支出总表的总计。",
            "Total income of the overview is the total of the income table, total expenditure that of the expenditure table.",
        ),
        remedy: text(
            "核对三张总表的总计。",
            "Compare the totals of the three tables.",
        ),
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
        title: text(
            "各类支出在各表中一致",
            "Each class has one figure in all overviews",
        ),
        kind: RuleKind::Tables,
        basis: text(
            "《政府收支分类科目》；表间同一类科目为同一数",
            "Government classification; the same class, the same figure",
        ),
        checks: &[
            always(Error, EachCode("收支总表.预算数 = 支出总表.合计")),
            only(
                LIKE_INCOME,
                Error,
                EachCode("收支总表.预算数 = 收入总表.合计"),
            ),
        ],
        why: text(
            "收支总表右侧的每一类支出应等于支出总表（及按功能科目列示的收入总表）中同一类的合计。",
            "Each class on the right of the overview must equal the same class in the expenditure table, and in the income table where that lists classes.",
        ),
        remedy: text(
            "核对两张表中这一类的数。",
            "Compare the class in both tables.",
        ),
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
        title: text(
            "各项收入来源在两表中一致",
            "Each source of income has one figure in both tables",
        ),
        kind: RuleKind::Tables,
        basis: text(
            "财预〔2016〕143号：收入总表分来源反映收支总表的收入",
            "财预〔2016〕143号: the income table shows the overview's income by source",
        ),
        checks: &[
            where_printed(
                Error,
                Cells(
                    "收支总表.一般公共预算拨款.预算数 + 收支总表.政府性基金预算拨款.预算数? + 收支总表.国有资本经营预算拨款.预算数? = 收入总表.总计.财政拨款小计",
                ),
            ),
            where_printed(
                Error,
                Cells("收支总表.财政拨款.预算数 = 收入总表.总计.财政拨款小计"),
            ),
            where_printed(
                Error,
                Cells("收支总表.事业收入.预算数 = 收入总表.总计.事业收入"),
            ),
            where_printed(
                Error,
                Cells("收支总表.事业单位经营收入.预算数 = 收入总表.总计.事业单位经营收入"),
            ),
            where_printed(
                Error,
                Cells("收支总表.上级补助收入.预算数 = 收入总表.总计.上级补助收入"),
            ),
            where_printed(
                Error,
                Cells("收支总表.附属单位上缴收入.预算数 = 收入总表.总计.附属单位上缴收入"),
            ),
            where_printed(
                Error,
                Cells("收支总表.其他收入.预算数 = 收入总表.总计.其他收入"),
            ),
            where_printed(
                Error,
                Cells("收支总表.一般公共预算拨款.预算数 = 收入总表.一般公共预算.合计"),
            ),
            where_printed(
                Error,
                Cells("收支总表.政府性基金预算拨款.预算数 = 收入总表.政府性基金预算.合计"),
            ),
            where_printed(
                Error,
                Cells("收支总表.财政专户核拨.预算数 = 收入总表.财政专户.合计"),
            ),
            where_printed(
                Error,
                Cells("收支总表.单位资金.预算数 = 收入总表.单位资金.合计"),
            ),
            where_printed(
                Error,
                Cells(
                    "收支总表.上年结转结余.预算数 = 收入总表.上年结转.合计/收入总表.总计.上年结转",
                ),
            ),
            always(
                Error,
                Cells(
                    "收支总表.一般公共预算拨款.预算数 = 收入总表.总计.一般公共预算 + 收入总表.总计.上级一般公共预算转移支付?",
                ),
            ),
            always(
                Error,
                Cells("收支总表.一般财力.预算数 = 收入总表.总计.一般公共预算"),
            ),
            always(
                Error,
                Cells(
                    "收支总表.上级一般公共预算转移支付.预算数 = 收入总表.总计.上级一般公共预算转移支付",
                ),
            ),
            always(
                Error,
                Cells(
                    "收支总表.政府性基金预算拨款.预算数 = 收入总表.总计.政府性基金预算 + 收入总表.总计.上级政府性基金转移支付?",
                ),
            ),
            always(
                Error,
                Cells("收支总表.政府性基金收入.预算数 = 收入总表.总计.政府性基金预算"),
            ),
            always(
                Error,
                Cells(
                    "收支总表.上级政府性基金转移支付.预算数 = 收入总表.总计.上级政府性基金转移支付",
                ),
            ),
            always(
                Error,
                Cells(
                    "收支总表.国有资本经营预算拨款.预算数 = 收入总表.总计.国有资本经营预算 + 收入总表.总计.上级国有资本经营转移支付?",
                ),
            ),
            always(
                Error,
                Cells("收支总表.财政专户核拨.预算数 = 收入总表.总计.财政专户"),
            ),
            always(
                Error,
                Cells("收支总表.单位资金.预算数 = 收入总表.总计.单位资金"),
            ),
            always(
                Error,
                Cells("收支总表.财政拨款结转.预算数 = 收入总表.总计.财政拨款结转"),
            ),
            always(
                Error,
                Cells("收支总表.非财政拨款结余.预算数 = 收入总表.总计.非财政拨款结转结余"),
            ),
        ],
        why: text(
            "收支总表左侧的每一项来源应等于收入总表中对应列的总计。",
            "Each source on the left of the overview must equal the total of its column in the income table.",
        ),
        remedy: text(
            "核对该来源在两张表中的数。",
            "Compare the source in both tables.",
        ),
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
        title: text(
            "同一科目收入与支出相等",
            "Each code has the same income and expenditure",
        ),
        kind: RuleKind::Tables,
        basis: text(
            "收入总表与支出总表按同一功能科目列示同一笔资金",
            "Both tables list the same money by the same codes",
        ),
        checks: &[only(
            LIKE_INCOME,
            Error,
            EachCode("收入总表.合计 = 支出总表.合计"),
        )],
        why: text(
            "收入总表也按功能科目列示时，每个科目的收入合计应等于支出总表中同一科目的合计。",
            "Where the income table lists function codes, each code's income must equal its expenditure.",
        ),
        remedy: text(
            "核对这一科目在两张表中的数。",
            "Compare the code in both tables.",
        ),
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
        title: text(
            "财政拨款与收支总表一致",
            "Appropriation agrees with the overview",
        ),
        kind: RuleKind::Tables,
        basis: text(
            "财预〔2016〕143号：财政拨款收支总表是收支总表中的财政拨款部分",
            "财预〔2016〕143号: the appropriation overview is part of the overview",
        ),
        checks: &[
            where_printed(
                Error,
                Cells("支出总表.总计.基本支出 = 收支总表.基本支出.预算数"),
            ),
            where_printed(
                Error,
                Cells("支出总表.总计.项目支出 = 收支总表.项目支出.预算数"),
            ),
            where_printed(
                Error,
                Cells("支出总表.总计.单位预留机动经费 = 收支总表.单位预留机动经费.预算数"),
            ),
            always(
                Error,
                Cells("财政拨款收支总表.一般公共预算.合计 = 收支总表.一般公共预算拨款.预算数"),
            ),
            always(
                Error,
                Cells("财政拨款收支总表.政府性基金预算.合计 = 收支总表.政府性基金预算拨款.预算数"),
            ),
            always(
                Error,
                Cells(
                    "财政拨款收支总表.国有资本经营预算.合计 = 收支总表.国有资本经营预算拨款.预算数",
                ),
            ),
            always(Error, EachCode("财政拨款收支总表.合计 ≤ 支出总表.合计")),
            only(
                &[AllAppropriation],
                Error,
                EachCode("财政拨款收支总表.合计 = 支出总表.合计"),
            ),
            only(
                &[AllAppropriation],
                Error,
                EachCode("财政拨款收支总表.合计 = 收支总表.预算数"),
            ),
        ],
        why: text(
            "财政拨款是全部资金的一部分：各来源与收支总表一致，各类不超过支出总表；全部资金都是财政拨款时两者相等。",
            "Appropriation is part of all money: each source agrees with the overview, no class exceeds the expenditure table, and they are equal when all money is appropriation.",
        ),
        remedy: text(
            "核对财政拨款收支总表与收支总表、支出总表。",
            "Compare the appropriation overview with the other two.",
        ),
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
];

/// Where income is listed by the codes of expenditure, both agree code by code as long as nothing
/// is carried over.
const LIKE_INCOME: &[Condition] = &[Budget, Same("收入总表.总计.合计", "支出总表.总计.合计")];

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
