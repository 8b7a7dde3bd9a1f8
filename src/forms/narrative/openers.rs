//! What opens a section without a heading on record: the sentence that tells its total by name.
use super::{Section, SectionForm, section_named};

/// Names of totals that leave no doubt what the sentence is about, with the section it might stand in.
/// A government tells 一般公共预算支出 of all its bodies, so that does not say whose it is.
const OPENERS: &[(Section, &[&str])] = &[
    (
        Section::OVERVIEW,
        &[
            "收支总预算",
            "收、支总预算",
            "收支总计",
            "收、支总计",
            "收支预算总额",
            "收入、支出总计",
            "收入支出总计",
            "收入、支出决算总计",
            "收入支出决算总计",
        ],
    ),
    (
        Section::APPROPRIATIONS,
        &[
            "财政拨款收支总预算",
            "财政拨款收、支总预算",
            "财政拨款收支总计",
            "财政拨款收、支总计",
            "财政拨款收入、支出总计",
            "财政拨款收入、支出决算总计",
        ],
    ),
    (
        Section::GENERAL_BUDGET,
        &[
            "一般公共预算财政拨款支出",
            "一般公共预算拨款支出",
            "一般公共预算当年拨款",
        ],
    ),
    (
        Section::GOVERNMENT_FUNDS,
        &["政府性基金预算财政拨款支出", "政府性基金预算拨款支出"],
    ),
    (
        Section::THREE_PUBLIC,
        &[
            "三公经费",
            "三公经费预算",
            "三公经费支出",
            "三公经费支出预算",
            "三公经费支出决算",
            "财政拨款三公经费支出预算",
            "财政拨款三公经费支出决算",
            "一般公共预算三公经费",
            "一般公共预算财政拨款三公经费支出决算",
        ],
    ),
    (
        Section::RUNNING_COSTS,
        &["机关运行经费", "机关运行经费支出", "机关运行经费预算"],
    ),
    (
        Section::PROCUREMENT,
        &["政府采购", "政府采购预算", "政府采购支出"],
    ),
];

/// Words in the heading above that make a total another's, or one of several.
const OF_OTHERS: &[&str] = &[
    "项目", "专项", "转移", "本级", "所属", "下属", "直属", "全市", "全县", "全区", "全省", "上年",
    "绩效",
];

/// The section whose total a phrase is, below a heading that is on no record.
pub fn opened_by(phrase: &str, heading: &str) -> Option<&'static SectionForm> {
    let of_others = OF_OTHERS.iter().any(|it| heading.contains(it));
    let opens = |it: &&(Section, &[&str])| it.1.contains(&phrase);
    let opener = OPENERS.iter().find(opens).filter(|_| !of_others)?;
    section_named(opener.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_opener_opens_its_section() {
        for (section, phrases) in OPENERS {
            for phrase in *phrases {
                let opened = opened_by(phrase, "");
                assert_eq!(opened.map(|it| it.section), Some(*section), "{phrase}");
            }
        }
    }
}
