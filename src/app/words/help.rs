//! What the help says: keys, marks, privacy, limits.

use gouji::note::{Text, text};

pub const KEYS: Text = text("键盘", "Keys");
pub const MARKS: Text = text("记号", "Marks");
pub const MARKS_MEAN: [(&str, Text); 5] = [
    (
        "✓",
        text(
            "相符：参加的核对全部对得上",
            "agrees: every check it stands in holds",
        ),
    ),
    (
        "≈",
        text(
            "尾差：差额可以用四舍五入解释",
            "within rounding: the difference is explained by rounding",
        ),
    ),
    (
        "✗",
        text(
            "不符：最可能写错的就是它",
            "disagrees: most probably what is wrong",
        ),
    ),
    (
        "≠",
        text(
            "与不符处有关：所在的核对对不上，写错的更可能是别的数字，或者还说不准是哪个",
            "near a disagreement: its check does not hold, but another figure is more probably wrong, or nobody can say which",
        ),
    ),
    (
        "○",
        text(
            "未核对：没有规则把它和别的数字联系起来",
            "unchecked: no rule ties it to another figure",
        ),
    ),
];
pub const KEY_LIST: [(&str, Text); 9] = [
    ("n", text("下一处不符", "next disagreement")),
    ("p", text("上一处不符", "previous disagreement")),
    (
        "Enter",
        text(
            "到它的位置；在数字上：看它的核对",
            "go to its place; on a figure: its checks",
        ),
    ),
    (
        "← ↑ → ↓",
        text("在表里从数字到数字", "from figure to figure in a table"),
    ),
    ("/", text("查找", "search")),
    ("1 – 5", text("换到第几个标签", "switch the tab")),
    (
        "[ ]",
        text(
            "几份文件时：上一份、下一份",
            "of several documents: the one before, the next",
        ),
    ),
    ("Esc", text("返回", "back")),
    ("?", text("本页", "this list")),
];
pub const PRIVATE: Text = text(
    "数据不离开本机，怎样验证",
    "How to verify that nothing leaves this machine",
);
pub const PRIVATE_STEPS: [Text; 3] = [
    text(
        "打开一次本页后断开网络，再拖入文件：照常核对。",
        "Open this page once, disconnect the network, then drop a file: it is checked as usual.",
    ),
    text(
        "按 F12 打开“网络”，拖入文件：没有任何请求带走它。",
        "Press F12, open Network and drop a file: no request takes it away.",
    ),
    text(
        "本页的安全策略（Content-Security-Policy）只允许取本站自己的文件，浏览器会拦下其他任何连接。",
        "The page's policy (Content-Security-Policy) allows files of this site only; the browser stops every other connection.",
    ),
];
pub const LIMITS: Text = text("核对不了什么", "What it cannot check");
pub const LIMITS_LIST: [Text; 2] = [
    text(
        "数字本身是不是真的、该不该花：这里只看公开的数字彼此对不对得上。",
        "Whether a figure is true or the money well spent: only whether published figures answer for each other.",
    ),
    text(
        "图片和扫描件里的文字；请用可以复制文字的文件。",
        "Text in pictures and scans; use a file whose text can be copied.",
    ),
];
