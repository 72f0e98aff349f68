//! Backends: each transcribes a finished form into bytes. Siblings are strangers, save that pages hold drawings.

pub mod geometry;
pub mod html;
pub mod png;
pub mod svg;
