//! The one ledger that every table and every sentence is a sum of.
//!
//! A disclosure is consistent because nothing in it is stated twice: each table is a way to add up
//! these lines.
use std::ops::{Add, AddAssign};

/// This year's and last year's amount, in 分.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pair {
    /// This year's budget.
    pub now: i64,
    /// Last year's budget.
    pub before: i64,
}

impl Pair {
    /// What was added since last year; negative when something was taken away.
    pub fn change(self) -> i64 {
        self.now - self.before
    }
}

impl Add for Pair {
    type Output = Pair;
    fn add(self, other: Pair) -> Pair {
        Pair {
            now: self.now + other.now,
            before: self.before + other.before,
        }
    }
}

impl AddAssign for Pair {
    fn add_assign(&mut self, other: Pair) {
        *self = *self + other;
    }
}

/// Whose money it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purse {
    /// 一般公共预算
    General,
    /// 政府性基金预算
    Fund,
    /// 国有资本经营预算
    Capital,
    /// 财政专户管理资金
    Account,
    /// 单位资金
    Own(Earning),
}

/// What a unit earns itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Earning {
    /// 事业收入
    Service,
    /// 上级补助收入
    Grant,
    /// 附属单位上缴收入
    Remitted,
    /// 事业单位经营收入
    Business,
    /// 其他收入
    Other,
}

/// How the money came into this year's budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Given by the unit's own level this year.
    Local,
    /// A transfer of the level above, this year.
    Upper,
    /// Left over from last year.
    Carried,
    /// Given this year and not spent in it; only in forms that tell what is left.
    Left,
}

/// Money of one source spent on one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// 项 of the functional classification, seven digits.
    pub function: &'static str,
    /// 款 of the economic classification, five digits.
    pub economic: &'static str,
    /// Index of the project; `None` for basic expenditure.
    pub project: Option<usize>,
    /// Whose money it is.
    pub purse: Purse,
    /// How it came into the budget.
    pub origin: Origin,
    /// How much, this year and last.
    pub amount: Pair,
    /// What the budget had planned, in final accounts; nothing in budgets.
    pub planned: i64,
}

/// The 款 under which a reserve is kept; nothing else is booked there.
pub const RESERVE: &str = "39999";

/// Which lines a row or a column adds up.
pub type Keep = fn(&Line) -> bool;

impl Line {
    /// Whether it is new money of this year.
    pub fn is_new(&self) -> bool {
        self.origin != Origin::Carried
    }

    /// Whether a budget of the treasury pays, be it from this year or from the last.
    pub fn is_treasury(&self) -> bool {
        matches!(self.purse, Purse::General | Purse::Fund | Purse::Capital)
    }

    /// 财政拨款 of this year, which is what the appropriation tables list.
    pub fn is_appropriation(&self) -> bool {
        self.is_treasury() && self.is_new()
    }

    /// Whether it is left for the next year.
    pub fn is_left(&self) -> bool {
        self.origin == Origin::Left
    }

    /// 单位预留机动经费, which is neither basic expenditure nor a project.
    pub fn is_reserve(&self) -> bool {
        self.economic == RESERVE
    }

    /// Whether the line has this purse and this origin.
    pub fn is(&self, purse: Purse, origin: Origin) -> bool {
        self.purse == purse && self.origin == origin
    }

    /// This year's money of one purse.
    pub fn is_from(&self, purse: Purse) -> bool {
        self.purse == purse && self.is_new()
    }

    /// 单位资金, whatever it was earned with.
    pub fn is_own(&self) -> bool {
        matches!(self.purse, Purse::Own(_))
    }

    /// 基本支出
    pub fn is_basic(&self) -> bool {
        self.project.is_none() && !self.is_reserve()
    }

    /// 人员经费 of the basic expenditure.
    pub fn is_staff(&self) -> bool {
        self.is_basic() && matches!(&self.economic[..3], "301" | "303")
    }

    /// 公用经费 of the basic expenditure.
    pub fn is_office(&self) -> bool {
        self.is_basic() && !self.is_staff()
    }
}

/// Every line of a unit's budget.
#[derive(Debug, Clone, Default)]
pub struct Ledger(pub Vec<Line>);

impl Ledger {
    /// The sum of the lines that are kept.
    pub fn sum(&self, keep: impl Fn(&Line) -> bool) -> Pair {
        let kept = self.0.iter().filter(|line| keep(line));
        kept.fold(Pair::default(), |sum, line| sum + line.amount)
    }

    /// What had been planned for the lines that are kept.
    pub fn planned(&self, keep: impl Fn(&Line) -> bool) -> i64 {
        let kept = self.0.iter().filter(|line| keep(line));
        kept.map(|line| line.planned).sum()
    }

    /// The sum of all lines.
    pub fn total(&self) -> Pair {
        self.sum(|_| true)
    }

    /// The kept lines that have money this year.
    fn spent(&self, keep: impl Fn(&Line) -> bool) -> impl Iterator<Item = &Line> {
        let lines = self.0.iter();
        lines.filter(move |line| line.amount.now != 0 && keep(line))
    }

    /// The codes of the kept lines that have money this year, cut to a length, each once and in
    /// order.
    pub fn codes(
        &self,
        code: impl Fn(&Line) -> &'static str,
        length: usize,
        keep: impl Fn(&Line) -> bool,
    ) -> Vec<&'static str> {
        let kept = self.spent(keep);
        let mut codes: Vec<_> = kept.map(|line| &code(line)[..length]).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// The projects of the kept lines that have money this year, each once and in order.
    pub fn projects(&self, keep: impl Fn(&Line) -> bool) -> Vec<usize> {
        let kept = self.spent(keep);
        let mut projects: Vec<_> = kept.filter_map(|line| line.project).collect();
        projects.sort_unstable();
        projects.dedup();
        projects
    }
}
