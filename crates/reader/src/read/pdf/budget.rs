//! How much of a file is read: limits on work, so that no file, however it is made, keeps a reader
//! waiting.
use super::page::Page;

/// Most drawing instructions of a file.
const MAX_OPERATORS: usize = 10_000_000;
/// Most signs of a file.
const MAX_GLYPHS: usize = 4_000_000;
/// Most lines and images of a page.
const MAX_RULINGS: usize = 200_000;
/// Most bytes that drawings inside drawings unpack to, each time one is drawn.
const MAX_UNPACKED: usize = 256 << 20;

/// What is left to be spent.
#[derive(Debug)]
pub(super) struct Budget {
    operators: usize,
    glyphs: usize,
    unpacked: usize,
    is_spent: bool,
}

impl Budget {
    /// Nothing spent.
    pub fn new() -> Self {
        Budget {
            operators: MAX_OPERATORS,
            glyphs: MAX_GLYPHS,
            unpacked: MAX_UNPACKED,
            is_spent: false,
        }
    }

    /// Whether something was not read because of a limit.
    pub fn is_spent(&self) -> bool {
        self.is_spent
    }

    /// Asks for one instruction.
    pub fn take_operator(&mut self) -> bool {
        let left = self.operators.checked_sub(1);
        self.operators = left.unwrap_or(0);
        self.granted(left.is_some())
    }

    /// Asks for one sign.
    pub fn take_glyph(&mut self) -> bool {
        let left = self.glyphs.checked_sub(1);
        self.glyphs = left.unwrap_or(0);
        self.granted(left.is_some())
    }

    /// Asks for more lines on a page.
    pub fn take_rulings(&mut self, page: &Page) -> bool {
        let drawn = page.level.len() + page.upright.len() + page.images.len();
        self.granted(drawn < MAX_RULINGS)
    }

    /// Unpacks something, if there is room for it.
    pub fn unpack(&mut self, unpack: impl FnOnce() -> Option<Vec<u8>>) -> Option<Vec<u8>> {
        if !self.granted(self.unpacked > 0) {
            return None;
        }
        let bytes = unpack()?;
        self.unpacked = self.unpacked.saturating_sub(bytes.len());
        Some(bytes)
    }

    fn granted(&mut self, is_granted: bool) -> bool {
        self.is_spent |= !is_granted;
        is_granted
    }
}
