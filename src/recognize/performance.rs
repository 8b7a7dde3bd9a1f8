//! 整体绩效目标表: a form to fill in rather than a table, with money above and indicators below.
use super::{Draft, first_place, layout::Layout};
use crate::{
    budget::{Budget, CellName, Column, Fact, Panel, Row, RowKind, RowName, Source, Spot, Table},
    document::{Block, Document, Grid},
    forms::form,
    money::{Amount, Printed, Unit, read_figure},
    words::{bare, key, numbering, sum_label},
};

const NAME: &str = "整体绩效目标表";
/// Column of the money above.
pub const MONEY: &str = "资金总额";
/// Column of the indicators' weights.
pub const WEIGHT: &str = "分值权重";

/// Labels of the money, and what they are called here.
const SOURCES: &[(&str, &[&str])] = &[
    ("上级安排", &["上级安排", "上级资金", "上级财政资金"]),
    ("本级安排", &["本级安排", "本级资金", "本级财政资金"]),
    ("财政拨款", &["财政拨款", "财政资金", "当年财政拨款"]),
    ("其他资金", &["其他", "其他资金"]),
    ("合计", &["合计", "总计", "资金总额", "年度资金总额"]),
];

/// Whether a draft is such a form.
pub fn is_performance(document: &Document, draft: &Draft) -> bool {
    let title = bare(&draft.around.title);
    let titled = form(NAME).is_some_and(|it| it.titles.iter().any(|it| title.contains(it)));
    let first = draft.parts.first();
    let laid_out = first.is_some_and(|it| is_layout(document, it));
    titled || (laid_out && !title.contains("项目"))
}

/// Whether a grid has goals above and indicators below.
pub fn is_layout(document: &Document, part: &Layout) -> bool {
    let Some(Block::Grid(grid)) = document.blocks.get(part.block) else {
        return false;
    };
    let says = |word: &str| grid.cells.iter().any(|it| key(&it.text).contains(word));
    says("绩效目标") && says("三级指标")
}

/// Reads money and weights.
pub fn assemble(document: &Document, draft: &Draft, budget: &mut Budget) -> Option<Table> {
    let mut reader = Reader {
        unit: Unit::TenThousand,
        money: panel(MONEY),
        weights: panel(WEIGHT),
        weight_column: None,
        budget,
    };
    for part in &draft.parts {
        if let Some(Block::Grid(grid)) = document.blocks.get(part.block) {
            reader.read(part.block, grid);
        }
    }
    let (unit, panels) = (reader.unit, vec![reader.money, reader.weights]);
    Some(Table {
        name: NAME.into(),
        form: form(NAME),
        title: draft.around.title.clone(),
        unit: Some(unit),
        blocks: draft.parts.iter().map(|it| it.block).collect(),
        panels,
        empty_note: None,
        at: draft
            .parts
            .first()
            .and_then(|it| first_place(document, it.block)),
        certain: draft.is_certain(document),
    })
}

fn panel(column: &str) -> Panel {
    Panel {
        columns: vec![Column {
            name: column.to_owned(),
            headings: vec![column.to_owned()],
            known: true,
        }],
        ..Panel::default()
    }
}

struct Reader<'a> {
    unit: Unit,
    money: Panel,
    weights: Panel,
    /// Where names and weights of indicators stand, once their headings have been seen.
    weight_column: Option<(usize, usize)>,
    budget: &'a mut Budget,
}

impl Reader<'_> {
    fn read(&mut self, block: usize, grid: &Grid) {
        for row in 0..grid.rows {
            let texts: Vec<(usize, String)> = (0..grid.columns)
                .map(|column| (column, key(grid.text(row, column))))
                .filter(|(_, text)| !text.is_empty())
                .collect();
            if let Some(unit) = texts.iter().find_map(|(_, text)| unit_in_brackets(text)) {
                self.unit = unit;
            }
            if texts.iter().any(|(_, text)| text.contains("三级指标")) {
                let column = |words: &[&str]| {
                    let says = |it: &&(usize, String)| words.iter().any(|word| it.1.contains(word));
                    texts.iter().find(says).map(|it| it.0)
                };
                self.weight_column = column(&["三级指标"]).zip(column(&["权重", "分值"]));
            } else if let Some((name, weight)) = self.weight_column {
                self.weight(block, grid, (row, weight), &key(grid.text(row, name)));
            } else {
                self.source(block, grid, row, &texts);
            }
        }
    }

    /// A row that names a source of money and holds a figure.
    fn source(&mut self, block: usize, grid: &Grid, row: usize, texts: &[(usize, String)]) {
        let Some((name, kind)) = texts.iter().rev().find_map(|(_, text)| source_name(text)) else {
            return;
        };
        let figure = |it: &&(usize, String)| matches!(read_figure(&it.1), Printed::Figure(_));
        let Some((column, _)) = texts.iter().rev().find(figure) else {
            return;
        };
        let fact = (CellName::new(NAME, name, MONEY), self.unit);
        // 上级安排 and 本级安排 are parts of 财政拨款 where that has a figure of its own.
        let appropriation = self.money.rows.iter().position(|it| it.name.is("财政拨款"));
        let parent = appropriation.filter(|_| matches!(name, "上级安排" | "本级安排"));
        let label_at = Some((block, row, texts[0].0));
        self.add(
            block,
            grid,
            (row, *column),
            fact,
            Row {
                kind,
                parent,
                label_at,
                ..plain_row(name.into())
            },
        );
    }

    fn weight(&mut self, block: usize, grid: &Grid, at: (usize, usize), label: &str) {
        if !matches!(read_figure(grid.text(at.0, at.1)), Printed::Figure(_)) {
            return;
        }
        let nth = self.weights.rows.len() + 1;
        let name = RowName {
            project: Some(label.to_owned()),
            ..format!("指标{nth}").into()
        };
        let fact = (CellName::new(NAME, name.clone(), WEIGHT), Unit::Piece);
        let row = Row {
            label_at: Some((block, at.0, 0)),
            lacks_code: false,
            label: label.to_owned(),
            ..plain_row(name)
        };
        self.add(block, grid, at, fact, row);
    }

    fn add(
        &mut self,
        block: usize,
        grid: &Grid,
        (row, column): (usize, usize),
        (name, unit): (CellName, Unit),
        line: Row,
    ) {
        let Printed::Figure(figure) = read_figure(grid.text(row, column)) else {
            return;
        };
        if !unit.holds(figure) {
            return;
        }
        let panel = if unit == Unit::Piece {
            &mut self.weights
        } else {
            &mut self.money
        };
        let fact = self.budget.add(Fact {
            name,
            amount: Amount::printed(figure, unit.scale()),
            unit,
            text: grid.text(row, column).trim().to_owned(),
            source: Source {
                block,
                spot: Spot::Cell { row, column },
                at: grid.cell(row, column).map(|it| it.at.clone()),
            },
        });
        panel.rows.push(line);
        panel.cells.push(Some(fact));
    }
}

fn plain_row(name: RowName) -> Row {
    Row {
        label: name.to_string(),
        name,
        code: None,
        kind: RowKind::Item,
        parent: None,
        exhaustive: false,
        label_at: None,
        lacks_code: false,
    }
}

fn source_name(text: &str) -> Option<(&'static str, RowKind)> {
    let plain = bare(text);
    let plain = numbering(plain.trim_end_matches(':')).1;
    let (name, _) = SOURCES
        .iter()
        .find(|(_, spellings)| spellings.contains(&plain))?;
    let kind = if sum_label(name).is_some() {
        RowKind::Total
    } else {
        RowKind::Item
    };
    Some((name, kind))
}

fn unit_in_brackets(text: &str) -> Option<Unit> {
    let inside = text.split_once('(')?.1.split_once(')')?.0;
    Unit::OF_ACCOUNT.into_iter().find(|it| it.name() == inside)
}
