//! Why an amount has changed: a reason that fits the direction.
use super::super::{ledger::Pair, print::Print};

/// What an amount is spent on or comes from, as far as its reasons go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Pay and insurance.
    Staff,
    /// Running costs.
    Office,
    /// Projects.
    Project,
    /// 因公出国（境）费用
    Abroad,
    /// 公务接待费
    Reception,
    /// 公务用车购置费
    CarBuying,
    /// 公务用车运行维护费
    CarRunning,
    /// What is left of last year.
    Carried,
    /// What the unit earns.
    Earned,
}

/// Reasons for more, for less and for as much.
struct Reasons {
    more: [&'static str; 2],
    less: [&'static str; 2],
    same: &'static str,
}

/// In the order of [`Topic`].
const REASONS: [Reasons; 9] = [
    Reasons {
        more: [
            "职工晋级晋档，缴费基数上调",
            "新进人员到岗，工资和保险支出随之提高",
        ],
        less: [
            "部分职工退休或调出，工资和保险支出随之下降",
            "在职人数少于上年，相应经费调减",
        ],
        same: "人员和缴费基数没有变化",
    },
    Reasons {
        more: ["水电和邮电的定额上调", "办公场所扩大，运转开支上升"],
        less: [
            "落实过紧日子要求，压减日常开支",
            "办公场所合并，运转开支下降",
        ],
        same: "公用定额没有变化",
    },
    Reasons {
        more: ["本年工作任务增多，项目投入加大", "按实施进度加大了项目投入"],
        less: ["部分项目已经完成，资金需求下降", "压减一般性项目投入"],
        same: "项目任务与上年相同",
    },
    Reasons {
        more: ["经批准的出访团组多于上年", "出访任务增多"],
        less: ["出访团组少于上年", "压减出访人数"],
        same: "出访任务与上年相同",
    },
    Reasons {
        more: ["跨地区业务交流增多", "来访考察的批次多于上年"],
        less: ["严格控制接待标准，压减接待批次", "来访考察的批次少于上年"],
        same: "接待标准和批次没有变化",
    },
    Reasons {
        more: ["车辆到期报废，经批准更新", "按编制补充业务用车"],
        less: ["更新车辆少于上年", "车辆更新已在上年完成"],
        same: "车辆更新安排与上年相同",
    },
    Reasons {
        more: ["下乡任务增多，燃料和维修开支上升", "车辆老化，维修开支上升"],
        less: ["拼车出行，燃料和维修开支下降", "压减用车里程"],
        same: "车辆和用车里程没有变化",
    },
    Reasons {
        more: ["跨年度项目未完工的部分多于上年", "合同尾款转入本年支付"],
        less: ["加快了支出进度，结转少于上年", "跨年度项目多已完工"],
        same: "结转规模与上年相同",
    },
    Reasons {
        more: ["对外服务的规模扩大", "承接的服务任务增多"],
        less: ["对外服务的规模缩小", "承接的服务任务少于上年"],
        same: "对外服务的规模没有变化",
    },
];

impl Topic {
    /// A reason for this change; the amount chooses between two.
    pub fn reason(self, amount: Pair, print: Print) -> &'static str {
        let reasons = &REASONS[self as usize];
        let one = (amount.now / print.step() % 2) as usize;
        match print.seen(amount.change()).signum() {
            0 if amount.now == 0 => "两年都没有此项任务",
            0 => reasons.same,
            1 => reasons.more[one],
            _ => reasons.less[one],
        }
    }
}
