//! Columns of a table that is only lined up: told from where its texts begin and end.
use std::cmp::Ordering;

/// Where a text begins and ends on its line.
pub(super) type Span<T> = (T, T);

/// A text on a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<T> {
    /// Where it begins and ends.
    pub span: Span<T>,
    /// Whether it is an amount, not a name or a code.
    pub is_amount: bool,
}

/// Where columns begin and end, told from lines of which the first `headings` are headings: texts
/// of the body never reach over two columns, headings may.
pub(super) fn columns<T: Copy + PartialOrd>(
    lines: &[Vec<Text<T>>],
    headings: usize,
) -> Vec<Span<T>> {
    let (headings, body) = lines.split_at(headings.min(lines.len()));
    let spans = |lines: &[Vec<Text<T>>]| lines.iter().flatten().map(|it| it.span).collect();
    let mut columns = joined(spans(body));
    let mut lone: Vec<Span<T>> = spans(headings);
    lone.retain(|it| column_of(&columns, *it).is_none());
    columns.extend(joined(lone));
    sort(&mut columns);
    let amounts: Vec<Span<T>> = body
        .iter()
        .flatten()
        .filter(|it| it.is_amount)
        .map(|it| it.span)
        .collect();
    shared(columns, lines, &amounts)
}

/// Columns of words side by side of which no line fills both are one: totals stand in the middle of
/// a column whose other names begin at its left.
fn shared<T: Copy + PartialOrd>(
    columns: Vec<Span<T>>,
    lines: &[Vec<Text<T>>],
    amounts: &[Span<T>],
) -> Vec<Span<T>> {
    let meets = |a: &Span<T>, b: &Span<T>| a.0 < b.1 && b.0 < a.1;
    let is_of_words = |column: &Span<T>| !amounts.iter().any(|it| meets(it, column));
    let fills = |line: &[Text<T>], column: &Span<T>| line.iter().any(|it| meets(&it.span, column));
    let mut shared: Vec<Span<T>> = Vec::new();
    for column in columns {
        let is_shared = |left: &&mut Span<T>| {
            let fills_both = |line: &Vec<Text<T>>| fills(line, left) && fills(line, &column);
            is_of_words(left) && is_of_words(&column) && !lines.iter().any(fills_both)
        };
        match shared.last_mut().filter(is_shared) {
            Some(left) => left.1 = column.1,
            None => shared.push(column),
        }
    }
    shared
}

/// The column that a text stands in: the first one that it meets.
pub(super) fn column_of<T: Copy + PartialOrd>(columns: &[Span<T>], text: Span<T>) -> Option<usize> {
    columns.iter().position(|it| it.0 < text.1 && text.0 < it.1)
}

/// Spans that overlap, taken together.
fn joined<T: Copy + PartialOrd>(mut spans: Vec<Span<T>>) -> Vec<Span<T>> {
    sort(&mut spans);
    let mut joined: Vec<Span<T>> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.0 < last.1 => {
                if span.1 > last.1 {
                    last.1 = span.1;
                }
            }
            _ => joined.push(span),
        }
    }
    joined
}

fn sort<T: PartialOrd>(spans: &mut [Span<T>]) {
    spans.sort_by(|a, b| a.0.partial_cmp(&b.0).unwrap_or(Ordering::Equal));
}
