//! Last year's disclosure of the same unit beside this year's: what this one says of last year
//! against what was printed then, and both years item by item.
//!
//! Figures may be restated from one year to the next, so that a difference accuses nobody.
use crate::{
    budget::{
        Budget, Fact, FactId, Kind, Panel, Row, RowKind, Table,
        telling::{fit, usual_version},
    },
    document::Where,
    language::{
        lexicon::Course,
        told::{FigureId, Role, ToldFigure},
    },
    money::{Amount, Unit},
    note::Message,
    places::Places,
    rules::narrative::{Reader, Resolved, resolved},
    structure::{
        comparison::{ComparedGroup, ComparedItem, percent},
        less, said, total,
    },
    words::is_same_unit,
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Two years of one unit.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Previous {
    /// The file of last year's disclosure.
    pub name: String,
    /// Its year.
    pub year: Option<u16>,
    /// Why it could not be compared, or why one cannot be sure that it may be.
    pub caution: Option<Message>,
    /// What is said of last year, beside what was printed then.
    pub bases: Vec<Base>,
    /// Both years, table by table.
    pub groups: Vec<ComparedGroup>,
}

/// What this year's document says of last year, beside last year's own figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Base {
    /// Both, told.
    pub message: Message,
    /// Whether they are the same, rounding aside.
    pub agrees: bool,
    /// Where it is said.
    #[serde(rename = "where")]
    pub at: Option<Where>,
}

/// Names of the column that says how much it is this year.
const HOW_MUCH: &[&str] = &["合计", "总计", "预算数", "决算数", "支出决算数", "本年数"];
/// The column of last year's figures.
const LAST_YEAR: &str = "上年数";
/// Words of columns that are of no one year.
const OF_TWO_YEARS: &[&str] = &["上年", "增减", "占", "率"];

/// Last year's document, out of the file of this name, beside this year's.
pub fn beside(now: &Budget, last: &Budget, name: &str) -> Previous {
    let mut previous = Previous {
        name: name.to_owned(),
        year: last.year,
        caution: unlike(now, last),
        ..Previous::default()
    };
    if previous.caution.is_none() {
        previous.caution = unsure(now, last);
        previous.bases = bases(now, last);
        previous.groups = groups(now, last);
    }
    previous
}

/// Why two documents are not of one unit and two years, one behind the other.
fn unlike(now: &Budget, last: &Budget) -> Option<Message> {
    if let (Some(one), Some(other)) = (&now.unit_name, &last.unit_name)
        && !is_same_unit(one, other)
    {
        return Some(Message::new(
            format!("不是同一个单位的文件（{one}；{other}），没有与上年比较。"),
            format!("The files are not of one unit ({one}; {other}): the years are not compared."),
        ));
    }
    if now.kind != last.kind {
        return Some(Message::new(
            "一份是预算，一份是决算，没有与上年比较。",
            "One file is a budget, the other a final account: the years are not compared.",
        ));
    }
    let (year, before) = (now.year?, last.year?);
    (before + 1 != year).then(|| {
        Message::new(
            format!("两份文件是 {year} 年和 {before} 年的，不是相邻的两年，没有比较。"),
            format!("The files are of {year} and {before}, which do not follow each other: they are not compared."),
        )
    })
}

/// That a document does not say whose it is, or of which year.
fn unsure(now: &Budget, last: &Budget) -> Option<Message> {
    let told = |it: &Budget| it.unit_name.is_some() && it.year.is_some();
    (!told(now) || !told(last)).then(|| {
        Message::new(
            "有一份文件没有写明单位或年度，不能确定是同一单位相邻两年的文件。",
            "One of the files does not name its unit or year; whether they are of one unit and two years cannot be told.",
        )
    })
}

/// What columns and sentences say of last year, each beside what was printed then.
fn bases(now: &Budget, last: &Budget) -> Vec<Base> {
    let (places, then) = (Places::new(now), Places::new(last));
    let of_columns = now.tables.iter().flat_map(|it| of_columns(now, last, it));
    let reader = Reader::new(now);
    let comparisons = resolved(&reader);
    let of_sentences = comparisons
        .iter()
        .filter_map(|it| of_sentence(&reader, last, it));
    let base = |(said_by, amount, printed): (FactId, Amount, FactId)| {
        let fact = last.fact(printed);
        let off = less(amount, fact.amount);
        let agrees = off.value.abs() <= off.half_step;
        let gap = match agrees {
            true => Message::new("，一致。", "; they agree."),
            false => Message::new(
                format!("，差 {}；上年数可能经过调整。", said(now, off.value.abs())),
                format!(
                    "; off by {}; figures of last year may have been restated.",
                    said(now, off.value.abs())
                ),
            ),
        };
        let (here, there) = (places.name(said_by), then.name(printed));
        let (implied, text) = (said(now, amount.value), said(now, fact.amount.value));
        Base {
            message: Message::new(
                format!(
                    "{}：上年应为 {implied}；上年文件{}印 {text}",
                    here.zh, there.zh
                ),
                format!(
                    "{}: last year {implied}; last year's file prints {text} at {}",
                    here.en, there.en
                ),
            ) + gap,
            agrees,
            at: now.fact(said_by).source.at.clone(),
        }
    };
    of_columns.chain(of_sentences).map(base).collect()
}

/// The figures of a column 上年数, where last year's table has the row.
fn of_columns(now: &Budget, last: &Budget, table: &Table) -> Vec<(FactId, Amount, FactId)> {
    let Some(before) = last
        .table_named(&table.name)
        .filter(|_| table.form.is_some())
    else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (panel, then) in table.panels.iter().zip(&before.panels) {
        let (Some(column), Some(much)) = (panel.column(LAST_YEAR), how_much(then)) else {
            continue;
        };
        if !is_comparable(now.kind, &panel.columns[column].headings.concat()) {
            continue;
        }
        for (row, entry) in panel.rows.iter().enumerate() {
            let same = then.rows.iter().position(|it| it.name == entry.name);
            let printed = same.and_then(|it| then.fact(it, much));
            let told = panel
                .fact(row, column)
                .filter(|it| now.fact(*it).is_printed());
            found.extend(
                told.zip(printed)
                    .map(|(told, printed)| (told, now.fact(told).amount, printed)),
            );
        }
    }
    found
}

/// Whether a heading over last year's figures means what last year's document prints.
fn is_comparable(kind: Kind, heading: &str) -> bool {
    let other = match kind {
        Kind::Budget => ["执行", "决算"],
        Kind::Final => ["预算", "计划"],
    };
    !other.iter().any(|it| heading.contains(it))
}

/// What a sentence says of last year, by naming it or by this year's amount less its change.
fn of_sentence(reader: &Reader, last: &Budget, it: &Resolved) -> Option<(FactId, Amount, FactId)> {
    let now = reader.budget;
    let against = it.told.against;
    let usual = against.year + 1 == reader.year
        && fit(now.kind, usual_version(now.kind), against.version) > 0;
    let change = it.change.filter(|_| usual && it.told.year == reader.year)?;
    let current = it.current?;
    let moved = now.fact(reader.fact(change)).amount;
    let sign = match it.course(reader) {
        Course::Down => -Decimal::ONE,
        Course::Up | Course::Either => Decimal::ONE,
    };
    let moved = Amount {
        value: moved.value * sign,
        ..moved
    };
    let base = less(now.fact(reader.fact(current)).amount, moved);
    let of_cell = same_cell(reader, last, current, base);
    let printed = of_cell.or_else(|| same_amount(last, reader.figure(current)))?;
    is_money(last.fact(printed)).then_some((reader.fact(change), base, printed))
}

/// What last year's tables print in a cell that an amount repeats: of several, the one that is meant.
fn same_cell(reader: &Reader, last: &Budget, figure: FigureId, base: Amount) -> Option<FactId> {
    let now = reader.budget;
    let told = reader.value(figure);
    let cells = reader.telling.repeats[figure.0].cells.iter();
    let cells = cells.filter(|it| now.fact(**it).amount.value == told);
    let printed: Vec<FactId> = cells
        .filter_map(|it| last.find(&now.fact(*it).name))
        .collect();
    let agrees = |it: &&FactId| last.fact(**it).amount.value == base.value;
    printed.iter().find(agrees).or(printed.first()).copied()
}

/// The one amount that last year's sentences tell of the same.
fn same_amount(last: &Budget, figure: &ToldFigure) -> Option<FactId> {
    let reader = Reader::new(last);
    let same = |it: &ToldFigure| {
        it.role == Role::Amount
            && it.year == reader.year
            && !it.is_base
            && it.subject.is_some()
            && (&it.subject, &it.fund) == (&figure.subject, &figure.fund)
    };
    let told = reader.telling.figures().filter(|it| same(it.1));
    let mut amounts = told.map(|it| reader.fact(it.0));
    let first = amounts.next()?;
    let value = last.fact(first).amount.value;
    let unlike = amounts.any(|it| last.fact(it).amount.value != value);
    (!unlike).then_some(first)
}

/// Tables that both documents have, row by row.
fn groups(now: &Budget, last: &Budget) -> Vec<ComparedGroup> {
    let both = now.tables.iter().filter(|it| it.form.is_some());
    let both = both.filter_map(|it| Some((it, last.table_named(&it.name)?)));
    let group = |(table, before): (&Table, &Table)| {
        let panels = table.panels.iter().zip(&before.panels);
        let items = panels.flat_map(|(panel, then)| items(now, last, panel, then));
        ComparedGroup {
            title: table.label().into_owned(),
            basis: Message::new("上年文件所印", "what last year's file prints"),
            items: items.collect(),
            ties: Vec::new(),
        }
    };
    both.map(group).filter(|it| !it.items.is_empty()).collect()
}

/// The rows of both halves, those that are gone behind the others.
fn items(now: &Budget, last: &Budget, panel: &Panel, then: &Panel) -> Vec<ComparedItem> {
    let (Some(column), Some(before)) = (how_much(panel), how_much(then)) else {
        return Vec::new();
    };
    let mut gone: Vec<usize> = (0..then.rows.len()).collect();
    let mut items = Vec::new();
    for (row, entry) in panel.rows.iter().enumerate() {
        let same = gone.iter().position(|it| then.rows[*it].name == entry.name);
        let same = same.map(|it| gone.remove(it));
        let fact = panel.fact(row, column);
        let last_year = same.and_then(|it| then.fact(it, before));
        let amounts = (amount(now, fact), amount(last, last_year));
        let part = !matches!(entry.kind, RowKind::Total | RowKind::Subtotal);
        items.extend(item(label(entry), part, amounts, fact));
    }
    for row in gone {
        let entry = &then.rows[row];
        let amounts = (Some(Amount::NIL), amount(last, then.fact(row, before)));
        let part = !matches!(entry.kind, RowKind::Total | RowKind::Subtotal);
        if part {
            items.extend(item(label(entry), part, amounts, None));
        }
    }
    items
}

fn label(row: &Row) -> String {
    if row.label.is_empty() {
        row.name.to_string()
    } else {
        row.label.clone()
    }
}

/// What a cell holds: nothing where it is blank or not there; `None` for what is no money.
fn amount(budget: &Budget, fact: Option<FactId>) -> Option<Amount> {
    match fact.map(|it| budget.fact(it)) {
        None => Some(Amount::NIL),
        Some(fact) => is_money(fact).then_some(fact.amount),
    }
}

fn item(
    name: String,
    part: bool,
    amounts: (Option<Amount>, Option<Amount>),
    fact: Option<FactId>,
) -> Option<ComparedItem> {
    let (now, before) = (amounts.0?, amounts.1?);
    let change = less(now, before).value;
    let is_told = !total([now, before]).is_nil();
    is_told.then(|| ComparedItem {
        name,
        part,
        now: now.value,
        before: before.value,
        change,
        rate: percent(change, before.value),
        printed_rate: None,
        derived: false,
        figures: fact.iter().map(|it| it.0).collect(),
    })
}

/// The column that says how much it is in the table's own year.
fn how_much(panel: &Panel) -> Option<usize> {
    let named = HOW_MUCH.iter().find_map(|it| panel.column(it));
    let of_year = |name: &str| !OF_TWO_YEARS.iter().any(|it| name.contains(it));
    named.or_else(|| panel.columns.iter().position(|it| of_year(&it.name.key)))
}

fn is_money(fact: &Fact) -> bool {
    !matches!(fact.unit, Unit::Percent | Unit::Piece)
}
