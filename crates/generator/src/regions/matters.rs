//! What every form tells: “三公”, running costs, procurement, cars and projects.
use super::*;

/// 合计, 出国, 用车小计, 购置, 运行 and 接待, as most forms order them.
pub const THREE_PUBLIC: [Keep; 6] = [
    |line| matches!(line.economic, "30212" | "31013" | "30231" | "30217"),
    |line| line.economic == "30212",
    |line| matches!(line.economic, "31013" | "30231"),
    |line| line.economic == "31013",
    |line| line.economic == "30231",
    |line| line.economic == "30217",
];

/// 政府采购 by kind; the words stand behind each kind.
pub fn purchases(teller: &Teller<'_>, kind: &str) -> String {
    let bought = &teller.plan().purchases;
    let kinds = [
        ("货物", bought.goods),
        ("工程", bought.works),
        ("服务", bought.services),
    ];
    let told = kinds.map(|(name, amount)| format!("政府采购{name}{kind}{}", teller.money(amount)));
    told.join("、")
}

/// All of 政府采购, in 分.
pub fn bought(plan: &Plan) -> i64 {
    plan.purchases.goods + plan.purchases.works + plan.purchases.services
}

/// Cars by their kind, and devices.
pub fn cars(plan: &Plan) -> String {
    let [clerks, duty, others] = plan.assets.vehicles.map(|(count, _)| count);
    let all = clerks + duty + others;
    let [_, devices] = plan.assets.devices;
    format!(
        "共有车辆{all}辆，其中：机要通信用车{clerks}辆、执法执勤用车{duty}辆、其他用车{others}辆；单价100万元以上设备（不含车辆）{devices}台（套）"
    )
}

/// The names of the 款 of the economic classification that the kept lines have.
pub fn items(plan: &Plan, keep: Keep) -> String {
    let codes = plan.ledger.codes(|line| line.economic, 5, keep);
    let names: Vec<_> = codes
        .into_iter()
        .map(super::super::names::economic)
        .collect();
    names.join("、")
}

/// A list of the rows that have money: name, amount and share of a whole.
pub fn shares(teller: &Teller<'_>, rows: &[Named], whole: Keep) -> String {
    let whole = teller.sum(whole).now;
    let filled = rows.iter().filter(|(_, keep)| teller.sum(keep).now > 0);
    let told = filled.map(|(name, keep)| {
        let amount = teller.sum(keep).now;
        format!(
            "{name}{}，{}",
            teller.money(amount),
            teller.share(amount, whole)
        )
    });
    told.collect::<Vec<_>>().join("；")
}

/// A list of the 类 of the kept lines: name, amount and share of all of them.
pub fn class_shares(teller: &Teller<'_>, keep: Keep) -> String {
    let whole = teller.sum(keep).now;
    let told = teller.classes(keep).into_iter().map(|code| {
        let amount = teller
            .sum(|line| keep(line) && line.function.starts_with(code))
            .now;
        let name = super::super::names::function(code);
        format!(
            "{name}（类）{}，{}",
            teller.money(amount),
            teller.share(amount, whole)
        )
    });
    told.collect::<Vec<_>>().join("；")
}

/// A list of the 类 of the kept lines with their amounts.
pub fn class_amounts(teller: &Teller<'_>, keep: Keep) -> String {
    let told = teller.classes(keep).into_iter().map(|code| {
        let money = teller.now(|line| keep(line) && line.function.starts_with(code));
        format!("{}{money}", super::super::names::function(code))
    });
    told.collect::<Vec<_>>().join("、")
}
