//! The command line.
mod annotate;
mod arguments;
mod check;
mod files;
mod output;
mod says;
mod verify;

use arguments::{Arguments, CatalogueFormat, Command, ExplainArguments, RulesArguments};
use clap::Parser;
use gouji::{report::manual, rules};
use output::Output;
use std::process::ExitCode;

/// What the exit status says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    /// No error-level finding.
    Sound,
    /// At least one.
    Disagrees,
    /// Something could not be read or written.
    Unread,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        ExitCode::from(status as u8)
    }
}

fn main() -> ExitCode {
    let status = match Arguments::parse().command {
        Command::Check(arguments) => check::check(&arguments),
        Command::Annotate(arguments) => annotate::annotate(&arguments),
        Command::Verify(arguments) => verify::verify(&arguments),
        Command::Rules(arguments) => list(&arguments),
        Command::Explain(arguments) => explain(&arguments),
    };
    status.into()
}

/// `gouji rules`
fn list(arguments: &RulesArguments) -> Status {
    let lang = arguments.lang.into();
    let mut output = Output::stdout();
    let text = match arguments.format {
        CatalogueFormat::Text => manual::text(lang, output.ink()),
        CatalogueFormat::Json => manual::json(),
        CatalogueFormat::Markdown => manual::markdown(lang),
    };
    written(output.write(text.as_bytes()))
}

/// `gouji explain`
fn explain(arguments: &ExplainArguments) -> Status {
    let lang = arguments.lang.into();
    let mut output = Output::stdout();
    match rules::rule(&arguments.rule) {
        Some(rule) => {
            let manual = manual::explain(rule, lang, output.ink());
            written(output.write(manual.as_bytes()))
        }
        None => {
            let near = manual::nearest(&arguments.rule);
            says::unknown_rule(&arguments.rule, &near, lang);
            Status::Unread
        }
    }
}

/// A reader that has seen enough and closed the pipe is no failure.
fn written(result: std::io::Result<()>) -> Status {
    match result {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            says::not_written(&error);
            Status::Unread
        }
        _ => Status::Sound,
    }
}
