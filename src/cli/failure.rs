//! Why a verb could not work; `trouble` words it.

use crate::edge::EdgeError;
use std::io;

#[derive(Debug)]
pub(super) enum Failure {
    /// The world is wrong.
    Edge(EdgeError),
    /// Standard output cannot be written.
    Output(io::Error),
    /// Whoever read standard output has gone. Nothing is left to be said.
    ReaderGone,
    /// Something that was asked for is not there, or cannot be; with what to do.
    Asked { message: String, help: String },
}

impl From<EdgeError> for Failure {
    fn from(error: EdgeError) -> Failure {
        Failure::Edge(error)
    }
}

impl Failure {
    pub fn of_output(error: io::Error) -> Failure {
        if error.kind() == io::ErrorKind::BrokenPipe { Failure::ReaderGone } else { Failure::Output(error) }
    }
}
