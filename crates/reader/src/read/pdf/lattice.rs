//! Ruling lines → cells. Lines that cross make a lattice; its smallest fields are joined where no
//! line parts them, and open to the outside where none closes them.
use super::{
    geometry::Area,
    page::{Page, Ruling},
    sets::Sets,
};
use std::collections::BTreeMap;

/// Maximum distance between lines that are one.
const NEAR: f32 = 1.6;
/// Pieces of a line with such gaps are one: dashes, dots, the sides of neighbouring cells.
const GAP: f32 = 3.0;
/// Maximum gap between a line's end and the line that it meets.
const MEETS: f32 = 2.5;
/// Minimum length of a line between cells.
const SHORT: f32 = 4.0;
/// Maximum distance between lines that are the same edge of cells.
const EDGE: f32 = 3.0;
/// A line over so much of a side parts what is on either side.
const WALL: f32 = 0.6;
/// An outer edge drawn over so much of a table is one over all of it.
const CLOSED: f32 = 0.3;
/// Lines that reach further beyond the last crossing line show that a side is not drawn.
const OVERSHOOT: f32 = 6.0;
/// A cell that can hold text is so wide and so high.
const LEAST_CELL: (f32, f32) = (8.0, 6.0);
/// Minimum width of a table.
const LEAST_WIDTH: f32 = 50.0;
/// Maximum number of tables on a page; more are a drawing.
const MOST_TABLES: usize = 300;
/// Maximum number of fields of a table; more are a drawing.
const MOST_FIELDS: usize = 200_000;
/// Maximum number of crossings looked for; more are a drawing.
const MOST_CROSSINGS: usize = 8_000_000;

/// A table before anything is written in it.
#[derive(Debug, Clone)]
pub(super) struct Lattice {
    /// Edges of columns, from the left.
    pub columns: Vec<f32>,
    /// Edges of rows, from the top.
    pub rows: Vec<f32>,
    /// Cells, row by row.
    pub cells: Vec<Slot>,
}

/// A cell of a lattice.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    /// First row, from 0.
    pub row: usize,
    /// First column, from 0.
    pub column: usize,
    /// Rows covered.
    pub row_span: usize,
    /// Columns covered.
    pub column_span: usize,
    /// Where it is.
    pub area: Area,
}

impl Lattice {
    /// All of it.
    pub fn area(&self) -> Area {
        let ends = |edges: &[f32]| (edges.first().copied(), edges.last().copied());
        let (left, right) = ends(&self.columns);
        let (top, bottom) = ends(&self.rows);
        Area {
            left: left.unwrap_or(0.0),
            top: top.unwrap_or(0.0),
            right: right.unwrap_or(0.0),
            bottom: bottom.unwrap_or(0.0),
        }
    }

    /// Whether it can be a table: outlines of letters and drawings make lattices, too.
    fn is_table(&self) -> bool {
        let can_hold =
            |it: &&Slot| it.area.width() >= LEAST_CELL.0 && it.area.height() >= LEAST_CELL.1;
        self.cells.len() > 1
            && self.cells.iter().filter(can_hold).count() * 2 >= self.cells.len()
            && self.area().width() >= LEAST_WIDTH
    }
}

/// The lattices of a page, from the top.
pub(super) fn lattices(page: &Page) -> Vec<Lattice> {
    let (level, upright) = (joined(&page.level), joined(&page.upright));
    if level.len().saturating_mul(upright.len()) > MOST_CROSSINGS {
        return Vec::new();
    }
    let meshes = meshes(&level, &upright).into_iter();
    let mut lattices: Vec<Lattice> = meshes.filter_map(Mesh::lattice).collect();
    lattices.retain(Lattice::is_table);
    if lattices.len() > MOST_TABLES {
        return Vec::new();
    }
    lattices.sort_by(|a, b| {
        let (a, b) = (a.area(), b.area());
        a.top.total_cmp(&b.top).then(a.left.total_cmp(&b.left))
    });
    lattices
}

/// Lines in the same place joined, specks dropped.
fn joined(lines: &[Ruling]) -> Vec<Ruling> {
    let mut lines = lines.to_vec();
    lines.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut joined = Vec::new();
    let mut rest = lines.as_mut_slice();
    while let [first, ..] = rest {
        let start = first.at;
        let mut last = start;
        let near = |it: &Ruling| {
            let fits = it.at - last <= NEAR && it.at - start <= 2.0 * NEAR;
            last = it.at;
            fits
        };
        let count = rest.iter().copied().take_while(near).count();
        let (bundle, behind) = rest.split_at_mut(count.max(1));
        join_bundle(bundle, &mut joined);
        rest = behind;
    }
    joined
}

/// Joins pieces of lines side by side; the longer ones say where the line is.
fn join_bundle(bundle: &mut [Ruling], joined: &mut Vec<Ruling>) {
    let total: f32 = bundle.iter().map(Ruling::length).sum();
    let weighted: f32 = bundle.iter().map(|it| it.at * it.length()).sum();
    let first = bundle.first().map_or(0.0, |it| it.at);
    let at = if total > 0.0 { weighted / total } else { first };
    bundle.sort_by(|a, b| a.from.total_cmp(&b.from));
    let mut open: Option<Ruling> = None;
    for piece in bundle.iter() {
        match &mut open {
            Some(line) if piece.from <= line.to + GAP => line.to = line.to.max(piece.to),
            _ => {
                let next = Ruling { at, ..*piece };
                joined.extend(open.replace(next).filter(|it| it.length() >= SHORT));
            }
        }
    }
    joined.extend(open.filter(|it| it.length() >= SHORT));
}

/// Lines that hang together.
#[derive(Debug, Default)]
struct Mesh {
    level: Vec<Ruling>,
    upright: Vec<Ruling>,
}

fn meshes(level: &[Ruling], upright: &[Ruling]) -> Vec<Mesh> {
    let mut sets = Sets::new(level.len() + upright.len());
    let reaches = |line: &Ruling, at: f32| at >= line.from - MEETS && at <= line.to + MEETS;
    for (across, line) in level.iter().enumerate() {
        for (down, other) in upright.iter().enumerate() {
            if reaches(line, other.at) && reaches(other, line.at) {
                sets.join(across, level.len() + down);
            }
        }
    }
    let mut meshes: BTreeMap<usize, Mesh> = BTreeMap::new();
    for (index, line) in level.iter().enumerate() {
        meshes
            .entry(sets.find(index))
            .or_default()
            .level
            .push(*line);
    }
    for (index, line) in upright.iter().enumerate() {
        let set = sets.find(level.len() + index);
        meshes.entry(set).or_default().upright.push(*line);
    }
    meshes.into_values().collect()
}

/// From where to where lines reach, and from the first of them to the last.
fn extent(lines: &[Ruling]) -> (f32, f32, f32, f32) {
    let from = lines.iter().map(|it| it.from).fold(f32::MAX, f32::min);
    let to = lines.iter().map(|it| it.to).fold(f32::MIN, f32::max);
    let first = lines.iter().map(|it| it.at).fold(f32::MAX, f32::min);
    let last = lines.iter().map(|it| it.at).fold(f32::MIN, f32::max);
    (from, to, first, last)
}

impl Mesh {
    /// The cells that the lines make; `None` if they make none.
    fn lattice(mut self) -> Option<Lattice> {
        if self.level.len() < 2 || self.upright.is_empty() {
            return None;
        }
        self.close_sides();
        let columns = edges(&self.upright);
        let rows = edges(&self.level);
        let (across, down) = (columns.len().checked_sub(1)?, rows.len().checked_sub(1)?);
        if across == 0 || down == 0 || across.saturating_mul(down) > MOST_FIELDS {
            return None;
        }
        let cells = Fields {
            walls: by_edge(&self.upright, &columns),
            floors: by_edge(&self.level, &rows),
            columns: &columns,
            rows: &rows,
        };
        let cells = cells.cells();
        Some(Lattice {
            columns,
            rows,
            cells,
        })
    }

    /// Draws the outer sides that a table leaves out, where its other lines end together.
    fn close_sides(&mut self) {
        let (left, right, top, bottom) = extent(&self.level);
        let (high, low, first, last) = extent(&self.upright);
        let side = |at| Ruling {
            at,
            from: top,
            to: bottom,
        };
        let sides = [(first - left, left), (right - last, right)];
        let missing = sides.iter().filter(|it| it.0 > OVERSHOOT);
        self.upright.extend(missing.map(|it| side(it.1)));
        let edge = |at| Ruling {
            at,
            from: left.min(first),
            to: right.max(last),
        };
        let edges = [(top - high, high), (low - bottom, low)];
        let missing = edges.iter().filter(|it| it.0 > OVERSHOOT);
        self.level.extend(missing.map(|it| edge(it.1)));
    }
}

/// Positions of lines, those near to each other taken together.
fn edges(lines: &[Ruling]) -> Vec<f32> {
    let mut positions: Vec<f32> = lines.iter().map(|it| it.at).collect();
    positions.sort_by(f32::total_cmp);
    let mut groups: Vec<(f32, f32)> = Vec::new();
    for at in positions {
        match groups.last_mut() {
            Some((sum, count)) if at - *sum / *count <= EDGE => {
                *sum += at;
                *count += 1.0;
            }
            _ => groups.push((at, 1.0)),
        }
    }
    groups.into_iter().map(|(sum, count)| sum / count).collect()
}

/// The lines of each edge.
fn by_edge(lines: &[Ruling], edges: &[f32]) -> Vec<Vec<Ruling>> {
    let mut sorted = vec![Vec::new(); edges.len()];
    for line in lines {
        let way = |edge: f32| (edge - line.at).abs();
        let nearest = (0..edges.len()).min_by(|a, b| way(edges[*a]).total_cmp(&way(edges[*b])));
        if let Some(index) = nearest {
            sorted[index].push(*line);
        }
    }
    sorted
}

/// The outermost edges, where they are drawn over a good part: Word leaves out the line above a
/// cell that began on the page before, a spreadsheet that beside one.
fn closed(lines: &[Vec<Ruling>], across: &[f32]) -> Vec<usize> {
    let (Some(from), Some(to)) = (across.first(), across.last()) else {
        return Vec::new();
    };
    let drawn = |edge: &usize| lines[*edge].iter().map(Ruling::length).sum::<f32>();
    let outer = [0, lines.len() - 1].into_iter();
    outer
        .filter(|it| drawn(it) >= CLOSED * (to - from))
        .collect()
}

/// The fields between all edges, and the lines on them.
struct Fields<'a> {
    walls: Vec<Vec<Ruling>>,
    floors: Vec<Vec<Ruling>>,
    columns: &'a [f32],
    rows: &'a [f32],
}

/// Whether lines part what is on either side from one position to another.
fn parts(lines: &[Ruling], from: f32, to: f32) -> bool {
    let covered = lines
        .iter()
        .map(|it| (it.to.min(to) - it.from.max(from)).max(0.0));
    covered.sum::<f32>() >= WALL * (to - from)
}

impl Fields<'_> {
    fn across(&self) -> usize {
        self.columns.len() - 1
    }

    fn down(&self) -> usize {
        self.rows.len() - 1
    }

    /// Joins fields that no line parts, and drops those that are open to the outside.
    fn cells(&self) -> Vec<Slot> {
        let (across, down) = (self.across(), self.down());
        let outside = across * down;
        let field = |row: usize, column: usize| {
            let is_inside = row < down && column < across;
            if is_inside {
                row * across + column
            } else {
                outside
            }
        };
        let closed_rows = closed(&self.floors, self.columns);
        let closed_columns = closed(&self.walls, self.rows);
        let mut sets = Sets::new(outside + 1);
        for row in 0..down {
            for (edge, walls) in self.walls.iter().enumerate() {
                if !closed_columns.contains(&edge)
                    && !parts(walls, self.rows[row], self.rows[row + 1])
                {
                    sets.join(field(row, edge.wrapping_sub(1)), field(row, edge));
                }
            }
        }
        for column in 0..across {
            for (edge, floors) in self.floors.iter().enumerate() {
                if !closed_rows.contains(&edge)
                    && !parts(floors, self.columns[column], self.columns[column + 1])
                {
                    sets.join(field(edge.wrapping_sub(1), column), field(edge, column));
                }
            }
        }
        let open = sets.find(outside);
        let mut regions: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
        for index in 0..outside {
            let set = sets.find(index);
            if set != open {
                let members = regions.entry(set).or_default();
                members.push((index / across, index % across));
            }
        }
        let mut cells: Vec<Slot> = regions.values().flat_map(|it| self.slots(it)).collect();
        cells.sort_by_key(|it| (it.row, it.column));
        cells
    }

    /// The cell that fields make; where they make no rectangle, one for each run of equal rows.
    fn slots(&self, fields: &[(usize, usize)]) -> Vec<Slot> {
        let mut blocks: Vec<[usize; 4]> = Vec::new();
        let mut rest = fields;
        while let [(row, first), ..] = rest {
            let run = rest.iter().zip(*first..);
            let length = run
                .take_while(|(it, column)| **it == (*row, *column))
                .count();
            let last = first + length - 1;
            let above = blocks
                .iter_mut()
                .find(|it| it[1] + 1 == *row && it[2] == *first && it[3] == last);
            match above {
                Some(block) => block[1] = *row,
                None => blocks.push([*row, *row, *first, last]),
            }
            rest = &rest[length..];
        }
        blocks.iter().map(|it| self.slot(it)).collect()
    }

    fn slot(&self, [top, bottom, left, right]: &[usize; 4]) -> Slot {
        Slot {
            row: *top,
            column: *left,
            row_span: bottom - top + 1,
            column_span: right - left + 1,
            area: Area {
                left: self.columns[*left],
                top: self.rows[*top],
                right: self.columns[right + 1],
                bottom: self.rows[bottom + 1],
            },
        }
    }
}
