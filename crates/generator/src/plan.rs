//! What is asked of the generator, and the unit that it makes up.
use super::{ledger::Ledger, print::Print};

/// Whose form is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Units of the districts of Xinjiang: twelve tables in 万元.
    Xinjiang,
    /// Departments of the central government since 2024: nine tables, last year beside this year.
    Central,
    /// Final accounts: nine tables, what was planned beside what was spent, what is carried over.
    FinalAccounts,
    /// Departments of the districts of Shanghai: nine tables in 元 and sentences in 万元.
    Shanghai,
    /// Departments of Jiangsu: twelve tables, codes in one column, money kept in reserve.
    Jiangsu,
}

impl Form {
    /// Each of them.
    pub const ALL: [Form; 5] = [
        Form::Xinjiang,
        Form::Central,
        Form::FinalAccounts,
        Form::Shanghai,
        Form::Jiangsu,
    ];

    /// Whether it tells what is left at the end of the year.
    pub fn tells_what_is_left(self) -> bool {
        matches!(self, Form::Central | Form::FinalAccounts)
    }
}

/// What kind of disclosure is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Whose form is filled.
    pub form: Form,
    /// Fixes everything that is left to chance.
    pub seed: u64,
    /// How much of the form is filled.
    pub richness: Richness,
    /// Whether printed figures add up to the last digit.
    pub rounding: Rounding,
    /// What the tables are counted in.
    pub print: Print,
    /// What a paste does to the text.
    pub layout: Layout,
}

/// How much of the form is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Richness {
    /// As the reference: basic expenditure of the general budget and nothing else.
    Basic,
    /// Projects of the general budget too.
    Projects,
    /// Transfers, 政府性基金 and 国有资本经营 too.
    Funds,
    /// 财政专户, 单位资金 and 上年结转 too: every table has content.
    Everything,
}

impl Richness {
    /// Each of them, poorest first.
    pub const ALL: [Richness; 4] = [
        Richness::Basic,
        Richness::Projects,
        Richness::Funds,
        Richness::Everything,
    ];
}

/// Whether printed figures add up to the last digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// Every amount is a whole number of the last printed digit, so sums are sums of what is printed.
    Exact,
    /// Amounts are true to the 分 and each printed figure is rounded on its own.
    Rounded,
}

/// What a paste does to the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// After how many rows a long table starts a new page and repeats its headings.
    pub rows_on_page: Option<usize>,
    /// Whether words that were wrapped in narrow cells come with blanks in them.
    pub broken_words: bool,
    /// Whether some paragraphs are cut in two where a page ended.
    pub broken_paragraphs: bool,
    /// Whether a blank parts digits from words.
    pub spaced: bool,
    /// Whether commas part the thousands in tables.
    pub commas: bool,
}

impl Layout {
    /// As written.
    pub const PLAIN: Layout = Layout {
        rows_on_page: None,
        broken_words: false,
        broken_paragraphs: false,
        spaced: false,
        commas: false,
    };
    /// As a paste from a page image of a document brings it.
    pub const PASTED: Layout = Layout {
        rows_on_page: Some(12),
        broken_words: true,
        broken_paragraphs: true,
        spaced: true,
        commas: false,
    };
}

impl Options {
    /// 万元, exact, plain.
    pub fn new(seed: u64, richness: Richness) -> Self {
        Options {
            form: Form::Xinjiang,
            seed,
            richness,
            rounding: Rounding::Exact,
            print: Print::TEN_THOUSAND,
            layout: Layout::PLAIN,
        }
    }

    /// The same in another form, counted in what that form is counted in.
    pub fn of(self, form: Form) -> Self {
        let print = form.print();
        Options {
            form,
            print,
            ..self
        }
    }

    /// The same with amounts that are rounded one by one.
    pub fn rounded(self) -> Self {
        Options {
            rounding: Rounding::Rounded,
            ..self
        }
    }
}

/// A made-up unit and its budget: everything that the tables and the narrative state.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Whose form is filled.
    pub form: Form,
    /// The unit's name.
    pub unit: String,
    /// 行政机关, or else 事业单位.
    pub official: bool,
    /// The year of the budget.
    pub year: u16,
    /// What the tables are counted in.
    pub print: Print,
    /// What the narrative and the performance table are counted in: always 万元.
    pub said: Print,
    /// What the unit is there for.
    pub duties: Vec<&'static str>,
    /// The money.
    pub ledger: Ledger,
    /// The projects that lines of the ledger point to.
    pub projects: Vec<Project>,
    /// Whether the table of projects has rows for 类 and 款 over them.
    pub projects_in_classes: bool,
    /// 政府采购
    pub purchases: Purchases,
    /// 国有资产
    pub assets: Assets,
    /// Goals in figures.
    pub indicators: Vec<Indicator>,
    /// Day of February on which it was published.
    pub day: u8,
    /// Fixes the wording.
    pub wording: u64,
}

/// A project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Project {
    /// Its name.
    pub name: &'static str,
    /// What its money is for.
    pub purpose: &'static str,
}

/// 政府采购, in 分.
#[derive(Debug, Clone, Copy, Default)]
pub struct Purchases {
    /// 货物
    pub goods: i64,
    /// 工程
    pub works: i64,
    /// 服务
    pub services: i64,
    /// Reserved for small and medium firms.
    pub reserved: i64,
    /// Of that, reserved for small and micro firms.
    pub reserved_micro: i64,
}

/// 国有资产 at the end of last year; values in 分.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    /// Square metres of house, times 100.
    pub area: i64,
    /// Value of the houses.
    pub house: i64,
    /// Number and value of 一般公务用车, 执法执勤用车 and 其他车辆.
    pub vehicles: [(i64, i64); 3],
    /// Value of the furniture.
    pub furniture: i64,
    /// Value of everything else.
    pub other: i64,
    /// Devices above 500 000 and above 1 000 000 yuan.
    pub devices: [i64; 2],
    /// Cars to be bought.
    pub new_cars: i64,
    /// Devices above 500 000 and above 1 000 000 yuan to be bought.
    pub new_devices: [i64; 2],
}

/// A goal in figures.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// 二级指标
    pub group: &'static str,
    /// 三级指标
    pub name: String,
    /// The figure that is to be reached.
    pub value: i64,
    /// `件`, `%`, …
    pub measure: &'static str,
    /// 分值权重
    pub weight: i64,
}
