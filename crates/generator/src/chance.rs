//! Chance that repeats itself: the same seed, the same disclosure, on every machine.

/// A stream of numbers that a seed fixes (SplitMix64).
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// The stream of this seed.
    pub fn new(seed: u64) -> Self {
        Chance(seed)
    }

    /// The next number of the stream.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but not including, `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.draw() % end.max(1) as u64) as usize
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1).max(1) as usize) as i64
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, likely: usize) -> bool {
        self.below(100) < likely
    }

    /// One of these.
    pub fn pick<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        &among[self.below(among.len())]
    }

    /// So many of these, in their own order.
    pub fn some<'a, T>(&mut self, among: &'a [T], count: usize) -> Vec<&'a T> {
        let mut left = count.min(among.len());
        let mut chosen = Vec::new();
        for (index, one) in among.iter().enumerate() {
            if self.below(among.len() - index) < left {
                chosen.push(one);
                left -= 1;
            }
        }
        chosen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_fixes_its_stream() {
        let (mut one, mut same) = (Chance::new(7), Chance::new(7));
        assert!((0..100).all(|_| one.draw() == same.draw()));
        assert_ne!(Chance::new(7).draw(), Chance::new(8).draw());
    }

    #[test]
    fn some_are_as_many_as_asked_for() {
        let mut chance = Chance::new(1);
        assert_eq!(chance.some(&[1, 2, 3, 4, 5], 3).len(), 3);
        assert_eq!(chance.some(&[1, 2], 5), [&1, &2]);
    }
}
