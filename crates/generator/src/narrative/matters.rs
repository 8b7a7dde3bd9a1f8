//! Section 13: running costs, procurement, assets and performance.
use super::{Teller, Topic, paragraph};
use crate::{
    ledger::{Line, Purse},
    performance,
    print::Print,
    sheet::Piece,
};

/// 其他重要事项的情况说明
pub fn matters(teller: &Teller<'_>) -> Vec<Piece> {
    let parts = [running, purchases, assets, goals];
    let mut pieces: Vec<_> = parts.iter().flat_map(|tell| tell(teller)).collect();
    pieces.push(paragraph("（五）其他需说明的事项"));
    pieces.push(paragraph("本单位没有其他需要说明的事项。"));
    pieces
}

fn running(teller: &Teller<'_>) -> Vec<Piece> {
    let kind = if teller.plan.official {
        "机关"
    } else {
        "单位"
    };
    let amount = teller.sum(|line| line.is_from(Purse::General) && line.is_office());
    vec![
        paragraph(format!("（一）{kind}运行经费情况")),
        paragraph(format!(
            "{}的{}运行经费财政拨款预算{}，{}。",
            teller.whose(),
            if teller.plan.official {
                "机关"
            } else {
                "事业单位"
            },
            teller.money(amount.now),
            teller.explained(amount, Topic::Office)
        )),
    ]
}

fn purchases(teller: &Teller<'_>) -> Vec<Piece> {
    let bought = &teller.plan.purchases;
    let whole = bought.goods + bought.works + bought.services;
    let money = |amount| teller.money(amount);
    vec![
        paragraph("（二）政府采购情况"),
        paragraph(format!(
            "{}政府采购预算{}，其中：政府采购货物预算{}，政府采购工程预算{}，政府采购服务预算{}。",
            teller.whose(),
            money(whole),
            money(bought.goods),
            money(bought.works),
            money(bought.services)
        )),
        paragraph(format!(
            "{}面向中小企业预留政府采购项目预算{}，其中：小微企业预留政府采购项目预算{}。",
            teller.whose(),
            money(bought.reserved),
            money(bought.reserved_micro)
        )),
    ]
}

fn assets(teller: &Teller<'_>) -> Vec<Piece> {
    let assets = &teller.plan.assets;
    let (count, value) = assets.vehicles.iter().fold((0, 0), |(count, value), kind| {
        (count + kind.0, value + kind.1)
    });
    let names = ["一般公务用车", "执法执勤用车", "其他车辆"];
    let kinds = names.iter().zip(assets.vehicles);
    let kinds: Vec<_> = kinds
        .map(|(name, (count, value))| format!("{name}{count}辆，价值{}", teller.money(value)))
        .collect();
    let area = Print::CENTS.said(assets.area);
    vec![
        paragraph("（三）国有资产占用使用情况"),
        paragraph(format!(
            "截至{}年底，{}单位占用使用的国有资产为：",
            teller.plan.year - 1,
            teller.plan.unit
        )),
        paragraph(format!(
            "1.房屋{area}平方米，价值{}。",
            teller.money(assets.house)
        )),
        paragraph(format!(
            "2.车辆{count}辆，价值{}；其中：{}。",
            teller.money(value),
            kinds.join("；")
        )),
        paragraph(format!(
            "3.办公家具价值{}。",
            teller.money(assets.furniture)
        )),
        paragraph(format!("4.其他资产价值{}。", teller.money(assets.other))),
        devices("现有", assets.devices),
        bought(teller),
    ]
}

fn devices(verb: &str, [above_half, above_one]: [i64; 2]) -> Piece {
    paragraph(format!(
        "{verb}单价50万元以上大型设备{above_half}台，单价100万元以上大型设备{above_one}台。"
    ))
}

/// What is to be bought this year.
fn bought(teller: &Teller<'_>) -> Piece {
    let assets = &teller.plan.assets;
    let cars = match assets.new_cars {
        0 => format!("{}购置车辆经费", teller.words.none),
        count => {
            let buys = |line: &Line| line.economic == "31013";
            format!("安排购置车辆{count}辆，经费{}", teller.now(buys))
        }
    };
    let [above_half, above_one] = assets.new_devices;
    paragraph(format!(
        "{}年单位预算{cars}，安排购置单价50万元以上大型设备{above_half}台，单价100万元以上大型设备{above_one}台。",
        teller.plan.year
    ))
}

fn goals(teller: &Teller<'_>) -> Vec<Piece> {
    let all = |line: &Line| !line.is_basic();
    let treasury = teller.now(|line| !line.is_basic() && line.is_treasury());
    let others = teller.now(|line| !line.is_basic() && !line.is_treasury());
    let mut pieces = vec![
        paragraph("（四）预算绩效情况"),
        paragraph(format!(
            "{}年，本单位设整体绩效目标1个，涉及预算金额{}；当年预算安排项目共{}个，其中：财政拨款项目涉及预算金额{treasury}；非财政拨款项目涉及预算金额{others}。具体情况见下表：",
            teller.plan.year,
            teller.now(|_| true),
            teller.plan.ledger.projects(all).len()
        )),
    ];
    pieces.extend(performance::table(teller.plan));
    pieces
}
