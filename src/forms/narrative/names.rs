//! What sections of the narrative, and the things that they speak of, are called in code. Only records
//! can make further ones, so a rule that misspells a name does not compile.
use std::fmt;

/// A section of the narrative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Section(&'static str);

impl Section {
    /// 预算编制说明
    pub const PREPARATION: Self = Section("预算编制说明");
    /// 收支总体
    pub const OVERVIEW: Self = Section("收支总体");
    /// 收入预算
    pub const INCOME: Self = Section("收入预算");
    /// 支出预算
    pub const EXPENDITURE: Self = Section("支出预算");
    /// 财政拨款收支
    pub const APPROPRIATIONS: Self = Section("财政拨款收支");
    /// 财政拨款支出
    pub const APPROPRIATION_SPENDING: Self = Section("财政拨款支出");
    /// 财政拨款基本支出
    pub const APPROPRIATION_BASIC: Self = Section("财政拨款基本支出");
    /// 一般公共预算拨款
    pub const GENERAL_BUDGET: Self = Section("一般公共预算拨款");
    /// 基本支出, of the general budget
    pub const BASIC_EXPENDITURE: Self = Section("基本支出");
    /// 项目支出, of the general budget
    pub const PROJECT_EXPENDITURE: Self = Section("项目支出");
    /// 政府性基金预算
    pub const GOVERNMENT_FUNDS: Self = Section("政府性基金预算");
    /// 国有资本经营预算
    pub const STATE_CAPITAL: Self = Section("国有资本经营预算");
    /// “三公”经费
    pub const THREE_PUBLIC: Self = Section("“三公”经费");
    /// 委托业务费
    pub const OUTSOURCED_WORK: Self = Section("委托业务费");
    /// 上年结转结余
    pub const CARRIED_OVER: Self = Section("上年结转结余");
    /// 机关运行经费
    pub const RUNNING_COSTS: Self = Section("运行经费");
    /// 政府采购
    pub const PROCUREMENT: Self = Section("政府采购");
    /// 国有资产
    pub const STATE_ASSETS: Self = Section("国有资产");
    /// 预算绩效
    pub const PERFORMANCE: Self = Section("预算绩效");

    /// The name as reports print it.
    pub const fn name(self) -> &'static str {
        self.0
    }

    /// The thing of the same name: what the section is about.
    pub const fn subject(self) -> Thing {
        Thing(self.0)
    }
}

impl fmt::Display for Section {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.0)
    }
}

/// A thing that sentences speak of; what has one name in several sections is one thing. Those that
/// only their own record names have no constant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Thing(pub(super) &'static str);

impl Thing {
    /// 一般公共预算拨款
    pub const GENERAL_BUDGET: Self = Thing("一般公共预算拨款");
    /// 基本支出
    pub const BASIC_EXPENDITURE: Self = Thing("基本支出");
    /// 项目支出
    pub const PROJECT_EXPENDITURE: Self = Thing("项目支出");
    /// 人员经费
    pub const PERSONNEL: Self = Thing("人员经费");
    /// 公用经费
    pub const OPERATION: Self = Thing("公用经费");
    /// 项目: projects, as they are counted
    pub const PROJECTS: Self = Thing("项目");

    /// What a fund had left when the year began.
    pub const OPENING_BALANCE: Self = Thing("年初结转和结余");
    /// What a fund took in.
    pub const INCOME_OF_YEAR: Self = Thing("本年收入");
    /// What a fund spent.
    pub const SPENDING_OF_YEAR: Self = Thing("本年支出");
    /// What a fund has left when the year ends.
    pub const CLOSING_BALANCE: Self = Thing("年末结转和结余");

    /// “三公”经费
    pub const THREE_PUBLIC: Self = Thing("“三公”经费");
    /// 因公出国（境）费用
    pub const TRIPS_ABROAD: Self = Thing("因公出国（境）费用");
    /// 公务用车购置及运行维护费
    pub const CARS: Self = Thing("公务用车购置及运行维护费");
    /// 公务用车购置费
    pub const BUYING_CARS: Self = Thing("公务用车购置费");
    /// 公务用车运行维护费
    pub const RUNNING_CARS: Self = Thing("公务用车运行维护费");
    /// 公务接待费
    pub const RECEPTIONS: Self = Thing("公务接待费");

    /// 政府采购
    pub const PROCUREMENT: Self = Thing("政府采购");
    /// 货物
    pub const GOODS: Self = Thing("货物");
    /// 工程
    pub const WORKS: Self = Thing("工程");
    /// 服务
    pub const SERVICES: Self = Thing("服务");
    /// 集中采购
    pub const CENTRAL_PROCUREMENT: Self = Thing("集中采购");
    /// 部门集中采购
    pub const DEPARTMENT_PROCUREMENT: Self = Thing("部门集中采购");
    /// 分散采购
    pub const SEPARATE_PROCUREMENT: Self = Thing("分散采购");
    /// What is reserved for small and medium firms.
    pub const RESERVED_FOR_MEDIUM: Self = Thing("中小企业预留");
    /// What of that is reserved for small and micro firms.
    pub const RESERVED_FOR_MICRO: Self = Thing("小微企业预留");
    /// Contracts that small and medium firms won.
    pub const WON_BY_MEDIUM: Self = Thing("授予中小企业合同");
    /// Contracts that small and micro firms won.
    pub const WON_BY_MICRO: Self = Thing("授予小微企业合同");

    /// 车辆: all vehicles
    pub const VEHICLES: Self = Thing("车辆");
    /// 机要通信用车, 执法执勤用车, …: vehicles for one use
    pub const VEHICLES_OF_ONE_USE: Self = Thing("用车");
    /// 其他车辆, 其他用车
    pub const OTHER_VEHICLES: Self = Thing("其他车辆");

    /// 整体绩效目标
    pub const OVERALL_GOALS: Self = Thing("整体绩效目标");
    /// 财政拨款项目, with goals
    pub const APPROPRIATED_PROJECTS: Self = Thing("财政拨款项目");
    /// 非财政拨款项目, with goals
    pub const OTHER_PROJECTS: Self = Thing("非财政拨款项目");

    /// The name as reports print it.
    pub const fn name(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for Thing {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.0)
    }
}
