//! Tables with a row for every code of a classification.
use super::super::{
    ledger::{Keep, Line},
    names,
    plan::Plan,
    print::percent,
    sheet::{Cell, Heading, Sheet},
    tables::{code_cells, levels},
};

/// What such a table lists and how.
pub struct Listing {
    /// Its rows of headings.
    pub head: &'static [&'static [Heading]],
    /// Which codes stand in its rows.
    pub by: By,
    /// Whether a code is parted into 类, 款 and 项.
    pub parted: bool,
    /// Which lines it lists.
    pub keep: Keep,
    /// What it says of them.
    pub columns: &'static [Column],
    /// Where its total stands.
    pub total: Total,
}

/// A classification.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// 功能分类
    Function,
    /// 经济分类
    Economic,
}

/// Where the total of a table stands, and how its words lie.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Total {
    /// Above all codes, in the column of names.
    First,
    /// Above all codes, over the columns of codes and names.
    FirstMerged,
    /// Under all codes, over the columns of codes and names.
    Last,
}

/// What a column says of the lines of a row.
#[derive(Clone, Copy)]
pub enum Column {
    /// This year's money of these lines.
    Now(Keep),
    /// Last year's money.
    Last(Keep),
    /// What was added since.
    Change(Keep),
    /// The same in percent.
    Rate(Keep),
}

impl Column {
    fn figure(self, plan: &Plan, kept: &dyn Fn(&Line) -> bool) -> String {
        let sum = |keep: Keep| plan.ledger.sum(|line| kept(line) && keep(line));
        match self {
            Column::Now(keep) => plan.print.cell(sum(keep).now),
            Column::Last(keep) => plan.print.cell(sum(keep).before),
            Column::Change(keep) => plan.print.cell(sum(keep).change()),
            Column::Rate(keep) => {
                let sum = sum(keep);
                match plan.print.seen(sum.change()).signum() {
                    _ if sum.before == 0 => String::new(),
                    0 => String::new(),
                    sign => {
                        let minus = if sign < 0 { "-" } else { "" };
                        format!("{minus}{}", percent(sum.change(), sum.before))
                    }
                }
            }
        }
    }
}

impl Listing {
    /// The filled table.
    pub fn sheet(&self, plan: &Plan) -> Sheet {
        let mut sheet = Sheet::new(self.head);
        if self.total != Total::Last {
            sheet.rows.push(self.total_row(plan));
        }
        let codes = self.codes(plan);
        for code in &codes {
            let kept = |line: &Line| (self.keep)(line) && self.code(line).starts_with(code);
            let mut row = self.code_cells(code);
            row.extend(self.figures(plan, &kept));
            sheet.row(row);
        }
        if codes.is_empty() {
            sheet.row(vec![String::new(); sheet.columns]);
        }
        if self.total == Total::Last {
            sheet.rows.push(self.total_row(plan));
        }
        sheet
    }

    fn code(&self, line: &Line) -> &'static str {
        match self.by {
            By::Function => line.function,
            By::Economic => line.economic,
        }
    }

    fn codes(&self, plan: &Plan) -> Vec<&'static str> {
        let length = if self.by == By::Function { 7 } else { 5 };
        levels(&plan.ledger.codes(|line| self.code(line), length, self.keep))
    }

    /// The cells of a code, and its name.
    fn code_cells(&self, code: &'static str) -> Vec<String> {
        let (name, parts) = match self.by {
            By::Function => (names::function(code), 3),
            By::Economic => (names::economic(code), 2),
        };
        let mut cells = match self.parted {
            true => code_cells(code),
            false => vec![code.to_owned()],
        };
        cells.truncate(parts);
        cells.push(name.to_owned());
        cells
    }

    fn figures(&self, plan: &Plan, kept: &dyn Fn(&Line) -> bool) -> Vec<String> {
        let columns = self.columns.iter();
        columns.map(|column| column.figure(plan, kept)).collect()
    }

    fn total_row(&self, plan: &Plan) -> Vec<Cell> {
        let labels = match (self.parted, self.by) {
            (false, _) => 2,
            (true, By::Economic) => 3,
            (true, By::Function) => 4,
        };
        let mut row = match self.total {
            Total::First => [vec![Cell::plain(""); labels - 1], vec![Cell::plain("合计")]].concat(),
            _ => vec![Cell::merged("合计", 1, labels)],
        };
        let figures = self.figures(plan, &self.keep);
        row.extend(figures.into_iter().map(Cell::plain));
        row
    }
}
