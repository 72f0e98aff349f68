//! A drawing that is another one although its definition is the same: both files as they are.
//!
//! Holds: a file is shown as a picture and never as a part of the page, whatever is in it.

use super::drawing::{room, slider, views};
use super::{Redrawing, Review, words};
use crate::backend::svg::{escape, size_of_file};
use crate::base::{Said, base64};
use std::fmt::Write;

/// A section; `number` makes its ids its own.
pub(super) fn section(review: &Review, drawing: &Redrawing, number: usize) -> String {
    let say = |said: &Said| escape(said.say(review.told.voice)).into_owned();
    let name = escape(&drawing.path);
    let mut out = format!(
        "<div class=\"shown redrawn\" role=\"group\" aria-labelledby=\"d{number}\">\n<h3 id=\"d{number}\">{}: {name} ({})</h3>\n",
        say(&words::DRAWING),
        say(&words::ONLY_REDRAWN)
    );
    let sized = drawing.files.as_ref().map(|files| files.each_ref().map(|file| size_of_file(file).zip(Some(file))));
    let why = match sized {
        Some([Some(before), Some(after)]) => {
            out.push_str(&views(review, number, &[("as-pair", &words::SIDE_BY_SIDE), ("as-over", &words::OVER)]));
            out.push_str(&slider(review));
            let shape = if before.0.1 > before.0.0 { " tall" } else { "" };
            let _ = writeln!(out, "<div class=\"pair{shape}\">");
            for (((width, height), svg), class, said) in
                [(before, "is-before", &words::BEFORE), (after, "is-after", &words::AFTER)]
            {
                let state = say(said);
                let image = format!(
                    "<img src=\"data:image/svg+xml;base64,{}\" width=\"{width}\" height=\"{height}\" alt=\"{name}: {state}\">\n",
                    base64(svg.as_bytes())
                );
                let room = room(&image, &state, &name);
                let _ = writeln!(out, "<figure class=\"{class}\"><figcaption>{state}</figcaption>{room}</figure>");
            }
            out.push_str("</div>\n");
            &words::AS_FILES
        }
        Some(_) => &words::NO_DRAWING,
        None => &words::TOO_HEAVY,
    };
    let _ = writeln!(out, "<p class=\"ground aside\">{}</p>\n</div>", say(why));
    out
}
