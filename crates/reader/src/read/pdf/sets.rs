//! Things that hang together: sets that are joined two by two.

/// Disjoint sets of numbers from 0.
pub(super) struct Sets(Vec<usize>);

impl Sets {
    /// Every number in a set of its own.
    pub fn new(count: usize) -> Self {
        Sets((0..count).collect())
    }

    /// The number that stands for the set of a number.
    pub fn find(&mut self, number: usize) -> usize {
        let mut at = number;
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    /// Makes one set of two.
    pub fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.find(one), self.find(other));
        self.0[one] = other;
    }
}
