//! What becomes of the page's state, without a browser.
use super::*;
use gouji::{
    examination::SourceEntry,
    examine,
    read::{Content, FailureKind},
    report::{SCHEMA, entry::UnreadEntry, view::view},
};

/// The page as it opens.
fn opened() -> Rc<Session> {
    let visit = Visit {
        number: 0,
        given: None,
        chosen: None,
    };
    Rc::new(Session::new(
        Language::Chinese,
        visit,
        Address::Findings(None),
    ))
}

fn after(session: &Rc<Session>, actions: impl IntoIterator<Item = Action>) -> Rc<Session> {
    let session = Rc::clone(session);
    actions.into_iter().fold(session, Session::reduce)
}

fn pasted(text: &str) -> Input {
    Input::Pasted {
        html: None,
        text: text.to_owned(),
    }
}

fn give(text: &str) -> Action {
    Action::Give(pasted(text))
}

/// The result of a table whose total is this.
fn result(total: &str) -> Shown {
    let text = format!(
        "支出总表\n单位：万元\n\
         科目编码\t科目名称\t合计\t基本支出\t项目支出\n\
         201\t一般公共服务支出\t9.00\t4.00\t5.00\n\
         208\t社会保障和就业支出\t1.00\t1.00\t0.00\n\
         \t总计\t{total}\t5.00\t5.00\n"
    );
    let content = Content::Pasted { html: None, text };
    let input = gouji::read::Input::new("", content);
    let examined = examine(&input, &mut |_| {}).expect("a table is read");
    Shown::new(view(&examined))
}

fn sound() -> Shown {
    result("10.00")
}

/// A document that was given and examined.
fn examined() -> Rc<Session> {
    after(&opened(), [give("one"), Action::Show(sound())])
}

fn entries(names: &[&str]) -> Rc<[Entry]> {
    let entry = |name: &&str| UnreadEntry {
        schema: SCHEMA.to_owned(),
        source: SourceEntry {
            name: (*name).to_owned(),
            ..SourceEntry::default()
        },
        failure: failure(),
    };
    let entries = names.iter().map(entry);
    entries.map(|it| Entry::Unread(Box::new(it))).collect()
}

fn failure() -> FailureEntry {
    FailureEntry {
        kind: Some(FailureKind::PasswordNeeded),
        message: Message::new("要密码", "a password is needed"),
    }
}

const fn is_reading(session: &Session) -> bool {
    matches!(session.stage, Stage::Reading(_))
}

#[test]
fn what_is_given_is_examined_at_a_step_of_its_own() {
    let session = after(&opened(), [give("one")]);
    assert!(is_reading(&session));
    assert_eq!(session.input, Some(pasted("one")));
    assert_eq!((session.visit.number, session.visit.given), (1, Some(1)));
    assert_eq!(session.told, None);
}

#[test]
fn what_is_given_next_leaves_the_report_before_it_as_it_was() {
    let before = after(&examined(), [Action::Search("支出".into())]);
    let session = after(&before, [give("two")]);
    assert_eq!(session.input, Some(pasted("two")));
    assert_eq!(session.told, Some(message(frame::BEFORE_STAYS)));
    assert!(session.query.is_empty() && session.can_return());
    let back = after(&session, [arrive(&before)]);
    assert!(back.shown() == before.shown() && back.query == "支出");
    assert_eq!(back.input, before.input);
    let forth = after(&back, [arrive(&session)]);
    assert!(is_reading(&forth) && forth.returned);
}

/// What the browser does when one goes to a step of its history.
fn arrive(there: &Session) -> Action {
    Action::Arrive(Some(there.visit), there.address.clone())
}

#[test]
fn what_was_chosen_meanwhile_stays_on_the_way_back() {
    let first = examined();
    let second = after(&first, [give("two"), Action::Speak(Language::English)]);
    let second = after(
        &second,
        [Action::ShowOriginal(true), Action::Open(Some(Dialog::Help))],
    );
    let back = after(&second, [arrive(&first)]);
    assert!(back.language == Language::English && back.original);
    let forth = after(&back, [arrive(&second)]);
    assert_eq!(forth.dialog, None);
}

#[test]
fn a_step_that_is_not_known_is_examined_again() {
    let there = Visit {
        number: 7,
        given: Some(5),
        chosen: None,
    };
    let session = after(
        &examined(),
        [Action::Arrive(Some(there), Address::Structure)],
    );
    assert!(is_reading(&session) && session.visit == there);
    assert_eq!(
        (&session.address, &session.input),
        (&Address::Structure, &None)
    );
    let empty = Visit {
        given: None,
        ..there
    };
    let session = after(
        &examined(),
        [Action::Arrive(Some(empty), Address::Findings(None))],
    );
    assert!(matches!(session.stage, Stage::Empty));
}

#[test]
fn another_address_at_the_same_step_keeps_the_document() {
    let session = examined();
    let moved = after(&session, [Action::Arrive(None, Address::Document(Some(2)))]);
    assert!(moved.shown() == session.shown() && moved.visit == session.visit);
    assert_eq!(
        (&moved.address, moved.pinned),
        (&Address::Document(Some(2)), Some(2))
    );
}

#[test]
fn what_is_given_at_an_earlier_step_ends_those_behind_it() {
    let first = examined();
    let second = after(&first, [give("two"), Action::Show(sound())]);
    let session = after(&second, [arrive(&first), give("three")]);
    assert_eq!(session.visit, second.visit);
    assert_eq!(session.input, Some(pasted("three")));
    assert!(!session.left.contains_key(&second.visit.number));
}

#[test]
fn only_so_many_steps_are_kept() {
    let steps = (0..2 * KEPT).map(|it| give(&it.to_string()));
    let session = after(&opened(), steps);
    assert_eq!(session.left.len(), KEPT);
    assert!(session.left.contains_key(&(session.visit.number - 1)));
    let forgotten = after(&session, [Action::Forget]);
    assert!(forgotten.left.is_empty() && !forgotten.can_return());
}

#[test]
fn the_first_error_is_open_at_once() {
    let wrong = || Action::Show(result("11.00"));
    let session = after(&opened(), [give("one"), wrong()]);
    assert_eq!(session.address, Address::Findings(Some(0)));
    let elsewhere = after(
        &opened(),
        [give("one"), Action::Go(Address::Structure), wrong()],
    );
    assert_eq!(elsewhere.address, Address::Structure);
    assert_eq!(examined().address, Address::Findings(None));
}

#[test]
fn a_failure_can_be_tried_again_with_a_password() {
    let failed = after(&opened(), [give("one"), Action::Fail(failure())]);
    assert!(matches!(&failed.stage, Stage::Failed(why) if *why == failure()));
    let again = after(&failed, [Action::Retry(Some("kai".into()))]);
    assert!(is_reading(&again));
    assert_eq!(again.visit, failed.visit);
    assert_eq!(
        (again.password.as_deref(), again.attempt),
        (Some("kai"), failed.attempt + 1)
    );
    let another = after(&again, [give("two")]);
    assert_eq!(another.password, None);
}

#[test]
fn an_answer_that_comes_too_late_changes_nothing() {
    let step = Step {
        done: 3,
        ..Step::default()
    };
    let reading = after(&opened(), [give("one"), Action::Progress(step.clone())]);
    assert!(matches!(&reading.stage, Stage::Reading(at) if *at == step));
    let left = after(&reading, [Action::Leave, Action::Progress(step)]);
    assert!(matches!(left.stage, Stage::Empty));
}

#[test]
fn one_of_several_documents_is_a_step_behind_their_list() {
    let listed = after(&opened(), [give("zip"), Action::List(entries(&["a", "b"]))]);
    assert!(matches!(&listed.stage, Stage::Listed(all) if all.len() == 2));
    let chosen = after(&listed, [Action::Choose(1)]);
    assert!(is_reading(&chosen));
    assert_eq!(
        (chosen.visit.chosen, chosen.visit.given),
        (Some(1), listed.visit.given)
    );
    assert_eq!(chosen.name().as_deref(), Some("b"));
    // Examined again, the list comes before the one that is looked at.
    let again = after(&chosen, [Action::List(entries(&["a", "b"]))]);
    assert!(is_reading(&again));
    let shown = after(&again, [Action::Show(sound()), Action::ListAll]);
    assert!(matches!(shown.stage, Stage::Listed(_)));
    assert_eq!(shown.visit.chosen, None);
    assert!(shown.can_return());
}

#[test]
fn a_document_that_is_left_is_offered_again() {
    let left = after(&examined(), [Action::Leave]);
    assert!(matches!(left.stage, Stage::Empty) && left.can_return());
    assert_eq!((&left.offered, &left.input), (&Some(pasted("one")), &None));
    assert_eq!(left.visit.given, None);
    let unread = after(&opened(), [give("one"), Action::Leave]);
    assert_eq!(unread.offered, None);
}

#[test]
fn what_was_given_before_a_reload_is_found_offered_or_lost() {
    let reading = after(&opened(), [give("one")]);
    let found = after(&reading, [Action::Recall(pasted("kept"))]);
    assert!(is_reading(&found) && found.input == Some(pasted("kept")));
    let offered = after(&reading, [Action::Offer(pasted("kept"))]);
    assert!(matches!(offered.stage, Stage::Empty));
    assert_eq!(offered.offered, Some(pasted("kept")));
    let lost = after(&reading, [Action::Lose]);
    assert!(matches!(lost.stage, Stage::Empty) && lost.told == Some(message(frame::LOST)));
}

#[test]
fn back_closes_one_thing_after_the_other() {
    let figure = Address::Document(Some(1));
    let session = after(
        &examined(),
        [
            Action::Go(figure),
            Action::Search("支出".into()),
            Action::Filter(Some(Mark::Agree)),
            Action::Sheet(true),
            Action::Open(Some(Dialog::Paste)),
        ],
    );
    let is_open = |it: &Session| {
        [
            it.dialog.is_some(),
            it.pinned.is_some(),
            it.sheet,
            !it.query.is_empty(),
            it.filter.is_some(),
        ]
    };
    let mut session = session;
    for closed in 0..5 {
        let open: Vec<bool> = (0..5).map(|it| it >= closed).collect();
        assert_eq!(is_open(&session).as_slice(), open);
        session = after(&session, [Action::Back]);
    }
    assert_eq!(session.address, Address::Document(None));
    assert!(session.has_result());
}

#[test]
fn a_filter_leads_to_its_first_figure() {
    let session = after(&examined(), [Action::Filter(Some(Mark::Agree))]);
    let first = session.shown().and_then(|it| it.marked(Mark::Agree).next());
    assert!(first.is_some());
    assert_eq!(session.aim, first);
    assert_eq!(after(&session, [Action::Filter(None)]).aim, None);
}

#[test]
fn another_tab_closes_what_was_open_on_this_one() {
    let spot = FindingSpot::default();
    let session = after(
        &examined(),
        [Action::Spot(spot), Action::Light([1, 2].into())],
    );
    assert!(session.sheet && session.spot == Some(spot) && session.lit.len() == 2);
    let moved = after(&session, [Action::Seek]);
    assert!(moved.seeking && !moved.sheet && moved.spot.is_none() && moved.lit.is_empty());
    assert_eq!(moved.address, Address::Document(None));
}
