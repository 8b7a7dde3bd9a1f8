//! Has the worker examine what the reader gives, and tells the session what comes of it.

use crate::{
    bridge::{Heard, Pipeline, ours},
    browser,
    catalogue::RuleEntry,
    input::Input,
    session::{Action, Session},
    shown::Shown,
    words::{Language, frame, reading},
};
use gouji::{
    note::Message,
    report::{
        entry::{Entry, FailureEntry},
        view::View,
    },
    rules::Text,
};
use std::{cell::RefCell, rc::Rc};
use yew::prelude::*;

/// What the page can have done.
#[derive(Clone, PartialEq)]
pub struct Examination {
    /// Examine this.
    pub give: Callback<Input>,
    /// Examine it again, with a password.
    pub retry: Callback<Request>,
    /// Look at one document of several.
    pub choose: Callback<usize>,
    /// Stop, and forget what was given.
    pub leave: Callback<()>,
    /// Hand the report over as a file of this format.
    pub export: Callback<&'static str>,
}

/// What is to be examined.
#[derive(Clone, PartialEq, Debug)]
pub struct Request {
    /// What was given.
    pub input: Input,
    /// What opens it.
    pub password: Option<AttrValue>,
}

impl Request {
    /// All that was given, without a password.
    pub const fn new(input: Input) -> Self {
        Self {
            input,
            password: None,
        }
    }
}

/// The worker, and the number of the request whose answer counts: an older answer came too late.
#[derive(Default)]
struct Desk {
    pipeline: Option<Rc<Pipeline>>,
    request: u32,
    busy: bool,
}

type Dispatch = UseReducerDispatcher<Session>;

/// The examination of this page; a worker is started with the page, to be ready when asked.
#[hook]
pub fn use_examination(language: Language, dispatch: &Dispatch) -> Examination {
    let desk = use_mut_ref(Desk::default);
    {
        let (desk, dispatch) = (Rc::clone(&desk), dispatch.clone());
        use_effect_with((), move |()| {
            if let Some(pipeline) = worker_of(&desk, &dispatch) {
                pipeline.ask_rules(0);
            }
            wasm_bindgen_futures::spawn_local(reopen(desk, dispatch));
        });
    }
    let give = {
        let (desk, dispatch) = (Rc::clone(&desk), dispatch.clone());
        use_callback((), move |input: Input, ()| {
            begin(&desk, &dispatch, Request::new(input))
        })
    };
    let retry = {
        let (desk, dispatch) = (Rc::clone(&desk), dispatch.clone());
        use_callback((), move |request: Request, ()| {
            begin(&desk, &dispatch, request)
        })
    };
    let choose = {
        let (desk, dispatch) = (Rc::clone(&desk), dispatch.clone());
        use_callback((), move |number: usize, ()| {
            if let Some(pipeline) = worker_of(&desk, &dispatch) {
                dispatch.dispatch(Action::Choose(number));
                desk.borrow_mut().busy = true;
                pipeline.ask_show(desk.borrow().request, number);
            }
        })
    };
    let leave = {
        let (desk, dispatch) = (Rc::clone(&desk), dispatch.clone());
        use_callback((), move |(), ()| {
            stop(&desk);
            worker_of(&desk, &dispatch);
            wasm_bindgen_futures::spawn_local(Input::forget());
            dispatch.dispatch(Action::Leave);
        })
    };
    let export = {
        let dispatch = dispatch.clone();
        use_callback(language, move |format: &'static str, language| {
            if let Some(pipeline) = worker_of(&desk, &dispatch) {
                pipeline.ask_export(desk.borrow().request, format, language.code());
            }
        })
    };
    Examination {
        give,
        retry,
        choose,
        leave,
        export,
    }
}

/// What was given before a reload is examined again; it is only offered if it may be what brought
/// the page down.
async fn reopen(desk: Rc<RefCell<Desk>>, dispatch: Dispatch) {
    match Input::kept().await {
        _ if desk.borrow().request > 0 => {}
        Some((input, true)) => dispatch.dispatch(Action::Offer(Some(input))),
        Some((input, false)) => begin(&desk, &dispatch, Request::new(input)),
        None => {}
    }
}

fn begin(desk: &Rc<RefCell<Desk>>, dispatch: &Dispatch, request: Request) {
    stop(desk);
    dispatch.dispatch(Action::Give(request.clone()));
    let Some(pipeline) = worker_of(desk, dispatch) else {
        dispatch.dispatch(Action::Fail(message(reading::NO_WORKER)));
        return;
    };
    desk.borrow_mut().busy = true;
    let id = desk.borrow().request;
    let dispatch = dispatch.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let Request { input, password } = request;
        input.keep().await;
        if pipeline
            .examine(id, &input, password.as_deref())
            .await
            .is_err()
        {
            dispatch.dispatch(Action::Fail(message(reading::NO_FILE)));
        }
    });
}

/// Ends a request that is under way, with its worker; an idle worker stays.
fn stop(desk: &Rc<RefCell<Desk>>) {
    let mut desk = desk.borrow_mut();
    if std::mem::take(&mut desk.busy) {
        desk.pipeline = None;
    }
    desk.request += 1;
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
        Heard::Documents(json) => {
            desk.borrow_mut().busy = false;
            dispatch.dispatch(match serde_json::from_str::<Vec<Entry>>(&json) {
                Ok(entries) => Action::List(entries.into()),
                Err(why) => Action::Fail(unreadable(&why)),
            });
            wasm_bindgen_futures::spawn_local(Input::opened());
        }
        Heard::View(json) => {
            desk.borrow_mut().busy = false;
            dispatch.dispatch(match serde_json::from_str::<View>(&json) {
                Ok(view) => Action::Show(Shown::new(view)),
                Err(why) => Action::Fail(unreadable(&why)),
            });
            wasm_bindgen_futures::spawn_local(Input::opened());
        }
        Heard::Rules(json) => {
            let rules = serde_json::from_str::<Vec<RuleEntry>>(&json).unwrap_or_default();
            dispatch.dispatch(Action::Rules(rules.into()));
        }
        Heard::Export { name, kind, text } => {
            if browser::download(&name, &kind, &text).is_err() {
                dispatch.dispatch(Action::Tell(Some(frame::NOT_SAVED.zh.into())));
            }
        }
        Heard::Failure(why) => {
            let was_examining = std::mem::take(&mut desk.borrow_mut().busy);
            // After a panic, which no file is told to be the cause of, the worker cannot be used
            // again.
            if why.kind.is_empty() {
                desk.borrow_mut().pipeline = None;
            }
            dispatch.dispatch(if was_examining {
                Action::Fail(why)
            } else {
                Action::Tell(Some(why.message.zh.into()))
            });
        }
    }
}

fn message(words: Text) -> FailureEntry {
    ours(Message::new(words.zh, words.en))
}

fn unreadable(why: &serde_json::Error) -> FailureEntry {
    ours(Message::new(
        format!("结果读不懂（{why}）。本页可能刚刚更新，请重新载入。"),
        format!(
            "The result cannot be read ({why}). The page may just have been updated; reload it."
        ),
    ))
}
