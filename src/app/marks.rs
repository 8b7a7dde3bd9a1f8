//! The marks that figures get, as an auditor ticks them: a sign, a word and a class for each.

use crate::words::{Language, result};
use gouji::{note::Text, report::view::Mark};

/// The sign beside a figure.
pub const fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::Agree => "✓",
        Mark::WithinRounding => "≈",
        Mark::Disagree => "✗",
        Mark::Involved => "≠",
        Mark::Unchecked => "○",
        Mark::Blank => "",
    }
}

/// The word for it, which screen readers say.
pub const fn word(mark: Mark, language: Language) -> &'static str {
    language.of(text_of(mark))
}

const fn text_of(mark: Mark) -> Text {
    match mark {
        Mark::Agree => result::MARK_AGREE,
        Mark::WithinRounding => result::MARK_WITHIN_ROUNDING,
        Mark::Disagree => result::MARK_DISAGREE,
        Mark::Involved => result::MARK_INVOLVED,
        Mark::Unchecked => result::MARK_UNCHECKED,
        Mark::Blank => result::MARK_BLANK,
    }
}

/// The class that styles it.
pub const fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::Agree => "agree",
        Mark::WithinRounding => "within-rounding",
        Mark::Disagree => "disagree",
        Mark::Involved => "involved",
        Mark::Unchecked => "unchecked",
        Mark::Blank => "blank",
    }
}
