//! Text and paths of a page, drawn in mind.
use super::{
    super::{
        footnotes,
        geometry::{Area, Matrix, Point},
        page::{Glyph, Page},
        path::Path,
        state::State,
    },
    POINTS,
};
use crate::read::{lines::is_unseen, xml::Element};

/// Size of text that says none, in millimetres.
const USUAL_SIZE: f32 = 3.0;
/// How thick a line is that does not say it, in millimetres.
const USUAL_LINE: f32 = 0.353;
/// Parts of a colour that are no less make white.
const WHITE: f32 = 250.0;

/// A page that is being drawn.
pub(super) struct Drawing {
    page: Page,
    run: u32,
}

impl Drawing {
    /// Nothing drawn so far.
    pub fn new(page: Page) -> Self {
        Drawing { page, run: 0 }
    }

    /// Draws layers, blocks of a page, and what is in them.
    pub fn draw(&mut self, parent: &Element) {
        for element in parent.elements() {
            match element.name.as_str() {
                _ if element.attribute("Visible") == Some("false") => {}
                "TextObject" => self.text(element),
                "PathObject" => self.path(element),
                "ImageObject" => self.page.images.extend(bounds(element)),
                "Layer" | "PageBlock" => self.draw(element),
                _ => {}
            }
        }
    }

    /// The page, read upright.
    pub fn done(mut self) -> Page {
        self.page.turn_upright();
        footnotes::settle(&mut self.page);
        self.page.chain_runs();
        self.page.settle_turned();
        self.page
    }

    fn text(&mut self, element: &Element) {
        let place = place(element);
        let size = number(element, "Size").unwrap_or(USUAL_SIZE);
        let stretch = number(element, "HScale").unwrap_or(1.0);
        for code in element.elements().filter(|it| it.name == "TextCode") {
            self.run += 1;
            let text = code.text();
            let most = text.len();
            let shifts = |name| shifts(code.attribute(name).unwrap_or_default(), most);
            let (across, down) = (shifts("DeltaX"), shifts("DeltaY"));
            let mut x = number(code, "X").unwrap_or(0.0);
            let mut y = number(code, "Y").unwrap_or(0.0);
            for (index, sign) in text.trim_matches(['\r', '\n']).chars().enumerate() {
                let own = if sign.is_ascii() { 0.5 } else { 1.0 } * size * stretch;
                let shift = shift_at(&across, index);
                // A sign is no wider than the way to the next one, nor than the font makes it.
                let width = shift
                    .filter(|it| *it > 0.0)
                    .map_or(own, |it| it.min(own * 1.1));
                self.sign(&place, Point { x, y }, (width, size), sign);
                let stays = across.is_empty() && down.is_empty();
                x += shift.unwrap_or(if stays { own } else { 0.0 });
                y += shift_at(&down, index).unwrap_or(0.0);
            }
        }
    }

    fn sign(&mut self, place: &Matrix, at: Point, (width, size): (f32, f32), sign: char) {
        let start = place.point(at.x.into(), at.y.into());
        let end = place.point((at.x + width).into(), at.y.into());
        let size = size * place.scale();
        let (along, down) = (end.x - start.x, end.y - start.y);
        let width = along.hypot(down);
        if !(size.is_finite() && width.is_finite()) || is_unseen(sign) {
            return;
        }
        let turns = match along.abs() >= down.abs() {
            true if along >= 0.0 => 0,
            true => 2,
            false if down > 0.0 => 1,
            false => 3,
        };
        let glyph = Glyph {
            sign,
            x: start.x,
            y: start.y,
            width,
            size,
            run: self.run,
            turns,
            is_cut_off: false,
        };
        if self.page.area.holds(glyph.centre(), 0.0) {
            self.page.glyphs.push(glyph);
        }
    }

    fn path(&mut self, element: &Element) {
        let place = place(element);
        let mut state = State::of_page(place, self.page.area);
        state.line_width = number(element, "LineWidth").unwrap_or(USUAL_LINE);
        state.is_stroke_white = is_white(element.child("StrokeColor"));
        state.is_fill_white = is_white(element.child("FillColor"));
        let steps = element.child("AbbreviatedData").map(Element::text);
        let path = traced(&steps.unwrap_or_default(), &place);
        if element.attribute("Stroke") != Some("false") {
            path.stroke(&state, &mut self.page);
        }
        if element.attribute("Fill") == Some("true") {
            path.fill(&state, &mut self.page);
        }
    }
}

/// The box that an object says it has, on the page.
fn bounds(element: &Element) -> Option<Area> {
    let list = numbers(element.attribute("Boundary")?);
    let [left, top, width, height] = <[f32; 4]>::try_from(list).ok()?;
    let corners = [(left, top), (left + width, top + height)];
    Some(Area::around(corners.map(|(x, y)| Point {
        x: x * POINTS,
        y: y * POINTS,
    })))
}

/// From an object's own measures to the page.
fn place(element: &Element) -> Matrix {
    let list = |name| element.attribute(name).map(numbers).unwrap_or_default();
    let bounds = <[f32; 4]>::try_from(list("Boundary")).unwrap_or_default();
    let own = <[f32; 6]>::try_from(list("CTM")).map(|it| Matrix(it.map(f64::from)));
    let scale = f64::from(POINTS);
    let page = Matrix([scale, 0.0, 0.0, scale, 0.0, 0.0]);
    let shift = Matrix::shift(bounds[0].into(), bounds[1].into());
    page.after(&shift).after(&own.unwrap_or(Matrix::IDENTITY))
}

/// The path that abbreviated data trace: `M 0 0 L 10 0 C`.
fn traced(steps: &str, place: &Matrix) -> Path {
    let mut path = Path::default();
    let mut words = steps.split_whitespace();
    while let Some(word) = words.next() {
        let count = match word {
            "M" | "S" | "L" => 2,
            "Q" => 4,
            "B" => 6,
            "A" => 7,
            _ => 0,
        };
        let values: Vec<f64> = words
            .by_ref()
            .take(count)
            .map(|it| it.parse().unwrap_or(0.0))
            .collect();
        let point = match values[..] {
            [.., x, y] => place.point(x, y),
            _ if word == "C" => {
                path.close();
                continue;
            }
            _ => continue,
        };
        match word {
            "M" | "S" => path.begin(point),
            "L" => path.line(point),
            _ => path.curve(point),
        }
    }
    path
}

fn is_white(colour: Option<&Element>) -> bool {
    let value = colour.and_then(|it| it.attribute("Value"));
    let parts = value.map(numbers).unwrap_or_default();
    !parts.is_empty() && parts.iter().all(|it| *it >= WHITE)
}

fn number(element: &Element, name: &str) -> Option<f32> {
    element.attribute(name)?.trim().parse().ok()
}

/// The numbers of a list.
pub(super) fn numbers(list: &str) -> Vec<f32> {
    let words = list.split(|it: char| it.is_whitespace() || it == ',');
    words.filter_map(|it| it.parse().ok()).collect()
}

/// The shift behind a sign: of a list that is too short, the last one goes on.
fn shift_at(shifts: &[f32], index: usize) -> Option<f32> {
    shifts.get(index).or(shifts.last()).copied()
}

/// Shifts from sign to sign, no more than there are signs; `g 3 4.2` stands for three of 4.2.
fn shifts(list: &str, most: usize) -> Vec<f32> {
    let mut shifts = Vec::new();
    let mut words = list.split_whitespace();
    while let Some(word) = words.next().filter(|_| shifts.len() < most) {
        if word == "g" {
            let count = words
                .next()
                .and_then(|it| it.parse().ok())
                .unwrap_or(0_usize);
            let shift = words.next().and_then(|it| it.parse().ok()).unwrap_or(0.0);
            shifts.extend(std::iter::repeat_n(shift, count.min(most - shifts.len())));
        } else {
            shifts.push(word.parse().unwrap_or(0.0));
        }
    }
    shifts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shifts_may_be_repeated() {
        assert_eq!(shifts("1.5 g 2 3 4", 9), [1.5, 3.0, 3.0, 4.0]);
        assert_eq!(shifts("1.5 g 1000000000 3 4", 3), [1.5, 3.0, 3.0]);
    }
}
