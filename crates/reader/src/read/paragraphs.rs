//! Lines → paragraphs. A sentence that a line or a page broke is made whole again; headings, list
//! items, captions and titles stay on their own.
//!
//! A line is continued by the next one when it ends neither a sentence nor, by its last word, a
//! title, and the next one starts nothing of its own. One blank line between them may be a page
//! break; two part paragraphs.
use super::shape::{self, Shape};
use crate::{document::Paragraph, offset::ByteOffset};

/// Minimum length of a line that a margin broke, in characters: no page is narrower.
const BROKEN_LINE: usize = 18;
/// Maximum length of the last line of a heading, in characters.
const HEADING_REST: usize = 20;
/// Maximum number of lines of a paragraph.
const MOST_LINES: usize = 400;

/// A line's text, and how many blank lines part it from the one before.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// The line.
    pub paragraph: Paragraph,
    /// Blank lines before it.
    pub gap: usize,
}

/// Joins the lines that belong together.
pub(super) fn join(pieces: impl IntoIterator<Item = Piece>) -> Vec<Paragraph> {
    let mut joined = Vec::new();
    let mut open: Option<Open> = None;
    for piece in pieces {
        let shape = shape::shape(&piece.paragraph.text);
        match &mut open {
            Some(open) if shape == Shape::Plain && open.is_continued_by(&piece) => {
                open.push(piece.paragraph);
            }
            _ => joined.extend(
                open.replace(Open::new(piece.paragraph, shape))
                    .map(Open::close),
            ),
        }
    }
    joined.extend(open.map(Open::close));
    joined
}

/// A paragraph that may go on, with what is known of it so far.
struct Open {
    paragraph: Paragraph,
    shape: Shape,
    has_sentence_sign: bool,
    has_list_sign: bool,
    open_brackets: i32,
    length: usize,
    lines: usize,
}

impl Open {
    fn new(paragraph: Paragraph, shape: Shape) -> Self {
        let mut open = Open {
            shape,
            paragraph: Paragraph {
                text: String::new(),
                pieces: Vec::new(),
            },
            has_sentence_sign: false,
            has_list_sign: false,
            open_brackets: 0,
            length: 0,
            lines: 0,
        };
        open.push(paragraph);
        open
    }

    fn close(self) -> Paragraph {
        self.paragraph
    }

    fn push(&mut self, line: Paragraph) {
        let plain = shape::plain(&line.text, usize::MAX);
        let body = if self.length == 0 {
            shape::numbering(&plain).unwrap_or(&plain)
        } else {
            &plain
        };
        self.has_sentence_sign |= shape::has_sentence_sign(body);
        self.has_list_sign |= body.chars().any(|sign| sign == '、');
        self.open_brackets += open_brackets(&plain);
        self.length += plain.chars().count();
        self.lines += 1;
        append(&mut self.paragraph, line);
    }

    /// Whether a line that starts nothing of its own belongs to this.
    fn is_continued_by(&self, next: &Piece) -> bool {
        let tail = shape::tail(&self.paragraph.text, 12);
        let next_text = next.paragraph.text.as_str();
        if next.gap > 1 || self.lines >= MOST_LINES || self.is_whole(&tail) {
            return false;
        }
        if self.open_brackets > 0 || tail.ends_with(['，', '、', ',']) {
            return true;
        }
        if self.is_sentence(&tail) {
            return !shape::is_table_title(next_text);
        }
        self.is_broken_title(&tail, next)
    }

    /// Whether nothing can follow.
    fn is_whole(&self, tail: &str) -> bool {
        matches!(self.shape, Shape::Standalone | Shape::Label | Shape::Figure)
            || self.shape == Shape::Remark && self.length < BROKEN_LINE
            || shape::ends_sentence(tail)
            || shape::ends_with_page(tail)
    }

    /// Whether this is running text, which has to end with a full stop.
    fn is_sentence(&self, tail: &str) -> bool {
        self.has_sentence_sign || self.has_list_sign && !shape::ends_title(tail)
    }

    /// Whether a line without any punctuation goes on.
    fn is_broken_title(&self, tail: &str, next: &Piece) -> bool {
        let rest = shape::plain(&next.paragraph.text, 2 * HEADING_REST);
        let is_numbered = self.shape == Shape::Numbered;
        if shape::ends_title(tail) {
            return is_numbered && next.gap == 0 && is_title_word(&rest);
        }
        if self.length < BROKEN_LINE {
            return false;
        }
        let is_doubtful = shape::may_end_title(tail);
        if is_rest_of_heading(&rest) {
            return is_numbered || !is_doubtful;
        }
        if is_numbered && shape::begins_with_year(&rest) {
            return false;
        }
        let reads_on = shape::has_sentence_sign(&next.paragraph.text)
            || next.gap == 0 && rest.chars().count() >= BROKEN_LINE;
        !is_doubtful && reads_on
    }
}

/// Whether a heading whose first line is full ends with this.
fn is_rest_of_heading(rest: &str) -> bool {
    rest.chars().count() <= HEADING_REST
        && !shape::has_sentence_sign(rest)
        && shape::ends_title(rest)
}

/// Whether this is nothing but the last word of a heading that seemed whole: 情况 | 说明.
fn is_title_word(rest: &str) -> bool {
    let body = rest.trim_start_matches('的');
    rest.chars().count() <= 5
        && ["说明", "情况", "表", "公开", "明细", "总体"]
            .iter()
            .any(|word| body.starts_with(word))
}

/// Brackets and quotes opened in `text` less those closed.
fn open_brackets(text: &str) -> i32 {
    text.chars().fold(0, |open, sign| match sign {
        '（' | '(' | '“' | '《' | '【' => open + 1,
        '）' | ')' | '”' | '》' | '】' => open - 1,
        _ => open,
    })
}

/// Goes on with the next line of a paragraph.
pub(super) fn append(paragraph: &mut Paragraph, line: Paragraph) {
    if needs_blank(&paragraph.text, &line.text) {
        paragraph.text.push(' ');
    }
    let start = ByteOffset::end_of(&paragraph.text);
    let pieces = line.pieces.into_iter();
    paragraph
        .pieces
        .extend(pieces.map(|(offset, at)| (start + offset, at)));
    paragraph.text.push_str(&line.text);
}

/// Whether a line break parts two words or two numbers: between Chinese characters it parts nothing.
fn needs_blank(before: &str, after: &str) -> bool {
    let ends = (before.chars().next_back(), after.chars().next());
    matches!(ends, (Some(left), Some(right))
        if left.is_ascii_digit() && right.is_ascii_digit()
            || left.is_ascii_alphabetic() && right.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Where, offset::CharColumn, read::lines};

    fn paragraphs(text: &str) -> Vec<Paragraph> {
        let mut gap = 0;
        let mut pieces = Vec::new();
        for line in lines::split(text) {
            if line.is_blank() {
                gap += 1;
                continue;
            }
            let paragraph = lines::printed(line.text, line.number, line.column);
            pieces.push(Piece { paragraph, gap });
            gap = 0;
        }
        join(pieces)
    }

    fn texts(text: &str) -> Vec<String> {
        paragraphs(text).into_iter().map(|it| it.text).collect()
    }

    #[test]
    fn a_broken_sentence_is_made_whole() {
        for text in [
            "收入合计 3.20 万元，比上\n年增加。",
            "包括甲、乙、\n\n丙。",
            "本中心二〇二六年度的运转类支出由财政拨款安排的单\n\n位经费 1.00 万元，持平。",
            "（三）组织全市范围内各类公共服务事项的受理与\n协调、督办。",
            "购置（含车\n\n辆购置税）支出",
        ] {
            assert_eq!(texts(text), [text.replace('\n', "")]);
        }
    }

    #[test]
    fn a_heading_over_two_lines_is_one() {
        for heading in [
            "三、关于某某市档案信息资源服务中心 2026 年财政\n拨款收支情况的说明",
            "四、关于某某市档案信息资源服务中心 2026 年本年收入\n预算情况说明",
            "五、关于某某市档案信息资源服务中心 2026 年上\n\n年结余情况说明",
            "六、关于某某市档案信息资源服务中心 2026 年支出预算情况\n说明",
        ] {
            assert_eq!(texts(heading), [heading.replace('\n', "")]);
        }
    }

    #[test]
    fn what_stands_alone_stays_alone() {
        for text in [
            "目 录\n第一部分 概况\n一、主要职能\n二、机构设置",
            "一、主要职能\n本中心承担下列工作，由市政府管理。",
            "（二）政府采购\n2026 年没有安排政府采购预算，与上年持平。",
            "表 3\n\n收支总体情况表\n\n编制单位：某某中心\n\n单位：万元",
            "某某市档案信息资源服务中心\n\n2026 年 2 月 14 日",
            "支出增加 3.00 万元，原因是\n二、支出",
            "合计 3.00 万元；\n其中：基本支出 2.00 万元。",
            "一、收支总体情况……1\n收入总体情况……2",
            "收支平衡，没有结余\n\n\n下一段从这里开始。",
            "1. 房屋 3.00 平方米\n2. 车辆 1 辆",
            "1,570.10\n3,172.20\n收入合计",
            "二、本部门承担的年度重点工作与各项相关的事宜\n2026 年，本部门将做好各项工作。",
            "附件 2：\n某某市档案馆 2026 年预算公开\n",
        ] {
            let lines = text.lines().filter(|it| !it.is_empty());
            assert_eq!(texts(text), lines.collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_figure_behind_a_line_break_knows_its_line() {
        let [paragraph] =
            &paragraphs("  基本支出由两项组成，人员经费 1.20\n\n 万元，公用经费 3.45 万元。")[..]
        else {
            panic!();
        };
        let start = paragraph.text.find("3.45").expect("it was written there");
        let at = Where::Text {
            line: 3,
            column: CharColumn(10),
            end_column: CharColumn(14),
        };
        assert_eq!(
            paragraph.place(ByteOffset(start)..ByteOffset(start + 4)),
            Some(at)
        );
    }

    #[test]
    fn words_and_numbers_are_not_run_together() {
        assert_eq!(
            texts("共有设备 12\n30 台，正常。"),
            ["共有设备 12", "30 台，正常。"]
        );
        assert_eq!(
            texts("共有设备，共 12\n30 台。"),
            ["共有设备，共 12 30 台。"]
        );
    }
}
