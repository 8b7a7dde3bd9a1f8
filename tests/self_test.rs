//! Slips planted in a document: what is reported of them is so, and the document stays.
use gouji::{
    Examination, examine,
    read::{Content, Input},
    report::view::{Guard, Mark, Reach, view},
    self_test::{SelfTest, Tally},
};
use gouji_generator::samples;

fn examined(text: String) -> Examination {
    let input = Input::new("sample.txt", Content::Bytes(text.into_bytes()));
    examine(&input, &mut |_| {}).expect("a sample is read")
}

#[test]
fn most_slips_in_the_sound_sample_are_found_and_named() {
    let examined = examined(samples::sound());
    let test = SelfTest::new(&examined);
    let mut tally = Tally::default();
    // Every so many of them: each examines the whole document.
    for number in 0..40 {
        let tried = test.run(&examined, number).expect("there are as many");
        assert_ne!(tried.printed, tried.text);
        assert_eq!(tried.total, test.len());
        tally.add(tried.fate);
    }
    assert!(tally.detected >= 36, "{tally:?}");
    assert!(tally.right >= 32 && tally.right <= tally.first, "{tally:?}");
    assert!(test.run(&examined, test.len()).is_none());
}

#[test]
fn every_figure_is_tried_once() {
    let examined = examined(samples::planted());
    let test = SelfTest::new(&examined);
    let again = SelfTest::new(&examined);
    let first = test.run(&examined, 0).expect("a figure");
    assert_eq!(Some(&first), again.run(&examined, 0).as_ref());
    let second = test.run(&examined, 1).expect("another");
    assert_ne!(first.figure, second.figure);
}

#[test]
fn a_figure_that_nothing_checks_has_no_guard() {
    let view = view(&examined(samples::sound()));
    let (mut named, mut unseen) = (0, 0);
    for figure in view.figures.iter().filter(|it| it.mark != Mark::Blank) {
        match figure.guard {
            Guard { checks: 0, reach } => {
                assert_eq!(reach, Reach::Unseen);
                unseen += 1;
            }
            Guard { reach, .. } => {
                assert_ne!(reach, Reach::Unseen);
                assert_ne!(figure.mark, Mark::Unchecked, "{}", figure.place);
                named += usize::from(reach == Reach::Named);
            }
        }
    }
    assert!(named > 10 * unseen, "{named} named, {unseen} unseen");
}
