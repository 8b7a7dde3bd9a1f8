//! What the page shows at a figure and at a finding are the checks of that figure and that finding.
use gouji::{
    examine,
    read::{Content, Input},
    report::{
        FigureRole, Finding,
        view::{CheckView, FindingPointers, Mark, View, view},
    },
};
use gouji_generator::{
    Damage, Form, Options, Richness, damages, disclosure, samples, sentence_figures, text,
};
use std::sync::LazyLock;

fn of(text: String) -> View {
    let input = Input::new("made-up.txt", Content::Bytes(text.into_bytes()));
    view(&examine(&input, &mut |_| {}).expect("text is read"))
}

/// Sound documents of every form, the planted sample, and slips in the sentences of each form.
static VIEWS: LazyLock<Vec<View>> = LazyLock::new(|| {
    let mut texts = vec![samples::planted()];
    for form in Form::ALL {
        let sound = text(&disclosure(&Options::new(7, Richness::Everything).of(form)));
        let slips = damages(&sentence_figures(&sound), 7);
        let of_rates = slips.iter().filter(|it| is_percentage(&sound, it)).take(3);
        texts.extend(of_rates.map(|it| it.apply(&sound)));
        texts.push(sound);
    }
    texts.into_iter().map(of).collect()
});

fn is_percentage(text: &str, damage: &Damage) -> bool {
    let line = text.lines().nth(damage.figure.line as usize - 1);
    let behind = line.and_then(|it| it.chars().nth(damage.figure.end_column as usize - 1));
    behind == Some('%')
}

fn checks_of<'a>(view: &'a View, pointers: &FindingPointers) -> Vec<&'a CheckView> {
    let checks = pointers.checks.iter().map(|it| view.check(*it));
    checks
        .collect::<Option<_>>()
        .expect("every check is listed")
}

#[test]
fn each_figure_is_shown_the_checks_it_stands_in() {
    for view in VIEWS.iter() {
        for (index, figure) in view.figures.iter().enumerate() {
            for check in &figure.checks {
                let check = view.check(*check).expect("it is listed");
                assert!(check.figures.contains(&index), "{figure:#?} {check:#?}");
            }
            let is_marked = !matches!(figure.mark, Mark::Unchecked | Mark::Blank);
            let is_explained = !figure.checks.is_empty() || !figure.findings.is_empty();
            assert!(is_explained || !is_marked, "{figure:#?}");
        }
        for (index, check) in view.checks.iter().enumerate() {
            for figure in &check.figures {
                let mut shown = view.figures[*figure].checks.iter();
                let own = |it| view.check(it).is_some_and(|it| std::ptr::eq(it, check));
                assert!(shown.any(|it| own(*it)), "{index} {check:#?}");
            }
        }
    }
}

#[test]
fn each_finding_on_figures_is_shown_its_own_check() {
    let mut rates = 0;
    for view in VIEWS.iter() {
        for (finding, pointers) in view.report.findings.iter().zip(&view.pointers) {
            let alike = finding.alike.iter().zip(&pointers.alike);
            for (finding, pointers) in alike.chain([(finding, pointers)]) {
                rates += usize::from(is_on_a_rate(finding));
                assert_own_check(view, finding, pointers);
            }
        }
    }
    assert!(rates > 5, "{rates} findings on percentages");
}

fn is_on_a_rate(finding: &Finding) -> bool {
    finding.figures.iter().any(|it| it.role == FigureRole::Rate)
}

#[track_caller]
fn assert_own_check(view: &View, finding: &Finding, pointers: &FindingPointers) {
    let checks = checks_of(view, pointers);
    let Some(first) = checks.first() else {
        // Remarks have no formula; everything else does.
        assert!(
            finding
                .figures
                .iter()
                .all(|it| it.role == FigureRole::Figure)
        );
        return;
    };
    assert_eq!(first.rule, finding.rule);
    assert!(!first.filled.is_empty());
    let texts = first.figures.iter().map(|it| &view.figures[*it].text);
    let own = finding.figures.iter().map(|it| &it.text);
    assert!(texts.eq(own), "{finding:#?} {first:#?}");
}

#[test]
fn the_formula_of_a_wrong_percentage_says_that_it_is_wrong() {
    let view = of("一、支出预算情况\n\
         本年支出合计200.00万元，其中：基本支出150.00万元，占85.00%；项目支出50.00万元，占25.00%。\n"
        .to_owned());
    let wrong = (view.report.findings.iter().zip(&view.pointers))
        .find(|(finding, _)| is_on_a_rate(finding))
        .unwrap_or_else(|| panic!("{:#?}", view.report));
    let checks = checks_of(&view, wrong.1);
    assert_eq!(checks[0].filled, "150.00 ÷ 200.00 ≠ 85.00%");
}
