//! A bound on the work of one call, so that no document keeps the reader waiting.

/// Maximum effort for one document, in constraints examined.
pub const WHOLE: u32 = 2_000_000;

/// What work is left.
#[derive(Debug)]
pub struct Effort {
    left: u32,
}

impl Effort {
    /// So much.
    pub fn new(left: u32) -> Self {
        Effort { left }
    }

    /// Takes some; `false` once nothing is left.
    pub fn spend(&mut self, amount: usize) -> bool {
        let amount = u32::try_from(amount).unwrap_or(u32::MAX);
        self.left = self.left.saturating_sub(amount);
        self.left > 0
    }

    /// Sets a share apart for one of `sharers`; what is left of it is to be given back.
    pub fn share(&mut self, sharers: usize) -> Effort {
        let sharers = u32::try_from(sharers).unwrap_or(u32::MAX).max(1);
        let left = self.left / sharers;
        self.left -= left;
        Effort { left }
    }

    /// Gives back what is left of a share.
    pub fn give_back(&mut self, rest: Effort) {
        self.left += rest.left;
    }
}
