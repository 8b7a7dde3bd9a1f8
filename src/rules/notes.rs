//! 表内: what the note below a table says of it.
use super::{Rule, RuleKind, Severity, Statement::Code, always, remarks::of_passage, text};
use crate::{
    budget::{Budget, Table},
    check::Remark,
    note::Message,
    recognize::{surroundings::says_empty, words::bare},
};

/// Rules on notes.
pub const RULES: &[Rule] = &[NOTE];

const NOTE: Rule = Rule {
    id: "table/note",
    title: text("表下的说明说的是这张表", "A note speaks of its own table"),
    kind: RuleKind::Table,
    basis: text(
        "财预〔2016〕143号：空表也应公开并注明",
        "财预〔2016〕143号: empty tables are published with a note",
    ),
    checks: &[always(Severity::Warning, Code(foreign))],
    why: text(
        "说明写的是别的预算，多半是从前一张空表照抄过来的。",
        "A note that names another budget was probably copied from the table before.",
    ),
    remedy: text("改成这张表自己的说明。", "Write the table's own note."),
    holds: &["
        国有资本经营预算支出表 | 合计 | 基本支出 | 项目支出
        总计 | | |
        注：本单位2026年没有国有资本经营预算安排的支出，故本表为空表。"],
    fails: &["
        国有资本经营预算支出表 | 合计 | 基本支出 | 项目支出
        总计 | | |
        注：本单位2026年没有政府性基金预算安排的支出，故本表为空表。"],
};

/// What tables and their notes are about.
const SUBJECTS: [&str; 5] = ["政府性基金", "国有资本", "三公", "委托业务费", "结转"];

fn foreign(budget: &Budget, rule: &'static Rule) -> Vec<Remark> {
    let remark = |table| foreign_note(budget, rule, table);
    budget.tables.iter().filter_map(remark).collect()
}

/// A note that says that the table is empty, and names another subject than the table's.
fn foreign_note(budget: &Budget, rule: &'static Rule, table: &Table) -> Option<Remark> {
    let printed = table.empty_note.as_ref().filter(|it| says_empty(it))?;
    let (name, note) = (bare(&table.name), bare(printed));
    let own = SUBJECTS.iter().find(|it| name.contains(**it))?;
    let other = SUBJECTS.iter().find(|it| note.contains(**it))?;
    if note.contains(own) || !table.is_empty(budget) {
        return None;
    }
    let last = table.blocks.last()?;
    let mut passages = budget.passages.iter().filter(|it| it.block >= *last);
    let passage = passages.find(|it| it.text() == printed)?;
    let message = Message::new(
        format!("{}下的说明写的是“{other}”，不是这张表。", table.name),
        format!("The note below {} speaks of “{other}”.", table.name),
    );
    let whole = 0..passage.plain.len();
    Some(of_passage(rule, Severity::Warning, passage, whole, message))
}
