//! Cars against what running them costs.
use super::{notice, printed};
use crate::{
    budget::{Budget, FactId},
    claim::Remark,
    language::{line::Measure, told::Role},
    note::Message,
};

const RUNNING: &str = "“三公”经费支出表.公务用车运行维护费.合计";

/// Remarks on cars without running costs and running costs without cars.
pub fn check(budget: &Budget) -> Vec<Remark> {
    let running = printed(budget, RUNNING);
    let Some(cars) = cars(budget) else {
        return Vec::new();
    };
    let number = &budget.fact(cars).text;
    let has_cars = !budget.fact(cars).amount.is_nil();
    let costs = running.filter(|it| !it.1.amount.is_nil());
    match costs {
        Some((id, cost)) if !has_cars => {
            let cost = &cost.text;
            let message = Message::new(
                format!("车辆 0 辆，公务用车运行维护费却是 {cost}。"),
                format!("There are no cars, yet running them costs {cost}."),
            );
            vec![notice(vec![id, cars], message)]
        }
        None if has_cars && budget.table("“三公”经费支出表").is_some() => {
            let message = Message::new(
                format!("有车辆 {number} 辆，“三公”经费中没有公务用车运行维护费。"),
                format!("There are {number} cars, yet no money to run them."),
            );
            vec![notice(vec![cars], message)]
        }
        _ => Vec::new(),
    }
}

/// How many cars the unit says that it has.
fn cars(budget: &Budget) -> Option<FactId> {
    let telling = &budget.telling;
    let mut cars = telling.figures().filter(|(_, it)| {
        let counts = it.role == Role::Amount && matches!(it.measure(), Measure::Count(_));
        let of_cars = matches!(
            it.subject.as_deref(),
            Some("车辆" | "公务用车" | "公务用车保有量")
        );
        counts && of_cars && it.list.is_none() && it.year == telling.year
    });
    cars.next().map(|it| telling.fact(it.0))
}
