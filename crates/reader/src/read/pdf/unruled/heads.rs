//! Headings of a table without ruling lines: over which columns each of them reaches, told from
//! where its middle stands.
use super::rows::{Part, Row};
use crate::read::columns::Span;

/// Middles that are off by less than this, in sizes, stand above each other.
const SAME_MIDDLE: f32 = 1.5;
/// Lines nearer to each other than this, in sizes, may be lines of one heading.
const LINE: f32 = 1.5;
/// Texts that begin so near to each other, in sizes, begin below each other.
const SAME_LEFT: f32 = 0.2;
/// What a column costs, in sizes, that a heading between two others leaves out.
const LEFT_OUT: f32 = 1.0;
/// A heading may reach this far, in sizes, down beside what stands below it.
const SLACK: f32 = 0.3;

/// A column of a body.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    /// Where its texts begin and end.
    pub span: Span<f32>,
    /// Whether it holds figures, which end below each other.
    pub is_of_figures: bool,
}

/// A heading with the columns it stands over.
#[derive(Debug, Clone)]
pub(super) struct Head {
    /// Its lines, from the top.
    pub lines: Vec<Part>,
    /// Its first column.
    pub first: usize,
    /// Its last column.
    pub last: usize,
    /// How many headings stand above it.
    pub depth: usize,
    /// Height of its middle.
    middle: f32,
    /// Height where its field begins.
    top: f32,
}

/// Where columns part: words begin below each other, figures end below each other.
pub(super) fn edges(columns: &[Column]) -> Vec<f32> {
    let edge = |it: &[Column]| match it {
        [left, right] => match (left.is_of_figures, right.is_of_figures) {
            (false, false) => right.span.0,
            (true, true) => left.span.1,
            _ => (left.span.1 + right.span.0) / 2.0,
        },
        _ => 0.0,
    };
    columns.windows(2).map(edge).collect()
}

/// The headings of these lines over these columns, or the text that no column is found for.
pub(super) fn heads(rows: &[Row], columns: &[Column], bottom: f32) -> Result<Vec<Head>, Refused> {
    let edges = edges(columns);
    let mut standing = Standing {
        columns,
        edges: &edges,
        tops: vec![None; columns.len()],
        heads: Vec::new(),
        bottom,
    };
    for row in rows.iter().rev() {
        standing.add_line(row)?;
    }
    standing.close()
}

/// Why headings are not understood.
#[derive(Debug)]
pub(super) enum Refused {
    /// This heading stands over a column without texts, from here to there.
    Blank(Span<f32>),
    /// They do not nest.
    Unclear,
}

/// The headings found so far, from the bottom.
struct Standing<'a> {
    columns: &'a [Column],
    edges: &'a [f32],
    /// The topmost heading of each column.
    tops: Vec<Option<usize>>,
    heads: Vec<Head>,
    bottom: f32,
}

impl Standing<'_> {
    fn column_at(&self, x: f32) -> usize {
        self.edges.partition_point(|it| *it <= x)
    }

    fn top_of(&self, column: usize) -> Option<&Head> {
        self.tops
            .get(column)
            .copied()
            .flatten()
            .and_then(|it| self.heads.get(it))
    }

    fn add_line(&mut self, row: &Row) -> Result<(), Refused> {
        let (mut parents, mut leaves): (Vec<&Part>, Vec<(usize, &Part)>) = Default::default();
        let parts = self.spelled(row);
        for part in &parts {
            let column = self.column_at(part.centre());
            match self.top_of(column) {
                None => leaves.push((column, part)),
                Some(head) if head.first == head.last && !is_above(part, head, self) => {
                    return Err(Refused::Blank(part.span()));
                }
                Some(_) => parents.push(part),
            }
        }
        self.check_leaves(&leaves)?;
        self.add_parents(&parents)?;
        for (column, part) in leaves {
            self.push(vec![part.clone()], (column, column), self.bottom);
        }
        Ok(())
    }

    /// The texts of a line, signs with wide gaps between them over one column taken together: 合　计.
    fn spelled(&self, row: &Row) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for part in &row.parts {
            let column = self.column_at(part.centre());
            let is_goes_on = |it: &&mut Part| {
                self.column_at(it.centre()) == column && it.is_spelled() && part.is_spelled()
            };
            match parts.last_mut().filter(is_goes_on) {
                Some(last) => last.extend(part),
                None => parts.push(part.clone()),
            }
        }
        parts
    }

    /// Of two headings over one column the one further from its texts has a column of its own.
    fn check_leaves(&self, leaves: &[(usize, &Part)]) -> Result<(), Refused> {
        for pair in leaves.windows(2) {
            let [(left, one), (right, other)] = pair else {
                continue;
            };
            if left == right {
                let span = self.columns.get(*left).map_or((0.0, 0.0), |it| it.span);
                let is_first_further = gap(one.span(), span) > gap(other.span(), span);
                let further = if is_first_further { one } else { other };
                return Err(Refused::Blank(further.span()));
            }
        }
        Ok(())
    }

    fn add_parents(&mut self, parents: &[&Part]) -> Result<(), Refused> {
        let mut rest = parents;
        while let Some(first) = rest.first() {
            let run = self.run(first).ok_or(Refused::Unclear)?;
            let same = rest
                .iter()
                .take_while(|it| (run.0..=run.1).contains(&self.column_at(it.centre())))
                .count();
            let (here, behind) = rest.split_at(same.max(1));
            for (part, range) in here.iter().zip(self.shared_out(here, run)?) {
                self.add_parent(part, range)?;
            }
            rest = behind;
        }
        Ok(())
    }

    /// The columns side by side that a heading can stand over.
    fn run(&self, part: &Part) -> Option<(usize, usize)> {
        let allows = |column: usize| self.top_of(column).is_some_and(|it| lies_below(part, it));
        let column = self.column_at(part.centre());
        if !allows(column) {
            return None;
        }
        let first = (0..column).rev().take_while(|it| allows(*it)).last();
        let last = (column + 1..self.columns.len())
            .take_while(|it| allows(*it))
            .last();
        Some((first.unwrap_or(column), last.unwrap_or(column)))
    }

    /// From where to where columns reach.
    fn extent(&self, (first, last): (usize, usize)) -> Span<f32> {
        let left = first
            .checked_sub(1)
            .and_then(|it| self.edges.get(it))
            .copied();
        let right = self.edges.get(last).copied();
        let own = |column: usize| self.columns.get(column).map_or((0.0, 0.0), |it| it.span);
        let heads = |column: usize| self.top_of(column).map_or(own(column), Head::span);
        (
            left.unwrap_or_else(|| own(first).0.min(heads(first).0)),
            right.unwrap_or_else(|| own(last).1.max(heads(last).1)),
        )
    }

    /// The columns of a run, shared out among the headings over it so that each stands in the middle
    /// of its own.
    fn shared_out(
        &self,
        parts: &[&Part],
        run: (usize, usize),
    ) -> Result<Vec<(usize, usize)>, Refused> {
        let mut best: Vec<(f32, Vec<(usize, usize)>)> = vec![(0.0, Vec::new())];
        for part in parts {
            let mut next: Vec<(f32, Vec<(usize, usize)>)> = Vec::new();
            for last in run.0..=run.1 {
                let mut found: Option<(f32, Vec<(usize, usize)>)> = None;
                for (cost, ranges) in &best {
                    let start = ranges.last().map_or(run.0, |it| it.1 + 1);
                    for first in start..=last {
                        let extent = self.extent((first, last));
                        let off = self.off(part, first, extent);
                        let out = (first - start) as f32 * LEFT_OUT * part.line.size;
                        let all = cost + off + out;
                        if found.as_ref().is_none_or(|it| all < it.0) {
                            let mut ranges = ranges.clone();
                            ranges.push((first, last));
                            found = Some((all, ranges));
                        }
                    }
                }
                next.extend(found);
            }
            best = next;
        }
        let size = parts.first().map_or(0.0, |it| it.line.size);
        let whole = |(cost, ranges): (f32, Vec<(usize, usize)>)| {
            let end = ranges.last().map_or(run.0, |it| it.1 + 1);
            (cost + (run.1 + 1 - end) as f32 * LEFT_OUT * size, ranges)
        };
        let best = best
            .into_iter()
            .map(whole)
            .min_by(|a, b| a.0.total_cmp(&b.0));
        best.map(|it| it.1).ok_or(Refused::Unclear)
    }

    /// How far a heading is from the middle of these columns; headings may also begin below each
    /// other.
    fn off(&self, part: &Part, first: usize, extent: Span<f32>) -> f32 {
        let from_middle = ((extent.0 + extent.1) / 2.0 - part.centre()).abs();
        let is_left = self.top_of(first).is_some_and(|it| is_left_of(part, it));
        if is_left { 0.0 } else { from_middle }
    }

    /// A heading over others, or the line above of one of them.
    fn add_parent(&mut self, part: &Part, range: (usize, usize)) -> Result<(), Refused> {
        let size = part.line.size;
        let below = self.tops.get(range.0).copied().flatten();
        let is_same = |it: &&mut Head| {
            let is_near = it
                .lines
                .first()
                .is_some_and(|first| first.line.y - part.line.y <= LINE * size);
            (it.first, it.last) == range && is_near
        };
        if let Some(head) = below.and_then(|it| self.heads.get_mut(it)).filter(is_same) {
            let centre = head.centre();
            if (centre - part.centre()).abs() > SAME_MIDDLE * size && !is_left_of(part, head) {
                return Err(Refused::Blank(part.span()));
            }
            head.lines.insert(0, part.clone());
            head.place(self.bottom);
            return Ok(());
        }
        let is_left = self.top_of(range.0).is_some_and(|it| is_left_of(part, it));
        if range.0 == range.1 && !is_left {
            let off = self
                .top_of(range.0)
                .map_or(0.0, |it| (it.centre() - part.centre()).abs());
            if off > SAME_MIDDLE * size {
                return Err(Refused::Blank(part.span()));
            }
        }
        let tops = (range.0..=range.1)
            .filter_map(|it| self.top_of(it))
            .map(|it| it.top);
        let bottom = tops.fold(f32::MAX, f32::min);
        self.push(vec![part.clone()], range, bottom);
        Ok(())
    }

    fn push(&mut self, lines: Vec<Part>, (first, last): (usize, usize), bottom: f32) {
        let mut head = Head {
            lines,
            first,
            last,
            depth: 0,
            middle: 0.0,
            top: 0.0,
        };
        head.place(bottom);
        let index = self.heads.len();
        for top in self.tops.iter_mut().take(last + 1).skip(first) {
            *top = Some(index);
        }
        self.heads.push(head);
    }

    /// The headings with their depths, if they nest.
    fn close(self) -> Result<Vec<Head>, Refused> {
        let mut heads = self.heads;
        heads.reverse();
        for index in 0..heads.len() {
            let (above, here) = heads.split_at_mut(index);
            let Some(head) = here.first_mut() else {
                continue;
            };
            let meets = |it: &&Head| it.first <= head.last && head.first <= it.last;
            let over: Vec<&Head> = above.iter().filter(meets).collect();
            if over
                .iter()
                .any(|it| it.first > head.first || it.last < head.last)
            {
                return Err(Refused::Unclear);
            }
            head.depth = over.len();
        }
        Ok(heads)
    }
}

impl Head {
    fn span(&self) -> Span<f32> {
        let spans = self.lines.iter().map(Part::span);
        spans.fold((f32::MAX, f32::MIN), |all, it| {
            (all.0.min(it.0), all.1.max(it.1))
        })
    }

    fn centre(&self) -> f32 {
        let span = self.span();
        (span.0 + span.1) / 2.0
    }

    /// Sets where its field begins, which reaches as far above its middle as below.
    fn place(&mut self, bottom: f32) {
        let middles = || self.lines.iter().map(middle);
        let (first, last) = (middles().next(), middles().next_back());
        self.middle = (first.unwrap_or(0.0) + last.unwrap_or(0.0)) / 2.0;
        self.top = 2.0 * self.middle - bottom;
    }
}

fn middle(part: &Part) -> f32 {
    part.line.y - 0.35 * part.line.size
}

/// Whether a heading lies below this text.
fn lies_below(part: &Part, head: &Head) -> bool {
    let is_line_of_it = head
        .lines
        .first()
        .is_some_and(|it| (it.centre() - part.centre()).abs() <= SAME_MIDDLE * part.line.size);
    let is_near = head
        .lines
        .first()
        .is_some_and(|it| it.line.y - part.line.y <= LINE * part.line.size);
    middle(part) < head.top + SLACK * part.line.size || is_line_of_it && is_near
}

/// Whether a heading begins where the one below it does, their middles apart.
fn is_left_of(part: &Part, head: &Head) -> bool {
    let size = part.line.size;
    (head.span().0 - part.line.left()).abs() <= SAME_LEFT * size
        && (head.centre() - part.centre()).abs() > 2.0 * SAME_LEFT * size
}

fn is_above(part: &Part, head: &Head, standing: &Standing<'_>) -> bool {
    lies_below(part, head) || standing.run(part).is_some()
}

/// How far two spans are apart.
fn gap(one: Span<f32>, other: Span<f32>) -> f32 {
    (other.0 - one.1).max(one.0 - other.1).max(0.0)
}
