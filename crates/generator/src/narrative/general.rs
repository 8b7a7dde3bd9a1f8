//! Sections 5 to 7: the general budget.
use super::{Teller, Topic, paragraph};
use crate::{
    ledger::{Keep, Line, Purse},
    names,
    sheet::Piece,
};

const GENERAL: Keep = |line| line.is_from(Purse::General);
const BASIC: Keep = |line| line.is_from(Purse::General) && line.is_basic();
const PROJECTS: Keep = |line| line.is_from(Purse::General) && !line.is_basic();

/// 一般公共预算当年拨款情况说明
pub fn general(teller: &Teller<'_>) -> Vec<Piece> {
    let mut pieces = vec![
        paragraph("（一）一般公共预算当年拨款规模变化情况"),
        paragraph(format!(
            "{}一般公共预算拨款合计{}，其中：",
            teller.whose(),
            teller.now(GENERAL)
        )),
        split(teller, "基本支出", BASIC, Topic::Staff),
        split(teller, "项目支出", PROJECTS, Topic::Project),
        paragraph("（二）一般公共预算当年拨款结构情况，其中："),
    ];
    pieces.extend(shares(teller));
    pieces.push(paragraph("（三）一般公共预算当年拨款具体使用情况"));
    pieces.extend(teller.items(GENERAL));
    pieces
}

fn split(teller: &Teller<'_>, name: &str, keep: Keep, topic: Topic) -> Piece {
    let told = teller.explained(teller.sum(keep), topic);
    paragraph(format!("{name}{}，{told}。", teller.now(keep)))
}

/// The share of each 类.
fn shares(teller: &Teller<'_>) -> Vec<Piece> {
    let whole = teller.sum(GENERAL).now;
    let told = teller
        .classes(GENERAL)
        .into_iter()
        .enumerate()
        .map(|(index, code)| {
            let amount = teller.sum(|line| GENERAL(line) && line.function.starts_with(code));
            paragraph(format!(
                "{}.{}（类）{}，{}。",
                index + 1,
                names::function(code),
                teller.money(amount.now),
                teller.share(amount.now, whole)
            ))
        });
    told.collect()
}

/// 一般公共预算基本支出情况说明
pub fn basic(teller: &Teller<'_>) -> Vec<Piece> {
    let listed = |name: &str, keep: Keep| {
        let codes = teller.plan.ledger.codes(|line| line.economic, 5, keep);
        let items: Vec<_> = codes.into_iter().map(names::economic).collect();
        let items = items.join("、");
        paragraph(format!("{name}{}，主要包括：{items}。", teller.now(keep)))
    };
    vec![
        paragraph(format!(
            "{}一般公共预算基本支出{}，其中：",
            teller.whose(),
            teller.now(BASIC)
        )),
        listed("人员经费", |line| BASIC(line) && line.is_staff()),
        listed("公用经费", |line| BASIC(line) && line.is_office()),
    ]
}

/// 一般公共预算项目支出情况说明
pub fn projects(teller: &Teller<'_>) -> Vec<Piece> {
    if teller.sum(PROJECTS).now == 0 {
        return teller.nothing("一般公共预算项目支出", "一般公共预算项目支出情况表");
    }
    let indices = teller.plan.ledger.projects(PROJECTS);
    let mut pieces = vec![paragraph(format!(
        "{}一般公共预算项目支出{}，项目{}个，其中：",
        teller.whose(),
        teller.now(PROJECTS),
        indices.len()
    ))];
    pieces.extend(indices.iter().enumerate().map(|(number, index)| {
        let project = teller.plan.projects[*index];
        let kept = |line: &Line| PROJECTS(line) && line.project == Some(*index);
        let (name, money) = (project.name, teller.now(kept));
        paragraph(format!(
            "{}.{name}{money}，用于{}。",
            number + 1,
            project.purpose
        ))
    }));
    pieces
}
