//! 表内: what must hold within one table.
use crate::{
    claim::Severity,
    note::text,
    rule::{
        Requirement::{self, Codes, EachRow, Headings, OfWhich, Outline, Parts, TotalRow},
        Rule, RuleKind, always, where_printed,
    },
};
use Severity::Error;

/// Rules within one table.
pub const RULES: &[Rule] = &[
    Rule {
        id: "table/row-sum",
        title: text(
            "合计列等于各列之和",
            "A total column is the sum of its columns",
        ),
        kind: RuleKind::Table,
        basis: text(
            "表格自身：合计列等于所辖各列之和",
            "The form itself: a total column sums the columns it heads",
        ),
        checks: &[
            always(Error, Parts),
            where_printed(Error, EachRow("一般公共预算支出表", MORE)),
            where_printed(Error, EachRow("支出总表", MORE)),
            where_printed(Error, EachRow("“三公”经费支出表", MORE)),
            where_printed(Error, EachRow("政府性基金预算支出表", CARRIED)),
            where_printed(Error, EachRow("国有资本经营预算支出表", CARRIED)),
            always(Error, Headings),
        ],
        why: text(
            "每一行的合计应等于同一行各分列之和，否则其中必有一个数写错。",
            "In each row the total must equal the columns beside it; otherwise one of them is wrong.",
        ),
        remedy: text(
            "核对该行各列与合计，改正写错的数。",
            "Compare the row's columns with its total and correct the wrong figure.",
        ),
        holds: &[
            "
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 5.00 | 3.00    | 2.00
            总计    | 5.00 | 3.00    | 2.00",
            "
            支出总表 | 合计  | 基本支出 | 项目支出 | 援助其他地区支出
            201     | 5.00  | 3.00    | 1.00    | 1.00
            208     | 6.00  | 4.00    | 1.00    | 1.00
            总计    | 11.00 | 7.00    | 2.00    | 2.00",
        ],
        fails: &[
            "
            支出总表 | 合计   | 基本支出 | 项目支出
            201     | [5.30] | 3.00    | 2.00
            总计    | 5.00   | 3.00    | 2.00",
            "
            支出总表 | 合计    | 基本支出 | 项目支出 | 援助其他地区支出
            201     | 5.00    | 3.00    | 1.00    | 1.00
            208     | 6.00    | 4.00    | 1.00    | 1.00
            210     | 7.00    | 4.00    | 2.00    | 1.00
            221     | 4.00    | 2.00    | 1.00    | 1.00
            总计    | [22.50] | 13.00   | 5.00    | 4.00",
        ],
    },
    Rule {
        id: "table/hierarchy-sum",
        title: text("类、款、项逐级相加", "Classes, sections and items add up"),
        kind: RuleKind::Table,
        basis: text(
            "《政府收支分类科目》：类含款、款含项",
            "Government classification: a class holds sections, a section holds items",
        ),
        checks: &[always(Error, Codes)],
        why: text(
            "上级科目的数等于它下面各科目之和，每一列都如此。",
            "A heading's figure is the sum of the headings below it, in every column.",
        ),
        remedy: text(
            "核对该科目与下级科目，看是否漏列、多列或写错。",
            "Compare the heading with those below it: one may be missing, doubled or mistyped.",
        ),
        holds: &["
            支出总表 | 合计  | 基本支出 | 项目支出
            208     | 40.34 | 40.34   |
            20805   | 40.34 | 40.34   |
            2080505 | 26.89 | 26.89   |
            2080506 | 13.45 | 13.45   |
            总计    | 40.34 | 40.34   |"],
        fails: &["
            支出总表 | 合计  | 基本支出 | 项目支出
            208     | 40.34 | 40.34   |
            20805   | 40.34 | 40.34   |
            2080505 | 28.69 | [28.69] |
            2080506 | 13.45 | 13.45   |
            总计    | 40.34 | 40.34   |"],
    },
    Rule {
        id: "table/total-row",
        title: text("总计行等于各行之和", "The total row is the sum of the rows"),
        kind: RuleKind::Table,
        basis: text(
            "表格自身：总计等于各最上级行之和",
            "The form itself: the total sums the top rows",
        ),
        checks: &[always(Error, TotalRow)],
        why: text(
            "总计应等于表中各类（各项目）之和。",
            "The total must equal the classes or items of the table.",
        ),
        remedy: text(
            "核对总计与各行，改正写错的数或补上漏列的行。",
            "Compare the total with the rows; correct the figure or add the missing row.",
        ),
        holds: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 5.00 | 3.00    | 2.00
            208     | 4.00 | 4.00    |
            总计    | 9.00 | 7.00    | 2.00"],
        fails: &["
            支出总表 | 合计   | 基本支出 | 项目支出
            201     | 5.00   | 3.00    | 2.00
            208     | 4.00   | 4.00    |
            总计    | [9.90] | 7.00    | 2.00"],
    },
    Rule {
        id: "table/numbered-sum",
        title: text(
            "编号的上级行等于下级行之和",
            "A numbered row is the sum of those below it",
        ),
        kind: RuleKind::Table,
        basis: text(
            "表格自身：“一、”等于其下“1.”“2.”之和",
            "The form itself: 一、 is the sum of its 1. 2.",
        ),
        checks: &[always(Error, Outline)],
        why: text(
            "例如“一、本年收入”应等于其下 1 至 5 项之和。",
            "“一、本年收入”, say, must equal its items 1 to 5.",
        ),
        remedy: text(
            "核对上级行与其下各行。",
            "Compare the row with those below it.",
        ),
        holds: &["
            收支总表            | 预算数
            一、本年收入         | 9.00
            1.一般公共预算拨款   | 7.00
            2.政府性基金预算拨款 | 2.00
            收入总计            | 9.00
            |
            201                | 9.00
            支出总计            | 9.00"],
        fails: &["
            收支总表            | 预算数
            一、本年收入         | 9.00
            1.一般公共预算拨款   | [1.00]
            2.政府性基金预算拨款 | 2.00
            收入总计            | 9.00
            |
            201                | 9.00
            支出总计            | 9.00"],
    },
    Rule {
        id: "table/of-which",
        title: text(
            "“其中”各项不超过所属项目",
            "其中 items do not exceed their whole",
        ),
        kind: RuleKind::Table,
        basis: text(
            "表格自身：“其中”列出所属项目的部分；列全时等于所属项目",
            "The form itself: 其中 lists parts; where it lists all, they are the whole",
        ),
        checks: &[always(Error, OfWhich)],
        why: text(
            "“其中”是上面一项的一部分，不能大于它；表格已列全的（如公务用车购置费与运行维护费），应等于它。",
            "其中 items are part of the row above and cannot exceed it; where the form lists all of them they must equal it.",
        ),
        remedy: text(
            "核对该项与其“其中”各项。",
            "Compare the row with its 其中 items.",
        ),
        holds: &["
            “三公”经费支出表              | 合计 | 一般公共预算 | 政府性基金 | 国有资本经营预算
            公务接待费                   | 1.00 | 1.00 | |
            公务用车购置及运行维护费（小计） | 2.25 | 2.25 | |
            其中：公务用车购置费           |      |      | |
            公务用车运行维护费             | 2.25 | 2.25 | |
            总计                        | 3.25 | 3.25 | |"],
        fails: &["
            “三公”经费支出表              | 合计 | 一般公共预算 | 政府性基金 | 国有资本经营预算
            公务接待费                   | 1.00 | 1.00 | |
            公务用车购置及运行维护费（小计） | 2.25 | 2.25 | |
            其中：公务用车购置费           |      |      | |
            公务用车运行维护费             | [2.52] | 2.25 | |
            总计                        | 3.25 | 3.25 | |"],
    },
    Rule {
        id: "table/balance",
        title: text("收入总计等于支出总计", "Income equals expenditure"),
        kind: RuleKind::Table,
        basis: text(
            "预算收支平衡：收入总计 = 支出总计",
            "A budget balances: total income = total expenditure",
        ),
        checks: &[
            always(
                Error,
                Requirement::Cells("收支总表.收入总计.预算数 = 收支总表.支出总计.预算数"),
            ),
            always(
                Error,
                Requirement::Cells(
                    "财政拨款收支总表.收入总计.合计 = 财政拨款收支总表.支出总计.合计",
                ),
            ),
        ],
        why: text(
            "收支总表左右两边的总计必须相等。",
            "Both sides of the overview must have the same total.",
        ),
        remedy: text("核对左右两边的总计。", "Compare the totals of both sides."),
        holds: &["
            收支总表     | 预算数
            一、本年收入  | 9.00
            收入总计     | 9.00
            |
            201         | 9.00
            支出总计     | 9.00"],
        fails: &["
            收支总表     | 预算数
            一、本年收入  | 9.00
            收入总计     | 9.00
            |
            201         | 9.00
            支出总计     | [8.00]"],
    },
];

/// The change since last year.
const MORE: &str = "增减额 = 合计 - 上年数";
/// What is carried over in final accounts.
const CARRIED: &str = "年末结转和结余 = 年初结转和结余 + 本年收入 - 合计";
