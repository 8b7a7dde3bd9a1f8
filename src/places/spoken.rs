//! Where a figure of a sentence stands, in words: what its clause speaks of.
use super::gloss::glossed;
use crate::budget::{Budget, Fact, Spot, name::UNRECOGNISED};

/// Of a clause that is not understood, so many signs before its figure are shown.
const SHOWN: usize = 20;

/// `文字“事业运行”增减额`
pub fn of_sentence(budget: &Budget, fact: &Fact) -> String {
    format!("文字“{}”{}", spoken_of(budget, fact), fact.name.column)
}

/// `text “事业运行” change`
pub fn of_sentence_en(budget: &Budget, fact: &Fact) -> String {
    let role = match &*fact.name.column.text() {
        "增减额" => "change",
        "增减率" => "rate of change",
        "占比" => "share",
        "完成率" => "rate of completion",
        "数量" => "number",
        "年初预算数" => "opening budget",
        "调整预算数" => "adjusted budget",
        "上年数" | "上年执行数" | "上年决算数" => "figure of last year",
        _ => "amount",
    };
    format!("text {} {role}", glossed(&spoken_of(budget, fact)))
}

/// What the sentence of a figure speaks of, or the words before it.
fn spoken_of(budget: &Budget, fact: &Fact) -> String {
    let subject = fact.name.row.words();
    if subject == UNRECOGNISED {
        return words_before(budget, fact).unwrap_or_else(|| subject.into_owned());
    }
    // 类、款、项: the last is told by itself.
    let last = subject.rsplit_once("(款)").map_or(&*subject, |it| it.1);
    last.to_owned()
}

/// The words of the clause before a figure, as printed.
fn words_before(budget: &Budget, fact: &Fact) -> Option<String> {
    let Spot::Span { start, .. } = fact.source.spot else {
        return None;
    };
    let mut prose = budget.prose();
    let passage = prose.find(|it| it.block == fact.source.block)?;
    let before = passage.text().get(..start.0)?.trim_end();
    let clause = before
        .rsplit(['，', '。', '；', '：', '、', ',', ';', ':'])
        .next()?;
    let signs: Vec<char> = clause.chars().filter(|it| !it.is_whitespace()).collect();
    let (cut, rest) = match signs.len().checked_sub(SHOWN) {
        Some(left) if left > 0 => ("…", &signs[left..]),
        _ => ("", &signs[..]),
    };
    (!rest.is_empty()).then(|| cut.chars().chain(rest.iter().copied()).collect())
}
