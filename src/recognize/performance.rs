//! 绩效目标表, of a unit or of a project: a form to fill in rather than a table, with money above and
//! indicators below.
use super::{Draft, first_place, layout::Layout};
use crate::{
    budget::{Budget, CellName, Column, Fact, Panel, Row, RowKind, RowName, Source, Spot, Table},
    document::{Block, Document, Grid},
    forms::{
        Form,
        performance::{PROJECT_PERFORMANCE, UNIT_PERFORMANCE},
    },
    money::{Amount, Printed, Unit, read_figure},
    words::{bare, key, numbering, sum_label},
};

/// Column of the money above.
pub const MONEY: &str = "资金总额";
/// Column of the indicators' weights.
pub const WEIGHT: &str = "分值权重";

/// Labels of the money, and what they are called here.
const SOURCES: &[(&str, &[&str])] = &[
    ("上级安排", &["上级安排", "上级资金", "上级财政资金"]),
    ("本级安排", &["本级安排", "本级资金", "本级财政资金"]),
    (
        "财政拨款",
        &["财政拨款", "财政资金", "当年财政拨款", "财政性资金"],
    ),
    (
        "专户资金",
        &["专户资金", "财政专户资金", "财政专户管理资金"],
    ),
    ("事业收入", &["事业收入", "事业收入资金"]),
    ("经营收入", &["经营收入", "事业单位经营收入"]),
    ("上年结转", &["上年结转", "上年结转结余", "上年结转资金"]),
    (
        "单位资金",
        &["单位资金", "自有资金", "单位自有资金", "自筹资金"],
    ),
    ("其他资金", &["其他", "其他资金"]),
    (
        "合计",
        &[
            "合计",
            "总计",
            "资金总额",
            "年度资金总额",
            "项目资金总额",
            "预算总额",
            "预算资金总额",
            "部门预算总额",
            "单位预算总额",
        ],
    ),
];

/// What the same money is spent on: a second list below the total.
const USES: &[&str] = &["基本支出", "项目支出", "人员经费", "公用经费"];

/// Which such form a draft is: that of the unit or that of a project.
pub fn form_of(document: &Document, draft: &Draft) -> Option<&'static Form> {
    let title = bare(&draft.around.title);
    let titled = |form: &'static Form| {
        let is_titled = form.titles.iter().any(|it| title.contains(it));
        is_titled.then_some(form)
    };
    let part = draft.parts.first();
    let laid_out = || part.is_some_and(|it| is_layout(document, it));
    let has_indicators = || part.is_some_and(|it| says(document, it, "三级指标"));
    let of_unit = titled(&UNIT_PERFORMANCE).or_else(|| {
        let is_of_unit = !title.contains("项目") && laid_out();
        is_of_unit.then_some(&UNIT_PERFORMANCE)
    });
    of_unit.or_else(|| {
        titled(&PROJECT_PERFORMANCE).filter(|_| draft.parts.len() == 1 && has_indicators())
    })
}

/// Whether a grid has goals above and indicators below.
pub fn is_layout(document: &Document, part: &Layout) -> bool {
    says(document, part, "绩效目标") && says(document, part, "三级指标")
}

fn says(document: &Document, part: &Layout, word: &str) -> bool {
    match document.blocks.get(part.block) {
        Some(Block::Grid(grid)) => grid.cells.iter().any(|it| key(&it.text).contains(word)),
        _ => false,
    }
}

/// Reads money and weights.
pub fn assemble(
    document: &Document,
    draft: &Draft,
    form: &'static Form,
    budget: &mut Budget,
) -> Option<Table> {
    let mut reader = Reader {
        name: form.name,
        unit: draft.around.unit.unwrap_or(Unit::TenThousand),
        money: panel(MONEY),
        weights: panel(WEIGHT),
        others: Vec::new(),
        weight_column: None,
        budget,
    };
    for part in &draft.parts {
        if let Some(Block::Grid(grid)) = document.blocks.get(part.block) {
            reader.read(part.block, grid);
        }
    }
    let unit = reader.unit;
    let mut panels = vec![reader.money, reader.weights];
    panels.extend(reader.others);
    Some(Table {
        name: form.name.into(),
        form: Some(form),
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
            name: column.into(),
            headings: vec![column.to_owned()],
            known: true,
        }],
        ..Panel::default()
    }
}

struct Reader<'a> {
    name: &'static str,
    unit: Unit,
    money: Panel,
    weights: Panel,
    /// The same money of other periods.
    others: Vec<Panel>,
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

    /// Figures of money with their labels, which stand before them; several may stand in a row.
    fn source(&mut self, block: usize, grid: &Grid, row: usize, texts: &[(usize, String)]) {
        let mut label: Option<(usize, &str)> = None;
        let mut columns: Vec<usize> = Vec::new();
        let mut labelled: Vec<(usize, &str, Vec<usize>)> = Vec::new();
        for (column, text) in texts {
            match read_figure(text) {
                Printed::Figure(_) => columns.push(*column),
                Printed::Unreadable if Unit::at_start(text).is_none() => {
                    labelled.extend(label.map(|it| (it.0, it.1, std::mem::take(&mut columns))));
                    columns.clear();
                    label = Some((*column, text));
                }
                _ => {}
            }
        }
        labelled.extend(label.map(|it| (it.0, it.1, columns)));
        for (at, text, columns) in labelled {
            self.labelled(grid, (block, row, at), text, &columns);
        }
    }

    /// The figures behind one label: the last is that of the year, others are of other periods.
    fn labelled(
        &mut self,
        grid: &Grid,
        label_at: (usize, usize, usize),
        text: &str,
        columns: &[usize],
    ) {
        if columns.is_empty() {
            return;
        }
        let Some((name, kind)) = source_name(text).or_else(|| self.other_source(text)) else {
            return;
        };
        // 上级安排 and 本级安排 are parts of 财政拨款 where that has a figure of its own.
        let row_of = |name: &str| self.money.rows.iter().position(|it| it.name.is(name));
        let parent = match name.as_str() {
            "上级安排" | "本级安排" => row_of("财政拨款"),
            _ if kind == RowKind::OfWhich => row_of("合计"),
            _ => None,
        };
        let line = Row {
            kind,
            parent,
            label_at: Some(label_at),
            ..plain_row(name.as_str().into())
        };
        let (block, row, _) = label_at;
        for (nth, column) in columns.iter().rev().enumerate() {
            let heading = match nth {
                0 => MONEY.to_owned(),
                _ => format!("{MONEY}（{}）", nth + 1),
            };
            let fact = (
                CellName::new(self.name, name.as_str(), heading.clone()),
                self.unit,
            );
            let line = Row {
                parent: line.parent.filter(|_| nth == 0),
                ..line.clone()
            };
            self.add(block, grid, (row, *column), fact, (nth, line));
        }
    }

    /// A row of money below the total whose name is not known: what the total is made of is not known
    /// then, either.
    fn other_source(&mut self, text: &str) -> Option<(String, RowKind)> {
        let has_total = self.money.rows.iter().any(|it| it.kind == RowKind::Total);
        let label = plain_label(text).to_owned();
        if USES.contains(&label.as_str()) {
            return has_total.then_some((label, RowKind::OfWhich));
        }
        if has_total {
            self.money
                .columns
                .iter_mut()
                .for_each(|it| it.known = false);
        }
        has_total.then_some((label, RowKind::Item))
    }

    /// The panel of another period, from 1.
    fn other(&mut self, nth: usize) -> &mut Panel {
        while self.others.len() < nth {
            let mut other = panel(&format!("{MONEY}（{}）", self.others.len() + 2));
            other.columns.iter_mut().for_each(|it| it.known = false);
            self.others.push(other);
        }
        &mut self.others[nth - 1]
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
        let fact = (CellName::new(self.name, name.clone(), WEIGHT), Unit::Piece);
        let row = Row {
            label_at: Some((block, at.0, 0)),
            label: label.to_owned(),
            ..plain_row(name)
        };
        self.add(block, grid, at, fact, (0, row));
    }

    fn add(
        &mut self,
        block: usize,
        grid: &Grid,
        (row, column): (usize, usize),
        (name, unit): (CellName, Unit),
        (nth, line): (usize, Row),
    ) {
        let Printed::Figure(figure) = read_figure(grid.text(row, column)) else {
            return;
        };
        if !unit.holds(figure) {
            return;
        }
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
        let panel = match (unit, nth) {
            (Unit::Piece, _) => &mut self.weights,
            (_, 0) => &mut self.money,
            _ => self.other(nth),
        };
        panel.rows.push(line);
        panel.cells.push(Some(fact));
    }
}

/// The label of an amount without what stands before it: 其中：, 按支出：, 1.
fn plain_label(text: &str) -> &str {
    let text = text.trim_end_matches([':', '：']);
    let label = text.rsplit_once([':', '：']).map_or(text, |it| it.1);
    numbering(label).1
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

fn source_name(text: &str) -> Option<(String, RowKind)> {
    let plain = bare(text);
    let plain = plain_label(&plain);
    let (name, _) = SOURCES
        .iter()
        .find(|(_, spellings)| spellings.contains(&plain))?;
    let kind = if sum_label(name).is_some() {
        RowKind::Total
    } else {
        RowKind::Item
    };
    Some(((*name).to_owned(), kind))
}

fn unit_in_brackets(text: &str) -> Option<Unit> {
    let inside = text.split_once('(')?.1.split_once(')')?.0;
    Unit::OF_ACCOUNT.into_iter().find(|it| it.name() == inside)
}
