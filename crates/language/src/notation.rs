//! What was told, written in a short notation: the examples of the productions are held to it, and a
//! developer sees how a sentence is read.
//!
//! ```text
//! 支出=596.21                       an amount; 支出@2024 of another year, 支出/o of another version
//! 支出 ~2024: +94.35 +18.80%        a comparison: its change and rate
//! 支出 = 基本支出 + 项目支出           a list
//! 基本支出 : 支出 = 64.63%            a share
//! ```
use super::{
    lexicon::{Course, Order, Plan},
    told::{Comparison, FigureId, List, Listing, Role, Told, ToldFigure, Version},
};

impl Told {
    /// Everything told, one thing a line.
    pub fn notation(&self, year: i32) -> String {
        let ids = (0..self.figures.len()).map(FigureId);
        let amounts = ids.filter(|it| self.figure(*it).role == Role::Amount);
        let amounts = amounts.map(|it| format!("{}={}", self.name(it, year), self.number(it)));
        let comparisons = self.comparisons.iter().map(|it| self.comparison(it));
        let lists = self.lists.iter().filter(|it| !it.parts.is_empty());
        let lists = lists.map(|it| self.list(it, year));
        let shares = self.shares.iter().map(|it| {
            let part = it
                .part
                .map(|it| self.name(it, year))
                .or_else(|| it.part_name.clone());
            let base = it
                .base
                .map(|it| self.name(it, year))
                .or_else(|| it.base_name.clone());
            let (part, base) = (part.unwrap_or_default(), base.unwrap_or_default());
            format!("{part} : {base} = {}%", self.number(it.share))
        });
        let completions = self.completions.iter().map(|it| {
            let of = it.subject.clone().unwrap_or_default();
            format!(
                "{of} / {} = {}%",
                plan_mark(it.plan_version),
                self.number(it.rate)
            )
        });
        let orders = self.orders.iter().map(|it| {
            let order = match it.order {
                Order::Greater => '>',
                Order::Less => '<',
                Order::Equal => '=',
            };
            format!("o {order} {}", plan_mark(it.plan))
        });
        let denials = self.denials.iter().map(|it| {
            format!(
                "{}@{} = none",
                it.subject.clone().unwrap_or_default(),
                it.year
            )
        });
        let doubts = self
            .figures
            .iter()
            .filter_map(|it| Some(format!("? {} ({})", it.figure.number, it.doubt.as_ref()?)));
        let lines = amounts.chain(comparisons).chain(lists).chain(shares);
        let lines = lines
            .chain(completions)
            .chain(orders)
            .chain(denials)
            .chain(doubts);
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The figure.
    pub fn figure(&self, id: FigureId) -> &ToldFigure {
        &self.figures[id.0]
    }

    fn number(&self, id: FigureId) -> String {
        self.figure(id).figure.number.to_string()
    }

    fn name(&self, id: FigureId, year: i32) -> String {
        let it = self.figure(id);
        let subject = it.subject.as_deref().unwrap_or("?");
        let of_year = if it.year == year {
            String::new()
        } else {
            format!("@{}", it.year)
        };
        let version = match it.version {
            Version::Plan(Plan::Any) => "",
            Version::Plan(Plan::Opening) => "/i",
            Version::Plan(Plan::Adjusted) => "/f",
            Version::Outcome => "/o",
        };
        format!("{subject}{of_year}{version}")
    }

    fn comparison(&self, it: &Comparison) -> String {
        let mut text = format!(
            "{} ~{}",
            it.subject.as_deref().unwrap_or("?"),
            it.against.year
        );
        if let Some(Version::Plan(plan)) = it.against.version {
            text += &format!("/{}", plan_mark(plan));
        }
        text.push(':');
        if let Some(base) = it.base {
            text += &format!(" from {}", self.number(base));
        }
        if let Some(current) = it.current.or(it.topic) {
            text += &format!(" to {}", self.number(current));
        }
        for (id, ending) in [(it.change, ""), (it.rate, "%")] {
            if let Some(id) = id {
                let sign = match self.figure(id).course {
                    Some(Course::Up) => "+",
                    Some(Course::Down) => "-",
                    Some(Course::Either) => "±",
                    None => "",
                };
                text += &format!(" {sign}{}{ending}", self.number(id));
            }
        }
        if it.level.is_some() {
            text += " level";
        }
        if let Some(multiple) = it.multiple {
            text += &format!(" ×{}", self.number(multiple));
        }
        text
    }

    fn list(&self, list: &List, year: i32) -> String {
        let parts: Vec<String> = list.parts.iter().map(|it| self.name(*it, year)).collect();
        let whole = list.whole.map(|it| self.name(it, year));
        let sign = match list.listing {
            Listing::Some => "∋",
            Listing::Purpose => "⊇",
            _ if list.is_incomplete => "⊇",
            _ => "=",
        };
        format!(
            "{} {sign} {}",
            whole.as_deref().unwrap_or("?"),
            parts.join(" + ")
        )
    }
}

fn plan_mark(plan: Plan) -> char {
    match plan {
        Plan::Opening => 'i',
        Plan::Adjusted => 'f',
        Plan::Any => 'b',
    }
}
