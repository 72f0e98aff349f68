//! The program `reglament`: arguments in, exit code out. Everything else lies in the library.

use std::panic::{catch_unwind, set_hook};
use std::process::ExitCode;

/// A build is many small texts, made and dropped on all threads at once: a quarter of its time went to the allocator of
/// the system.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // The program never panics on purpose. Where it does, it is wrong, and says so plainly.
    set_hook(Box::new(|bug| eprintln!("{}\n  {bug}", reglament::cli::apology())));
    catch_unwind(reglament::cli::run).unwrap_or(ExitCode::from(2))
}
