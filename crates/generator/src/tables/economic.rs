//! 一般公共预算基本支出表 and 项目支出表: what the general budget's money is spent on.
use super::{super::*, figures, functions};
use ledger::{Keep, Line, Purse};
use plan::Plan;
use sheet::Sheet;

/// 合计, 人员经费, 公用经费
const SPLIT: [Keep; 3] = [|_| true, |line| line.is_staff(), |line| line.is_office()];

fn of_general_basic(line: &Line) -> bool {
    line.is_from(Purse::General) && line.is_basic()
}

/// 一般公共预算基本支出表
pub fn basic(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(&[
        &[
            ("科目代码", 1, 2),
            ("科目名称", 2, 1),
            ("一般公共预算基本支出", 1, 3),
        ],
        &[
            ("类", 1, 1),
            ("款", 1, 1),
            ("合计", 1, 1),
            ("人员经费", 1, 1),
            ("公用经费", 1, 1),
        ],
    ]);
    let mut codes = plan.ledger.codes(|line| line.economic, 3, of_general_basic);
    codes.extend(plan.ledger.codes(|line| line.economic, 5, of_general_basic));
    codes.sort_unstable();
    for code in codes {
        let (class, item) = code.split_at(3);
        let mut row = vec![class.to_string(), item.into(), names::economic(code).into()];
        let below = |line: &Line| of_general_basic(line) && line.economic.starts_with(code);
        row.extend(figures(plan, &SPLIT, below));
        sheet.row(row);
    }
    let mut total = ["", "", "总计"].map(String::from).to_vec();
    total.extend(figures(plan, &SPLIT, of_general_basic));
    sheet.row(total);
    sheet
}

/// What 一般公共预算项目支出表 lists.
pub fn of_general_projects(line: &Line) -> bool {
    line.is_from(Purse::General) && !line.is_basic()
}

/// 项目支出合计 and the economic 类 of the form.
const CLASSES: [Keep; 11] = [
    |_| true,
    |line| line.economic.starts_with("301"),
    |line| line.economic.starts_with("302"),
    |line| line.economic.starts_with("303"),
    |line| line.economic.starts_with("307"),
    |line| line.economic.starts_with("309"),
    |line| line.economic.starts_with("310"),
    |line| line.economic.starts_with("311"),
    |line| line.economic.starts_with("312"),
    |line| line.economic.starts_with("313"),
    |line| line.economic.starts_with("399"),
];

/// 一般公共预算项目支出表
pub fn projects(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(&[
        &[
            ("科目代码", 1, 3),
            ("科目名称", 2, 1),
            ("项目名称", 2, 1),
            ("项目支出合计", 2, 1),
            ("工资福利支出", 2, 1),
            ("商品和服务支出", 2, 1),
            ("对个人和家庭的补助", 2, 1),
            ("债务利息及费用支出", 2, 1),
            ("资本性支出（基本建设）", 2, 1),
            ("资本性支出", 2, 1),
            ("对企业补助（基本建设）", 2, 1),
            ("对企业补助", 2, 1),
            ("对社会保障基金补助", 2, 1),
            ("其他支出", 2, 1),
        ],
        &[("类", 1, 1), ("款", 1, 1), ("项", 1, 1)],
    ]);
    let items = plan
        .ledger
        .codes(|line| line.function, 7, of_general_projects);
    for code in functions::levels(&items) {
        match code.len() {
            7 => item_rows(&mut sheet, plan, code),
            _ if plan.projects_in_classes => {
                let below = |line: &Line| line.function.starts_with(code);
                project_row(&mut sheet, plan, code, "", below);
            }
            _ => {}
        }
    }
    let mut total = ["", "", "", "总 计", ""].map(String::from).to_vec();
    total.extend(figures(plan, &CLASSES, of_general_projects));
    sheet.row(total);
    sheet
}

/// A row for every project of a 项.
fn item_rows(sheet: &mut Sheet, plan: &Plan, code: &'static str) {
    let of_item = |line: &Line| of_general_projects(line) && line.function == code;
    for index in plan.ledger.projects(of_item) {
        let of_project = |line: &Line| line.function == code && line.project == Some(index);
        project_row(sheet, plan, code, plan.projects[index].name, of_project);
    }
}

fn project_row(
    sheet: &mut Sheet,
    plan: &Plan,
    code: &str,
    project: &str,
    keep: impl Fn(&Line) -> bool,
) {
    let mut row = functions::code_cells(code);
    row.extend([names::function(code).to_string(), project.into()]);
    let kept = |line: &Line| of_general_projects(line) && keep(line);
    row.extend(figures(plan, &CLASSES, kept));
    sheet.row(row);
}
