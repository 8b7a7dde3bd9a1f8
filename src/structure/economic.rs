//! From basic and project expenditure to the economic classes.
use super::{Stream, half::Half, is_rounding, less, total};
use crate::{budget::Budget, money::Amount};

/// What no table gives an economic class.
pub const NOT_STATED: &str = "未列明经济分类";
/// 基本支出
pub const BASIC: &str = "基本支出";
/// 项目支出
pub const PROJECTS: &str = "项目支出";
/// Tables that name economic classes.
pub const TABLES: [&str; 2] = ["一般公共预算基本支出表", "一般公共预算项目支出表"];

/// The economic classes that are columns of 一般公共预算项目支出表.
pub const CLASSES: &[(&str, &str)] = &[
    ("301", "工资福利支出"),
    ("302", "商品和服务支出"),
    ("303", "对个人和家庭的补助"),
    ("307", "债务利息及费用支出"),
    ("309", "资本性支出（基本建设）"),
    ("310", "资本性支出"),
    ("311", "对企业补助（基本建设）"),
    ("312", "对企业补助"),
    ("313", "对社会保障基金补助"),
    ("399", "其他支出"),
];

/// From basic and project expenditure to economic classes; `before` are the streams that flow in.
pub fn streams(budget: &Budget, before: &[Stream]) -> Vec<Stream> {
    let mut streams = [basic(budget), projects(budget)].concat();
    if streams.is_empty() {
        return streams;
    }
    let mut inner: Vec<&str> = before.iter().map(|it| it.to.as_str()).collect();
    inner.sort_unstable();
    inner.dedup();
    for name in inner {
        let of = |streams: &[Stream], end: fn(&Stream) -> &str| {
            let mine = streams.iter().filter(|it| end(it) == name);
            total(mine.map(|it| it.amount))
        };
        let rest = less(of(before, |it| &it.to), of(&streams, |it| &it.from));
        if rest.value > rest.half_step {
            streams.push(Stream::new(name, NOT_STATED, rest));
        }
    }
    streams.retain(|it| !it.amount.is_nil());
    streams
}

fn basic(budget: &Budget) -> Vec<Stream> {
    let halves = Half::all(budget, TABLES[0]);
    let classes = halves.iter().flat_map(|half| {
        half.classes()
            .map(|(row, class)| Stream::new(BASIC, &class, half.under(row, "合计")))
    });
    classes.collect()
}

fn projects(budget: &Budget) -> Vec<Stream> {
    let columns = project_classes(budget).into_iter();
    columns
        .map(|(code, _, amount)| Stream::new(PROJECTS, code, amount))
        .collect()
}

/// Code, name and amount of each economic class in 一般公共预算项目支出表.
pub fn project_classes(budget: &Budget) -> Vec<(&'static str, &'static str, Amount)> {
    let Some(half) = Half::of(budget, TABLES[1], 0) else {
        return Vec::new();
    };
    let sum = |column: &str| match half.panel.total() {
        Some(row) => half.under(row, column),
        None => total(half.panel.children(None).map(|row| half.under(row, column))),
    };
    let found = CLASSES.iter().map(|(code, name)| (*code, *name, sum(name)));
    found.filter(|it| !it.2.is_nil()).collect()
}

/// From classes to basic and project expenditure: the columns of 支出总表 beside its total. Where it
/// is lacking, 一般公共预算支出表 serves if it is all the expenditure there is.
pub fn split(budget: &Budget, whole: Option<Amount>) -> Vec<Stream> {
    let general = || {
        let half = Half::of(budget, "一般公共预算支出表", 0)?;
        let sum = total(half.classes().map(|(row, _)| half.under(row, "合计")));
        whole
            .is_none_or(|it| is_rounding(less(it, sum)))
            .then_some(half)
    };
    let of_all = Half::of(budget, "支出总表", 0).filter(Half::has_codes);
    let Some(half) = of_all.or_else(general) else {
        return Vec::new();
    };
    let parts = half.panel.columns.iter().enumerate();
    let parts: Vec<_> = parts.filter(|(_, it)| !it.name.is("合计")).collect();
    half.classes()
        .flat_map(|(row, class)| {
            let stream = move |(column, it): &(usize, &crate::budget::Column)| {
                Stream::new(&class, &it.name.text(), half.amount(row, *column))
            };
            parts.iter().map(stream).collect::<Vec<_>>()
        })
        .collect()
}
