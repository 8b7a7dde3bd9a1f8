//! Every word that carries meaning in a sentence of a budget, once: a new word is a new line here.
mod amounts;
mod causes;
mod changes;
mod names;
mod structure;

pub use causes::{CAUSES, Cause};
pub use names::{
    ACCOUNTS, Account, DIVISIONS, Division, IMPLICATIONS, Implication, NAMES, Name, fund,
    names_difference, names_sum,
};

use aho_corasick::{AhoCorasick, MatchKind};
use std::sync::LazyLock;

/// What a word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// 增加, 下降: that something changed, and which way.
    Direction(Course),
    /// 增幅, 增加额: the same as a noun, behind which 为 tells how much.
    ChangeOf(Course),
    /// 持平: that nothing changed.
    Level,
    /// 大于: how an outcome stands to its plan.
    Compared(Order),
    /// 较, 同比, 相比: that something is compared.
    Compare(Comparing),
    /// 达到: what something became.
    To,
    /// 由, 从: what something was, or is made of.
    From,
    /// 上年, 本年.
    Time(Age),
    /// 年初预算: a plan.
    Plan(Plan),
    /// 决算数: what came of it.
    Outcome,
    /// 占
    Share,
    /// 同类: the whole is that of each kind, and nowhere told.
    Alike,
    /// 完成
    Completion,
    /// 来自, 用于: where money comes from or goes to.
    Source,
    /// 其中, 包括: parts follow.
    Parts(Listed),
    /// 合计: a sum of what was listed.
    Total,
    /// 共: the same, where a clause begins with it.
    Altogether,
    /// 其余
    Rest,
    /// 扣除
    Except,
    /// 以外: ends what 除 leaves out.
    Outside,
    /// 每台: what each of several costs.
    Each,
    /// 超收, 追加: that a plan was passed, and which way.
    OverPlan(Course),
    /// 基本持平: that it hardly changed.
    NearlyLevel,
    /// 等: that a list is not complete.
    Incomplete,
    /// 分别
    Respectively,
    /// 没有, 未安排
    Nothing,
    /// 未购置: that nothing was bought.
    NothingBought,
    /// 主要原因是: what follows says why.
    Reason,
    /// 因此: what follows comes of a reason.
    Therefore,
    /// 主要用于: what follows lists what it is spent on.
    Purpose,
    /// 新增, 报废: what came and went between two counts.
    Flow(Passage),
    /// 组成: ends a list of parts that 由 began, or one told before.
    Made,
    /// 收支平衡
    Balanced,
    /// 在
    Within,
    /// 全部为
    Wholly,
    /// 和, 及
    Join,
    /// 人次: what is counted, where several counts share a noun.
    Counted(&'static str),
    /// 为, 到, 至
    Is,
    /// 约
    Rough,
    /// 的
    Of,
    /// 中: inside what was told.
    Inside,
    /// 全县: of more than the body that publishes.
    Wider,
    /// 局机关: of a part of the body that publishes.
    Narrower,
    /// 本部门: of all bodies of a department.
    Department,
    /// 本单位: of the body that publishes.
    Own,
    /// Words without meaning for the sum.
    Filler,
}

/// Which way something moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Course {
    /// 增加
    Up,
    /// 减少
    Down,
    /// 增减: either way.
    Either,
}

/// How one figure stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// 大于
    Greater,
    /// 小于
    Less,
    /// 等于
    Equal,
}

/// How a word compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparing {
    /// 较: what it is compared with follows.
    Opening,
    /// 与, 同: so too, or a joining word.
    Perhaps,
    /// 相比: what it is compared with stands before.
    Closing,
    /// 同比: with last year.
    LastYear,
}

/// When.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// 上年
    Last,
    /// 本年
    This,
}

/// Which plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Plan {
    /// 年初预算
    Opening,
    /// 全年预算, 调整预算
    Adjusted,
    /// 预算
    Any,
}

/// How parts are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// 其中
    OfWhich,
    /// 包括
    Including,
    /// 含: some of them.
    Among,
    /// 具体情况如下: lines follow that may be anything.
    Details,
}

/// Whether something came or went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passage {
    /// 新增
    In,
    /// 报废
    Out,
}

/// Words of one kind.
#[derive(Debug)]
pub struct Entry {
    /// What they mean.
    pub kind: Kind,
    /// The words, in half width and without quotes.
    pub words: &'static [&'static str],
}

/// Shorthand for the lists of words.
const fn entry(kind: Kind, words: &'static [&'static str]) -> Entry {
    Entry { kind, words }
}

/// Every entry.
fn entries() -> impl Iterator<Item = &'static Entry> {
    let all = [changes::ENTRIES, amounts::ENTRIES, structure::ENTRIES];
    all.into_iter().flatten()
}

/// Names that are others before some words: 本年支出预算 is this year's 支出预算, and not 本年支出.
const NOT_BEFORE: [(&[&str], &[&str]); 1] = [(&["本年收入", "本年支出"], &["预算", "决算"])];

/// Whether a word found in a text is another one, for what stands behind it.
pub fn is_other(word: &str, behind: &str) -> bool {
    let names = |it: &&(&[&str], &[&str])| it.0.contains(&word);
    let begins = |it: &(&[&str], &[&str])| it.1.iter().any(|it| behind.starts_with(it));
    NOT_BEFORE.iter().filter(names).any(begins)
}

/// Words of one sign that are words by themselves only: inside others they are a part of a name
/// (公共 is not 共), unless a figure follows at once.
const ONLY_BY_THEMSELVES: &str = "共在中后数总额达到至约了是高低多少超增减升降涨同等无含除略净每";

/// What a word found in a text is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Found {
    /// A word with a meaning.
    Word(Kind),
    /// The name of a thing.
    Name(&'static Name),
}

/// The words of the lexicon, to be found in a text.
struct Finder {
    automaton: AhoCorasick,
    found: Vec<Found>,
}

static FINDER: LazyLock<Finder> = LazyLock::new(|| {
    let all = words();
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::Standard)
        .build(all.iter().map(|it| it.0.as_str()))
        .expect("the words are some two thousand short ones");
    let found = all.into_iter().map(|it| it.1).collect();
    Finder { automaton, found }
});

/// Every word and spelling, with what it is.
fn words() -> Vec<(String, Found)> {
    let words = entries().flat_map(|it| it.words.iter().map(|word| (*word, Found::Word(it.kind))));
    let spelled = |it: &'static Name| {
        let spellings = std::iter::once(&it.key).chain(it.spellings);
        spellings.map(move |word| (*word, Found::Name(it)))
    };
    let all = words.chain(NAMES.iter().flat_map(spelled));
    let mut all: Vec<(String, Found)> = all.map(|(word, found)| (word.to_owned(), found)).collect();
    let verbs = changes::STEMS.iter();
    let verbs = verbs.flat_map(|(course, stems)| stems.iter().map(|stem| (*course, *stem)));
    all.extend(verbs.flat_map(|(course, stem)| made_of(stem, course)));
    all
}

/// A verb of change, and what is made of it: 增加了, 增加到, 增加额.
fn made_of(stem: &str, course: Course) -> Vec<(String, Found)> {
    let verbs = [stem.to_owned(), format!("{stem}了")].into_iter();
    let arrivals = changes::ARRIVALS.iter().map(|it| format!("{stem}{it}"));
    let nouns = changes::NOUNS.iter().map(|it| format!("{stem}{it}"));
    let found = |kind: Kind| move |word: String| (word, Found::Word(kind));
    let verbs = verbs.map(found(Kind::Direction(course)));
    let arrivals = arrivals.map(found(Kind::To));
    let nouns = nouns.map(found(Kind::ChangeOf(course)));
    verbs.chain(arrivals).chain(nouns).collect()
}

/// A word in a text: its first byte, the byte behind it, and what it is.
#[derive(Debug, Clone, Copy)]
pub struct Hit {
    /// First byte.
    pub start: usize,
    /// Behind the last byte.
    pub end: usize,
    /// What it is.
    pub found: Found,
}

/// Every word in a text, by where it begins, the longest first.
pub fn hits(text: &str) -> Vec<Hit> {
    let finder = &*FINDER;
    let mut hits: Vec<Hit> = finder
        .automaton
        .find_overlapping_iter(text)
        .map(|it| Hit {
            start: it.start(),
            end: it.end(),
            found: finder.found[it.pattern().as_usize()],
        })
        .collect();
    hits.sort_by_key(|it| (it.start, std::cmp::Reverse(it.end)));
    hits
}

/// Whether a word of one sign stands for itself only where it is no part of a name.
pub fn is_only_by_itself(word: &str) -> bool {
    let mut signs = word.chars();
    let first = signs.next();
    signs.next().is_none() && first.is_some_and(|it| ONLY_BY_THEMSELVES.contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn every_word_stands_once() {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for (word, _) in words() {
            *counts.entry(word).or_default() += 1;
        }
        counts.retain(|_, count| *count > 1);
        assert_eq!(counts, BTreeMap::new());
    }

    #[test]
    fn the_longest_word_comes_first() {
        let hits = hits("年初预算数");
        assert_eq!(hits[0].found, Found::Word(Kind::Plan(Plan::Opening)));
        assert_eq!((hits[0].start, hits[0].end), (0, "年初预算数".len()));
    }
}
