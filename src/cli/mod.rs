//! The command line: one file a verb, and what the verbs share.
//!
//! In: arguments. Out: text on the terminal and an exit code: 0 clean, 1 findings, 2 could not work.
//! Holds: no verb changes anything before it knows that it can finish; what a machine may read goes to standard output,
//! everything that is said about it to standard error; a reader that goes away is no fault.
//! Absent on purpose: how anything is done. A verb asks `pipeline` and `edge`, and words the answer.

mod args;
mod build;
mod check;
mod ci;
mod console;
mod diff;
mod dump;
mod explain;
mod export;
mod failure;
mod known;
mod load;
mod new;
mod pictures;
mod progress;
mod remarks;
mod render;
mod report;
mod schema;
mod select;
mod serve;
mod tally;
mod textconv;
mod trouble;
mod voice;
mod words;

use console::Console;
use failure::Failure;
use std::process::ExitCode;

/// How a verb ended, when it could work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Clean,
    Findings,
}

/// Exit code where the program could not work.
const COULD_NOT_WORK: u8 = 2;

/// Does what the arguments of this process ask for.
pub fn run() -> ExitCode {
    let args = match args::parse() {
        Ok(args) => args,
        Err(error) => {
            // A reader that is gone needs no help text.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { COULD_NOT_WORK } else { 0 });
        }
    };
    let console = Console::new(args.voice(), args.color);
    match args.verb.run(&console).and_then(|verdict| console.finish().map(|()| verdict)) {
        Ok(Verdict::Clean) | Err(Failure::ReaderGone) => ExitCode::SUCCESS,
        Ok(Verdict::Findings) => ExitCode::from(1),
        Err(failure) => {
            console.note(&trouble::told(&failure, console.voice));
            ExitCode::from(COULD_NOT_WORK)
        }
    }
}

/// What to say to the user when the program itself is wrong.
pub fn apology() -> &'static str {
    words::BUG.say(voice::of_environment())
}
