//! Examines many made-up sound disclosures and prints every finding, each of which is a fault of
//! ours: `cargo run --release --example sweep [COUNT] [FORM]`
//!
//! Without a form, every form in turn. With `SHOW` set, the first document is printed instead.
use gouji::{
    examine,
    read::{Content, Input},
    report::report,
};
use gouji_generator::{Form, Layout, Options, Print, Richness, disclosure, text};
use std::env;

fn main() {
    let count = env::args().nth(1).and_then(|it| it.parse().ok());
    let form = env::args().nth(2);
    for asked in Form::ALL {
        let name = format!("{asked:?}");
        if form
            .as_ref()
            .is_none_or(|form| name.eq_ignore_ascii_case(form))
        {
            sweep(asked, count.unwrap_or(500));
        }
    }
}

/// Examines so many disclosures of one form.
fn sweep(form: Form, count: usize) {
    let (mut made, mut wrong) = (0, 0);
    for options in options(form).take(count) {
        if env::var_os("SHOW").is_some() {
            return print!("{}", text(&disclosure(&options)));
        }
        made += 1;
        let input = Input {
            name: "made-up".to_owned(),
            password: None,
            content: Content::Pasted {
                html: None,
                text: text(&disclosure(&options)),
            },
        };
        match examine(&input, &mut |_| {}) {
            Ok(examined) => {
                for finding in report(&examined).findings {
                    wrong += 1;
                    let (severity, rule) = (&finding.severity, &finding.rule);
                    let severity = severity.word();
                    println!("{options:?}\n  {severity} {rule}: {}", finding.message.zh);
                }
            }
            Err(failure) => println!("{options:?}: {failure:?}"),
        }
    }
    println!("{form:?}: {made} made up, {wrong} findings");
}

/// Every richness, rounding, print and layout, with ever new seeds.
fn options(form: Form) -> impl Iterator<Item = Options> {
    let prints = [Print::TEN_THOUSAND, Print::CENTS, Print::WHOLE_YUAN];
    let seeds = (std::env::var("SEED")
        .ok()
        .and_then(|it| it.parse().ok())
        .unwrap_or(100)..)
        .flat_map(move |seed| Richness::ALL.map(|it| Options::new(seed, it).of(form)));
    let rounded = seeds.flat_map(|it| [it, it.rounded()]);
    let printed = rounded.flat_map(move |it| prints.map(|print| Options { print, ..it }));
    printed.zip(0..).map(|(options, index)| match index % 2 {
        0 => options,
        _ => Options {
            layout: Layout::PASTED,
            ..options
        },
    })
}
