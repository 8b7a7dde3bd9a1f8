//! 公开: whether all is there, and nothing that should not be.
mod contents;
mod date;
mod entries;
mod marks;
mod numbers;
mod personal;
mod required;
mod year_title;

pub(crate) use entries::{contents, title};

use crate::{
    claim::Severity,
    note::text,
    rule::{Requirement::Words, Rule, RuleKind, always},
};

/// Rules on what is published.
pub const RULES: &[Rule] = &[CONTENTS, REQUIRED, YEAR_TITLE, DATE, PERSONAL, MARKS];

const CONTENTS: Rule = Rule {
    id: "disclosure/contents",
    title: text("目录与正文一致", "The contents agree with the document"),
    kind: RuleKind::Disclosure,
    basis: text(
        "目录所列即正文所有",
        "What the contents list is what the document holds",
    ),
    checks: &[always(Severity::Warning, Words(contents::check))],
    why: text(
        "目录列出的表或部分在正文中找不到，读者会以为漏了内容。",
        "A table or section that the contents list and the document lacks looks as if it were left out.",
    ),
    remedy: text(
        "补上缺少的表或部分，或者改正目录。",
        "Add what is missing, or correct the contents.",
    ),
    holds: &["
        目录
        第一部分 单位概况
        第二部分 单位预算表
        一、收支总表
        二、支出总表
        第三部分 名词解释
        第一部分 单位概况
        本单位负责窗口服务。
        第二部分 单位预算表
        收支总表 | 预算数
        本年收入 | 9.00
        收入总计 | 9.00
        支出总表 | 合计 | 基本支出 | 项目支出
        201 一般公共服务支出 | 9.00 | 9.00 |
        总计 | 9.00 | 9.00 |
        第三部分 名词解释
        基本支出：维持运转的支出。"],
    fails: &["
        目录
        第一部分 单位概况
        第二部分 单位预算表
        一、收支总表
        二、支出总表
        三、政府性基金预算支出表
        第三部分 名词解释
        第一部分 单位概况
        本单位负责窗口服务。
        第二部分 单位预算表
        收支总表 | 预算数
        本年收入 | 9.00
        收入总计 | 9.00
        支出总表 | 合计 | 基本支出 | 项目支出
        201 一般公共服务支出 | 9.00 | 9.00 |
        总计 | 9.00 | 9.00 |
        第三部分 名词解释
        基本支出：维持运转的支出。"],
};

const REQUIRED: Rule = Rule {
    id: "disclosure/required",
    title: text("应当公开的表和说明齐全", "What must be published is there"),
    kind: RuleKind::Disclosure,
    basis: text(
        "《预算法》第十四条；财预〔2016〕143号《地方预决算公开操作规程》",
        "Budget Law, article 14; 财预〔2016〕143号",
    ),
    checks: &[always(Severity::Warning, Words(required::check))],
    why: text(
        "至少应公开八张表，并说明“三公”经费、机关运行经费、政府采购等事项；空表也要列出。",
        "Eight tables at the least are published, empty ones too, and running costs, procurement and others explained.",
    ),
    remedy: text(
        "补上缺少的表或说明；没有数字的表也应列出并注明。",
        "Add what is missing; a table without figures is listed with a note.",
    ),
    holds: &["
        收支总表 | 预算数
        本年收入 | 9.00
        收入总计 | 9.00
        支出总表 | 合计 | 基本支出 | 项目支出
        201 一般公共服务支出 | 9.00 | 9.00 |
        总计 | 9.00 | 9.00 |"],
    fails: &["
        收支总表 | 预算数
        本年收入 | 9.00
        收入总计 | 9.00
        支出总表 | 合计 | 基本支出 | 项目支出
        201 一般公共服务支出 | 9.00 | 9.00 |
        总计 | 9.00 | 9.00 |
        一般公共预算支出表 | 合计 | 基本支出 | 项目支出
        201 一般公共服务支出 | 9.00 | 9.00 |
        总计 | 9.00 | 9.00 |
        一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
        301 工资福利支出 | 9.00 | 9.00 |
        总计 | 9.00 | 9.00 |
        “三公”经费支出表 | 合计 | 一般公共预算
        公务接待费 | 9.00 | 9.00
        总计 | 9.00 | 9.00"],
};

const YEAR_TITLE: Rule = Rule {
    id: "disclosure/year-title",
    title: text("各标题写的是同一个年度", "All titles name one year"),
    kind: RuleKind::Disclosure,
    basis: text("一份文件公开一个年度", "One document publishes one year"),
    checks: &[always(Severity::Warning, Words(year_title::check))],
    why: text(
        "标题中的年度与全文不同，多半是沿用上一年的文稿时漏改。",
        "A title that names another year was most probably left from last year's document.",
    ),
    remedy: text("改正标题中的年度。", "Correct the year in the title."),
    holds: &["
        2026年云泽市市民服务中心单位预算公开
        第一部分 2026年单位概况
        第二部分 2026年单位预算表
        第三部分 2026年单位预算情况说明"],
    fails: &["
        2026年云泽市市民服务中心单位预算公开
        第一部分 2026年单位概况
        第二部分 2026年单位预算表
        第三部分 2025年单位预算情况说明"],
};

const DATE: Rule = Rule {
    id: "disclosure/date",
    title: text("落款日期合理", "The date of signature is plausible"),
    kind: RuleKind::Disclosure,
    basis: text(
        "《预算法》第十四条：批复后二十日内公开",
        "Budget Law, article 14: published within twenty days of approval",
    ),
    checks: &[always(Severity::Notice, Words(date::check))],
    why: text(
        "预算在年初公开，落款是别的年月或不存在的日子，多半是没有更新。",
        "Budgets are published early in their year; another date was probably never updated.",
    ),
    remedy: text(
        "核对落款日期。",
        "Compare the date with the day of publication.",
    ),
    holds: &["
        2026年云泽市市民服务中心单位预算公开
        云泽市市民服务中心
        2026年2月14日"],
    fails: &[
        "
        2026年云泽市市民服务中心单位预算公开
        云泽市市民服务中心
        2025年2月14日",
        "
        2026年云泽市市民服务中心单位预算公开
        云泽市市民服务中心
        2026年2月30日",
    ],
};

const PERSONAL: Rule = Rule {
    id: "disclosure/personal-data",
    title: text("没有公开个人信息", "No personal details are published"),
    kind: RuleKind::Disclosure,
    basis: text(
        "《个人信息保护法》：非必要不公开个人信息",
        "Personal Information Protection Law: not published without need",
    ),
    checks: &[always(Severity::Warning, Words(personal::check))],
    why: text(
        "手机号码、身份证号、银行账号、个人邮箱一经公开便难以收回。",
        "Mobile and identity numbers, accounts and private addresses cannot be taken back once published.",
    ),
    remedy: text(
        "删去，或者改用单位的办公电话。",
        "Take it out, or give the office's own telephone instead.",
    ),
    holds: &["
        联系人：办公室，联系电话：0994-3221234。
        三十八张卡片，共计13800138000元。"],
    fails: &[
        "单位联系电话：13800138000。",
        "经办人身份证号：11010519491231002X。",
        "收款账号：6222021234567890128。",
        "意见请寄 someone@qq.com 邮箱。",
    ],
};

const MARKS: Rule = Rule {
    id: "disclosure/secret-marks",
    title: text(
        "没有密级、草稿标记和隐藏内容",
        "No marks of secrecy or of drafts, and nothing hidden",
    ),
    kind: RuleKind::Disclosure,
    basis: text(
        "公开的文本应是定稿，不带内部标记和修订、批注",
        "What is published is final and carries no internal marks, changes or comments",
    ),
    checks: &[always(Severity::Warning, Words(marks::check))],
    why: text(
        "带有内部资料、征求意见稿等标记的文件不应公开，或者公开的不是定稿；修订、批注、隐藏的表随文件一起公开。",
        "A paper marked internal or as a draft should not be published, or is not the final one; changes, comments and hidden sheets go out with the file.",
    ),
    remedy: text(
        "确认这是可以公开的定稿，删去标记，接受修订，删去批注和隐藏内容。",
        "Make sure that this is the final text; take the mark, changes, comments and hidden parts out.",
    ),
    holds: &["
        负责本系统的保密工作，起草预算草案，保护商业秘密。
        2026年云泽市市民服务中心单位预算公开"],
    fails: &[
        "
        内部资料 注意保存
        2026年云泽市市民服务中心单位预算公开",
        "
        2026年云泽市市民服务中心单位预算公开（征求意见稿）",
        "
        2026年云泽市市民服务中心单位预算公开
        〔修订痕迹〕",
        "
        2026年云泽市市民服务中心单位预算公开
        〔隐藏的工作表〕",
    ],
};
