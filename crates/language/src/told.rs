//! What was told: figures with their meaning, and what ties them together. Every figure is known by
//! its number in the order of the text.
use super::{
    lexicon::{Course, Order, Plan},
    line::{Figure, Measure},
    token::Numbering,
};

/// Index into [`Told::figures`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureId(pub usize);

/// Index into [`Told::lists`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ListId(pub usize);

/// Index into [`Told::comparisons`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ComparisonId(pub usize);

/// Everything that the sentences of a document tell.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// Every figure, in the order of the text.
    pub figures: Vec<ToldFigure>,
    /// What is compared with what.
    pub comparisons: Vec<Comparison>,
    /// What something is made of.
    pub lists: Vec<List>,
    /// Shares of a whole.
    pub shares: Vec<Share>,
    /// How much of a plan came to be.
    pub completions: Vec<Completion>,
    /// 决算数大于预算数
    pub orders: Vec<Ordered>,
    /// That there is none of something.
    pub denials: Vec<Denied>,
    /// Places in which income and expenditure are said to balance.
    pub balances: Vec<Place>,
    /// An amount that is said to be another thing's: 与收入持平.
    pub equals: Vec<(FigureId, String)>,
    /// What each costs, and how many there are.
    pub prices: Vec<Priced>,
    /// Shares compared with last year's, in points of percent.
    pub points: Vec<Points>,
    /// What reasons come to.
    pub conclusions: Vec<Concluded>,
    /// Sentences in which there was no plan: 年初无预算.
    pub unplanned: Vec<usize>,
}

/// A word as it stands: its line and signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct WordAt {
    /// Which line, as it was handed in.
    pub line: usize,
    /// First sign.
    pub start: usize,
    /// Behind the last sign.
    pub end: usize,
}

/// Where something is told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    /// Counts the titles: one file may hold the explanations of several bodies.
    pub part: usize,
    /// Counts the sections.
    pub section: usize,
    /// Counts the sentences.
    pub sentence: usize,
}

/// What a figure is to its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// How much or how many something is.
    Amount,
    /// By how much it changed.
    Change,
    /// At which rate.
    Rate,
    /// Its share of a whole.
    Share,
    /// How much of its plan came to be.
    Completion,
    /// By how many points of percent a share changed.
    Points,
    /// How many times of what it was.
    Multiple,
    /// What came or went between two counts.
    Flow,
    /// What each of several costs: 每台0.45万元.
    Price,
    /// What is left out: 扣除….
    Excepted,
    /// Last year's share.
    FormerShare,
    /// Not understood.
    Unknown,
}

/// Which version of an amount is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// A plan.
    Plan(Plan),
    /// What came of it.
    Outcome,
}

/// Whether something is said to be in an amount or out of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Extent {
    /// Nothing is said.
    #[default]
    Whole,
    /// 含上年结转
    Including,
    /// 不含上年结转
    Without,
    /// 全县: of more bodies than the one that publishes.
    Wider,
    /// 局机关: of a part of the body that publishes.
    Narrower,
}

/// A figure with its meaning.
#[derive(Debug, Clone)]
pub struct ToldFigure {
    /// The figure.
    pub figure: Figure,
    /// Which line it stands in.
    pub line: usize,
    /// What it is to its sentence.
    pub role: Role,
    /// What it is of.
    pub subject: Option<String>,
    /// Where its words name that.
    pub named_at: Option<WordAt>,
    /// Of which year.
    pub year: i32,
    /// Which version.
    pub version: Version,
    /// The version that its words name, if they do.
    pub named_version: Option<Version>,
    /// Which way something changed.
    pub course: Option<Course>,
    /// The word that says so.
    pub word: Option<WordAt>,
    /// The list that it is a part of.
    pub list: Option<ListId>,
    /// Where it is told.
    pub place: Place,
    /// How many brackets it stands in.
    pub depth: usize,
    /// Whether it is only what something is compared with.
    pub is_base: bool,
    /// Whether it is an item of a numbered list.
    pub is_item: bool,
    /// Whether its subject is that of what was told before.
    pub is_inherited: bool,
    /// Whether it sums up what was listed.
    pub is_total: bool,
    /// The money it is of, where its whole or the heading names one: 政府性基金.
    pub fund: Option<String>,
    /// Whether it is told of income and expenditure at once.
    pub is_balance: bool,
    /// What is in it.
    pub extent: Extent,
    /// 约
    pub is_rough: bool,
    /// Words before it that were not understood.
    pub doubt: Option<String>,
}

impl ToldFigure {
    /// What it counts.
    pub fn measure(&self) -> Measure {
        self.figure.measure
    }
}

/// What something is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Against {
    /// The year.
    pub year: i32,
    /// The version, if it is named.
    pub version: Option<Version>,
}

/// A comparison of one thing with what it was, or was to be.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// What is compared.
    pub subject: Option<String>,
    /// In which year: 2022年比2021年减少.
    pub year: i32,
    /// With what.
    pub against: Against,
    /// The amount that its words name as what there is now.
    pub current: Option<FigureId>,
    /// The amount that it was.
    pub base: Option<FigureId>,
    /// By how much it changed.
    pub change: Option<FigureId>,
    /// At which rate.
    pub rate: Option<FigureId>,
    /// The word that says that it did not.
    pub level: Option<WordAt>,
    /// How many times of the base.
    pub multiple: Option<FigureId>,
    /// Whether something is left out of it: 剔除….
    pub is_partial: bool,
    /// The amount just told when it began.
    pub topic: Option<FigureId>,
    /// Whether its subject is still to come: 比上年179.7万元，支出…
    pub is_open: bool,
    /// Where it is told.
    pub place: Place,
}

/// How a list came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// 其中, 包括
    Parts,
    /// Brackets.
    Brackets,
    /// A colon, or lines below.
    Lines,
    /// 按…分
    Division,
    /// 合计, 其余: the sum is told behind.
    Total,
    /// 主要用于
    Purpose,
    /// Changes of the parts of a change.
    Changes,
    /// Some of them: 含, 中.
    Some,
}

/// What something is made of.
#[derive(Debug, Clone)]
pub struct List {
    /// The whole, if it is told.
    pub whole: Option<FigureId>,
    /// The parts.
    pub parts: Vec<FigureId>,
    /// How it came about.
    pub listing: Listing,
    /// Whether its words say that there may be more.
    pub is_incomplete: bool,
    /// After how many parts a semicolon stands, at which it may end.
    pub semicolons: Vec<usize>,
    /// In how many brackets.
    pub depth: usize,
    /// How its items are numbered.
    pub numbering: Option<Numbering>,
    /// Whether its items stand in lines of their own.
    pub in_lines: bool,
    /// Whether a word, a colon or a bracket says that parts follow; else lines below a sentence may be
    /// anything.
    pub is_announced: bool,
    /// Whether a semicolon parts it from its whole, which may be another then.
    pub is_apart: bool,
    /// Whether nothing more can come.
    pub is_closed: bool,
    /// Amounts told beside the whole in other measures: 车辆3辆，价值6.99万元，其中：…
    pub beside: Vec<FigureId>,
}

/// A share of a whole.
#[derive(Debug, Clone)]
pub struct Share {
    /// The share.
    pub share: FigureId,
    /// What has it.
    pub part: Option<FigureId>,
    /// The name of what has it, where its amount is told elsewhere.
    pub part_name: Option<String>,
    /// The whole, where its amount is told in the same words.
    pub base: Option<FigureId>,
    /// The name of the whole.
    pub base_name: Option<String>,
    /// The list around it.
    pub list: Option<ListId>,
    /// Where it is told.
    pub place: Place,
}

/// How much of a plan came to be.
#[derive(Debug, Clone)]
pub struct Completion {
    /// The percentage.
    pub rate: FigureId,
    /// Of which plan.
    pub plan_version: Plan,
    /// The plan, where its amount is told in the same words.
    pub plan: Option<FigureId>,
    /// What came to be.
    pub outcome: Option<FigureId>,
    /// Of what.
    pub subject: Option<String>,
    /// Where it is told.
    pub place: Place,
}

/// 决算数大于预算数
#[derive(Debug, Clone)]
pub struct Ordered {
    /// How they stand.
    pub order: Order,
    /// To which plan.
    pub plan: Plan,
    /// The word.
    pub word: WordAt,
    /// Of what, if that is named.
    pub subject: Option<String>,
    /// Where it is told.
    pub place: Place,
}

/// That there is none of something.
#[derive(Debug, Clone)]
pub struct Denied {
    /// Of what.
    pub subject: Option<String>,
    /// In which year.
    pub year: i32,
    /// In which version, if it is named.
    pub version: Option<Version>,
    /// The word.
    pub word: WordAt,
    /// Whether only its purchase is denied: 未购置.
    pub is_of_purchase: bool,
    /// Of which part of the body: 局机关未安排….
    pub extent: Extent,
    /// Where it is told.
    pub place: Place,
}

/// So many, what each of them costs, and what all cost.
#[derive(Debug, Clone, Copy)]
pub struct Priced {
    /// How many.
    pub count: FigureId,
    /// What each costs.
    pub price: FigureId,
    /// What all cost.
    pub total: Option<FigureId>,
}

/// 因此预算安排较上年增加: what the reason of a change comes to.
#[derive(Debug, Clone, Copy)]
pub struct Concluded {
    /// What changed.
    pub comparison: ComparisonId,
    /// Which way.
    pub course: Course,
    /// The word that says so.
    pub word: WordAt,
    /// Whether it says that this follows: 因此.
    pub is_explicit: bool,
}

/// A share, last year's, and by how many points it moved.
#[derive(Debug, Clone, Copy)]
pub struct Points {
    /// This year's.
    pub share: FigureId,
    /// Last year's.
    pub former: FigureId,
    /// The points.
    pub points: FigureId,
}
