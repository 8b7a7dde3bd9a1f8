//! What a line of a Chinese official document is by its looks: a heading, a list item, a caption
//! of a table, or running text. Blanks never count.

/// What a line starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Whole by nature: 目录, 附件 3, 表 1, a date, a heading marked as one.
    Standalone,
    /// A numbered heading or an item of a list: 第一部分, 一、, （一）, 1., ①, a bullet.
    Numbered,
    /// A label of a table or form and what follows it: 编制单位：, 单位：万元.
    Label,
    /// A remark under a table: 备注：, 注：.
    Remark,
    /// Nothing but a figure: a cell of a table that lost its rows.
    Figure,
    /// None of these.
    Plain,
}

/// Labels that stand over a table.
const LABELS: &[&str] = &[
    "编制单位",
    "编制部门",
    "填报单位",
    "填报部门",
    "公开单位",
    "公开部门",
    "预算单位",
    "预算部门",
    "单位名称",
    "部门名称",
    "单位编码",
    "部门编码",
    "金额单位",
    "货币单位",
    "计量单位",
    "预算年度",
    "编制日期",
    "填报日期",
    "制表日期",
    "日期",
    "单位",
    "部门",
];
/// Labels of remarks under a table.
const REMARKS: [&str; 4] = ["备注", "附注", "注", "说明"];
/// What ends a title or heading and hardly ever a broken line.
const TITLE_ENDS: &[&str] = &[
    "说明", "情况", "表", "职能", "职责", "设置", "概况", "解释", "公开", "目录", "机构", "事项",
    "名单", "附件", "报告",
];
/// What may end a title as well as a broken line: money, and names of bodies.
const DOUBTFUL_ENDS: &[&str] = &[
    "收入",
    "支出",
    "预算",
    "决算",
    "经费",
    "资金",
    "拨款",
    "变化",
    "规模",
    "结构",
    "构成",
    "资产",
    "采购",
    "绩效",
    "人员",
    "编制",
    "费用",
    "中心",
    "局",
    "厅",
    "委",
    "会",
    "办公室",
    "院",
    "部",
    "处",
    "所",
    "站",
    "学校",
    "大学",
    "中学",
    "小学",
    "政府",
    "大队",
];

/// What a line starts, by its looks.
pub(super) fn shape(text: &str) -> Shape {
    let trimmed = text.trim();
    if is_marked_heading(trimmed) {
        return Shape::Standalone;
    }
    if has_bullet(trimmed) {
        return Shape::Numbered;
    }
    let plain = plain(trimmed, 64);
    if is_label(&plain) {
        Shape::Label
    } else if is_remark(&plain) {
        Shape::Remark
    } else if is_contents(&plain) || is_form_number(&plain) || is_date(&plain) {
        Shape::Standalone
    } else if numbering(&plain).is_some() {
        Shape::Numbered
    } else if is_figure(&plain) {
        Shape::Figure
    } else {
        Shape::Plain
    }
}

/// The first characters of a text without its blanks.
pub(super) fn plain(text: &str, most: usize) -> String {
    let seen = |c: &char| !c.is_whitespace();
    text.chars().filter(seen).take(most).collect()
}

/// The last characters of a text without its blanks.
pub(super) fn tail(text: &str, most: usize) -> String {
    let seen = |c: &char| !c.is_whitespace();
    let last: Vec<char> = text.chars().rev().filter(seen).take(most).collect();
    last.into_iter().rev().collect()
}

/// `# 第一部分`, as Markdown marks headings.
fn is_marked_heading(text: &str) -> bool {
    let rest = text.trim_start_matches('#');
    rest.len() < text.len() && rest.starts_with(' ')
}

fn has_bullet(text: &str) -> bool {
    const BULLETS: [char; 11] = ['•', '●', '◆', '■', '◇', '□', '★', '▲', '※', '○', '◎'];
    text.starts_with("- ") || text.starts_with("* ") || text.starts_with(BULLETS)
}

fn is_label(plain: &str) -> bool {
    let plain = plain.trim_start_matches(['（', '(']);
    label(plain).is_some_and(|label| LABELS.contains(&label))
}

/// Whether a text is a remark under a table.
pub(super) fn is_remark(plain: &str) -> bool {
    label(plain).is_some_and(|label| REMARKS.contains(&label))
}

/// What stands before the first colon.
fn label(plain: &str) -> Option<&str> {
    plain.split_once(['：', ':']).map(|(label, _)| label)
}

/// 目录 or 附件 3.
fn is_contents(plain: &str) -> bool {
    let rest = ["附件", "附表", "附录"]
        .iter()
        .find_map(|name| plain.strip_prefix(name));
    plain == "目录"
        || rest.is_some_and(|rest| {
            rest.is_empty() || rest.starts_with(|c| is_numeral(c) || c == '：' || c == ':')
        })
}

/// 表 1, 表三, 公开01表, 预算公开05表; nothing but that, a short name aside.
fn is_form_number(plain: &str) -> bool {
    let plain = plain.trim_matches(['（', '）', '(', ')', '：', ':', '.', '．', '、']);
    let after = |rest: &str| {
        let number = rest.trim_start_matches(['-', '－']);
        number.starts_with(is_numeral)
            && number.chars().all(|c| is_numeral(c) || "-－之".contains(c))
    };
    let before = |rest: &str| {
        let name = rest.trim_end_matches(|c: char| is_numeral(c));
        name.len() < rest.len() && name.chars().count() <= 6 && !has_sentence_sign(name)
    };
    plain.strip_prefix("附表").is_some_and(after)
        || plain.strip_prefix('表').is_some_and(after)
        || plain.strip_suffix('表').is_some_and(before)
}

fn is_figure(plain: &str) -> bool {
    plain.contains(|c: char| c.is_ascii_digit())
        && plain
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.' | b'-' | b'%'))
}

/// Whether a text begins with a year, as the first sentence under a heading often does.
pub(super) fn begins_with_year(plain: &str) -> bool {
    let rest = plain.trim_start_matches(|c: char| c.is_ascii_digit());
    plain.len() - rest.len() == 4 && rest.starts_with('年')
}

/// A line that is nothing but a date or a year.
fn is_date(plain: &str) -> bool {
    let plain = plain.trim_matches(['（', '）', '(', ')']);
    let numeral = |c: char| c.is_ascii_digit() || "〇○零一二三四五六七八九十".contains(c);
    let known = |c: char| numeral(c) || "年月日度".contains(c);
    plain.starts_with(numeral) && plain.contains('年') && plain.chars().all(known)
}

fn is_numeral(c: char) -> bool {
    const CHINESE: [char; 13] = [
        '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百',
    ];
    c.is_ascii_digit() || ('０'..='９').contains(&c) || CHINESE.contains(&c)
}

/// What follows the number of a heading or list item: 第一部分, 一、, （一）, 1. (but no decimal),
/// 1）, ①. `None` if it has none.
pub(super) fn numbering(plain: &str) -> Option<&str> {
    if let Some(rest) = plain.strip_prefix('第') {
        let unit = rest.trim_start_matches(is_numeral);
        let units = ["部分", "章", "节", "篇", "编", "条"];
        let found = units.iter().find_map(|name| unit.strip_prefix(name));
        return found.filter(|_| unit.len() < rest.len());
    }
    if plain.starts_with(|c| ('①'..='⒇').contains(&c)) {
        return plain.chars().next().map(|c| &plain[c.len_utf8()..]);
    }
    let open = plain.strip_prefix(['（', '(']);
    let number = open.unwrap_or(plain);
    let rest = number.trim_start_matches(is_numeral);
    let digits = number[..number.len() - rest.len()].chars().count();
    if !(1..=3).contains(&digits) {
        return None;
    }
    if open.is_some() {
        return rest.strip_prefix(['）', ')']);
    }
    if let Some(rest) = rest.strip_prefix(['、', '）', ')']) {
        return Some(rest);
    }
    let is_decimal = |rest: &&str| rest.starts_with(|c: char| c.is_ascii_digit());
    rest.strip_prefix(['.', '．']).filter(|it| !is_decimal(it))
}

/// Whether a sentence, or a part of one that may stand alone, ends here.
pub(super) fn ends_sentence(tail: &str) -> bool {
    let body = tail.trim_end_matches(['”', '’', '"', '」', '』', '】', '》', '）', ')']);
    let mut signs = body.chars().rev();
    match signs.next() {
        Some('。' | '！' | '？' | '；' | '：' | '!' | '?' | ';' | ':' | '…' | '．') => true,
        Some('.') => signs.next().is_some_and(|c| c.is_ascii_alphabetic()),
        _ => false,
    }
}

/// Whether the line is a heading with leader dots and a page number, as in a table of contents.
pub(super) fn ends_with_page(tail: &str) -> bool {
    let dots = tail.trim_end_matches(|c: char| c.is_ascii_digit());
    dots.len() < tail.len()
        && ["…", "...", "···", "．．", "。。"]
            .iter()
            .any(|it| dots.ends_with(it))
}

/// Whether punctuation says that this is a sentence, not a title. A comma between digits does not.
pub(super) fn has_sentence_sign(text: &str) -> bool {
    const SIGNS: [char; 8] = ['，', '。', '；', '：', ';', ':', '！', '？'];
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let is_comma = sign == ',' && !signs.peek().is_some_and(char::is_ascii_digit);
        if is_comma || SIGNS.contains(&sign) {
            return true;
        }
    }
    false
}

/// Whether a title or heading may well end so.
pub(super) fn ends_title(tail: &str) -> bool {
    let tail = tail.trim_end_matches(['）', ')', '”', '》']);
    TITLE_ENDS.iter().any(|end| tail.ends_with(end))
}

/// Whether a title may end so, but a broken line as well.
pub(super) fn may_end_title(tail: &str) -> bool {
    DOUBTFUL_ENDS.iter().any(|end| tail.ends_with(end))
}

/// Whether the line is the title of a table.
pub(super) fn is_table_title(text: &str) -> bool {
    let plain = plain(text, 48);
    let body = plain
        .strip_suffix(['）', ')'])
        .map_or(plain.as_str(), |it| {
            it.rsplit_once(['（', '(']).map_or(it, |(body, _)| body)
        });
    (5..=40).contains(&body.chars().count())
        && body.ends_with('表')
        && !has_sentence_sign(body)
        && !body.ends_with("为空表")
}
