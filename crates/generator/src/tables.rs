//! The twelve tables: each a way to add up the ledger.
//!
//! How a filled form is read here, where the reference has blanks:
//! - 收支总表, 收入总表 and 支出总表 cover all money, what is left of last year included.
//! - 财政拨款收支总表 and the tables of the general budget, the funds and capital cover what is
//!   appropriated this year, transfers of the level above included; what is left of last year stands
//!   in 上年结转结余情况表 alone. “三公” and 委托业务费 cover the same appropriation.
//! - 收入总表 has no column for a transfer of 国有资本, so none is ever drawn.
mod economic;
mod functions;
mod lists;
mod overviews;

pub use functions::{code_cells, levels};

use super::{
    ledger::{Keep, Ledger},
    plan::Plan,
    sheet::Sheet,
};

/// A table with its title, and what it lists when it is empty.
#[derive(Debug, Clone)]
pub struct Published {
    /// The title.
    pub title: &'static str,
    /// What an empty table has none of; `None` when the table has content.
    pub lacks: Option<&'static str>,
    /// The table itself.
    pub sheet: Sheet,
}

/// A table of the form as data: its title, what it lists, and how it is made.
struct Blank {
    title: &'static str,
    /// Which lines it lists, and what to call them when there are none.
    lists: Option<(Keep, &'static str)>,
    fill: fn(&Plan) -> Sheet,
}

/// The form, in its order.
const FORM: [Blank; 12] = [
    blank("单位收支总体情况表", overviews::income_and_expenditure),
    blank("单位收入总体情况表", functions::income),
    blank("单位支出总体情况表", functions::expenditure),
    blank("财政拨款收支预算总体情况表", overviews::appropriation),
    blank("一般公共预算支出情况表", functions::general),
    blank("一般公共预算基本支出情况表", economic::basic),
    Blank {
        title: "一般公共预算项目支出情况表",
        lists: Some((economic::of_general_projects, "一般公共预算项目支出")),
        fill: economic::projects,
    },
    Blank {
        title: "政府性基金预算支出情况表",
        lists: Some((functions::of_fund, "政府性基金预算支出")),
        fill: functions::fund,
    },
    Blank {
        title: "国有资本经营预算支出情况表",
        lists: Some((functions::of_capital, "国有资本经营预算支出")),
        fill: functions::capital,
    },
    Blank {
        title: "财政拨款“三公”经费支出情况表",
        lists: Some((lists::of_three_public, "财政拨款“三公”经费支出")),
        fill: lists::three_public,
    },
    Blank {
        title: "财政拨款委托业务费支出情况表",
        lists: Some((lists::of_contracts, "财政拨款委托业务费支出")),
        fill: lists::contracts,
    },
    Blank {
        title: "上年结转结余情况表",
        lists: Some((lists::of_carried, "上年结转结余")),
        fill: lists::carried,
    },
];

const fn blank(title: &'static str, fill: fn(&Plan) -> Sheet) -> Blank {
    Blank {
        title,
        lists: None,
        fill,
    }
}

/// The titles of the tables, in their order.
pub fn titles() -> impl Iterator<Item = &'static str> {
    FORM.iter().map(|blank| blank.title)
}

/// Every table of the form, filled.
pub fn all(plan: &Plan) -> Vec<Published> {
    let published = |blank: &Blank| Published {
        title: blank.title,
        lacks: lacks(blank, &plan.ledger),
        sheet: (blank.fill)(plan),
    };
    FORM.iter().map(published).collect()
}

fn lacks(blank: &Blank, ledger: &Ledger) -> Option<&'static str> {
    let (keep, what) = blank.lists?;
    (ledger.sum(keep).now == 0).then_some(what)
}

/// One row's figures: the kept lines, added up column by column.
fn figures(
    plan: &Plan,
    columns: &[Keep],
    keep: impl Fn(&super::ledger::Line) -> bool,
) -> Vec<String> {
    let figure = |column: &Keep| {
        let sum = plan.ledger.sum(|line| keep(line) && column(line));
        plan.print.cell(sum.now)
    };
    columns.iter().map(figure).collect()
}
