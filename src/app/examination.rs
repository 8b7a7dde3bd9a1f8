//! Has the worker examine what the reader gives, and tells the session what comes of it.

use crate::{
    bridge::{Heard, Pipeline, Wanted, ours},
    browser,
    catalogue::RuleEntry,
    history,
    input::Input,
    session::{Action, Session, Stage},
    shown::Shown,
    taken,
    words::{frame, message, reading},
};
use gloo::timers::callback::Timeout;
use gouji::{
    note::Message,
    report::{
        entry::{Entry, FailureEntry},
        view::View,
    },
    self_test::Tried,
    structure::Totals,
};
use std::{cell::RefCell, rc::Rc};
use yew::prelude::*;

/// What the page can have done.
#[derive(Clone, PartialEq)]
pub struct Examination {
    /// Examine this.
    pub give: Callback<Input>,
    /// Examine it again, with a password.
    pub retry: Callback<Option<AttrValue>>,
    /// Look at one document of several.
    pub choose: Callback<usize>,
    /// Begin anew.
    pub leave: Callback<()>,
    /// Stop, and go back to what was before.
    pub cancel: Callback<()>,
    /// Hand results over as a file.
    pub export: Callback<Wanted>,
}

/// The worker, and the number of the request whose answer counts: an older answer came too late.
#[derive(Default)]
struct Desk {
    pipeline: Option<Rc<Pipeline>>,
    request: u32,
    busy: bool,
    /// Whether a document is coming: read from the reader's disk, or from what the browser kept.
    expects: bool,
    /// What the worker is to examine, and which of several documents is to be shown.
    asked: Option<(u32, Option<usize>)>,
    /// What the worker has examined, and which of several documents it shows.
    holds: Option<(u32, Option<usize>)>,
}

/// What the worker gets ready with, and after so many milliseconds of waiting for a document.
const WARMS: &str = "sound";
const IDLE: u32 = 700;

/// The number of requests whose answers nobody waits for.
const UNHEARD: u32 = u32::MAX;

type Dispatch = UseReducerDispatcher<Session>;
type Handle = UseReducerHandle<Session>;

/// The examination of this page; a worker is started with the page, to be ready when asked. What is
/// to be examined follows from the step of the history that the reader is at.
#[hook]
pub fn use_examination(session: &Handle) -> Examination {
    let desk = use_mut_ref(Desk::default);
    {
        let (desk, dispatch) = (Rc::clone(&desk), session.dispatcher());
        use_effect_with((), move |()| {
            if let Some(pipeline) = worker_of(&desk, &dispatch) {
                pipeline.ask_rules(0);
            }
        });
    }
    {
        let (desk, session) = (Rc::clone(&desk), session.clone());
        use_effect_with((session.visit.number, session.attempt), move |_| {
            if stop(&desk) {
                // The next document need not wait for a worker.
                worker_of(&desk, &session.dispatcher());
            }
            wasm_bindgen_futures::spawn_local(attend(desk, session));
        });
    }
    {
        let (desk, session) = (Rc::clone(&desk), session.clone());
        let before = use_mut_ref(|| (session.visit.number, Rc::clone(&session.taken)));
        let now = (session.visit.number, Rc::clone(&session.taken));
        use_effect_with(now, move |now| {
            let last = before.replace(now.clone());
            // Another step of the history is shown as it was left.
            if session.has_result() && last.0 == now.0 && last.1 != now.1 {
                wasm_bindgen_futures::spawn_local(correct(desk, session));
            }
        });
    }
    {
        let (desk, session) = (Rc::clone(&desk), session.clone());
        let trial = (
            session.visit.number,
            session.trial.running,
            session.trial.tried.len(),
        );
        use_effect_with(trial, move |(_, running, _)| {
            if *running {
                wasm_bindgen_futures::spawn_local(plant(desk, session));
            }
        });
    }
    let dispatch = session.dispatcher();
    let act = use_callback((), move |action: Action, ()| dispatch.dispatch(action));
    let export = {
        let dispatch = session.dispatcher();
        use_callback((**session).clone(), move |wanted: Wanted, session| {
            let (desk, dispatch) = (Rc::clone(&desk), dispatch.clone());
            wasm_bindgen_futures::spawn_local(export(desk, dispatch, session.clone(), wanted));
        })
    };
    Examination {
        give: act.reform(Action::Give),
        retry: act.reform(Action::Retry),
        choose: act.reform(Action::Choose),
        leave: act.reform(|()| Action::Leave),
        cancel: Callback::from(|()| history::back()),
        export,
    }
}

/// Has examined what the step at hand is about, if that is not known yet. What was given before a
/// reload is only offered if it may be what brought the page down.
async fn attend(desk: Rc<RefCell<Desk>>, session: Handle) {
    let dispatch = session.dispatcher();
    let request = desk.borrow().request;
    desk.borrow_mut().expects = matches!(session.stage, Stage::Reading(_));
    let (Stage::Reading(_), Some(given)) = (&session.stage, session.visit.given) else {
        if matches!(session.stage, Stage::Empty) && session.offered.is_none() {
            offer(&desk, &dispatch, request).await;
        }
        return;
    };
    let input = match session.input.clone() {
        Some(input) => input,
        None => match Input::kept(Some(given)).await {
            _ if desk.borrow().request != request => return,
            None => return dispatch.dispatch(Action::Lose),
            Some((input, true)) => return dispatch.dispatch(Action::Offer(input)),
            Some((input, false)) => {
                dispatch.dispatch(Action::Recall(input.clone()));
                input
            }
        },
    };
    examine(&desk, &session, &input, given).await;
}

/// Has the document checked with the suggestions that the reader took. A worker that was given something else
/// meanwhile examines this document once more before.
async fn correct(desk: Rc<RefCell<Desk>>, session: Handle) {
    let dispatch = session.dispatcher();
    let Some(pipeline) = worker_of(&desk, &dispatch) else {
        return;
    };
    if !holds_again(&desk, &pipeline, &session).await {
        return dispatch.dispatch(Action::Tell(Some(message(reading::NO_FILE))));
    }
    let corrections = taken::corrections(&session.taken);
    let json = serde_json::to_string(&corrections).unwrap_or_default();
    let request = desk.borrow().request;
    pipeline.ask_corrected(request, &json);
}

/// Has the next slip of the self-test planted.
async fn plant(desk: Rc<RefCell<Desk>>, session: Handle) {
    let dispatch = session.dispatcher();
    let Some(pipeline) = worker_of(&desk, &dispatch) else {
        return dispatch.dispatch(Action::Try(false));
    };
    if !holds_again(&desk, &pipeline, &session).await {
        dispatch.dispatch(Action::Try(false));
        return dispatch.dispatch(Action::Tell(Some(message(reading::NO_FILE))));
    }
    let request = desk.borrow().request;
    pipeline.ask_try(request, session.trial.tried.len());
}

/// Sees to it that the worker holds the document that is looked at; false where its file is gone.
async fn holds_again(desk: &Rc<RefCell<Desk>>, pipeline: &Pipeline, session: &Session) -> bool {
    let holds = desk.borrow().holds;
    let Some(wanted) = session.visit.given.map(|it| (it, session.visit.chosen)) else {
        return false;
    };
    if holds.map(|it| it.0) != Some(wanted.0)
        && let Some(input) = &session.input
    {
        let asked = pipeline.examine(UNHEARD, input, session.password.as_deref());
        if asked.await.is_err() {
            return false;
        }
    }
    if let (Some(number), true) = (wanted.1, holds != Some(wanted)) {
        pipeline.ask_show(UNHEARD, number);
    }
    desk.borrow_mut().holds = Some(wanted);
    true
}

/// Where nothing is given: what this tab kept last can be opened again.
async fn offer(desk: &Rc<RefCell<Desk>>, dispatch: &Dispatch, request: u32) {
    if let Some((input, _)) = Input::kept(None).await
        && desk.borrow().request == request
    {
        dispatch.dispatch(Action::Offer(input));
    }
}

async fn examine(desk: &Rc<RefCell<Desk>>, session: &Handle, input: &Input, given: u32) {
    let dispatch = session.dispatcher();
    let chosen = session.visit.chosen;
    let Some(pipeline) = worker_of(desk, &dispatch) else {
        return dispatch.dispatch(Action::Fail(ours(message(reading::NO_WORKER))));
    };
    let (id, holds) = {
        let mut desk = desk.borrow_mut();
        desk.busy = true;
        desk.asked = Some((given, chosen));
        (desk.request, desk.holds)
    };
    if let (Some(number), Some((held, _))) = (chosen, holds)
        && held == given
    {
        return pipeline.ask_show(id, number);
    }
    input.keep(given).await;
    let asked = pipeline.examine(id, input, session.password.as_deref());
    if asked.await.is_err() && desk.borrow().request == id {
        desk.borrow_mut().busy = false;
        dispatch.dispatch(Action::Fail(ours(message(reading::NO_FILE))));
    }
}

/// Has the report made as a file. A worker that was given something else meanwhile examines this
/// document once more before.
async fn export(desk: Rc<RefCell<Desk>>, dispatch: Dispatch, session: Session, file: Wanted) {
    let Some(pipeline) = worker_of(&desk, &dispatch) else {
        return;
    };
    let request = desk.borrow().request;
    if !holds_again(&desk, &pipeline, &session).await {
        return dispatch.dispatch(Action::Tell(Some(message(reading::NO_FILE))));
    }
    let notes = serde_json::to_string(&*session.notes).unwrap_or_default();
    pipeline.ask_export(request, file, &notes, session.language.code());
}

/// Ends a request that is under way, with its worker; an idle worker stays. Says whether it did.
fn stop(desk: &Rc<RefCell<Desk>>) -> bool {
    let mut desk = desk.borrow_mut();
    let was_busy = std::mem::take(&mut desk.busy);
    if was_busy {
        desk.pipeline = None;
        desk.holds = None;
    }
    desk.request += 1;
    was_busy
}

/// While nothing else is to be done, the worker gets ready.
async fn warm_up(desk: Rc<RefCell<Desk>>) {
    let Some(sample) = Input::sample(WARMS).await else {
        return;
    };
    let idle = |desk: &Desk| !desk.busy && !desk.expects && desk.holds.is_none();
    let pipeline = Some(desk.borrow()).filter(|it| idle(it));
    let pipeline = pipeline.and_then(|it| it.pipeline.clone());
    if let Some(pipeline) = pipeline {
        let _ = pipeline.warm(&sample).await;
    }
}

fn worker_of(desk: &Rc<RefCell<Desk>>, dispatch: &Dispatch) -> Option<Rc<Pipeline>> {
    if let Some(pipeline) = &desk.borrow().pipeline {
        return Some(Rc::clone(pipeline));
    }
    let hear = {
        let (desk, dispatch) = (Rc::downgrade(desk), dispatch.clone());
        Callback::from(move |(id, heard): (u32, Heard)| {
            let Some(desk) = desk.upgrade() else { return };
            if id == 0 || id == desk.borrow().request {
                told(&desk, &dispatch, heard);
            }
        })
    };
    let pipeline = Pipeline::start(&hear).map(Rc::new);
    desk.borrow_mut().pipeline.clone_from(&pipeline);
    pipeline
}

fn told(desk: &Rc<RefCell<Desk>>, dispatch: &Dispatch, heard: Heard) {
    match heard {
        Heard::Progress(step) => dispatch.dispatch(Action::Progress(step)),
        Heard::Documents { entries, totals } => {
            let totals = serde_json::from_str::<Vec<Totals>>(&totals).unwrap_or_default();
            dispatch.dispatch(Action::Total(totals.into()));
            dispatch.dispatch(match serde_json::from_str::<Vec<Entry>>(&entries) {
                Ok(entries) => Action::List(entries.into()),
                Err(why) => Action::Fail(unreadable(&why)),
            });
            wasm_bindgen_futures::spawn_local(Input::opened());
            show_chosen(desk);
        }
        Heard::View(json) => {
            let mut held = desk.borrow_mut();
            if std::mem::take(&mut held.busy) {
                held.holds = held.asked;
            }
            drop(held);
            dispatch.dispatch(match serde_json::from_str::<View>(&json) {
                Ok(view) => Action::Show(Shown::new(view)),
                Err(why) => Action::Fail(unreadable(&why)),
            });
            wasm_bindgen_futures::spawn_local(Input::opened());
            wasm_bindgen_futures::spawn_local(Input::fetch_later());
        }
        Heard::Rules(json) => {
            let rules = serde_json::from_str::<Vec<RuleEntry>>(&json).unwrap_or_default();
            dispatch.dispatch(Action::Rules(rules.into()));
            wasm_bindgen_futures::spawn_local(Input::keep_offline());
            let desk = Rc::clone(desk);
            Timeout::new(IDLE, || wasm_bindgen_futures::spawn_local(warm_up(desk))).forget();
        }
        Heard::Came(json) => {
            if let Ok(entry) = serde_json::from_str::<Entry>(&json) {
                dispatch.dispatch(Action::Came(entry));
            }
        }
        Heard::Tried(json) => dispatch.dispatch(match serde_json::from_str::<Tried>(&json) {
            Ok(tried) => Action::Tried(tried),
            Err(_) => Action::Try(false),
        }),
        Heard::Export { name, kind, bytes } => {
            if browser::download(&name, &kind, &bytes).is_err() {
                dispatch.dispatch(Action::Tell(Some(message(frame::NOT_SAVED))));
            }
        }
        Heard::Failure(why) => {
            let was_examining = std::mem::take(&mut desk.borrow_mut().busy);
            // After a panic, which no file is told to be the cause of, the worker cannot be used
            // again.
            if why.kind.is_none() {
                desk.borrow_mut().pipeline = None;
                desk.borrow_mut().holds = None;
            }
            dispatch.dispatch(Action::Try(false));
            dispatch.dispatch(if was_examining {
                Action::Fail(why)
            } else {
                Action::Tell(Some(why.message))
            });
        }
    }
}

/// Of several documents, the one that was looked at when they are examined again.
fn show_chosen(desk: &Rc<RefCell<Desk>>) {
    let mut desk = desk.borrow_mut();
    desk.holds = desk.asked.map(|it| (it.0, None));
    let chosen = desk.asked.and_then(|it| it.1);
    desk.busy = chosen.is_some();
    if let (Some(number), Some(pipeline)) = (chosen, &desk.pipeline) {
        pipeline.ask_show(desk.request, number);
    }
}

fn unreadable(why: &serde_json::Error) -> FailureEntry {
    ours(Message::new(
        format!("结果读不懂（{why}）。本页可能刚刚更新，请重新载入。"),
        format!(
            "The result cannot be read ({why}). The page may just have been updated; reload it."
        ),
    ))
}
