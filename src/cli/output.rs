//! Where reports go: standard output or a file.
use gouji::report::text::Ink;
use std::{
    env, fs,
    io::{self, IsTerminal, Write},
    path::Path,
};

/// Standard output or a file.
pub struct Output {
    sink: Box<dyn Write>,
    /// Whether a person looks at it as it is written.
    pub terminal: bool,
}

impl Output {
    /// Standard output.
    pub fn stdout() -> Self {
        Output {
            terminal: io::stdout().is_terminal(),
            sink: Box::new(io::stdout()),
        }
    }

    /// A file, or standard output for `None`.
    pub fn open(path: Option<&Path>) -> io::Result<Self> {
        let Some(path) = path else {
            return Ok(Output::stdout());
        };
        Ok(Output {
            terminal: false,
            sink: Box::new(fs::File::create(path)?),
        })
    }

    /// Writes and flushes, so that a reader of lines has each line when it is done.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.sink.write_all(bytes)?;
        self.sink.flush()
    }

    /// Colours only where a terminal shows them and nobody asked for none.
    pub fn ink(&self) -> Ink {
        let unwanted = env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty())
            || env::var_os("TERM").is_some_and(|it| it == "dumb");
        if self.terminal && !unwanted {
            Ink::Colours
        } else {
            Ink::Plain
        }
    }
}
