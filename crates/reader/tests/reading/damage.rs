//! Chance that repeats itself, and what it does to sound bytes.

/// A small pseudo-random sequence (xorshift), so that a failure can be repeated.
pub struct Dice(u64);

impl Dice {
    /// The sequence that every test starts from.
    pub fn new() -> Self {
        Dice(0x9e37_79b9_7f4a_7c15)
    }

    /// A number below the limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }

    /// Bytes without any meaning.
    pub fn noise(&mut self, length: usize) -> Vec<u8> {
        (0..length).map(|_| self.below(256) as u8).collect()
    }

    /// The same bytes with some changed, dropped or doubled, or without their end.
    pub fn damaged(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut damaged = bytes.to_vec();
        for _ in 0..=self.below(16) {
            let at = self.below(damaged.len());
            let end = (at + self.below(60)).min(damaged.len());
            match self.below(6) {
                0 => drop(damaged.drain(at..end)),
                1 => damaged.extend_from_within(at..end),
                2 => damaged.truncate(damaged.len() - self.below(200).min(damaged.len())),
                3 => damaged[at..end].fill(b'9'),
                4 => damaged[at..(at + 1).min(end)].fill(self.below(256) as u8),
                _ => damaged[at..end]
                    .iter_mut()
                    .for_each(|it| *it = self.below(256) as u8),
            }
            damaged.push(b'\n');
        }
        damaged
    }
}
