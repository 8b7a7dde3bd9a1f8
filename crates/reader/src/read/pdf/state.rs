//! What drawing instructions set for those that follow.
use super::{
    font::Font,
    geometry::{Area, Matrix},
};
use std::rc::Rc;

/// The graphics state, as far as it tells where text and lines are.
#[derive(Clone)]
pub(super) struct State {
    /// From what is drawn to the page.
    pub place: Matrix,
    /// Nothing is seen outside.
    pub clip: Area,
    /// How thick lines are.
    pub line_width: f32,
    /// Whether areas are filled in white.
    pub is_fill_white: bool,
    /// Whether what lies under a filled area does not show through.
    pub is_opaque: bool,
    /// Whether areas are filled with a pattern.
    pub is_fill_pattern: bool,
    /// Whether lines are drawn in white.
    pub is_stroke_white: bool,
    /// How text is drawn.
    pub text: TextState,
}

/// The text state.
#[derive(Clone)]
pub(super) struct TextState {
    /// The font.
    pub font: Option<Rc<Font>>,
    /// Its size.
    pub size: f64,
    /// Space behind every sign.
    pub sign_space: f64,
    /// Space behind every blank.
    pub word_space: f64,
    /// How wide signs are stretched.
    pub stretch: f64,
    /// From line to line.
    pub leading: f64,
    /// How far above the line.
    pub rise: f64,
    /// How signs are painted; 3 and 7 paint nothing.
    pub mode: i64,
    /// Where the next sign goes.
    pub next: Matrix,
    /// Where the line began.
    pub line: Matrix,
}

impl State {
    /// The state that a page begins with.
    pub fn of_page(place: Matrix, area: Area) -> Self {
        State {
            place,
            clip: area,
            line_width: 1.0,
            is_fill_white: false,
            is_opaque: true,
            is_fill_pattern: false,
            is_stroke_white: false,
            text: TextState {
                font: None,
                size: 1.0,
                sign_space: 0.0,
                word_space: 0.0,
                stretch: 1.0,
                leading: 0.0,
                rise: 0.0,
                mode: 0,
                next: Matrix::IDENTITY,
                line: Matrix::IDENTITY,
            },
        }
    }
}

impl TextState {
    /// Whether what is drawn is seen.
    pub fn is_seen(&self) -> bool {
        !matches!(self.mode, 3 | 7)
    }

    /// Whether lines run from top to bottom.
    pub fn is_vertical(&self) -> bool {
        self.font.as_ref().is_some_and(|it| it.is_vertical())
    }

    /// Begins a line this far from where the last one began.
    pub fn begin_line(&mut self, x: f64, y: f64) {
        self.line = self.line.after(&Matrix::shift(x, y));
        self.next = self.line;
    }

    /// Begins the line below.
    pub fn begin_next_line(&mut self) {
        self.begin_line(0.0, -self.leading);
    }

    /// Moves on by thousandths of the font's size, backwards.
    pub fn kern(&mut self, thousandths: f64) {
        let way = -thousandths / 1000.0 * self.size;
        let shift = if self.is_vertical() {
            Matrix::shift(0.0, way)
        } else {
            Matrix::shift(way * self.stretch, 0.0)
        };
        self.next = self.next.after(&shift);
    }
}
