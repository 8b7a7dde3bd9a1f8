//! Chance that is the same each time.

/// A small generator of numbers (xorshift).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        ((self.next() >> 11) % end as u64) as usize
    }

    /// One of several.
    pub fn one_of<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// An amount as budgets have them: of very different sizes.
    pub fn amount(&mut self, coarse: bool) -> i64 {
        let size = [1_000_000, 100_000, 30_000, 4_000_000][self.below(4)];
        let amount = 100 + self.below(size) as i64 * 10;
        if coarse {
            amount
        } else {
            (amount / 100).max(1) * 100
        }
    }
}
