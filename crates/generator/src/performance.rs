//! 单位整体绩效目标表.
use super::{
    ledger::{Line, Origin},
    plan::{Indicator, Plan},
    sheet::{Cell, Piece, Sheet},
};

/// The table with its title.
pub fn table(plan: &Plan) -> Vec<Piece> {
    let mut sheet = Sheet {
        columns: 6,
        ..Sheet::default()
    };
    sheet.rows.extend(heading(plan));
    sheet.rows.extend(money(plan));
    sheet.rows.extend(indicators(plan));
    vec![
        Piece::Paragraph("单位整体绩效目标表".into()),
        Piece::Paragraph(format!("（{}年）", plan.year)),
        Piece::Table(sheet),
    ]
}

fn heading(plan: &Plan) -> Vec<Vec<Cell>> {
    vec![
        vec![
            Cell::plain("单位名称（盖章）"),
            Cell::merged(&plan.unit, 1, 5),
        ],
        vec![
            Cell::plain("单位联系人"),
            Cell::plain("（不公开）"),
            Cell::plain("联系电话："),
            Cell::merged("（不公开）", 1, 3),
        ],
        vec![Cell::plain("年度绩效目标"), Cell::merged(goal(plan), 1, 5)],
    ]
}

/// The goal in words, with the figures of the indicators.
fn goal(plan: &Plan) -> String {
    let told: Vec<_> = plan.indicators.iter().map(told).collect();
    format!("{}年{}。", plan.year, told.join("，"))
}

fn told(indicator: &Indicator) -> String {
    let Indicator { name, value, .. } = indicator;
    match indicator.measure {
        "%" => format!("{name}不低于{value}%"),
        measure => format!("{name}{value}{measure}以上"),
    }
}

/// Where the money comes from. What is left over of the treasury's money counts as the level's own;
/// 财政专户 and 单位资金 are 其他资金.
fn money(plan: &Plan) -> Vec<Vec<Cell>> {
    let said = |keep: fn(&Line) -> bool| {
        let sum = plan.ledger.sum(keep);
        Cell::merged(plan.said.said(sum.now), 1, 3)
    };
    let upper = |line: &Line| line.origin == Origin::Upper;
    let own_level = |line: &Line| line.is_treasury() && line.origin != Origin::Upper;
    vec![
        vec![
            Cell::merged("年度预算（万元）", 4, 1),
            Cell::merged("资金来源", 1, 2),
            Cell::merged("资金总额（万元）", 1, 3),
        ],
        vec![
            Cell::merged("财政资金（万元）", 2, 1),
            Cell::plain("上级安排"),
            said(upper),
        ],
        vec![Cell::plain("本级安排"), said(own_level)],
        vec![
            Cell::plain("其他资金（万元）"),
            Cell::plain("其他"),
            said(|line| !line.is_treasury()),
        ],
        vec![
            Cell::merged("合计：", 1, 2),
            Cell {
                column_span: 4,
                ..said(|_| true)
            },
        ],
    ]
}

const HEADINGS: [&str; 6] = [
    "一级指标",
    "二级指标",
    "三级指标",
    "指标值",
    "指标设定依据",
    "分值权重",
];

fn indicators(plan: &Plan) -> Vec<Vec<Cell>> {
    let mut rows = vec![HEADINGS.map(Cell::plain).to_vec()];
    for (index, indicator) in plan.indicators.iter().enumerate() {
        let mut row = Vec::new();
        if index == 0 {
            row.push(Cell::merged("履职效能", plan.indicators.len(), 1));
        }
        let basis = format!("{}年工作总结和{}年工作计划", plan.year - 1, plan.year);
        row.extend([
            Cell::plain(indicator.group),
            Cell::plain(&indicator.name),
            Cell::plain(format!("≥{}{}", indicator.value, indicator.measure)),
            Cell::plain(basis),
            Cell::plain(indicator.weight.to_string()),
        ]);
        rows.push(row);
    }
    rows
}
