//! Backends: each transcribes a finished form into bytes. Siblings are strangers, save that pages hold drawings and files of text
//! clean an author's HTML as pages do.

pub mod docx;
pub mod geometry;
pub mod html;
pub mod png;
pub mod svg;
