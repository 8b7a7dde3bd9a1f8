//! 文字: what sentences say against the tables and against each other.
mod accounts;
mod again;
mod classification;
mod compared;
mod counts;
mod direction;
mod equipment;
mod growth;
mod in_tables;
mod lists;
mod made_of;
mod otherwise;
mod precision;
mod prices;
mod procurement;
mod purpose;
mod shared;
mod telling;
mod unmoved;

pub use direction::other_word;

pub(crate) use compared::{Resolved, resolved};
pub(crate) use procurement::the_only;
pub(crate) use telling::Reader;

use crate::{
    claim::Severity,
    note::text,
    rule::{
        Requirement::{Claims, Code, Sentences, Words},
        Rule, RuleKind, always,
    },
};
use Severity::{Error, Notice, Warning};

/// Rules on sentences.
pub const RULES: &[Rule] = &[
    Rule {
        id: "narrative/figure",
        title: text("文字中的数与表格一致", "Figures in sentences agree with the tables"),
        kind: RuleKind::Narrative,
        basis: text("财预〔2016〕143号：说明与表格反映同一预算", "财预〔2016〕143号: text and tables show the same budget"),
        checks: &[
            always(Error, Claims(in_tables::amounts)),
        ],
        why: text("说明里写的数应等于表中的同一个数（单位换算后）。", "An amount in a sentence must equal the same amount in its table, units converted."),
        remedy: text("核对文字与表格，改正写错的一处。", "Compare the sentence with the table and correct the wrong one."),
        holds: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 9.00 | 7.00    | 2.00
            总计    | 9.00 | 7.00    | 2.00
            三、2026年支出预算情况说明
            2026年支出预算9.00万元，其中：基本支出7.00万元，项目支出2.00万元。", "
            “三公”经费支出表 | 因公出国（境）费用 | 因公出国（境）费用 | 公务用车购置费 | 公务用车购置费 | 公务接待费 | 公务接待费
            项目           | 预算数           | 决算数           | 预算数        | 决算数        | 预算数     | 决算数
            合计           |                 |                 |              |              | 1.95      | 0.95
            七、财政拨款“三公”经费支出决算情况说明
            公务接待费支出决算0.95万元，年初预算为1.95万元，完成预算的48.72%。"],
        fails: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 9.00 | 7.00    | 2.00
            总计    | 9.00 | 7.00    | 2.00
            三、2026年支出预算情况说明
            2026年支出预算[9.90]万元。", "
            “三公”经费支出表 | 因公出国（境）费用 | 因公出国（境）费用 | 公务用车购置费 | 公务用车购置费 | 公务接待费 | 公务接待费
            项目           | 预算数           | 决算数           | 预算数        | 决算数        | 预算数     | 决算数
            合计           |                 |                 |              |              | 1.95      | 0.95
            七、财政拨款“三公”经费支出决算情况说明
            公务接待费支出决算0.95万元，年初预算为[1.59]万元，完成预算的48.72%。", "
            政府采购预算表 | 金额
            货物   | 40.64
            服务   | 70.45
            合计   | 111.09
            （二）政府采购情况
            政府采购预算111.09万元，其中：货物[46.04]万元，服务70.45万元。"],
    },
    Rule {
        id: "narrative/parts",
        title: text("文字中的各项之和等于总数", "Parts in a sentence add up to the whole"),
        kind: RuleKind::Narrative,
        basis: text("算术：“其中”各项列全时，其和等于总数", "Arithmetic: where all parts are listed they are the whole"),
        checks: &[always(Error, Claims(made_of::amounts)), always(Error, Claims(prices::prices))],
        why: text("“共 A 万元，其中：B、C、D”各项之和应等于 A。", "“A in all, of which B, C, D”: the parts must be A."),
        remedy: text("核对这句话里的各项与总数。", "Compare the parts with the whole."),
        holds: &["
            （二）政府采购情况
            采购电脑180台，每台0.45万元，共81.00万元。", "
            十、2026年“三公”经费预算情况说明
            “三公”经费数为3.25万元，其中：因公出国（境）费用0万元，公务用车购置费0万元，公务用车运行费2.25万元，公务接待费1.00万元。", "
            七、财政拨款“三公”经费支出决算情况说明
            “三公”经费支出决算3.25万元，其中：公务接待费1.00万元，公务用车购置及运行维护费2.25万元。
            公务用车购置及运行维护费2.25万元（公务用车购置费0万元、公务用车运行维护费2.25万元）。", "
            三、2026年支出预算情况说明
            支出预算9.00万元，其中：基本支出5.00万元，项目支出3.00万元，单位预留机动经费1.00万元。"],
        fails: &["
            十、2026年“三公”经费预算情况说明
            “三公”经费数为3.25万元，其中：因公出国（境）费用0万元，公务用车购置费0万元，公务用车运行费[2.52]万元，公务接待费1.00万元。", "
            七、财政拨款“三公”经费支出决算情况说明
            公务用车购置及运行维护费2.25万元（公务用车购置费0万元、公务用车运行维护费[2.52]万元）。", "
            三、2026年支出预算情况说明
            支出预算9.00万元，其中：基本支出5.00万元，项目支出[3.30]万元，单位预留机动经费1.00万元。", "
            （二）政府采购情况
            采购电脑180台，每台0.45万元，共[91.00]万元。"],
    },
    Rule {
        id: "narrative/procurement",
        title: text("授予、预留给中小企业的不超过政府采购总额", "What small firms get is at most all procurement"),
        kind: RuleKind::Narrative,
        basis: text("算术：部分不大于总数", "Arithmetic: a part is at most its whole"),
        checks: &[always(Error, Sentences(procurement::procurement))],
        why: text("面向中小企业的不超过采购总额，其中小微企业的不超过中小企业的。", "What is for small firms is at most all procurement, and for the smallest at most that."),
        remedy: text("核对政府采购各项。", "Compare the figures of procurement."),
        holds: &["
            （二）政府采购情况
            政府采购支出总额2.50万元，其中：货物类采购支出0.40万元，服务类采购支出2.10万元。授予中小企业合同金额2.10万元，占政府采购支出总额的84.00%，其中：授予小微企业合同金额2.10万元。"],
        fails: &["
            （二）政府采购情况
            政府采购支出总额2.50万元，授予中小企业合同金额2.10万元，其中：授予小微企业合同金额[2.30]万元。"],
    },
    Rule {
        id: "narrative/carried-over",
        title: text("几个数合起来得出另一个数", "What several figures come to"),
        kind: RuleKind::Narrative,
        basis: text("算术：年末结转和结余 = 年初结转和结余 + 本年收入 − 本年支出；净资产 = 资产 − 负债", "Arithmetic: carried out = carried in + income − expenditure; net assets = assets − liabilities"),
        checks: &[always(Error, Claims(accounts::accounts))],
        why: text("年末的结转就是年初结转加本年收入减本年支出，净资产就是资产减负债。", "What is carried out is what was carried in with what came, less what went; net assets are assets less liabilities."),
        remedy: text("核对这几个数。", "Compare these figures."),
        holds: &["
            八、2024年政府性基金预算财政拨款收入支出决算情况说明
            政府性基金预算财政拨款年初结转和结余1.00万元，本年收入26.00万元，本年支出25.00万元，年末结转和结余2.00万元。"],
        fails: &["
            八、2024年政府性基金预算财政拨款收入支出决算情况说明
            政府性基金预算财政拨款年初结转和结余1.00万元，本年收入26.00万元，本年支出25.00万元，年末结转和结余[20.00]万元。"],
    },
    Rule {
        id: "narrative/counts",
        title: text("资产、项目的数目相符", "Counts of assets and projects agree"),
        kind: RuleKind::Narrative,
        basis: text("算术：年初数加新增减处置等于年末数；较贵的设备不多于设备总数", "Arithmetic: what was, with what came less what went, is what is; the dearer ones are some of all"),
        checks: &[
            always(Error, Claims(compared::flows)),
            always(Warning, Sentences(counts::projects)),
            always(Warning, Code(counts::goals)),
            always(Warning, Sentences(equipment::dearer)),
            always(Warning, Code(equipment::beyond_means)),
        ],
        why: text("年初有的，加上新增的，减去处置的，就是年末有的；项目数与所列项目相符。", "What was there, with what came and without what went, is what is there; the number of projects is that of those listed."),
        remedy: text("核对这些数目。", "Compare the counts."),
        holds: &["
            （三）国有资产占用使用情况
            年初车辆12辆，本年新增4辆，处置3辆，年末实有车辆13辆。", "
            （三）国有资产占用使用情况
            1.办公家具价值15.76万元。
            2.其他资产价值58.47万元。
            单位价值50万元以上大型设备2台，单位价值100万元以上大型设备1台。", "
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 9.00 | 7.00    | 2.00
            总计    | 9.00 | 7.00    | 2.00
            （四）预算绩效情况
            项目1个，财政拨款项目2.00万元，非财政拨款项目0万元。"],
        fails: &["
            （三）国有资产占用使用情况
            年初车辆12辆，本年新增4辆，处置3辆，年末实有车辆[15]辆。", "
            （三）国有资产占用使用情况
            1.办公家具价值15.76万元。
            2.其他资产价值158.47万元。
            单位价值50万元以上大型设备1台，单位价值100万元以上大型设备[2]台。", "
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 49.00 | 49.00    |
            总计    | 49.00 | 49.00    |
            （三）国有资产占用使用情况
            安排购置单价50万元以上大型设备[1]台，单价100万元以上大型设备0台。", "
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 9.00 | 7.00    | 2.00
            总计    | 9.00 | 7.00    | 2.00
            （四）预算绩效情况
            项目1个，财政拨款项目[20.00]万元，非财政拨款项目0万元。", "
            （四）预算绩效情况
            项目[0]个，财政拨款项目2.00万元，非财政拨款项目0万元。"],
    },
    Rule {
        id: "narrative/changes",
        title: text("增减与上年数、各项增减相符", "Changes agree with last year and with those of the parts"),
        kind: RuleKind::Narrative,
        basis: text("算术：上年数加增减额等于今年数，各项增减额之和等于总增减额", "Arithmetic: last year and the change make this year, and the parts' changes the whole's"),
        checks: &[
            always(Error, Claims(compared::differences)),
            always(Error, Claims(made_of::changes)),
            always(Warning, Claims(growth::changes_of_items)),
        ],
        why: text("写明上年数的，上年数加增减额等于今年数；总数比上年增减多少，应等于各项增减之和（有减少的，相减）。", "Last year's figure, where it is told, and the change make this year's. The whole's change is the sum of its parts' changes."),
        remedy: text("核对各项增减额与总增减额。", "Compare the changes."),
        holds: &["
            十、2026年“三公”经费预算情况说明
            “三公”经费比上年预算减少0.27万元，其中：因公出国（境）费用增加0万元，公务用车购置费增加0万元，公务用车运行费减少0.37万元，公务接待费增加0.10万元。", "
            三、2026年支出预算情况说明
            支出预算300.00万元，较上年400.00万元减少100.00万元，下降25.00%。", "
            一般公共预算支出表     | 合计 | 基本支出 | 项目支出
            201 一般公共服务支出   | 9.00 | 9.00    |
            20106 财政事务        | 9.00 | 9.00    |
            2010601 行政运行      | 9.00 | 9.00    |
            总计                 | 9.00 | 9.00    |
            五、2026年一般公共预算当年拨款情况说明
            一般公共预算当年拨款9.00万元，比上年预算增加1.00万元。
            1.一般公共服务支出（类）财政事务（款）行政运行（项）9.00万元，比上年预算增加1.00万元。"],
        fails: &["
            十、2026年“三公”经费预算情况说明
            “三公”经费比上年预算减少[0.72]万元，其中：因公出国（境）费用增加0万元，公务用车购置费增加0万元，公务用车运行费减少0.37万元，公务接待费增加0.10万元。", "
            三、2026年支出预算情况说明
            支出预算300.00万元，较上年400.00万元减少[110.00]万元，下降25.00%。", "
            一般公共预算支出表     | 合计 | 基本支出 | 项目支出
            201 一般公共服务支出   | 9.00 | 9.00    |
            20106 财政事务        | 9.00 | 9.00    |
            2010601 行政运行      | 9.00 | 9.00    |
            总计                 | 9.00 | 9.00    |
            五、2026年一般公共预算当年拨款情况说明
            一般公共预算当年拨款9.00万元，比上年预算增加[1.10]万元。
            1.一般公共服务支出（类）财政事务（款）行政运行（项）9.00万元，比上年预算增加1.00万元。"],
    },
    Rule {
        id: "narrative/repeated",
        title: text("同一个数前后一致", "One amount, one figure"),
        kind: RuleKind::Narrative,
        basis: text("算术：同一个数、同一个增减额只有一个值", "Arithmetic: one amount has one value, and one change over last year"),
        checks: &[always(Error, Claims(again::repeated)), always(Error, Claims(again::in_another_unit)), always(Error, Claims(again::balances)), always(Error, Claims(compared::equal_plans)), always(Error, Claims(again::changes))],
        why: text("同一个增减额在几处说到，或者同一个数在括号里换个单位再说一遍，应当相同。", "A change that is told several times, or an amount that brackets repeat in another unit, must be the same."),
        remedy: text("核对几处的增减额。", "Compare the places."),
        holds: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 9.00 | 7.00    | 2.00
            总计    | 9.00 | 7.00    | 2.00
            三、2026年支出预算情况说明
            基本支出7.00万元，比上年预算增加1.00万元。基本支出比上年预算增加1.00万元。", "
            三、2026年支出预算情况说明
            支出预算19,541,974.51元（1,954.20万元），其中：基本支出10,000,000.00元，项目支出9,541,974.51元。", "
            某局2024年度部门决算
            五、支出决算情况说明
            年初预算为166.63万元，支出决算为166.63万元，完成年初预算的100%，决算数等于预算数。", "
            三、支出预算情况说明
            支出预算846.73万元，其中：基本支出617.61万元，项目支出229.12万元。
            六、基本支出情况说明
            基本支出617.61万元。", "
            一、收支预算情况说明
            收入总预算850.57万元，支出总预算850.57万元，收支平衡。"],
        fails: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 9.00 | 7.00    | 2.00
            总计    | 9.00 | 7.00    | 2.00
            三、2026年支出预算情况说明
            基本支出7.00万元，比上年预算增加1.00万元。基本支出比上年预算增加[1.10]万元。", "
            三、2026年支出预算情况说明
            支出预算19,542,000.00元（[1,945.20]万元）。", "
            三、支出预算情况说明
            支出预算846.73万元，其中：基本支出617.61万元，项目支出229.12万元。
            六、基本支出情况说明
            基本支出[671.61]万元。", "
            一、收支预算情况说明
            收入总预算850.57万元，支出总预算[805.57]万元，收支平衡。", "
            某局2024年度部门决算
            五、支出决算情况说明
            年初预算为166.63万元，支出决算为[166.36]万元，完成年初预算的100%，决算数等于预算数。"],
    },
    Rule {
        id: "narrative/growth-rate",
        title: text("增减率与增减额相符", "Rates of change agree with the changes"),
        kind: RuleKind::Narrative,
        basis: text("算术：增减率 = 增减额 ÷ 上年数", "Arithmetic: rate = change ÷ last year's figure"),
        checks: &[always(Error, Claims(compared::rates)), always(Error, Claims(shared::completions))],
        why: text("增减率等于增减额除以上年数（今年数减增加额，或加减少额）。上年数为 0 时没有增减率。", "The rate is the change over last year's figure. Over a base of 0 there is none."),
        remedy: text("重新计算增减率，或核对增减额。", "Recompute the rate or check the change."),
        holds: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 6.00 | 6.00    |
            总计    | 6.00 | 6.00    |
            三、2026年支出预算情况说明
            支出预算6.00万元，比上年预算增加1.00万元，增长20.00%。", "
            三、2026年支出预算情况说明
            1.公共安全支出（204类）司法（06款）其他司法支出（99项）3845.49万元。主要用于：其他工作。2025年当年预算执行数为3269.3万元，2026年预算安排3845.49万元，比2025年预算执行数增加17.62%。", "
            五、2024年一般公共预算财政拨款支出决算情况说明
            1.一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为321.02万元，支出决算为307.82万元，完成年初预算的95.89%。"],
        fails: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 6.00 | 6.00    |
            总计    | 6.00 | 6.00    |
            三、2026年支出预算情况说明
            支出预算6.00万元，比上年预算增加1.00万元，增长[16.67]%。", "
            三、2026年支出预算情况说明
            1.公共安全支出（204类）司法（06款）其他司法支出（99项）3845.49万元。主要用于：其他工作。2025年当年预算执行数为[43269.3]万元，2026年预算安排3845.49万元，比2025年预算执行数增加17.62%。", "
            五、2024年一般公共预算财政拨款支出决算情况说明
            1.一般公共服务支出（类）党委社会工作事务（款）行政运行（项）。年初预算为0万元，支出决算为[307.82]万元，完成年初预算的95.89%。"],
    },
    Rule {
        id: "narrative/share",
        title: text("占比与数额相符", "Shares agree with the amounts"),
        kind: RuleKind::Narrative,
        basis: text("算术：占比 = 部分 ÷ 总数", "Arithmetic: share = part ÷ whole"),
        checks: &[always(Error, Claims(shared::shares)), always(Error, Claims(compared::points))],
        why: text("“占 x%”等于这一项除以总数。", "A share is its part over the whole."),
        remedy: text("重新计算占比。", "Recompute the share."),
        holds: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 8.00 | 6.00    | 2.00
            总计    | 8.00 | 6.00    | 2.00
            三、2026年支出预算情况说明
            支出预算8.00万元，其中：基本支出6.00万元，占75.00%；项目支出2.00万元，占25.00%。", "
            三、2026年支出预算情况说明
            人员经费661.56万元，占支出预算1279.98万元的比重为51.69%，比上年的42.87%提高8.82个百分点。"],
        fails: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 8.00 | 6.00    | 2.00
            总计    | 8.00 | 6.00    | 2.00
            三、2026年支出预算情况说明
            支出预算8.00万元，其中：基本支出6.00万元，占[57.00]%；项目支出2.00万元，占25.00%。", "
            （二）政府采购情况
            政府采购支出总额2.50万元，授予中小企业合同金额2.10万元，占政府采购支出总额的[48.00]%。", "
            三、2026年支出预算情况说明
            人员经费661.56万元，占支出预算1279.98万元的比重为51.69%，比上年的42.87%提高[8.28]个百分点。"],
    },
    Rule {
        id: "narrative/shares-total",
        title: text("各项占比之和为 100%", "Shares sum to 100 %"),
        kind: RuleKind::Narrative,
        basis: text("算术：全部各项的占比之和为 100%", "Arithmetic: all shares are the whole"),
        checks: &[always(Error, Code(shared::totals))],
        why: text("列全各项时，占比之和在四舍五入范围内应为 100%。", "Where all parts are listed their shares make 100 % within rounding."),
        remedy: text("核对各项占比。", "Compare the shares."),
        holds: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 8.00 | 6.00    | 2.00
            总计    | 8.00 | 6.00    | 2.00
            三、2026年支出预算情况说明
            支出预算8.00万元，其中：基本支出6.00万元，占75.00%；项目支出2.00万元，占25.00%。"],
        fails: &["
            支出总表 | 合计 | 基本支出 | 项目支出
            201     | 8.00 | 6.00    | 2.00
            总计    | 8.00 | 6.00    | 2.00
            三、2026年支出预算情况说明
            支出预算8.00万元，其中：基本支出6.00万元，占[75.70]%；项目支出2.00万元，占25.00%。"],
    },
    Rule {
        id: "narrative/direction",
        title: text("增减的说法前后一致", "Words of change agree"),
        kind: RuleKind::Narrative,
        basis: text("算术：增加为正、减少为负，同一句中应一致", "Arithmetic: up is plus, down is minus, and a sentence says one of them"),
        checks: &[always(Error, Code(direction::disagreements)),
            always(Error, Code(direction::orders)),
        ],
        why: text("一句话里前面说“增加”，后面不能说“下降”。", "A sentence that says “增加” cannot go on with “下降”."),
        remedy: text("改正增减的说法。", "Correct the word."),
        holds: &["
            三、2026年支出预算情况说明
            支出预算6.00万元，比上年预算增加1.00万元，增长20.00%。", "
            十、2026年“三公”经费预算情况说明
            “三公”经费支出预算6.00万元，比上年预算增加1.00万元，增长20.00%，其中：因公出国（境）费用与上年预算持平，主要原因是两年都没有此项任务；公务接待费6.00万元，比上年预算增加1.00万元，增长20.00%，主要原因是减少接待批次后单价提高，因此支出较上年增加。", "
            五、2024年一般公共预算财政拨款支出决算情况说明
            1.一般公共服务支出（类）财政事务（款）行政运行（项）。主要用于：人员经费。年初预算为1560.05万元，支出决算为1511.89万元。决算数小于预算数的主要原因：人员变化。"],
        fails: &["
            三、2026年支出预算情况说明
            支出预算6.00万元，比上年预算增加[1.00]万元，下降20.00%。", "
            三、2026年支出预算情况说明
            支出预算6.00万元，比上年预算增加[1.00]万元，增长20.00%，主要原因是人员变动，因此支出较上年减少。", "
            三、2026年支出预算情况说明
            支出预算6.00万元，比上年预算增加[0]万元，增长0.00%，主要原因是没有变动，因此支出较上年减少。", "
            五、2024年一般公共预算财政拨款支出决算情况说明
            1.一般公共服务支出（类）财政事务（款）行政运行（项）。主要用于：人员经费。年初预算为1560.05万元，支出决算为[1511.89]万元。决算数大于预算数的主要原因：人员变化。"],
    },
    Rule {
        id: "narrative/reason",
        title: text("增减原因与增减方向相符", "Reasons fit the direction of the change"),
        kind: RuleKind::Narrative,
        basis: text("财预〔2016〕143号：增减变化应说明原因", "财预〔2016〕143号: changes are explained"),
        checks: &[
            always(Notice, Code(direction::reasons)),
            always(Notice, Words(unmoved::check)),
        ],
        why: text("增加了却说“因此减少”，多半是照抄了别处的说法。", "An increase that is explained as a decrease was probably copied from elsewhere."),
        remedy: text("核对原因的说法。", "Check the reason."),
        holds: &["
            三、2026年支出预算情况说明
            支出预算6.00万元，比上年预算增加1.00万元，增长20.00%，主要原因是人员变动，因此较上年增加。", "
            三、2026年支出预算情况说明
            支出预算6.00万元，与上年持平，主要原因是人员减少、定额增加。项目支出2.00万元，与上年持平，主要原因是未增加项目。"],
        fails: &["
            三、2026年支出预算情况说明
            支出预算6.00万元，比上年预算增加[1.00]万元，增长20.00%，主要原因是人员变动，较上年减少。", "
            三、2026年支出预算情况说明
            支出预算6.00万元，与上年持平。主要原因：减少支付。"],
    },
    Rule {
        id: "narrative/none",
        title: text("“没有”“空表”的说法与表格相符", "“None” holds where the table is empty"),
        kind: RuleKind::Narrative,
        basis: text("财预〔2016〕143号：没有数据的表格应当列出空表并说明", "财预〔2016〕143号: empty tables are published with a note"),
        checks: &[always(Error, Claims(again::nothing)), always(Error, Code(lists::denials)), always(Warning, Code(lists::unexplained)), always(Warning, Code(lists::of_another))],
        why: text("文字说没有安排的，表中应当没有数；空表应有说明。", "What a sentence denies must be empty in the table, and an empty table is explained."),
        remedy: text("改正文字或表格；给空表加上说明。", "Correct the sentence or the table; explain the empty table."),
        holds: &["
            委托业务费支出表 | 合计 | 一般公共预算 | 政府性基金 | 国有资本经营预算
            总计           |      |            |           |
            十一、2026年委托业务费支出情况说明
            某中心2026年没有委托业务费预算的支出，委托业务费支出表为空表。委托业务费0万元。"],
        fails: &["
            委托业务费支出表 | 合计 | 一般公共预算 | 政府性基金 | 国有资本经营预算
            印刷           | 3.00 | 3.00       |           |
            总计           | [3.00] | 3.00     |           |
            十一、2026年委托业务费支出情况说明
            某中心2026年没有委托业务费预算的支出，委托业务费支出表为空表。", "
            国有资本经营预算支出表 | 合计 | 基本支出 | 项目支出
            总计                |      |         |
            备注：本部门2026年无政府性基金预算财政拨款安排的预算，故本表为空表。", "
            国有资本经营预算支出表 | 合计 | 基本支出 | 项目支出
            总计                |      |         |
            三、2026年支出预算情况说明
            支出预算9.00万元。", "
            七、“三公”经费预算情况
            2026年公务接待费[13.52]万元，未安排公务接待。"],
    },
    Rule {
        id: "narrative/listed-items",
        title: text("“主要包括”列出的科目与表格一致", "Listed items are those of the table"),
        kind: RuleKind::Narrative,
        basis: text("表间：列举的科目即表中有数的科目", "Between text and table: what is listed is what has a figure"),
        checks: &[always(Warning, Code(lists::listed))],
        why: text("列举的科目在表中没有数，或表中有数的科目没有列举。", "An item is listed that has no figure, or one with a figure is not listed."),
        remedy: text("按表格更正列举的科目。", "List the items of the table."),
        holds: &["
            一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
            301 工资福利支出      | 6.00 | 6.00 |
            30101 基本工资        | 4.00 | 4.00 |
            30103 奖金           | 2.00 | 2.00 |
            总计                | 6.00 | 6.00 |
            六、2026年一般公共预算基本支出情况说明
            人员经费6.00万元，主要包括：基本工资、奖金。"],
        fails: &["
            一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
            301 工资福利支出      | 6.00 | 6.00 |
            30101 基本工资        | 4.00 | 4.00 |
            30103 奖金           | 2.00 | 2.00 |
            总计                | 6.00 | 6.00 |
            六、2026年一般公共预算基本支出情况说明
            人员经费6.00万元，主要包括：基本工资、绩效工资。"],
    },
    Rule {
        id: "narrative/classification",
        title: text("文字中的类、款、项在表中", "Classes, sections and items named are in the table"),
        kind: RuleKind::Narrative,
        basis: text("《政府收支分类科目》：类、款、项名称以表中科目为准", "Government classification: names as in the table"),
        checks: &[always(Warning, Code(classification::classification))],
        why: text("文字写的“某类某款某项”在表中找不到，多半是科目名称写错。", "A classification that is not in the table is probably misnamed."),
        remedy: text("按表格更正科目名称。", "Use the table's names."),
        holds: &["
            一般公共预算支出表 | 合计 | 基本支出 | 项目支出
            204 公共安全支出   | 5.00 | 5.00 |
            20405 法院        | 5.00 | 5.00 |
            2040502 一般行政管理事务 | 5.00 | 5.00 |
            总计             | 5.00 | 5.00 |
            五、2026年一般公共预算当年拨款情况说明
            公共安全（类）法院（款）一般行政管理事务（项）：2026年预算数为5.00万元。"],
        fails: &["
            一般公共预算支出表 | 合计 | 基本支出 | 项目支出
            204 公共安全支出   | 5.00 | 5.00 |
            20405 法院        | 5.00 | 5.00 |
            2040502 一般行政管理事务 | 5.00 | 5.00 |
            总计             | 5.00 | 5.00 |
            五、2026年一般公共预算当年拨款情况说明
            公共安全（类）法院（款）一般行政事务管理（项）：2026年预算数为[5.00]万元。"],
    },
    Rule {
        id: "narrative/precision",
        title: text("文字中同类的数小数位数一致", "Figures of one kind have one number of decimals"),
        kind: RuleKind::Narrative,
        basis: text("文字中的数抄自表格，位数相同", "Sentences copy the figures of tables, with their decimals"),
        checks: &[always(Warning, Code(precision::check))],
        why: text("比别的数多一位小数的，多半是多打了一个数字。", "A figure with more decimals than all others probably has a digit too many."),
        remedy: text("核对这个数。", "Check the figure."),
        holds: &["
            三、2026年支出预算情况说明
            支出预算0.004万元，其中：甲1.10万元，乙1.20万元，丙1.30万元，丁1.40万元，戊1.50万元。
            己1.60万元，庚1.70万元，辛1.80万元，壬1.90万元，癸2.10万元，子3万元，丑3.1万元。"],
        fails: &["
            三、2026年支出预算情况说明
            支出预算9.00万元，其中：甲1.10万元，乙1.20万元，丙1.30万元，丁1.40万元，戊1.50万元。
            己1.60万元，庚1.70万元，辛1.80万元，壬1.90万元，癸2.10万元，子[3.124]万元。"],
    },
    Rule {
        id: "narrative/purpose",
        title: text("“主要用于”写的是这一项的用途", "What an item is said to be for is its own purpose"),
        kind: RuleKind::Narrative,
        basis: text("《政府收支分类科目》：科目名称说明用途", "Government classification: the name tells the purpose"),
        checks: &[always(Warning, Words(purpose::check))],
        why: text("从另一项抄来的用途，与科目名称对不上。", "A purpose copied from another item does not fit the name."),
        remedy: text("按科目改正用途。", "Tell the purpose of this item."),
        holds: &["
            1.住房保障支出（类）住房改革支出（款）住房公积金（项）。主要用于：缴纳在职人员住房公积金。年初预算为29.42万元。
            2.卫生健康支出（类）行政事业单位医疗（款）公务员医疗补助（项）。主要用于：事业单位医疗保险支出。
            3.社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）。主要用于：退休人员医疗费。"],
        fails: &["
            1.住房保障支出（类）住房改革支出（款）住房公积金（项）。主要用于：事业单位医疗保险支出。年初预算为29.42万元。"],
    },
    Rule {
        id: "tables/operating-cost",
        title: text("运行经费等于公用经费", "Operating cost is the public part of basic expenditure"),
        kind: RuleKind::Tables,
        basis: text("《预算法》第十四条：对机关运行经费作出说明", "《预算法》第十四条: operating cost is explained"),
        checks: &[always(Warning, Claims(in_tables::operating_cost))],
        why: text("机关（单位）运行经费就是一般公共预算基本支出中的公用经费。", "Operating cost is the operating money of the general budget's basic expenditure."),
        remedy: text("核对运行经费与公用经费总计。", "Compare operating cost with 公用经费."),
        holds: &["
            一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
            302                 | 6.00 |      | 6.00
            总计                | 6.00 |      | 6.00
            （一）单位运行经费情况
            事业单位运行经费财政拨款预算6.00万元。"],
        fails: &["
            一般公共预算基本支出表 | 合计 | 人员经费 | 公用经费
            302                 | 6.00 |      | 6.00
            总计                | 6.00 |      | 6.00
            （一）单位运行经费情况
            事业单位运行经费财政拨款预算[6.60]万元。"],
    },
];
