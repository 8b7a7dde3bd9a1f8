//! How much of a file is read: limits on work, so that no file, however it is made, keeps a reader
//! waiting.
use super::{limit::Limit, page::Page, streams::Unpacked};

/// Drawing instructions of a file.
const OPERATORS: Limit = Limit {
    zh: "PDF 绘图指令数",
    en: "drawing instructions of a PDF",
    most: 10_000_000,
};
/// Signs of a file.
const GLYPHS: Limit = Limit {
    zh: "PDF 字符数",
    en: "characters of a PDF",
    most: 4_000_000,
};
/// Lines and images of a page.
const RULINGS: Limit = Limit {
    zh: "一页的线条和图片数",
    en: "lines and images of a page",
    most: 200_000,
};
/// Bytes that pages and drawings inside drawings unpack to, each time one is drawn.
const UNPACKED: Limit = Limit {
    zh: "PDF 各页内容解压后的字节数",
    en: "bytes of unpacked page contents of a PDF",
    most: 256 << 20,
};

/// What is left to be spent.
#[derive(Debug)]
pub(super) struct Budget {
    operators: usize,
    glyphs: usize,
    unpacked: usize,
    /// The limit that was met since the last page.
    met: Option<&'static Limit>,
}

impl Budget {
    /// Nothing spent.
    pub fn new() -> Self {
        Budget {
            operators: OPERATORS.most,
            glyphs: GLYPHS.most,
            unpacked: UNPACKED.most,
            met: None,
        }
    }

    /// The limit because of which something of a page was not read, for the page that is closed.
    pub fn take_met(&mut self) -> Option<&'static Limit> {
        self.met.take()
    }

    /// Asks for one instruction.
    pub fn take_operator(&mut self) -> bool {
        let left = self.operators.checked_sub(1);
        self.operators = left.unwrap_or(0);
        self.granted(left.is_some(), &OPERATORS)
    }

    /// Asks for one sign.
    pub fn take_glyph(&mut self) -> bool {
        let left = self.glyphs.checked_sub(1);
        self.glyphs = left.unwrap_or(0);
        self.granted(left.is_some(), &GLYPHS)
    }

    /// Asks for more lines on a page.
    pub fn take_rulings(&mut self, page: &Page) -> bool {
        let drawn = page.level.len() + page.upright.len() + page.images.len();
        self.granted(drawn < RULINGS.most, &RULINGS)
    }

    /// Unpacks something, if there is room for it.
    pub fn unpack(&mut self, unpack: impl FnOnce() -> Option<Unpacked>) -> Option<Unpacked> {
        if !self.granted(self.unpacked > 0, &UNPACKED) {
            return None;
        }
        let unpacked = unpack()?;
        self.unpacked = self.unpacked.saturating_sub(unpacked.bytes.len());
        self.meet(unpacked.limit);
        Some(unpacked)
    }

    /// Notes that something could be read in part only.
    pub fn meet(&mut self, limit: Option<&'static Limit>) {
        self.met = self.met.or(limit);
    }

    fn granted(&mut self, is_granted: bool, limit: &'static Limit) -> bool {
        self.meet((!is_granted).then_some(limit));
        is_granted
    }
}
