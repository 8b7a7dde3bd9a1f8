//! Drawing instructions → what is seen on a page.
use super::{
    budget::Budget,
    covers::Covers,
    font::{Collections, Font},
    geometry::{Area, Matrix},
    layers::Layers,
    marked::Marked,
    named::Named,
    page::Page,
    path::{self, Path},
    state::State,
    streams,
};
use hayro_syntax::{
    content::{TypedIter, ops::TypedInstruction as Do},
    object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Rect, Stream},
    page::Resources,
};
use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    rc::Rc,
};

/// Maximum depth of saved graphics states.
const MAX_STATES: usize = 512;
/// Maximum depth of drawings inside drawings.
const MAX_NESTING: usize = 12;
/// Most fonts of a file.
const MAX_FONTS: usize = 2_000;
/// Brighter than this is white.
const WHITE: f32 = 0.98;

/// What pages of a file share.
pub(super) struct Shared {
    /// Fonts by their object.
    fonts: RefCell<HashMap<ObjectIdentifier, Option<Rc<Font>>>>,
    collections: Collections,
    layers: Layers,
    /// How many fonts were read: those without a number anew each time.
    made: Cell<usize>,
}

/// A page that is being drawn.
pub(super) struct Drawing<'e> {
    shared: &'e Shared,
    pub(super) budget: &'e mut Budget,
    pub(super) page: Page,
    pub(super) marked: Marked,
    /// Number of the piece of text at hand.
    pub(super) run: u32,
    depth: usize,
    path: Path,
    covers: Covers,
    /// The last piece of text of which nothing is seen.
    pub(super) hidden_run: Option<u32>,
}

impl Shared {
    /// Nothing known but the layers that are off.
    pub fn new(layers: Layers) -> Self {
        Shared {
            fonts: RefCell::default(),
            collections: Collections::default(),
            layers,
            made: Cell::new(0),
        }
    }

    /// A font, read once.
    pub fn font(&self, font: &Dict<'_>) -> Option<Rc<Font>> {
        let make = || {
            self.made.set(self.made.get() + 1);
            let font = (self.made.get() <= MAX_FONTS).then(|| Font::new(font, &self.collections));
            font.flatten().map(Rc::new)
        };
        let Some(id) = font.obj_id() else {
            return make();
        };
        if let Some(known) = self.fonts.borrow().get(&id) {
            return known.clone();
        }
        let made = make();
        self.fonts.borrow_mut().insert(id, made.clone());
        made
    }
}

impl<'e> Drawing<'e> {
    /// Nothing drawn so far.
    pub fn new(page: Page, shared: &'e Shared, budget: &'e mut Budget) -> Self {
        Drawing {
            shared,
            budget,
            page,
            marked: Marked::default(),
            run: 0,
            depth: 0,
            path: Path::default(),
            covers: Covers::default(),
            hidden_run: None,
        }
    }

    /// What was drawn.
    pub fn close(mut self) -> Page {
        self.page.limit = self.budget.take_met();
        self.covers.apply(&mut self.page);
        self.page
    }

    /// Carries out instructions. Says whether what they open they also close.
    pub fn draw(&mut self, instructions: &[u8], resources: &Resources<'_>, state: State) -> bool {
        let mut state = state;
        let mut kept = Vec::new();
        let mut named = Named::new(resources);
        let mut open_texts = 0_i32;
        let mut instructions = TypedIter::new(instructions);
        while let Some(instruction) = instructions.next() {
            if !self.budget.take_operator() {
                return true;
            }
            match instruction {
                Do::SaveState(_) if kept.len() < MAX_STATES => kept.push(state.clone()),
                Do::RestoreState(_) => state = kept.pop().unwrap_or(state),
                Do::Transform(it) => {
                    let inner = [it.0, it.1, it.2, it.3, it.4, it.5].map(|it| it.as_f64());
                    state.place = state.place.after(&Matrix(inner));
                }
                Do::BeginText(_) => {
                    open_texts += 1;
                    state.text.next = Matrix::IDENTITY;
                    state.text.line = Matrix::IDENTITY;
                }
                Do::EndText(_) => open_texts -= 1,
                Do::LineWidth(it) => state.line_width = it.0.as_f32(),
                Do::SetGraphicsState(it) => {
                    if let Some(set) = named.settings(it.0) {
                        self.set(&set, &mut state);
                    }
                }
                Do::TextFont(it) => {
                    state.text.font = named.font(it.0, self.shared);
                    state.text.size = it.1.as_f64();
                }
                Do::XObject(it) => {
                    if let Some(object) = resources.get_x_object(it.0) {
                        self.object(&object, resources, &state);
                    }
                }
                Do::InlineImage(_) => self.image(&state),
                other => self.go_on(other, resources, &mut state),
            }
        }
        open_texts == 0 && kept.is_empty()
    }

    /// Instructions that need no more than the state.
    fn go_on(&mut self, instruction: Do<'_, '_>, resources: &Resources<'_>, state: &mut State) {
        match instruction {
            Do::BeginMarkedContent(_) => self.marked.begin(None, false, self.page.glyphs.len()),
            Do::BeginMarkedContentWithProperties(it) => {
                let properties = match it.1 {
                    Object::Name(name) => resources.properties.get::<Dict<'_>>(name.as_ref()),
                    Object::Dict(properties) => Some(properties.clone()),
                    _ => None,
                };
                let is_layer = it.0.as_str() == "OC";
                let is_hidden = is_layer
                    && match it.1 {
                        Object::Name(name) => {
                            let named = &resources.properties;
                            self.shared.layers.hides(named, name.as_str())
                        }
                        _ => false,
                    };
                let drawn = self.page.glyphs.len();
                self.marked.begin(properties.as_ref(), is_hidden, drawn);
            }
            Do::EndMarkedContent(_) => self.marked.end(&mut self.page),
            other => self.draw_path(other, state),
        }
    }

    fn draw_path(&mut self, instruction: Do<'_, '_>, state: &mut State) {
        let point = |x: &Number, y: &Number| state.place.point(x.as_f64(), y.as_f64());
        match instruction {
            Do::MoveTo(it) => self.path.begin(point(&it.0, &it.1)),
            Do::LineTo(it) => self.path.line(point(&it.0, &it.1)),
            Do::CubicTo(it) => self.path.curve(point(&it.4, &it.5)),
            Do::CubicStartTo(it) => self.path.curve(point(&it.2, &it.3)),
            Do::CubicEndTo(it) => self.path.curve(point(&it.2, &it.3)),
            Do::ClosePath(_) => self.path.close(),
            Do::RectPath(it) => {
                let (x, y) = (it.0.as_f64(), it.1.as_f64());
                let (right, top) = (x + it.2.as_f64(), y + it.3.as_f64());
                let corners = [(x, y), (right, y), (right, top), (x, top)];
                self.path
                    .rectangle(corners.map(|(x, y)| state.place.point(x, y)));
            }
            Do::StrokePath(_) => self.paint(state, false, true),
            Do::CloseAndStrokePath(_) => {
                self.path.close();
                self.paint(state, false, true);
            }
            Do::FillPathNonZero(_)
            | Do::FillPathNonZeroCompatibility(_)
            | Do::FillPathEvenOdd(_) => self.paint(state, true, false),
            Do::FillAndStrokeNonZero(_) | Do::FillAndStrokeEvenOdd(_) => {
                self.paint(state, true, true);
            }
            Do::CloseFillAndStrokeNonZero(_) | Do::CloseFillAndStrokeEvenOdd(_) => {
                self.path.close();
                self.paint(state, true, true);
            }
            Do::EndPath(_) => self.paint(state, false, false),
            Do::ClipNonZero(_) | Do::ClipEvenOdd(_) => self.path.clips = true,
            other => self.colour(other, state),
        }
    }

    /// Ends the path.
    fn paint(&mut self, state: &mut State, fills: bool, strokes: bool) {
        let path = std::mem::take(&mut self.path);
        if self.budget.take_rulings(&self.page) && !self.marked.is_hidden() {
            if fills {
                self.cover(&path, state);
                path.fill(state, &mut self.page);
            }
            if strokes {
                path.stroke(state, &mut self.page);
            }
        }
        if let Some(area) = path.area().filter(|_| path.clips) {
            state.clip = state.clip.common(&area);
        }
    }

    /// Notes what a filled rectangle hides.
    fn cover(&mut self, path: &Path, state: &State) {
        let shows_through = !state.is_opaque || state.is_fill_pattern;
        if let Some(area) = path.rectangle_alone().filter(|_| !shows_through) {
            self.covers
                .push(area.common(&state.clip), self.page.glyphs.len());
        }
    }

    /// Only white matters.
    fn colour(&mut self, instruction: Do<'_, '_>, state: &mut State) {
        if let Some(is_pattern) = fills_with_pattern(&instruction) {
            state.is_fill_pattern = is_pattern;
        }
        let listed = |parts: &[Number]| is_white(parts.iter().map(|it| it.as_f32()));
        match instruction {
            Do::ColorSpaceNonStroke(_) => state.is_fill_white = false,
            Do::ColorSpaceStroke(_) => state.is_stroke_white = false,
            Do::NonStrokeColor(it) => state.is_fill_white = listed(&it.0),
            Do::StrokeColor(it) => state.is_stroke_white = listed(&it.0),
            Do::NonStrokeColorNamed(it) => state.is_fill_white = it.1.is_none() && listed(&it.0),
            Do::StrokeColorNamed(it) => state.is_stroke_white = it.1.is_none() && listed(&it.0),
            Do::NonStrokeColorDeviceGray(it) => state.is_fill_white = listed(&[it.0]),
            Do::StrokeColorDeviceGray(it) => state.is_stroke_white = listed(&[it.0]),
            Do::NonStrokeColorDeviceRgb(it) => state.is_fill_white = listed(&[it.0, it.1, it.2]),
            Do::StrokeColorDeviceRgb(it) => state.is_stroke_white = listed(&[it.0, it.1, it.2]),
            Do::NonStrokeColorCmyk(it) => {
                state.is_fill_white = listed(&[it.0, it.1, it.2, it.3]);
            }
            Do::StrokeColorCmyk(it) => state.is_stroke_white = listed(&[it.0, it.1, it.2, it.3]),
            other => self.write(other, state),
        }
    }

    fn set(&self, set: &Dict<'_>, state: &mut State) {
        if let Some(width) = set.get::<f32>("LW") {
            state.line_width = width;
        }
        state.is_opaque = is_opaque(set, state.is_opaque);
        let font = set.get::<Array<'_>>("Font");
        if let Some((font, size)) = font.and_then(|it| it.flex_iter().next::<(Dict<'_>, f32)>()) {
            state.text.font = self.shared.font(&font);
            state.text.size = size.into();
        }
    }

    fn object(&mut self, object: &Stream<'_>, resources: &Resources<'_>, state: &State) {
        if self.shared.layers.hides(object.dict(), "OC") {
            return;
        }
        match object.dict().get::<Name<'_>>("Subtype") {
            Some(kind) if kind.as_str() == "Image" => self.image(state),
            Some(kind) if kind.as_str() == "Form" => self.form(object, resources, state),
            _ => {}
        }
    }

    fn image(&mut self, state: &State) {
        let area = state.place.area(&Area::UNIT).common(&state.clip);
        if area.is_empty() || self.marked.is_hidden() || !self.budget.take_rulings(&self.page) {
        } else if path::is_line(&area) {
            path::push_thin(&mut self.page, &area, &area);
        } else {
            self.page.images.push(area);
        }
    }

    /// A drawing inside the drawing.
    pub fn form(&mut self, form: &Stream<'_>, resources: &Resources<'_>, state: &State) {
        if self.depth >= MAX_NESTING {
            self.page.is_damaged = true;
            return;
        }
        let mut state = state.clone();
        if let Some(matrix) = form.dict().get::<[f32; 6]>("Matrix") {
            state.place = state.place.after(&Matrix(matrix.map(f64::from)));
        }
        if let Some(frame) = form.dict().get::<Rect>("BBox") {
            state.clip = state.clip.common(&state.place.area(&area(&frame)));
        }
        let Some(contents) = self.budget.unpack(|| streams::read(form)) else {
            self.page.is_damaged = true;
            return;
        };
        let own = form.dict().get::<Dict<'_>>("Resources").map(Resources::new);
        let (path, depth) = (std::mem::take(&mut self.path), self.depth);
        self.depth += 1;
        self.draw(&contents.bytes, own.as_ref().unwrap_or(resources), state);
        (self.path, self.depth) = (path, depth);
    }
}

/// A rectangle of the file as an area.
pub(super) fn area(rectangle: &Rect) -> Area {
    Area {
        left: rectangle.x0 as f32,
        top: rectangle.y0 as f32,
        right: rectangle.x1 as f32,
        bottom: rectangle.y1 as f32,
    }
}

/// Whether areas are filled with a pattern from now on; `None` if the instruction says nothing of it.
fn fills_with_pattern(instruction: &Do<'_, '_>) -> Option<bool> {
    match instruction {
        Do::NonStrokeColorNamed(it) => Some(it.1.is_some()),
        Do::ColorSpaceNonStroke(_)
        | Do::NonStrokeColor(_)
        | Do::NonStrokeColorDeviceGray(_)
        | Do::NonStrokeColorDeviceRgb(_)
        | Do::NonStrokeColorCmyk(_) => Some(false),
        _ => None,
    }
}

/// Whether nothing shows through areas filled with these settings, which may say a part only of what
/// tells it.
fn is_opaque(set: &Dict<'_>, before: bool) -> bool {
    let alpha = set.get::<f32>("ca");
    let mode = set.get::<Name<'_>>("BM");
    let is_plain = |it: &Name<'_>| matches!(it.as_str(), "Normal" | "Compatible");
    let shows_through = alpha.is_some_and(|it| it < 1.0)
        || mode.as_ref().is_some_and(|it| !is_plain(it))
        || set.get::<Dict<'_>>("SMask").is_some();
    let says_all = alpha.is_some() && mode.is_some();
    !shows_through && (before || says_all)
}

/// Whether the parts of a colour are white: of grey and light all, of ink none.
fn is_white(parts: impl ExactSizeIterator<Item = f32>) -> bool {
    let mut parts = parts;
    match parts.len() {
        1 | 3 => parts.all(|it| it > WHITE),
        4 => parts.all(|it| it < 1.0 - WHITE),
        _ => false,
    }
}
