//! What sentences deny and list, against the tables.
use crate::{
    budget::{
        Budget, FactId, Panel, Table,
        telling::{EmptyTable, ItemList},
    },
    claim::{Remark, Severity},
    language::{lexicon::fund, told::Denied},
    note::Message,
    words::{bare, same_name},
};

pub(super) fn remark(
    severity: Severity,
    block: usize,
    message: Message,
    figures: Vec<FactId>,
) -> Remark {
    Remark {
        severity,
        agrees: false,
        message,
        figures,
        at: None,
        block: Some(block),
        expected: None,
        printed: None,
        doubts: Vec::new(),
    }
}

/// “没有”, “未安排”, “空表” where the table has figures.
pub fn denials(budget: &Budget) -> Vec<Remark> {
    let telling = &budget.telling;
    let denied = telling.told.denials.iter().zip(&telling.denied);
    let of_cells = denied.filter_map(|(it, cells)| denied_cells(budget, it, cells));
    let of_tables = telling
        .empty_tables
        .iter()
        .filter_map(|it| denied_table(budget, it));
    of_cells.chain(of_tables).collect()
}

/// What is denied stands in a table: in every cell of its name, or in none.
fn denied_cells(budget: &Budget, denied: &Denied, cells: &[FactId]) -> Option<Remark> {
    let cell = budget.fact(*cells.first()?);
    let what = denied.subject.as_deref()?;
    let block = budget.word(budget.telling.word(denied.word)?).source.block;
    if cells.iter().any(|it| budget.fact(*it).amount.is_nil()) {
        // The note of an empty table says so already.
        let table = budget.table_named(&cell.name.table);
        let noted = table.is_some_and(|it| it.empty_note.is_some() || it.is_empty(budget));
        return (!noted).then(|| told_truly(&format!("没有{what}"), block));
    }
    let message = Message::new(
        format!("文字说没有“{what}”，而{}为 {}。", cell.name, cell.text),
        format!(
            "The text says there is no “{what}”, yet {} is {}.",
            cell.name, cell.text
        ),
    );
    Some(remark(Severity::Error, block, message, vec![cells[0]]))
}

/// A table that is said to be empty; what its note and the text both say is one statement.
fn denied_table(budget: &Budget, said: &EmptyTable) -> Option<Remark> {
    let table = budget.table_named(&said.table)?;
    let text = &said.text;
    if !table.is_empty(budget) {
        let message = Message::new(
            format!("文字说“{text}”，而{}有数。", table.name),
            format!(
                "The text says “{text}”, yet there are figures: {}.",
                table.name
            ),
        );
        let figures = table_total(budget, table);
        return Some(remark(Severity::Error, said.block, message, figures));
    }
    let mut same = budget.telling.empty_tables.iter();
    let first = same.find(|it| it.table == said.table)?;
    std::ptr::eq(first, said).then(|| told_truly(text, said.block))
}

fn told_truly(text: &str, block: usize) -> Remark {
    let message = Message::new(
        format!("“{text}”与表格相符。"),
        format!("“{text}” is as the table has it."),
    );
    Remark {
        agrees: true,
        ..remark(Severity::Error, block, message, Vec::new())
    }
}

fn table_total(budget: &Budget, table: &Table) -> Vec<FactId> {
    let panel = table.panels.first();
    let total = panel.and_then(|it| it.fact(it.total()?, 0));
    total
        .filter(|it| budget.fact(*it).is_printed())
        .into_iter()
        .collect()
}

/// Tables that are empty without a word about it, in a document that has a narrative.
pub fn unexplained(budget: &Budget) -> Vec<Remark> {
    let telling = &budget.telling;
    if telling.facts.is_empty() {
        return Vec::new();
    }
    let stands_in = |id: &FactId, it: &Table| budget.fact(*id).name.table == it.name;
    let silent = |it: &&Table| {
        let empty = telling.empty_tables.iter();
        let denied = empty.map(|said| &said.table).any(|said| *said == it.name)
            || telling.denied.iter().flatten().any(|id| stands_in(id, it));
        let repeated = telling.repeats.iter().flat_map(|it| &it.cells);
        let told = repeated.into_iter().any(|id| stands_in(id, it)) || speaks_of_money(budget, it);
        it.form.is_some() && it.is_empty(budget) && it.empty_note.is_none() && !denied && !told
    };
    let tables = budget.tables.iter().filter(silent);
    tables
        .map(|it| {
            let message = Message::new(
                format!("{}是空表，没有说明。", it.name),
                format!("{} is empty, and nothing explains it.", it.name),
            );
            remark(
                Severity::Warning,
                it.blocks.first().copied().unwrap_or(0),
                message,
                Vec::new(),
            )
        })
        .collect()
}

/// Whether a sentence tells an amount of the money that a table is of: 政府性基金支出0万元.
fn speaks_of_money(budget: &Budget, table: &Table) -> bool {
    let Some(money) = fund(&table.name.title) else {
        return false;
    };
    let mut figures = budget.telling.figures();
    figures.any(|it| it.1.subject.as_deref().and_then(fund) == Some(money))
}

/// Words of which the note under an empty table names that of its own table.
const OWN_WORDS: &[&str] = &["政府性基金", "国有资本经营", "委托业务费", "三公", "结转"];

/// A note under an empty table that speaks of another table's money.
pub fn of_another(budget: &Budget) -> Vec<Remark> {
    let told = budget.tables.iter().filter_map(|it| {
        let note = it.empty_note.as_ref()?;
        let own = OWN_WORDS
            .iter()
            .find(|word| it.name.title.contains(**word))?;
        let other = OWN_WORDS.iter().find(|word| note.contains(**word))?;
        let message = Message::new(
            format!("{}下面的说明讲的是“{other}”：{note}", it.name),
            format!("The note under {} speaks of “{other}”: {note}", it.name),
        );
        let block = it.blocks.first().copied().unwrap_or(0);
        let wrong = !note.contains(own);
        wrong.then(|| remark(Severity::Warning, block, message, Vec::new()))
    });
    told.collect()
}

/// “主要包括”: the items of 人员经费 and 公用经费 that have figures.
pub fn listed(budget: &Budget) -> Vec<Remark> {
    let lists = budget.telling.item_lists.iter();
    lists.filter_map(|it| list_remark(budget, it)).collect()
}

/// The halves of basic expenditure.
const PERSONNEL: &str = "人员经费";
const OPERATION: &str = "公用经费";

fn list_remark(budget: &Budget, list: &ItemList) -> Option<Remark> {
    let whole = budget.telling.figure(list.whole);
    let is_basic = budget.telling.heading(whole).contains("基本支出");
    let half = whole.subject.as_deref().filter(|_| is_basic)?;
    if !matches!(half, PERSONNEL | OPERATION) {
        return None;
    }
    let names = items_with_figures(budget, half)?;
    // 奖金 is no shortened 奖励金 where both are there: what is the same goes together first.
    let apart = |one: &[String], other: &[String]| -> Vec<String> {
        let same = |it: &&String| other.iter().any(|other| bare(it) == bare(other));
        one.iter().filter(|it| !same(it)).cloned().collect()
    };
    let listed = apart(&list.items, &names);
    let named = apart(&names, &list.items);
    let without = |one: &[String], other: &[String]| -> Vec<String> {
        let like = |it: &&String| other.iter().any(|other| same_name(it, other));
        one.iter().filter(|it| !like(it)).cloned().collect()
    };
    let mut too_many = without(&listed, &named);
    too_many.retain(|it| !it.starts_with('等'));
    let too_few = without(&named, &listed);
    if too_many.is_empty() && too_few.is_empty() {
        let message = Message::new(
            format!("“{half}”列举的 {} 项与表格一致。", list.items.len()),
            format!(
                "The {} items listed of “{half}” are those of the table.",
                list.items.len()
            ),
        );
        let remark = remark(Severity::Warning, list.block, message, Vec::new());
        return Some(Remark {
            agrees: true,
            ..remark
        });
    }
    let joined = |names: &[String]| names.join("、");
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    if !too_many.is_empty() {
        zh.push(format!("列有“{}”而表中没有数", joined(&too_many)));
        en.push(format!(
            "“{}” is listed without a figure",
            joined(&too_many)
        ));
    }
    if !too_few.is_empty() {
        zh.push(format!("表中有数而漏列“{}”", joined(&too_few)));
        en.push(format!(
            "“{}” has a figure and is not listed",
            joined(&too_few)
        ));
    }
    let message = Message::new(
        format!("“{half}”的列举：{}。", zh.join("；")),
        format!("Items of “{half}”: {}.", en.join("; ")),
    );
    Some(remark(Severity::Warning, list.block, message, Vec::new()))
}

/// Names of the items of 一般公共预算基本支出表 that have a figure: in the column of this name, or in the
/// half that it is the total of, or of the classes that it is made of.
fn items_with_figures(budget: &Budget, of_basic: &str) -> Option<Vec<String>> {
    let panels = &budget.table("一般公共预算基本支出表")?.panels;
    let sum = format!("{of_basic}合计");
    let half = |it: &&Panel| it.rows.iter().any(|row| row.name.is(&sum));
    let place = panels.first()?.column(of_basic);
    let first = match place {
        Some(_) => 0,
        None => panels.iter().position(|it| half(&it)).unwrap_or(0),
    };
    let own_half = place.is_some() || half(&panels.get(first)?);
    // In three blocks side by side the last goes on with what the one before holds.
    let goes_on =
        |it: &&Panel| half(it) || !it.rows.iter().any(|row| row.name.key.ends_with("经费合计"));
    let behind = panels[first + 1..].iter().take_while(goes_on);
    let has = |panel: &Panel, it: &usize| {
        let code = panel.rows[*it].code.as_deref().unwrap_or_default();
        let figure = panel.fact(*it, place.unwrap_or(0));
        code.len() == 5
            && (own_half || is_of(code, of_basic))
            && figure.is_some_and(|it| !budget.fact(it).amount.is_nil())
    };
    let of = |panel: &Panel| -> Vec<String> {
        let rows = (0..panel.rows.len()).filter(|it| has(panel, it));
        rows.map(|it| panel.rows[it].label.clone()).collect()
    };
    let own = std::iter::once(panels.get(first)?);
    let names: Vec<String> = own
        .chain(behind.filter(|_| place.is_none()))
        .flat_map(of)
        .collect();
    (!names.is_empty()).then_some(names)
}

/// Whether an economic item is personnel money (301 and 303), or else operating money.
fn is_of(code: &str, of_basic: &str) -> bool {
    (code.starts_with("301") || code.starts_with("303")) == (of_basic == PERSONNEL)
}
