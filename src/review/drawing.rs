//! The pictures of one drawing: with signs, side by side, and over each other.

use super::{Drawing, Review, words};
use crate::backend::svg::{self, SvgOptions, escape};
use crate::base::Said;
use crate::scene::{Scene, Sign, Signs};
use std::fmt::Write;

/// A drawing as a section; `number` makes its ids its own.
pub(super) fn section(review: &Review, drawing: &Drawing, number: usize) -> String {
    let say = |said: &Said| escape(said.say(review.told.voice)).into_owned();
    let mut out = String::new();
    let name = escape(&drawing.path);
    let state = match drawing.only {
        Some(Sign::Added) => format!(" ({})", say(&words::NEW_DRAWING)),
        Some(_) => format!(" ({})", say(&words::GONE_DRAWING)),
        None => String::new(),
    };
    let size = drawing.marked.size;
    let paper = if size.w > size.h { " wide" } else { "" };
    let _ = writeln!(out, "<div class=\"shown{paper}\" role=\"group\" aria-labelledby=\"d{number}\">");
    let _ = writeln!(out, "<h3 id=\"d{number}\">{}: {name}{state}</h3>", say(&words::DRAWING));
    out.push_str(&key(review, &drawing.signs));
    let states = drawing.before.as_ref().zip(drawing.after.as_ref());
    if states.is_some() {
        out.push_str(&views(review, number, &VIEWS));
    }
    let marked = picture(review, &drawing.marked, &drawing.signs, &format!("d{number}m-"));
    let _ = writeln!(out, "<div class=\"marked\">{}</div>", room(&marked, &say(&words::MARKED), &name));
    if let Some((before, after)) = states {
        out.push_str(&slider(review));
        let shape = if before.size.h > before.size.w { " tall" } else { "" };
        let _ = writeln!(out, "<div class=\"pair{shape}\">");
        for (scene, class, said, letter) in
            [(before, "is-before", &words::BEFORE, 'b'), (after, "is-after", &words::AFTER, 'a')]
        {
            let svg = picture(review, scene, &Signs::new(), &format!("d{number}{letter}-"));
            let room = room(&svg, &say(said), &name);
            let _ = writeln!(out, "<figure class=\"{class}\"><figcaption>{}</figcaption>{room}</figure>", say(said));
        }
        let _ = writeln!(out, "</div>\n<p class=\"ground aside\">{}</p>", say(&words::GROUND));
    }
    out.push_str("</div>\n");
    out
}

type View = (&'static str, &'static Said);

/// Ways to look at two states; the first is the one that the page opens with.
const VIEWS: [View; 3] = [("as-marked", &words::MARKED), ("as-pair", &words::SIDE_BY_SIDE), ("as-over", &words::OVER)];

/// Buttons, one for each way; only the slider needs the script.
pub(super) fn views(review: &Review, number: usize, views: &[View]) -> String {
    let say = |said: &Said| escape(said.say(review.told.voice)).into_owned();
    let mut out = format!("<fieldset><legend class=\"unseen\">{}</legend>\n", say(&words::VIEW));
    for (at, (class, said)) in views.iter().enumerate() {
        let label = if *class == "as-over" { " class=\"needs-script\"" } else { "" };
        let checked = if at == 0 { " checked" } else { "" };
        let _ = writeln!(
            out,
            "<label{label}><input type=\"radio\" name=\"v{number}\" class=\"{class}\"{checked}>{}</label>",
            say(said)
        );
    }
    out.push_str("</fieldset>\n");
    out
}

pub(super) fn slider(review: &Review) -> String {
    format!(
        "<p class=\"slide needs-script\"><label>{}<input type=\"range\" min=\"0\" max=\"100\" value=\"50\"></label></p>\n",
        escape(words::SLIDER.say(review.told.voice))
    )
}

/// What each sign means, and how many parts bear it.
fn key(review: &Review, signs: &Signs) -> String {
    let mut out = String::new();
    let rows = [
        (Sign::Added, "added", "+", &words::ADDED),
        (Sign::Removed, "removed", "−", &words::REMOVED),
        (Sign::Changed, "changed", "~", &words::CHANGED),
    ];
    for (sign, class, letter, said) in rows {
        // Badges bear the sign of their part.
        let count = signs.iter().filter(|(id, one)| **one == sign && !id.ends_with("_sign")).count();
        if count > 0 {
            let said = escape(said.say(review.told.voice));
            let _ = writeln!(out, "<li class=\"{class}\"><b>{letter}</b> {said}: {count}</li>");
        }
    }
    if out.is_empty() { out } else { format!("<ul class=\"key\">\n{out}</ul>\n") }
}

fn picture(review: &Review, scene: &Scene, signs: &Signs, prefix: &str) -> String {
    let options = SvgOptions { ids: Some(prefix.to_owned()), signs: signs.clone(), ..SvgOptions::default() };
    svg::render(scene, &review.theme.drawing, &options)
}

/// A place to scroll in, for fingers and for keys.
pub(super) fn room(svg: &str, state: &str, name: &str) -> String {
    format!("<div class=\"room\" role=\"group\" tabindex=\"0\" aria-label=\"{name}: {state}\">\n{svg}</div>")
}
