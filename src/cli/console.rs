//! The terminal: what was asked for goes to standard output, what is said about it to standard error.

use super::failure::Failure;
use crate::base::{Said, Voice};
use anstream::{AutoStream, ColorChoice};
use clap::ValueEnum;
use std::cell::RefCell;
use std::io::{self, Stderr, Stdout, Write};

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

/// Both streams of the terminal, and the language that the program speaks there.
pub(super) struct Console {
    pub voice: Voice,
    out: RefCell<AutoStream<Stdout>>,
    err: RefCell<AutoStream<Stderr>>,
}

impl Console {
    pub fn new(voice: Voice, color: Color) -> Console {
        let choice = match color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        Console {
            voice,
            out: RefCell::new(AutoStream::new(io::stdout(), choice)),
            err: RefCell::new(AutoStream::new(io::stderr(), choice)),
        }
    }

    pub fn say(&self, said: &Said) -> &'static str {
        said.say(self.voice)
    }

    /// Text for standard output, as it is.
    pub fn print(&self, text: &str) -> Result<(), Failure> {
        self.out.borrow_mut().write_all(text.as_bytes()).map_err(Failure::of_output)
    }

    /// Bytes that are a file: colours and the like are not looked for in them.
    pub fn hand_over(&self, bytes: &[u8]) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        out.write_all(bytes).and_then(|()| out.flush()).map_err(Failure::of_output)
    }

    /// Text for standard error. Where it cannot be written, nobody is there to be told.
    pub fn note(&self, text: &str) {
        let mut err = self.err.borrow_mut();
        let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
    }

    /// Sends off what is still on its way.
    pub fn finish(&self) -> Result<(), Failure> {
        self.out.borrow_mut().flush().map_err(Failure::of_output)
    }
}
