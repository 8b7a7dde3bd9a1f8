//! From the left side of 收支总表 to the funds.
use super::{Stream, half::Half, is_rounding, less, total};
use crate::{budget::Budget, money::Amount};

/// A fund: its name, the rows of 收支总表 and the columns of 收入总表 that are it, and the name
/// it goes under where only a coarser division is known.
pub struct Fund {
    /// Its name in the flow.
    pub name: &'static str,
    /// Rows of 收支总表; each may be divided further.
    rows: &'static [&'static str],
    /// Columns of 收入总表.
    pub columns: &'static [&'static str],
    /// Where the funds are not told apart.
    pub coarse: &'static str,
}

/// This year's appropriation, its funds not told apart.
pub const APPROPRIATION: &str = "财政拨款";
/// Whatever is no appropriation of this year, not told apart.
pub const OTHER: &str = "其他资金";
/// All money, not told apart.
pub const ALL: &str = "全部资金";
/// 上年结转结余 as a fund.
const CARRIED: &str = "上年结转资金";

/// Every fund.
pub const FUNDS: &[Fund] = &[
    Fund {
        name: "一般公共预算",
        rows: &["一般公共预算拨款"],
        columns: &["一般公共预算", "上级一般公共预算转移支付"],
        coarse: APPROPRIATION,
    },
    Fund {
        name: "政府性基金预算",
        rows: &["政府性基金预算拨款"],
        columns: &["政府性基金预算", "上级政府性基金转移支付"],
        coarse: APPROPRIATION,
    },
    Fund {
        name: "国有资本经营预算",
        rows: &["国有资本经营预算拨款"],
        columns: &["国有资本经营预算", "上级国有资本经营转移支付"],
        coarse: APPROPRIATION,
    },
    Fund {
        name: "财政专户管理资金",
        rows: &["财政专户核拨"],
        columns: &["财政专户"],
        coarse: OTHER,
    },
    Fund {
        name: "单位资金",
        rows: &[
            "单位资金",
            "事业收入",
            "上级补助收入",
            "附属单位上缴收入",
            "事业单位经营收入",
            "其他收入",
        ],
        columns: &[
            "单位资金",
            "事业收入",
            "上级补助收入",
            "附属单位上缴收入",
            "事业单位经营收入",
            "经营收入",
            "其他收入",
        ],
        coarse: OTHER,
    },
    Fund {
        name: CARRIED,
        rows: &["上年结转结余"],
        columns: &["财政拨款结转", "非财政拨款结转结余", "上年结转"],
        coarse: OTHER,
    },
];

/// Sources and the funds they flow to. `known` are the funds that flow on.
pub fn streams(budget: &Budget, known: &[String]) -> Vec<Stream> {
    let Some(half) = Half::of(budget, "收支总表", 0) else {
        return Vec::new();
    };
    let tops: Vec<usize> = half.panel.children(None).collect();
    let walk = Walk {
        budget,
        half,
        known,
    };
    tops.into_iter().flat_map(|it| walk.row(it)).collect()
}

/// What classes of final accounts cost beyond this year's income: it was carried over, where the table of
/// income and expenditure says that so much was.
pub fn carried_over(budget: &Budget, income: &[Stream], spent: &[Stream]) -> Vec<Stream> {
    let fund = FUNDS.iter().find(|it| it.name == CARRIED);
    let half = Half::of(budget, "收支总表", 0);
    let Some((fund, half)) = fund.zip(half) else {
        return Vec::new();
    };
    let mut rows = fund.rows.iter().filter_map(|it| half.row(it));
    let carried = rows.next().map_or(Amount::NIL, |it| half.amount(it, 0));
    let mut streams: Vec<Stream> = Vec::new();
    for stream in spent {
        if streams.iter().any(|it| it.to == stream.from) {
            continue;
        }
        let class = &stream.from;
        let costs = total(
            spent
                .iter()
                .filter(|it| it.from == *class)
                .map(|it| it.amount),
        );
        let gets = total(
            income
                .iter()
                .filter(|it| it.to == *class)
                .map(|it| it.amount),
        );
        let beyond = less(costs, gets);
        if beyond.value > beyond.half_step && !gets.is_nil() {
            streams.push(Stream::new(CARRIED, class, beyond));
        }
    }
    let more = less(total(streams.iter().map(|it| it.amount)), carried);
    if more.value > more.half_step {
        return Vec::new();
    }
    streams
}

struct Walk<'a> {
    budget: &'a Budget,
    half: Half<'a>,
    known: &'a [String],
}

impl Walk<'_> {
    /// The streams that begin in a row or in the rows below it.
    fn row(&self, row: usize) -> Vec<Stream> {
        let name = &self.half.panel.rows[row].name;
        let fund = FUNDS.iter().find(|it| name.is_one_of(it.rows));
        match fund {
            Some(fund) if fund.name == CARRIED && !self.knows(CARRIED) => self.carried(row, fund),
            Some(fund) => self.divided(row, self.known_name(fund)),
            None => match self.parts(row) {
                Some(parts) => parts.into_iter().flat_map(|it| self.row(it)).collect(),
                None => vec![self.stream(row, self.or_all(OTHER))],
            },
        }
    }

    /// A fund's row, or its parts where they are all of it.
    fn divided(&self, row: usize, fund: &str) -> Vec<Stream> {
        let parts = self.parts(row).unwrap_or_else(|| vec![row]);
        parts.into_iter().map(|it| self.stream(it, fund)).collect()
    }

    fn stream(&self, row: usize, fund: &str) -> Stream {
        let name = &self.half.panel.rows[row].name;
        Stream::new(&name.text(), fund, self.half.amount(row, 0))
    }

    /// The rows below a row, if they add up to it.
    fn parts(&self, row: usize) -> Option<Vec<usize>> {
        let parts = self.half.below(row);
        let sum = total(parts.iter().map(|it| self.half.amount(*it, 0)));
        let rest = less(self.half.amount(row, 0), sum);
        (!parts.is_empty() && is_rounding(rest)).then_some(parts)
    }

    /// 财政拨款收支总表 divides what was carried over by fund; the rest is no appropriation.
    fn carried(&self, row: usize, fund: &Fund) -> Vec<Stream> {
        let name = self.half.panel.rows[row].name.text();
        let appropriated = Half::of(self.budget, "财政拨款收支总表", 0);
        let of_fund = |it: &Fund| {
            let half = appropriated?;
            let row = half.row(&format!("结转{}", it.name))?;
            let amount = half.amount(row, 0);
            (!amount.is_nil() && self.knows(it.name)).then(|| Stream::new(&name, it.name, amount))
        };
        let mut streams: Vec<Stream> = FUNDS.iter().filter_map(of_fund).collect();
        let rest: Amount = less(
            self.half.amount(row, 0),
            total(streams.iter().map(|it| it.amount)),
        );
        if !is_rounding(rest) || streams.is_empty() {
            streams.push(Stream::new(&name, self.known_name(fund), rest));
        }
        streams
    }

    fn knows(&self, name: &str) -> bool {
        self.known.iter().any(|it| it == name)
    }

    /// The fund, or the coarser division that flows on.
    fn known_name(&self, fund: &Fund) -> &'static str {
        match fund {
            _ if self.knows(fund.name) => fund.name,
            _ if self.knows(fund.coarse) => fund.coarse,
            _ => self.or_all(fund.name),
        }
    }

    fn or_all(&self, name: &'static str) -> &'static str {
        if self.knows(ALL) { ALL } else { name }
    }
}
