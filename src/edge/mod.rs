//! The edge: everything that needs an operating system, and nothing else.
//!
//! In: paths and files as they are made. Out: [`Sources`](crate::base::Sources), files on a disk, or an
//! [`EdgeError`] that says what is wrong with the world.
//! Holds: what is read has one form on every system (`/` in paths, LF at the ends of lines, no byte order mark); what is
//! written is, file by file, the old or the new, never half; a file that the program did not write is never deleted.
//! Absent on purpose: law, drawing, and the words of messages, which `cli` keeps in three languages.

mod clock;
mod error;
mod git;
mod memory;
mod program;
mod read;
mod replace;
mod reread;
mod serve;
mod state;
mod survey;
mod text;
mod threads;
mod watch;
mod write;

pub use clock::Stopwatch;
pub use error::{BadText, Doing, EdgeError};
pub use git::{Commit, ObjectId, Repository};
pub use memory::{give_back, keep_memory, spare_memory};
pub use program::number_of_program;
pub use read::{read_file, read_folder, read_theme};
pub use replace::{Drift, Replaced, Replacement, compare, kept_record};
pub use reread::{Changes, Rereader};
pub use serve::{Bell, NEWS, Reply, Server, open_in_browser};
pub use state::State;
pub use survey::Survey;
pub use threads::{Threads, beside};
pub use watch::watch;
pub use write::{create_files, create_folder, write_file, write_into};
