//! Why a repair is thought to be right, in words.
use super::{Change, Repair, Slip, cost, model::usual_decimals, slip};
use crate::{
    budget::{Budget, Fact},
    note::Message,
};
use rust_decimal::Decimal;

impl Slip {
    /// What the hand did, in a few words.
    pub fn words(self) -> Message {
        let (zh, en) = match self {
            Slip::DigitsExchanged => ("两位数字对调", "two digits are exchanged"),
            Slip::OneDigit => ("一位数字写错", "one digit is mistyped"),
            Slip::DigitDroppedOrAdded => ("漏写或多写了一位数字", "a digit is dropped or added"),
            Slip::DecimalPoint => ("小数点移了位", "the decimal point has moved"),
            Slip::Unit => (
                "单位用错（元与万元之类）",
                "the unit is wrong (元 for 万元 or the like)",
            ),
            Slip::Sign => ("正负号相反", "the sign is the wrong one"),
            Slip::Copied => (
                "抄了同一行或上下相邻的数",
                "the figure beside, above or below was copied",
            ),
            Slip::Missing => ("此处漏填", "a figure is missing here"),
            Slip::Spurious => ("此处不应有数", "no figure belongs here"),
            Slip::WrongColumn => (
                "填错了栏，或两个数互换了位置",
                "in the wrong column, or two figures exchanged",
            ),
            Slip::NotUpdated => (
                "这张表没有随之更新：一项及其合计差同一个数",
                "this table was not updated: an item and its totals are off by the same amount",
            ),
            Slip::Other => (
                "只有改这个数，各处才对得上",
                "only a change of this figure makes everything agree",
            ),
        };
        Message::new(zh, en)
    }
}

impl Repair {
    /// Why this repair is plausible. Several slips at once are told one by one.
    pub fn reason(&self, budget: &Budget) -> Message {
        if self.slip != Slip::Other || self.changes.len() == 1 {
            return match self.changes.as_slice() {
                [only] => only.reason_of(budget, self.slip),
                _ => self.slip.words(),
            };
        }
        let each: Vec<Message> = self.changes.iter().map(|it| it.reason(budget)).collect();
        let joined = |words: &dyn Fn(&Message) -> &str, with: &str| {
            each.iter().map(words).collect::<Vec<_>>().join(with)
        };
        let count = each.len();
        Message::new(
            format!("{count} 个数同时有误：{}", joined(&|it| &it.zh, "；")),
            format!("{count} figures are wrong: {}", joined(&|it| &it.en, "; ")),
        )
    }
}

impl Change {
    /// Why this one figure is thought to be wrong.
    pub fn reason(&self, budget: &Budget) -> Message {
        self.reason_of(budget, self.slip(budget))
    }

    /// Which slip makes the printed figure of the suggested one, as far as their digits tell.
    fn slip(&self, budget: &Budget) -> Slip {
        let fact = budget.fact(self.fact);
        let decimals = usual_decimals(budget, fact);
        let written = cost::writing(fact, decimals);
        let meant = cost::meant(self.to, fact.unit, decimals);
        match (written, meant) {
            (Some(printed), Some(meant)) => slip::between(&printed, &meant).0,
            _ => Slip::Other,
        }
    }

    fn reason_of(&self, budget: &Budget, slip: Slip) -> Message {
        let fact = budget.fact(self.fact);
        let words = match slip {
            Slip::DigitDroppedOrAdded if self.to.abs() > fact.amount.value.abs() => {
                Message::new("漏写一位数字", "a digit is dropped")
            }
            Slip::DigitDroppedOrAdded => Message::new("多写一位数字", "a digit too many"),
            _ => slip.words(),
        };
        let meant = self.printed_like(budget);
        match slip {
            Slip::Spurious => words,
            Slip::Missing => Message::new(
                format!("{}：应为 {meant}", words.zh),
                format!("{}: {meant}", words.en),
            ),
            _ => Message::new(
                format!("{}：应为 {meant}，写成 {}", words.zh, fact.text.trim()),
                format!("{}: {} for {meant}", words.en, fact.text.trim()),
            ),
        }
    }

    /// The suggested figure in the unit of its place, with the decimals that its table has.
    fn printed_like(&self, budget: &Budget) -> Decimal {
        in_unit(self.to, budget, budget.fact(self.fact))
    }
}

/// An amount in the unit of a fact, with at least the decimals that its table has.
pub fn in_unit(amount: Decimal, budget: &Budget, fact: &Fact) -> Decimal {
    let figure = amount.checked_div(fact.unit.scale()).unwrap_or(amount);
    let mut figure = figure.normalize();
    let decimals = usual_decimals(budget, fact);
    if figure.scale() < decimals {
        figure.rescale(decimals);
    }
    figure
}
