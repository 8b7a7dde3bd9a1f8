//! Drawing instructions for text → signs.
use super::{
    drawing::Drawing,
    font::Shown,
    geometry::{Area, Matrix, Point},
    page::{Glyph, UNKNOWN},
    state::{State, TextState},
};
use crate::read::ideographs::unified_sign;
use hayro_syntax::{content::ops::TypedInstruction as Do, object::Object};

/// A sign whose centre is so far outside of what is shown is not seen.
const SLACK: f32 = 0.5;
/// Text may lean so much and still run level: more is a stamp or a watermark.
const LEAN: f64 = 0.05;

impl Drawing<'_> {
    /// Instructions that set how text is drawn, or draw it.
    pub(super) fn write(&mut self, instruction: Do<'_, '_>, state: &mut State) {
        let text = &mut state.text;
        match instruction {
            Do::CharacterSpacing(it) => text.sign_space = it.0.as_f64(),
            Do::WordSpacing(it) => text.word_space = it.0.as_f64(),
            Do::HorizontalScaling(it) => text.stretch = it.0.as_f64() / 100.0,
            Do::TextLeading(it) => text.leading = it.0.as_f64(),
            Do::TextRise(it) => text.rise = it.0.as_f64(),
            Do::TextRenderingMode(it) => text.mode = it.0.as_i64(),
            Do::SetTextMatrix(it) => {
                let matrix = [it.0, it.1, it.2, it.3, it.4, it.5].map(|it| it.as_f64());
                text.line = Matrix(matrix);
                text.next = text.line;
            }
            Do::NextLine(it) => text.begin_line(it.0.as_f64(), it.1.as_f64()),
            Do::NextLineAndSetLeading(it) => {
                text.leading = -it.1.as_f64();
                text.begin_line(it.0.as_f64(), it.1.as_f64());
            }
            Do::NextLineUsingLeading(_) => text.begin_next_line(),
            other => self.show(other, state),
        }
    }

    fn show(&mut self, instruction: Do<'_, '_>, state: &mut State) {
        self.run += 1;
        match instruction {
            Do::ShowText(it) => self.string(state, it.0.as_bytes()),
            Do::NextLineAndShowText(it) => {
                state.text.begin_next_line();
                self.string(state, it.0.as_bytes());
            }
            Do::ShowTextWithParameters(it) => {
                state.text.word_space = it.0.as_f64();
                state.text.sign_space = it.1.as_f64();
                state.text.begin_next_line();
                self.string(state, it.2.as_bytes());
            }
            Do::ShowTexts(it) => {
                for part in it.0.iter::<Object<'_>>() {
                    match part {
                        Object::Number(number) => state.text.kern(number.as_f64()),
                        Object::String(string) => self.string(state, string.as_bytes()),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    fn string(&mut self, state: &mut State, bytes: &[u8]) {
        let Some(font) = state.text.font.clone() else {
            self.page.unknown += bytes.len();
            return;
        };
        self.budget.meet(font.limit);
        let is_vertical = font.is_vertical();
        let mut rest = bytes;
        while let Some(shown) = font.shown(rest) {
            if !self.budget.take_glyph() {
                return;
            }
            rest = rest.get(shown.length..).unwrap_or_default();
            if state.text.is_seen() && !self.marked.is_hidden() {
                self.sign(state, &shown, is_vertical);
            } else if self.hidden_run != Some(self.run) && !shown.is_space {
                self.hidden_run = Some(self.run);
                self.page.hidden += 1;
            }
            move_on(&mut state.text, &shown, is_vertical);
        }
    }

    /// Puts a sign on the page, if it is seen there.
    fn sign(&mut self, state: &State, shown: &Shown, is_vertical: bool) {
        let text = &state.text;
        let matrix = state.place.after(&text.next);
        let Matrix([a, b, c, d, ..]) = matrix;
        let size = (c.hypot(d) * text.size.abs()) as f32;
        let Some(turns) = turns(a * text.size.signum(), b * text.size.signum()) else {
            return;
        };
        let advance = f64::from(shown.width) * text.size * text.stretch;
        let width = (advance.abs() * a.hypot(b)) as f32;
        let back = if is_vertical { advance / 2.0 } else { 0.0 };
        let drop = if is_vertical { 0.88 * text.size } else { 0.0 };
        let origin = matrix.point(-back, text.rise - drop);
        let centre = matrix.point(advance / 2.0 - back, text.rise - drop + 0.35 * text.size);
        let is_seen = state.clip.holds(centre, SLACK);
        let is_cut_off = !is_seen && self.is_beside(&state.clip, centre);
        if !(is_seen || is_cut_off) || !(size.is_finite() && width.is_finite()) {
            return;
        }
        let glyph = Glyph {
            sign: UNKNOWN,
            x: origin.x,
            y: origin.y,
            width,
            size,
            run: self.run,
            turns,
            is_cut_off,
        };
        self.push_signs(glyph, shown.text.as_deref());
    }

    /// Whether a point is on the page, and level with what is shown.
    fn is_beside(&self, clip: &Area, at: Point) -> bool {
        let Area { top, bottom, .. } = *clip;
        let level = Area {
            top,
            bottom,
            ..self.page.area
        };
        level.holds(at, -SLACK) && self.page.area.holds(at, -SLACK)
    }

    /// A glyph may show several characters: ligatures, and signs that were put together.
    fn push_signs(&mut self, glyph: Glyph, text: Option<&str>) {
        let Some(text) = text else {
            self.page.unknown += 1;
            self.page.glyphs.push(glyph);
            return;
        };
        let count = text.chars().count().max(1) as f32;
        let width = glyph.width / count;
        let mut at = Point {
            x: glyph.x,
            y: glyph.y,
        };
        for sign in text.chars() {
            self.page.glyphs.push(Glyph {
                sign: unified_sign(sign),
                x: at.x,
                y: at.y,
                width,
                ..glyph
            });
            match glyph.turns {
                0 => at.x += width,
                1 => at.y += width,
                2 => at.x -= width,
                _ => at.y -= width,
            }
        }
    }
}

/// Quarter turns clockwise of a direction on the page; `None` if it is aslant.
fn turns(x: f64, y: f64) -> Option<u8> {
    if y.abs() <= LEAN * x.abs() {
        return Some(if x >= 0.0 { 0 } else { 2 });
    }
    (x.abs() <= LEAN * y.abs()).then_some(if y >= 0.0 { 1 } else { 3 })
}

fn move_on(text: &mut TextState, shown: &Shown, is_vertical: bool) {
    let space = text.sign_space + if shown.is_space { text.word_space } else { 0.0 };
    let shift = if is_vertical {
        Matrix::shift(0.0, space - text.size)
    } else {
        let way = f64::from(shown.width) * text.size + space;
        Matrix::shift(way * text.stretch, 0.0)
    };
    text.next = text.next.after(&shift);
}
