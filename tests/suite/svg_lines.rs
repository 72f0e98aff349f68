//! How many lines of a drawing's file an edit changes, and where. The table stands in `docs/diff.md`:
//! `cargo test --release --test suite svg_lines -- --nocapture` prints it.

use crate::corpus::root;
use crate::diff::load;
use crate::eight::EDITS;
use reglament::base::Serial;
use reglament::diff;
use reglament::pipeline;
use reglament::theme::Theme;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

const NAME: &str = "karagandy-2016-01-03/foster-care/portal";

fn drawn(edit: impl Fn(&str) -> String) -> String {
    let loaded = load(edit);
    let theme = Theme::embedded();
    let figures = pipeline::draw(&loaded.corpus, &theme, &Serial);
    figures.iter().find(|figure| figure.name.to_string() == NAME).expect("the diagram").svg(&theme)
}

/// Lines by the part that they belong to; what is in no part belongs to the frame. Of each sheet apart.
fn by_part(svg: &str) -> BTreeMap<String, Vec<&str>> {
    let (mut parts, mut part): (BTreeMap<String, Vec<&str>>, _) = (BTreeMap::new(), "frame".to_owned());
    for line in svg.lines() {
        let plain = line.trim();
        if let Some(id) = plain.strip_prefix("<g id=\"").and_then(|rest| rest.split('"').next()) {
            part = if plain.contains("class=\"sheet\"") { "frame".to_owned() } else { id.to_owned() };
        }
        parts.entry(part.clone()).or_default().push(line);
        if plain == "</g>" {
            part = "frame".to_owned();
        }
    }
    parts
}

fn changed(old: &[&str], new: &[&str]) -> usize {
    let ops = similar::capture_diff_slices(similar::Algorithm::Myers, old, new);
    let count = |op: &similar::DiffOp| match *op {
        similar::DiffOp::Equal { .. } => 0,
        similar::DiffOp::Delete { old_len, .. } => old_len,
        similar::DiffOp::Insert { new_len, .. } => new_len,
        similar::DiffOp::Replace { old_len, new_len, .. } => old_len.max(new_len),
    };
    ops.iter().map(count).sum()
}

/// The first place that a part draws at.
fn place(lines: &[&str]) -> Option<(i64, i64)> {
    let number = |line: &str, name: &str| {
        let rest = line.split(&format!(" {name}=\"")).nth(1)?;
        rest.split('"').next()?.parse().ok()
    };
    lines.iter().find_map(|line| {
        let path = line.split(" d=\"M").nth(1).and_then(|data| {
            let (x, rest) = data.split_once(' ')?;
            let y: String = rest.chars().take_while(char::is_ascii_digit).collect();
            Some((x.parse().ok()?, y.parse().ok()?))
        });
        let of = |x: &str, y: &str| Some((number(line, x)?, number(line, y)?));
        path.or_else(|| of("x", "y")).or_else(|| of("cx", "cy"))
    })
}

/// How far right and down a part reaches: a line makes way where its far end does.
fn reach(lines: &[&str]) -> Option<(i64, i64)> {
    let (mut x, mut y) = place(lines)?;
    for data in lines.iter().filter_map(|line| line.split(" d=\"").nth(1)?.split('"').next()) {
        for (at, letter) in data.match_indices(['H', 'V']) {
            let number: String = data[at + 1..].chars().take_while(char::is_ascii_digit).collect();
            let number = number.parse().unwrap_or_default();
            if letter == "H" { x = x.max(number) } else { y = y.max(number) }
        }
    }
    Some((x, y))
}

/// Of the lines that change: those of what was edited or numbered anew, of what stands behind or below it, of frame,
/// bands and legend, and all others.
fn counts(old: &str, new: &str) -> [usize; 5] {
    let (before, after) = (by_part(old), by_part(new));
    let marks = diff::compare_pictures(old, new).marks;
    let edited: BTreeSet<&String> = marks.added.iter().chain(&marks.removed).chain(&marks.changed).collect();
    let places = edited.iter().filter_map(|id| place(before.get(*id).or(after.get(*id))?));
    let (left, top) = places.fold((i64::MAX, i64::MAX), |(x, y), place| (x.min(place.0), y.min(place.1)));
    let mut counts = [0; 5];
    let ids: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    for id in ids {
        let (a, b) = (before.get(id).map_or(&[][..], Vec::as_slice), after.get(id).map_or(&[][..], Vec::as_slice));
        let count = changed(a, b);
        let is_frame = id == "frame" || id.starts_with("lane_") || id.starts_with("legend") || id.starts_with('_');
        let is_behind = reach(a).is_some_and(|(x, y)| x >= left || y >= top);
        let kind = match () {
            () if edited.contains(id) => 1,
            () if is_frame => 3,
            () if is_behind => 2,
            () => 4,
        };
        counts[kind] += count;
        counts[0] += count;
    }
    counts
}

#[test]
fn svg_lines() {
    let old = drawn(str::to_owned);
    let mut table = format!(
        "| edit (drawing of {} lines) | lines that change | the element itself, and numbers | behind or below it | frame, bands, legend | elsewhere |\n|---|---|---|---|---|---|\n",
        old.lines().count()
    );
    for (name, edit) in EDITS {
        let [all, edited, behind, frame, elsewhere] = counts(&old, &drawn(edit));
        let _ = writeln!(table, "| {name} | {all} | {edited} | {behind} | {frame} | {elsewhere} |");
    }
    println!("{table}");
    let docs = std::fs::read_to_string(root().join("docs/diff.md")).unwrap();
    assert!(docs.contains(table.trim_end()), "docs/diff.md has another table than\n{table}");
}
