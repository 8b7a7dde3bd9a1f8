//! Draws a unit and its budget by lot.
use super::{
    chance::Chance,
    ledger::{Earning, Ledger, Line, Origin, Pair, Purse, RESERVE},
    plan::{Assets, Form, Indicator, Options, Plan, Project, Purchases, Richness, Rounding},
    print::Print,
    profiles::{self, BasicPattern, Holder, PROFILES, Part, Profile, ProjectPattern, Slot},
};

/// The unit and the budget that these options describe.
pub fn plan(options: &Options) -> Plan {
    let mut draw = Draw::new(options);
    let place = draw.chance.pick(&profiles::PLACES);
    let profile = draw.profile;
    draw.basic();
    draw.projects();
    draw.funds();
    draw.everything();
    draw.left();
    draw.reserve();
    draw.lines.retain(|line| options.form.holds(line));
    draw.planned();
    Plan {
        form: options.form,
        unit: format!("{place}{}", profile.name),
        official: profile.official,
        year: 2024 + draw.chance.below(3) as u16,
        print: options.print,
        said: Print::TEN_THOUSAND,
        duties: profile.duties.to_vec(),
        projects_in_classes: draw.chance.percent(70),
        purchases: draw.purchases(),
        assets: draw.assets(),
        indicators: draw.indicators(),
        day: draw.chance.between(6, 26) as u8,
        wording: draw.chance.draw(),
        ledger: Ledger(draw.lines),
        projects: draw.projects,
    }
}

/// The budget of the year before: what this year's plan calls last year's amounts is printed in it.
pub fn previous(options: &Options) -> Plan {
    let this_year = plan(options);
    let mut draw = Draw::new(options);
    draw.chance = Chance::new(this_year.wording);
    for line in this_year.ledger.0.iter().filter(|it| it.amount.before > 0) {
        let amount = draw.grown(line.amount.before);
        draw.lines.push(Line { amount, ..*line });
    }
    Plan {
        year: this_year.year - 1,
        purchases: draw.purchases(),
        assets: draw.assets(),
        indicators: draw.indicators(),
        ledger: Ledger(draw.lines),
        ..this_year
    }
}

/// What has been drawn so far.
struct Draw<'a> {
    options: &'a Options,
    chance: Chance,
    profile: &'static Profile,
    lines: Vec<Line>,
    projects: Vec<Project>,
}

/// Where a line's money comes from.
type Source = (Purse, Origin);

const GENERAL: Source = (Purse::General, Origin::Local);

impl<'a> Draw<'a> {
    fn new(options: &'a Options) -> Self {
        let mut chance = Chance::new(options.seed);
        let profile = chance.pick(&PROFILES);
        Draw {
            options,
            chance,
            profile,
            lines: Vec::new(),
            projects: Vec::new(),
        }
    }

    /// An amount between two limits in 百元, as fine as the figures are true.
    fn amount(&mut self, low: i64, high: i64, print: Print) -> i64 {
        let step = self.step(print);
        self.chance.between(low * 10_000, high * 10_000) / step * step
    }

    fn step(&self, print: Print) -> i64 {
        match self.options.rounding {
            Rounding::Exact => print.step(),
            Rounding::Rounded => 1,
        }
    }

    /// An amount with last year's; that of a project may be new.
    fn pair(&mut self, low: i64, high: i64, may_be_new: bool) -> Pair {
        let now = self.amount(low, high, self.options.print);
        if may_be_new && self.chance.percent(8) {
            return Pair { now, before: 0 };
        }
        self.grown(now)
    }

    /// An amount with last year's: mostly grown, at times fallen or unchanged.
    fn grown(&mut self, now: i64) -> Pair {
        let growth = match self.chance.below(100) {
            0..12 => 0,
            12..35 => self.chance.between(-180, -15),
            _ => self.chance.between(15, 320),
        };
        let step = self.step(self.options.print);
        let before = now * 1000 / (1000 + growth) / step * step;
        Pair { now, before }
    }

    fn line(
        &mut self,
        function: &'static str,
        part: Part,
        project: Option<usize>,
        (purse, origin): Source,
    ) {
        let (economic, low, high) = part;
        let amount = self.pair(low, high, project.is_some());
        self.lines.push(Line {
            function,
            economic,
            project,
            purse,
            origin,
            amount,
            planned: 0,
        });
    }

    fn basic(&mut self) {
        for pattern in &profiles::BASIC {
            if self.holds(pattern) && self.chance.percent(pattern.likely) {
                let part = (pattern.economic, pattern.range.0, pattern.range.1);
                self.line(self.function(pattern.slot), part, None, GENERAL);
            }
        }
        self.double_the_annuity();
    }

    fn holds(&self, pattern: &BasicPattern) -> bool {
        match pattern.holder {
            Holder::Any => true,
            Holder::Official => self.profile.official,
            Holder::Service => !self.profile.official,
        }
    }

    fn function(&self, slot: Slot) -> &'static str {
        match (slot, self.profile.official) {
            (Slot::Operating, _) => self.profile.operating,
            (Slot::Retired, true) => "2080501",
            (Slot::Retired, false) => "2080502",
            (Slot::Medical, true) => "2101101",
            (Slot::Medical, false) => "2101102",
            (Slot::Fixed(code), _) => code,
        }
    }

    /// The pension is 16 and the annuity 8 per cent of one base.
    fn double_the_annuity(&mut self) {
        let annuity = self.lines.iter().find(|line| line.economic == "30109");
        let once = annuity.map_or(Pair::default(), |line| line.amount);
        for line in &mut self.lines {
            if line.economic == "30108" {
                line.amount = once + once;
            }
        }
    }

    /// Adds a project with all its parts.
    fn project(&mut self, pattern: &ProjectPattern, source: Source) -> usize {
        let index = self.projects.len();
        self.projects.push(Project {
            name: pattern.name,
            purpose: pattern.purpose,
        });
        let function = match pattern.function {
            "" => self.profile.projects[0].function,
            own => own,
        };
        for part in pattern.parts {
            self.line(function, *part, Some(index), source);
        }
        index
    }

    fn projects(&mut self) {
        if self.options.richness < Richness::Projects {
            return self.gone();
        }
        let count = 2 + self.chance.below(3);
        for pattern in self.chance.some(self.profile.projects, count) {
            self.project(pattern, GENERAL);
        }
        let all = self.options.richness == Richness::Everything;
        if self.chance.percent(35) || all {
            self.project(&profiles::ABROAD, GENERAL);
        }
        if self.chance.percent(35) {
            self.project(&profiles::CAR, GENERAL);
        }
        if self.chance.percent(35) {
            let part = ("30227", 90, 900);
            self.line(self.profile.operating, part, None, GENERAL);
        }
    }

    /// A project of last year that is not continued, in some units that have none this year.
    fn gone(&mut self) {
        if self.chance.percent(35) {
            let pattern = &self.profile.projects[0];
            let index = self.project(pattern, GENERAL);
            for line in &mut self.lines {
                if line.project == Some(index) {
                    line.function = self.profile.operating;
                    line.amount = Pair {
                        now: 0,
                        before: line.amount.now,
                    };
                }
            }
        }
    }

    fn funds(&mut self) {
        if self.options.richness < Richness::Funds {
            return;
        }
        let upper = self.chance.pick(&profiles::UPPER);
        self.project(upper, (Purse::General, Origin::Upper));
        let [first, second] = &profiles::FUND;
        self.project(first, (Purse::Fund, Origin::Local));
        if self.chance.percent(60) {
            self.project(second, (Purse::Fund, Origin::Upper));
        }
        if self.chance.percent(30) {
            let part = ("30199", 200, 1_500);
            self.line("2120399", part, None, (Purse::Fund, Origin::Local));
        }
        let capital = self.chance.pick(&profiles::CAPITAL);
        self.project(capital, (Purse::Capital, Origin::Local));
    }

    fn everything(&mut self) {
        if self.options.richness < Richness::Everything {
            return;
        }
        self.earnings();
        self.carried();
    }

    fn earnings(&mut self) {
        let operating = self.profile.operating;
        let earning = if self.profile.official {
            Earning::Grant
        } else {
            let account = (Purse::Account, Origin::Local);
            self.line(operating, ("30199", 300, 4_000), None, account);
            self.line(operating, ("30226", 200, 2_500), None, account);
            Earning::Service
        };
        let own = (Purse::Own(earning), Origin::Local);
        self.line(operating, ("30199", 300, 2_500), None, own);
        self.line(operating, ("30299", 200, 1_500), None, own);
        let other = (Purse::Own(Earning::Other), Origin::Local);
        self.line(operating, ("30213", 50, 600), None, other);
        let pattern = self.chance.pick(&profiles::OWN);
        let index = self.project(pattern, own);
        if self.chance.percent(50) {
            let function = self.profile.projects[0].function;
            self.line(function, ("30299", 60, 600), Some(index), other);
        }
    }

    /// What is left of last year: of a project of each purse, and of what the unit earned.
    fn carried(&mut self) {
        for purse in [Purse::General, Purse::Fund, Purse::Capital] {
            let of_purse = |line: &&Line| line.purse == purse && !line.is_basic();
            let first = self.lines.iter().find(of_purse).copied();
            let likely = if purse == Purse::General { 100 } else { 50 };
            if let Some(line) = first.filter(|_| self.chance.percent(likely)) {
                let part = (line.economic, 100, 1_800);
                self.line(line.function, part, line.project, (purse, Origin::Carried));
            }
        }
        let own = (Purse::Own(Earning::Other), Origin::Carried);
        self.line(self.profile.operating, ("30299", 40, 700), None, own);
        if !self.profile.official && self.chance.percent(50) {
            let account = (Purse::Account, Origin::Carried);
            self.line(self.profile.operating, ("30199", 60, 800), None, account);
        }
    }

    /// What will be left of the projects of this year, in forms that tell it.
    fn left(&mut self) {
        let rich = self.options.richness == Richness::Everything;
        if !rich || !self.options.form.tells_what_is_left() {
            return;
        }
        for purse in [Purse::General, Purse::Fund] {
            let is_project = |line: &&Line| line.is_from(purse) && !line.is_basic();
            let first = self.lines.iter().find(is_project).copied();
            if let Some(line) = first.filter(|_| self.chance.percent(60)) {
                let part = (line.economic, 40, 900);
                self.line(line.function, part, line.project, (purse, Origin::Left));
            }
        }
    }

    /// Money that is kept in reserve, in the form that has a column for it.
    fn reserve(&mut self) {
        if self.options.form == Form::Jiangsu {
            self.line(self.profile.operating, (RESERVE, 300, 3_000), None, GENERAL);
        }
    }

    /// What the budget had planned, in final accounts: mostly what was spent, or nearly that. “三公”
    /// never cost more than was planned for them.
    fn planned(&mut self) {
        if self.options.form != Form::FinalAccounts {
            return;
        }
        let step = self.step(self.options.print);
        for line in &mut self.lines {
            let bounded = matches!(line.economic, "30212" | "30217" | "30231" | "31013");
            let thousandths = match self.chance.below(100) {
                0..40 => 1000,
                _ if bounded => self.chance.between(1000, 1500),
                40..48 if line.project.is_some() => 0,
                _ => self.chance.between(800, 1250),
            };
            line.planned = line.amount.now * thousandths / 1000 / step * step;
        }
    }

    fn purchases(&mut self) -> Purchases {
        let print = Print::TEN_THOUSAND;
        let goods = self.amount(60, 2_400, print);
        let works = match self.options.richness {
            Richness::Basic => 0,
            _ => self.amount(400, 6_000, print),
        };
        let services = self.amount(90, 4_000, print);
        let all = goods + works + services;
        let share = |whole: i64, percent: i64| print.seen(whole * percent / 100);
        let reserved = share(all, self.chance.between(42, 90));
        Purchases {
            goods,
            works,
            services,
            reserved,
            reserved_micro: share(reserved, self.chance.between(64, 100)),
        }
    }

    fn assets(&mut self) -> Assets {
        let print = Print::TEN_THOUSAND;
        let lines = Ledger(self.lines.clone());
        let drives = lines.sum(|line| line.economic == "30231").now > 0;
        let buys = lines.sum(|line| line.economic == "31013").now > 0;
        let vehicles = std::array::from_fn(|kind| {
            let count = match kind {
                _ if !drives => 0,
                0 => self.chance.between(1, 3),
                1 if !self.profile.official => 0,
                _ => self.chance.between(0, 3),
            };
            (count, count * self.amount(500, 1_900, print))
        });
        let above_half = self.chance.between(0, 4);
        Assets {
            area: self.chance.between(3_000, 400_000),
            house: self.amount(2_000, 90_000, print),
            vehicles,
            furniture: self.amount(300, 9_000, print),
            other: self.amount(900, 40_000, print),
            devices: [above_half, self.chance.between(0, above_half)],
            new_cars: i64::from(buys),
            new_devices: [0, 0],
        }
    }

    fn indicators(&mut self) -> Vec<Indicator> {
        let (counted, measure) = self.profile.counted;
        let indicator = |group, name: &str, value, measure, weight| Indicator {
            group,
            name: name.into(),
            value,
            measure,
            weight,
        };
        let chance = &mut self.chance;
        let many = chance.between(8, 70) * 100;
        vec![
            indicator("数量指标", counted, many, measure, 25),
            indicator("数量指标", "业务培训", chance.between(4, 15), "场次", 20),
            indicator("质量指标", "按期办结率", chance.between(95, 99), "%", 20),
            indicator("质量指标", "回访率", chance.between(80, 94), "%", 10),
            indicator("满意度指标", "群众满意度", chance.between(90, 98), "%", 15),
        ]
    }
}
