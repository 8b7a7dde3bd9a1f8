//! 合理性: what is worth a look though it may well be right.
mod annuity;
mod reserve;
mod vehicle;

use crate::{
    budget::{Budget, Fact, FactId},
    claim::{Remark, Severity},
    note::{Message, text},
    rule::{Requirement::Code, Rule, RuleKind, always},
};

/// Rules on plausibility.
pub const RULES: &[Rule] = &[ANNUITY, VEHICLE, RESERVE];

const ANNUITY: Rule = Rule {
    id: "plausible/annuity",
    title: text(
        "职业年金约为养老保险的一半",
        "The annuity is about half of the pension contribution",
    ),
    kind: RuleKind::Plausible,
    basis: text(
        "国发〔2015〕2号、国办发〔2015〕18号、国办发〔2019〕13号：同一基数的 8% 与 16%",
        "国发〔2015〕2号, 国办发〔2015〕18号, 国办发〔2019〕13号: 8 % and 16 % of one base",
    ),
    checks: &[always(Severity::Notice, Code(annuity::check))],
    why: text(
        "单位缴纳的职业年金与养老保险出自同一缴费基数，比例应接近一比二。",
        "Both are paid on one base, so they should stand about one to two.",
    ),
    remedy: text(
        "核对缴费基数和两项金额；确有不同的，可以保留。",
        "Compare the base and both amounts; where there is a reason, leave it.",
    ),
    holds: &["
        2026年云泽市市民服务中心单位预算公开
        一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
        301 工资福利支出 | 40.34 | 40.34 |
        30108 机关事业单位基本养老保险缴费 | 26.89 | 26.89 |
        30109 职业年金缴费 | 13.45 | 13.45 |
        总计 | 40.34 | 40.34 |"],
    fails: &["
        2026年云泽市市民服务中心单位预算公开
        一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
        301 工资福利支出 | 58.34 | 58.34 |
        30108 机关事业单位基本养老保险缴费 | 26.89 | 26.89 |
        30109 职业年金缴费 | [31.45] | 31.45 |
        总计 | 58.34 | 58.34 |"],
};

const VEHICLE: Rule = Rule {
    id: "plausible/vehicle",
    title: text(
        "公务用车与运行维护费相称",
        "Cars and the cost of running them go together",
    ),
    kind: RuleKind::Plausible,
    basis: text(
        "有车才有运行维护费",
        "What costs money to run has to be there",
    ),
    checks: &[always(Severity::Notice, Code(vehicle::check))],
    why: text(
        "没有车辆却有运行维护费，或者有车辆却没有，都值得说明。",
        "Running costs without cars, or cars without running costs, want an explanation.",
    ),
    remedy: text(
        "核对车辆数和“三公”经费；由其他资金负担的，可以注明。",
        "Compare the number of cars with the costs; say so if other money pays.",
    ),
    holds: &["
        “三公”经费支出表 | 合计 | 一般公共预算 | 政府性基金 | 国有资本经营预算
        公务接待费 | 1.00 | 1.00 | |
        公务用车运行维护费 | 2.25 | 2.25 | |
        总计 | 3.25 | 3.25 | |
        （三）国有资产占用使用情况
        车辆1辆，价值6.99万元。"],
    fails: &["
        “三公”经费支出表 | 合计 | 一般公共预算 | 政府性基金 | 国有资本经营预算
        公务接待费 | 1.00 | 1.00 | |
        公务用车运行维护费 | [2.25] | 2.25 | |
        总计 | 3.25 | 3.25 | |
        （三）国有资产占用使用情况
        车辆0辆，价值0万元。"],
};

const RESERVE: Rule = Rule {
    id: "plausible/procurement-reserve",
    title: text(
        "面向中小企业预留的采购份额",
        "What is reserved for small and medium firms",
    ),
    kind: RuleKind::Plausible,
    basis: text(
        "财库〔2020〕46号《政府采购促进中小企业发展管理办法》",
        "财库〔2020〕46号, procurement from small and medium firms",
    ),
    checks: &[always(Severity::Notice, Code(reserve::check))],
    why: text(
        "适宜由中小企业提供的采购，预留份额一般不低于三成，其中小微企业不低于六成；不适宜的不计入。",
        "Of what suits them, three tenths are reserved for small and medium firms, six tenths of that for small ones; what does not suit is not counted.",
    ),
    remedy: text(
        "核对预留金额；确实不适宜预留的，不必改动。",
        "Compare the amounts; where purchases do not suit such firms, nothing is wrong.",
    ),
    holds: &["
        （二）政府采购情况
        2026年政府采购预算10.00万元，其中：政府采购货物预算4.00万元，政府采购服务预算6.00万元。
        2026年面向中小企业预留政府采购项目预算5.00万元，其中：小微企业预留政府采购项目预算4.00万元。"],
    fails: &["
        （二）政府采购情况
        2026年政府采购预算10.00万元，其中：政府采购货物预算4.00万元，政府采购服务预算6.00万元。
        2026年面向中小企业预留政府采购项目预算5.00万元，其中：小微企业预留政府采购项目预算[1.00]万元。"],
};

/// Something worth a look about some figures.
fn notice(figures: Vec<FactId>, message: Message) -> Remark {
    Remark {
        figures,
        ..super::remarks::of_document(Severity::Notice, message)
    }
}

/// A figure that is printed at a place of a form.
fn printed<'a>(budget: &'a Budget, place: &str) -> Option<(FactId, &'a Fact)> {
    let id = budget.find(&crate::budget::CellName::parse(place)?)?;
    let fact = budget.fact(id);
    fact.is_printed().then_some((id, fact))
}
