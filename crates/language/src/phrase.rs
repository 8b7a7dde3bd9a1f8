//! What stands between two figures: the words on the way from one to the next.
use super::{
    lexicon::Course,
    token::{Sense, Token},
    told::{Version, WordAt},
};

/// Words from one figure to the next.
#[derive(Debug, Clone, Default)]
pub struct Phrase {
    /// Names of what comes, since the last comma.
    pub names: Vec<Token>,
    /// Names before them, joined by 和 or 、.
    pub joined: Vec<Vec<Token>>,
    /// The same before the last comma.
    pub kept: Vec<Token>,
    /// The same before the last comma, joined.
    pub kept_joined: Vec<Vec<Token>>,
    /// Names may not be taken for another thing any more: 二者.
    pub names_settled: bool,
    /// The year that is named.
    pub year: Option<i32>,
    /// The version that is named.
    pub version: Option<Version>,
    /// Which way something changed, and the word.
    pub course: Option<(Course, WordAt)>,
    /// What it is compared with.
    pub compare: Option<Compare>,
    /// 达到
    pub becomes: bool,
    /// 增加到: a direction with 到 behind it.
    pub may_become: bool,
    /// 由
    pub from: bool,
    /// 占
    pub share: bool,
    /// The names of the whole of a share.
    pub share_of: Vec<Token>,
    /// 同类
    pub of_its_kind: bool,
    /// The names before 占.
    pub share_by: Vec<Token>,
    /// 完成
    pub completes: bool,
    /// 合计
    pub total: bool,
    /// 三项: how many things told before are meant; 0 if that is not said.
    pub several: Option<usize>,
    /// 其余
    pub rest: bool,
    /// 扣除
    pub except: bool,
    /// 增加2辆、减少3辆: the change at hand is not all of it.
    pub moves_again: bool,
    /// 上述: the figure was told before.
    pub restates: bool,
    /// 每台
    pub each: bool,
    /// 局机关
    pub narrower: bool,
    /// 分别
    pub respectively: bool,
    /// 没有
    pub nothing: Option<WordAt>,
    /// Whether only a purchase is denied.
    pub nothing_bought: bool,
    /// 来自, 即
    pub source: bool,
    /// The number of an item.
    pub item: bool,
    /// 持平
    pub level: Option<WordAt>,
    /// 约
    pub rough: bool,
    /// 全县
    pub wider: bool,
    /// 在
    pub within: bool,
    /// 新增, 报废
    pub flow: Option<super::lexicon::Passage>,
    /// 主要原因
    pub reason: bool,
    /// 因此
    pub concludes: bool,
    /// What is counted: 批次, 人次.
    pub counted: Option<&'static str>,
    /// Words that were not understood where they stand.
    pub doubt: Option<String>,
    /// Whether a clause of unknown words stands between.
    pub passed_unknown: Option<String>,
    /// The tokens so far.
    pub seen: Vec<Token>,
}

/// What something is compared with.
#[derive(Debug, Clone, Default)]
pub struct Compare {
    /// Whether its words go on.
    pub open: bool,
    /// The year.
    pub year: Option<i32>,
    /// The version.
    pub version: Option<Version>,
    /// Names in it.
    pub names: Vec<Token>,
    /// Whether only the verb says that there is a comparison: 追加.
    pub is_implied: bool,
}

impl Phrase {
    /// The names that the next figure is of, and those joined to them.
    pub fn run(&self) -> (&[Token], &[Vec<Token>]) {
        match self.joined.split_last() {
            // 出国费预算、决算均为0: behind the last joining word only the version is named.
            Some((last, others)) if self.names.is_empty() => (last, others),
            _ if self.names.is_empty() => (&self.kept, &self.kept_joined),
            _ => (&self.names, &self.joined),
        }
    }

    /// What something is compared with has been said.
    pub fn close_comparison(&mut self) {
        if let Some(compare) = &mut self.compare {
            compare.open = false;
        }
    }

    /// Whether the last word was this one.
    pub fn ends_with(&self, is: impl Fn(&Token) -> bool) -> bool {
        self.seen.last().is_some_and(is)
    }

    /// Whether such a word was there.
    pub fn has(&self, is: impl Fn(&Token) -> bool) -> bool {
        self.seen.iter().any(is)
    }

    /// Notes words that were not understood where they stand.
    pub fn doubts(&mut self, words: &str) {
        self.doubt.get_or_insert_with(|| words.to_owned());
    }
}

/// Names that need another to say which: 支出, 收入, and both.
pub const GENERAL: [&str; 3] = ["支出", "收入", "收支"];

/// Whether a subject is one that needs another to say which.
pub fn is_general(subject: &str) -> bool {
    GENERAL.contains(&subject)
}

/// Whether a subject is all income or all expenditure, of the year alone or with what was carried over.
pub fn is_side(subject: &str) -> bool {
    is_general(subject) || matches!(subject, "本年收入" | "本年支出")
}

/// Before the subject of a figure that nothing names.
const UNNAMED: char = '#';

/// The subject of one of several figures in a row that nothing names: the same for what is said of
/// it behind.
pub(crate) fn unnamed(sentence: usize, place: usize) -> String {
    format!("{UNNAMED}{sentence}.{place}")
}

/// Whether nothing names what a subject stands for.
pub fn is_unnamed(subject: &str) -> bool {
    subject.starts_with(UNNAMED)
}

/// Endings of a name that say what of it is counted.
const COUNTING: [&str; 6] = ["批次", "人次", "数量", "个数", "数", "采购"];

/// The thing that names speak of: 公务接待费支出 is 公务接待费.
pub fn subject(names: &[Token]) -> Option<String> {
    let mut pieces: Vec<(bool, String)> = names.iter().filter_map(piece).collect();
    if let [.., before, last] = pieces.as_mut_slice()
        && is_general(&last.1)
    {
        if !before.0 {
            let joined = format!("{}{}", before.1, last.1);
            before.1 = joined;
        }
        pieces.pop();
    }
    let is_known = pieces.last().is_some_and(|it| it.0);
    let whole: String = pieces.into_iter().map(|it| it.1).collect();
    let counted = COUNTING.iter().find_map(|it| whole.strip_suffix(it));
    match counted {
        Some(shorter) if !is_known && !shorter.is_empty() => Some(shorter.to_owned()),
        _ => Some(whole).filter(|it| !it.is_empty()),
    }
}

/// A part of a name: whether it is a known one, and what it is called.
fn piece(token: &Token) -> Option<(bool, String)> {
    match &token.sense {
        Sense::Name(name) => Some((true, name.key.to_owned())),
        Sense::Unknown(text) => Some((false, text.clone())),
        _ => None,
    }
}
