//! Several units beside each other: what each takes in and spends, as bars of one scale.

use crate::{
    charts::amounts::{bar, in_wan},
    listing,
    words::{Language, result},
};
use gouji::{report::entry::Entry, structure::Totals};
use rust_decimal::Decimal;
use std::{cmp::Reverse, rc::Rc};
use yew::prelude::*;

/// What it is drawn from.
#[derive(Properties, PartialEq)]
pub struct SideBySideProps {
    /// What came of each file.
    pub entries: Rc<[Entry]>,
    /// What each of them comes to.
    pub totals: Rc<[Totals]>,
    /// Look at one of them.
    pub choose: Callback<usize>,
    /// The language of the page.
    pub language: Language,
}

/// A document whose totals are known.
struct Row {
    number: usize,
    income: Decimal,
    expenditure: Decimal,
}

/// The table, folded until it is asked for; nothing where fewer than two documents have totals.
#[component]
pub fn SideBySide(props: &SideBySideProps) -> Html {
    let language = props.language;
    let known = props.totals.iter().enumerate();
    let known = known.filter_map(|(number, it)| {
        Some(Row {
            number,
            income: it.income?,
            expenditure: it.expenditure?,
        })
    });
    let mut rows: Vec<Row> = known.collect();
    if rows.len() < 2 {
        return Html::default();
    }
    rows.sort_by_key(|it| Reverse(it.expenditure));
    let sizes = rows.iter().flat_map(|it| [it.income, it.expenditure]);
    let largest = sizes.max().unwrap_or_default();
    html! {
        <details class="side-by-side">
            <summary>{ language.of(result::SIDE_BY_SIDE) }{ format!(" ({})", rows.len()) }</summary>
            <p class="faint">{ language.of(result::SIDE_BY_SIDE_LONG) }</p>
            <div class="grid short" tabindex="0" role="group" aria-label={language.of(result::SIDE_BY_SIDE)}>
                <table>
                    <thead><tr>
                        <th scope="col">{ language.of(result::UNIT) }</th>
                        <th scope="col">{ language.of(result::INCOME) }</th>
                        <th scope="col">{ language.of(result::EXPENDITURE) }</th>
                    </tr></thead>
                    <tbody>{ for rows.iter().map(|it| row(it, largest, props)) }</tbody>
                </table>
            </div>
        </details>
    }
}

fn row(row: &Row, largest: Decimal, props: &SideBySideProps) -> Html {
    let number = row.number;
    let open = props.choose.reform(move |_: MouseEvent| number);
    let name = props.entries.get(number).map(listing::name);
    html! {
        <tr>
            <th scope="row">
                <button type="button" class="link" onclick={open}>{ name.unwrap_or_default() }</button>
            </th>
            <td class="amount">{ in_wan(row.income) }{ bar(row.income, largest) }</td>
            <td class="amount">{ in_wan(row.expenditure) }{ bar(row.expenditure, largest) }</td>
        </tr>
    }
}
