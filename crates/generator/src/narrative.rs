//! The sentences of a disclosure, in the project's own wording. Every figure in them is a sum of
//! the same ledger as the tables.
mod accounts;
mod general;
mod glossary;
mod matters;
mod others;
mod reasons;

use super::{
    chance::Chance,
    ledger::{Keep, Line, Pair},
    names,
    plan::Plan,
    print::percent,
    sheet::Piece,
};
pub use glossary::terms;
pub use reasons::Topic;

/// Tells what a plan says, in one choice of words.
pub struct Teller<'a> {
    plan: &'a Plan,
    words: Words,
}

/// The turns of phrase that one document keeps to.
struct Words {
    /// Before 增加 and 减少.
    compared: String,
    /// Before a reason.
    because: &'static str,
    /// Before the amount of an item.
    planned: &'static str,
    /// How nothing has changed.
    unchanged: &'static str,
    /// How nothing is planned.
    none: &'static str,
    /// Before the rate of a rise and of a fall.
    rates: (&'static str, &'static str),
    /// Between a change and its rate.
    and: &'static str,
    /// Before a share.
    share: &'static str,
}

const COMPARED: [&str; 3] = ["比上年预算", "较上年预算", "与上年预算相比"];
const BECAUSE: [&str; 3] = ["主要原因是", "主要原因：", "主要是"];
const PLANNED: [&str; 4] = ["年预算数为", "年预算数", "年预算安排", "年预算"];
const RATES: [(&str, &str); 3] = [("增长", "下降"), ("上升", "下降"), ("增长", "降低")];
const AND: [&str; 2] = ["，", "、"];
const SHARE: [&str; 3] = ["占", "占比", "占总额的"];
const UNCHANGED: [&str; 2] = ["增加0万元，增长0.00%", "无变化"];
const NONE: [&str; 2] = ["未安排", "没有安排"];

/// One of the numbered sections.
struct Section {
    /// Its title behind the unit's name and the year.
    title: &'static str,
    tell: fn(&Teller<'_>) -> Vec<Piece>,
}

const SECTIONS: [Section; 12] = [
    section("收支预算情况的总体说明", accounts::overall),
    section("收入预算情况说明", accounts::income),
    section("支出预算情况说明", accounts::expenditure),
    section("财政拨款收支预算情况的总体说明", accounts::appropriation),
    section("一般公共预算当年拨款情况说明", general::general),
    section("一般公共预算基本支出情况说明", general::basic),
    section("一般公共预算项目支出情况说明", general::projects),
    section("政府性基金预算拨款情况说明", others::fund),
    section("国有资本经营预算拨款情况说明", others::capital),
    section("财政拨款“三公”经费预算情况说明", others::three_public),
    section("财政拨款委托业务费支出情况说明", others::contracts),
    section("上年结转结余预算情况说明", others::carried),
];

const fn section(title: &'static str, tell: fn(&Teller<'_>) -> Vec<Piece>) -> Section {
    Section { title, tell }
}

/// Chinese ordinals of the sections and the tables.
pub const ORDINALS: [&str; 13] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三",
];

impl<'a> Teller<'a> {
    /// A teller whose words the plan's seed chooses.
    pub fn new(plan: &'a Plan) -> Self {
        let mut chance = Chance::new(plan.wording);
        let mut choose = |among: &[&'static str]| among[chance.below(among.len())];
        let words = Words {
            compared: choose(&COMPARED).to_owned(),
            because: choose(&BECAUSE),
            planned: choose(&PLANNED),
            unchanged: choose(&UNCHANGED),
            none: choose(&NONE),
            and: choose(&AND),
            share: choose(&SHARE),
            rates: *chance.pick(&RATES),
        };
        Teller { plan, words }
    }

    /// The same with changes measured against something else.
    pub fn comparing(self, compared: String) -> Self {
        let words = Words {
            compared,
            ..self.words
        };
        Teller { words, ..self }
    }

    /// What is told.
    pub fn plan(&self) -> &'a Plan {
        self.plan
    }

    /// The titles of the thirteen sections, as the contents and the headings print them.
    pub fn titles(&self) -> Vec<String> {
        let whose = self.whose();
        let titles = SECTIONS.iter().map(|it| format!("关于{whose}{}", it.title));
        let titles = titles.chain(["其他重要事项的情况说明".to_string()]);
        let numbered = ORDINALS.iter().zip(titles);
        numbered
            .map(|(ordinal, title)| format!("{ordinal}、{title}"))
            .collect()
    }

    /// The thirteen sections.
    pub fn sections(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (index, title) in self.titles().into_iter().enumerate() {
            pieces.push(Piece::Paragraph(title));
            let tell = SECTIONS
                .get(index)
                .map_or(matters::matters as _, |it| it.tell);
            pieces.extend(tell(self));
        }
        pieces
    }

    /// The unit and the year, as most sentences begin.
    fn whose(&self) -> String {
        format!("{}单位{}年", self.plan.unit, self.plan.year)
    }

    /// The sum of the kept lines.
    pub fn sum(&self, keep: impl Fn(&Line) -> bool) -> Pair {
        self.plan.ledger.sum(keep)
    }

    /// An amount with its unit.
    pub fn money(&self, amount: i64) -> String {
        format!("{}{}", self.plan.said.said(amount), self.plan.said.unit)
    }

    /// This year's amount of the kept lines, with its unit.
    pub fn now(&self, keep: impl Fn(&Line) -> bool) -> String {
        self.money(self.sum(keep).now)
    }

    /// How an amount has changed since last year.
    pub fn change(&self, amount: Pair) -> String {
        let (compared, change) = (&self.words.compared, amount.change());
        let money = self.money(change);
        match self.plan.said.seen(change).signum() {
            0 => format!("{compared}{}", self.words.unchanged),
            1 if amount.before == 0 => format!("{compared}增加{money}，上年没有此项预算"),
            sign => {
                let (rise, fall) = self.words.rates;
                let (more, rate) = if sign > 0 {
                    ("增加", rise)
                } else {
                    ("减少", fall)
                };
                let percent = percent(change, amount.before);
                format!("{compared}{more}{money}{}{rate}{percent}%", self.words.and)
            }
        }
    }

    /// How an amount has changed, and why.
    pub fn explained(&self, amount: Pair, topic: Topic) -> String {
        let reason = topic.reason(amount, self.plan.said);
        format!("{}，{}{reason}", self.change(amount), self.words.because)
    }

    /// The full name of a 项.
    pub fn item(&self, code: &str) -> String {
        let [class, group, item] = [3, 5, 7].map(|end| names::function(&code[..end]));
        format!("{class}（类）{group}（款）{item}（项）")
    }

    /// Numbered lines about each 项 of the kept lines: amount, change and reason.
    pub fn items(&self, keep: Keep) -> Vec<Piece> {
        let codes = self.plan.ledger.codes(|line| line.function, 7, keep);
        let told = |(index, code): (usize, &&'static str)| {
            let kept = |line: &Line| keep(line) && line.function == *code;
            let topic = match self.sum(|line| kept(line) && !line.is_basic()).now {
                0 => Topic::Staff,
                _ => Topic::Project,
            };
            paragraph(format!(
                "{}.{}：{}{}{}，{}。",
                index + 1,
                self.item(code),
                self.plan.year,
                self.words.planned,
                self.now(kept),
                self.explained(self.sum(kept), topic),
            ))
        };
        codes.iter().enumerate().map(told).collect()
    }

    /// The 类 of the kept lines.
    pub fn classes(&self, keep: Keep) -> Vec<&'static str> {
        self.plan.ledger.codes(|line| line.function, 3, keep)
    }

    /// A part's share of a whole.
    pub fn share(&self, part: i64, whole: i64) -> String {
        format!("{}{}%", self.words.share, percent(part, whole))
    }

    /// A section or a table that has nothing in it.
    fn nothing(&self, what: &str, title: &str) -> Vec<Piece> {
        let (whose, none) = (self.whose(), self.words.none);
        vec![paragraph(format!("{whose}{none}{what}，{title}为空表。"))]
    }
}

/// A paragraph of a disclosure.
fn paragraph(text: impl Into<String>) -> Piece {
    Piece::Paragraph(text.into())
}

/// The note under a table without content.
pub fn empty_note(plan: &Plan, what: &str, title: &str) -> String {
    let none = ["没有", "未安排"][(plan.wording % 2) as usize];
    format!(
        "备注：{}单位{}年{none}{what}，{title}为空表。",
        plan.unit, plan.year
    )
}
