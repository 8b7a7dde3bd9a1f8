//! Paths → ruling lines: what is thin and upright or level, however it was drawn. Lines in white
//! are not seen; dashes and dots are lines once they are joined.
use super::{
    geometry::{Area, Point},
    page::{Page, Ruling},
    state::State,
};

/// A filled area of at most this breadth is a line.
const THIN: f32 = 3.0;
/// Maximum slant of a ruling line.
const LEAN: f32 = 0.6;
/// Maximum length of a speck.
const SPECK: f32 = 0.3;
/// Curves without any longer line are the outlines of letters.
const LETTER: f32 = 60.0;
/// Maximum deviation of a rectangle's side.
const SQUARE: f32 = 0.2;

/// A part of a path without a gap.
#[derive(Debug, Clone, Default)]
struct Part {
    points: Vec<Point>,
    is_closed: bool,
    is_curved: bool,
}

/// A path that is being drawn.
#[derive(Debug, Clone, Default)]
pub(super) struct Path {
    parts: Vec<Part>,
    /// Whether it will clip what follows.
    pub clips: bool,
}

impl Part {
    /// Whether its points are corners of this area.
    fn is_square(&self, area: &Area) -> bool {
        self.points.iter().all(|it| {
            ((it.x - area.left).abs() < SQUARE || (it.x - area.right).abs() < SQUARE)
                && ((it.y - area.top).abs() < SQUARE || (it.y - area.bottom).abs() < SQUARE)
        })
    }
}

impl Path {
    /// Begins a part.
    pub fn begin(&mut self, point: Point) {
        self.parts.push(Part {
            points: vec![point],
            ..Part::default()
        });
    }

    /// Goes straight on.
    pub fn line(&mut self, point: Point) {
        match self.parts.last_mut() {
            Some(part) if !part.is_closed => part.points.push(point),
            Some(part) => {
                let first = part.points.first().copied();
                self.begin(first.unwrap_or(point));
                self.line(point);
            }
            None => {}
        }
    }

    /// Goes on in a curve; only its end matters.
    pub fn curve(&mut self, point: Point) {
        if let Some(part) = self.parts.last_mut() {
            part.points.push(point);
            part.is_curved = true;
        }
    }

    /// Goes back to where the part began.
    pub fn close(&mut self) {
        if let Some(part) = self.parts.last_mut() {
            part.is_closed = true;
        }
    }

    /// A closed rectangle.
    pub fn rectangle(&mut self, corners: [Point; 4]) {
        self.parts.push(Part {
            points: corners.to_vec(),
            is_closed: true,
            is_curved: false,
        });
    }

    /// The area around all of it; `None` if there is nothing.
    pub fn area(&self) -> Option<Area> {
        let area = Area::around(self.parts.iter().flat_map(|it| it.points.iter().copied()));
        Some(area).filter(|it| !it.is_empty())
    }

    /// Whether these are letters drawn as curves.
    fn is_lettering(&self) -> bool {
        let longest = |part: &Part| {
            let steps = part.points.windows(2).map(|it| match it {
                [a, b] => (a.x - b.x).abs().max((a.y - b.y).abs()),
                _ => 0.0,
            });
            steps.fold(0.0, f32::max)
        };
        self.parts.iter().any(|it| it.is_curved)
            && self.parts.iter().map(longest).fold(0.0, f32::max) < LETTER
    }

    /// Draws its lines on the page.
    pub fn stroke(&self, state: &State, page: &mut Page) {
        if state.is_stroke_white || self.is_lettering() {
            return;
        }
        let width = state.line_width * state.place.scale();
        for part in &self.parts {
            for pair in part.points.windows(2) {
                if let [from, to] = pair {
                    push_line(page, &state.clip, *from, *to, width);
                }
            }
            if let ([first, _, .., last], true) = (part.points.as_slice(), part.is_closed) {
                push_line(page, &state.clip, *last, *first, width);
            }
        }
    }

    /// The rectangle that it is, if it is one and no more.
    pub fn rectangle_alone(&self) -> Option<Area> {
        let [part] = self.parts.as_slice() else {
            return None;
        };
        let area = Area::around(part.points.iter().copied());
        let is_it = !part.is_curved && part.points.len() > 3 && part.is_square(&area);
        (is_it && area.width() > THIN && area.height() > THIN).then_some(area)
    }

    /// Fills its areas; the thin ones are lines.
    pub fn fill(&self, state: &State, page: &mut Page) {
        if state.is_fill_white {
            return;
        }
        for part in self
            .parts
            .iter()
            .filter(|it| !it.is_curved && it.points.len() > 1)
        {
            push_filled(
                page,
                &state.clip,
                &Area::around(part.points.iter().copied()),
                part,
            );
        }
    }
}

fn push_line(page: &mut Page, clip: &Area, from: Point, to: Point, width: f32) {
    let area = Area::around([from, to]);
    let slack = width.max(0.0) / 2.0 + 0.1;
    let (is_level, is_upright) = (area.height() <= LEAN, area.width() <= LEAN);
    if is_level && area.width() > area.height() {
        let at = (area.top + area.bottom) / 2.0;
        let is_seen = at >= clip.top - slack && at <= clip.bottom + slack;
        let (from, to) = (area.left.max(clip.left), area.right.min(clip.right));
        push_if(&mut page.level, is_seen, Ruling { at, from, to });
    } else if is_upright && area.height() > area.width() {
        let at = (area.left + area.right) / 2.0;
        let is_seen = at >= clip.left - slack && at <= clip.right + slack;
        let (from, to) = (area.top.max(clip.top), area.bottom.min(clip.bottom));
        push_if(&mut page.upright, is_seen, Ruling { at, from, to });
    }
}

fn push_if(lines: &mut Vec<Ruling>, is_seen: bool, line: Ruling) {
    if is_seen && line.length() >= SPECK {
        lines.push(line);
    }
}

/// A filled area: a line if it is thin, two if it is a dot, which may belong to either.
fn push_filled(page: &mut Page, clip: &Area, whole: &Area, part: &Part) {
    let is_level = whole.height() <= THIN;
    let is_upright = whole.width() <= THIN;
    let seen = whole.common(clip);
    if seen.is_empty() || !(is_level || is_upright || part.is_square(whole)) {
        return;
    }
    push_thin(page, whole, &seen);
}

/// The lines that a thin area makes, cut to what is seen of it.
pub(super) fn push_thin(page: &mut Page, whole: &Area, seen: &Area) {
    let (is_level, is_upright) = (whole.height() <= THIN, whole.width() <= THIN);
    let is_dot = is_level && is_upright;
    if is_level && (!is_dot || whole.width() >= whole.height()) {
        page.level.push(Ruling {
            at: (seen.top + seen.bottom) / 2.0,
            from: seen.left,
            to: seen.right,
        });
    }
    if is_upright && (!is_dot || whole.height() >= whole.width()) {
        page.upright.push(Ruling {
            at: (seen.left + seen.right) / 2.0,
            from: seen.top,
            to: seen.bottom,
        });
    }
}

/// Whether an area is a line: some programs draw lines as images of one pixel.
pub(super) fn is_line(area: &Area) -> bool {
    (area.width() <= THIN) != (area.height() <= THIN)
}
