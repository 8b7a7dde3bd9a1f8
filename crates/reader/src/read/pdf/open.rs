//! Opens a file and draws its pages.
use super::{
    budget::Budget,
    drawing::{self, Drawing, Shared},
    footnotes,
    geometry::{Area, Matrix},
    layers::Layers,
    object_streams,
    page::Page,
    rescue,
    state::State,
    streams,
};
use crate::read::{Failure, FailureKind, MAX_PAGES, Progress};
use hayro_syntax::{
    DecryptionError, LoadPdfError, Pdf,
    object::{Array, Dict, Name, Object, Rect, Stream},
    page::Page as Source,
};
use std::sync::Arc;

/// Most bytes of a file.
const MAX_BYTES: usize = 256 << 20;
/// Maximum side of a page, in points, as the format allows.
const MAX_SIDE: f32 = 20_000.0;
/// What marks notes that are hidden or not shown on a screen.
const UNSEEN_FLAGS: u32 = 0b10_0010;

/// The pages of a file as they are seen.
#[derive(Debug, Clone)]
pub(super) struct Opened {
    /// In order.
    pub pages: Vec<Page>,
    /// How many pages the file says it has.
    pub promised: Option<usize>,
    /// Whether the end of the file is missing.
    pub is_cut_off: bool,
}

/// Opens a file and draws its pages.
pub(super) fn open(
    bytes: Vec<u8>,
    password: Option<&str>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Opened, Failure> {
    if bytes.len() > MAX_BYTES {
        return Err(Failure::too_large(
            "文件字节数",
            "bytes of a file",
            MAX_BYTES,
        ));
    }
    object_streams::check(&bytes)?;
    let is_cut_off = !has_end(&bytes);
    let pdf = loaded(bytes, password)?;
    let total = pdf.pages().len();
    if total > MAX_PAGES {
        return Err(Failure::too_large("页数", "pages", MAX_PAGES));
    }
    let shared = Shared::new(Layers::of(&pdf));
    let mut budget = Budget::new();
    let mut pages = Vec::with_capacity(total);
    for (source, number) in pdf.pages().iter().zip(1..) {
        pages.push(page(source, number, &shared, &mut budget));
        progress(Progress {
            done: pages.len(),
            total,
        });
    }
    Ok(Opened {
        pages,
        promised: promised(&pdf),
        is_cut_off,
    })
}

pub(super) fn loaded(bytes: Vec<u8>, password: Option<&str>) -> Result<Pdf, Failure> {
    let bytes = Arc::new(bytes);
    let secret = password.unwrap_or_default();
    let loaded = Pdf::new_with_password(bytes.clone(), secret).or_else(|error| match error {
        LoadPdfError::Invalid => {
            let rescued = rescue::rescued(&bytes).ok_or(error)?;
            Pdf::new_with_password(rescued, secret)
        }
        LoadPdfError::Decryption(_) => Err(error),
    });
    loaded.map_err(|it| failure(it, password.is_some()))
}

fn has_end(bytes: &[u8]) -> bool {
    let tail = bytes
        .get(bytes.len().saturating_sub(2048)..)
        .unwrap_or(bytes);
    [&b"%%EOF"[..], b"startxref"]
        .iter()
        .all(|mark| tail.windows(mark.len()).any(|it| it == *mark))
}

fn promised(pdf: &Pdf) -> Option<usize> {
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
    let count = root.get::<Dict<'_>>("Pages")?.get::<u32>("Count")?;
    usize::try_from(count).ok()
}

fn failure(error: LoadPdfError, was_asked: bool) -> Failure {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) if was_asked => Failure::new(
            FailureKind::WrongPassword,
            "密码不对，文件打不开。请再输入一次。",
            "The password is wrong. Please enter it again.",
        ),
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Failure::new(
            FailureKind::PasswordNeeded,
            "这个 PDF 文件有打开密码，请输入密码。密码只在本机使用。",
            "This PDF opens only with a password. Please enter it; it stays on this machine.",
        ),
        LoadPdfError::Decryption(_) => Failure::new(
            FailureKind::Unsupported,
            "这个 PDF 文件的加密方式无法识别。请用原程序打开，另存为没有加密的文件。",
            "This PDF is encrypted in a way that is not known. Open it and save it without encryption.",
        ),
        LoadPdfError::Invalid => Failure::new(
            FailureKind::Damaged,
            "这个 PDF 文件已损坏，读不出任何一页。请重新下载或重新导出。",
            "This PDF is damaged: no page can be read. Download or export it again.",
        ),
    }
}

fn page(source: &Source<'_>, number: u32, shared: &Shared, budget: &mut Budget) -> Page {
    let (width, height) = source.render_dimensions();
    let area = Area {
        left: 0.0,
        top: 0.0,
        right: width.min(MAX_SIDE),
        bottom: height.min(MAX_SIDE),
    };
    let state = State::of_page(Matrix(source.initial_transform(true).as_coeffs()), area);
    let contents = budget.unpack(|| Some(streams::contents(source)));
    let is_whole = contents.as_ref().is_none_or(|it| it.is_whole);
    let instructions = contents.map(|it| it.bytes).unwrap_or_default();
    let mut drawing = Drawing::new(Page::blank(number, area), shared, budget);
    let is_closed = drawing.draw(&instructions, source.resources(), state.clone());
    let annotations = source.raw().get::<Array<'_>>("Annots");
    for annotation in annotations.iter().flat_map(|it| it.iter::<Dict<'_>>()) {
        annotate(&mut drawing, source, &annotation, &state);
    }
    let mut page = drawing.close();
    page.is_damaged |= !is_whole || !is_closed && page.limit.is_none();
    page.turn_upright();
    page.settle_turned();
    footnotes::settle(&mut page);
    page.chain_runs();
    page
}

/// Draws what an annotation or a filled-in field looks like.
fn annotate(drawing: &mut Drawing<'_>, source: &Source<'_>, annotation: &Dict<'_>, state: &State) {
    if annotation.get::<u32>("F").unwrap_or(0) & UNSEEN_FLAGS != 0 {
        return;
    }
    let (Some(look), Some(place)) = (look(annotation), annotation.get::<Rect>("Rect")) else {
        return;
    };
    let frame = look.dict().get::<Rect>("BBox").unwrap_or(place);
    let matrix = look.dict().get::<[f32; 6]>("Matrix");
    let matrix = matrix.map_or(Matrix::IDENTITY, |it| Matrix(it.map(f64::from)));
    let frame = matrix.area(&drawing::area(&frame));
    let place = drawing::area(&place);
    let stretch = |to: f32, from: f32| f64::from(to) / f64::from(from.max(1e-6));
    let across = stretch(place.width(), frame.width());
    let down = stretch(place.height(), frame.height());
    let x = f64::from(place.left) - across * f64::from(frame.left);
    let y = f64::from(place.top) - down * f64::from(frame.top);
    let mut state = state.clone();
    state.place = state.place.after(&Matrix([across, 0.0, 0.0, down, x, y]));
    drawing.form(&look, source.resources(), &state);
}

/// The normal look of an annotation, in the state that it is in.
fn look<'a>(annotation: &Dict<'a>) -> Option<Stream<'a>> {
    match annotation.get::<Dict<'a>>("AP")?.get::<Object<'a>>("N")? {
        Object::Stream(look) => Some(look),
        Object::Dict(looks) => looks.get::<Stream<'a>>(annotation.get::<Name<'_>>("AS")?),
        _ => None,
    }
}
