//! Lines of a text: where each starts, and what to show of it.

use std::ops::Range;

/// More of a line than this is not shown.
const SHOWN_CHARS_MAX: usize = 1_000;
/// Of a line that is longer, this much before the place, and this much from it on.
const CHARS_BEFORE: usize = 60;
const CHARS_AFTER: usize = 60;
/// A place of more lines than this is marked at its first line only.
const LINES_MAX: usize = 6;

/// Where the lines of a text start, so that a thousand places in a large text are found quickly.
pub(super) struct Lines(Vec<usize>);

/// Line and column, both from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Located {
    pub line: usize,
    pub column: usize,
}

/// The part of a text that is shown, and the place in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub text: String,
    pub first_line: usize,
    pub marked: Range<usize>,
    /// Whole lines, not a part of one.
    pub is_whole: bool,
}

impl Lines {
    pub fn of(text: &str) -> Lines {
        Lines(std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    pub fn locate(&self, text: &str, byte: u32) -> Located {
        let byte = text.floor_char_boundary(byte as usize);
        let line = self.line_at(byte);
        Located { line: line + 1, column: text[self.0[line]..byte].chars().count() + 1 }
    }

    /// The whole lines of the place, or a part of the first where they are very long.
    pub fn window(&self, text: &str, start: u32, end: u32) -> Window {
        let start = text.floor_char_boundary(start as usize);
        let first = self.line_at(start);
        let mut end = text.floor_char_boundary((end as usize).max(start));
        let mut last = self.line_at(end.saturating_sub(1).max(start));
        if last - first >= LINES_MAX {
            last = first;
            end = self.end_of(text, first);
        }
        let shown = self.0[first]..self.end_of(text, last);
        if text[shown.clone()].lines().any(|line| line.len() > SHOWN_CHARS_MAX) {
            return self.part(text, first, start, end.min(self.end_of(text, first)));
        }
        let marked = start - shown.start..end.min(shown.end).max(start) - shown.start;
        Window { text: text[shown].to_owned(), first_line: first + 1, marked, is_whole: true }
    }

    /// The stretch of one line around the place.
    fn part(&self, text: &str, line: usize, start: usize, end: usize) -> Window {
        let whole = self.0[line]..self.end_of(text, line);
        let before = text[whole.start..start].char_indices().rev().nth(CHARS_BEFORE - 1);
        let from = before.map_or(whole.start, |(at, _)| whole.start + at);
        let after = text[start..whole.end].char_indices().nth(CHARS_AFTER);
        let to = after.map_or(whole.end, |(at, _)| start + at);
        let lead = if from > whole.start { "…" } else { "" };
        let tail = if to < whole.end { "…" } else { "" };
        let shift = |byte: usize| byte.clamp(from, to) - from + lead.len();
        Window {
            text: format!("{lead}{}{tail}", &text[from..to]),
            first_line: line + 1,
            marked: shift(start)..shift(end),
            is_whole: false,
        }
    }

    fn line_at(&self, byte: usize) -> usize {
        self.0.partition_point(|start| *start <= byte) - 1
    }

    /// The end of a line, without its line feed.
    fn end_of(&self, text: &str, line: usize) -> usize {
        let end = self.0.get(line + 1).map_or(text.len(), |next| next - 1);
        if text[..end].ends_with('\r') { end - 1 } else { end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, start: u32, end: u32) -> (String, String, usize) {
        let window = Lines::of(text).window(text, start, end);
        let marked = window.text[window.marked.clone()].to_owned();
        (window.text, marked, window.first_line)
    }

    #[test]
    fn lines_of_the_place_are_shown_whole() {
        assert_eq!(shown("a: 1\nә: 2\nc: 3\n", 5, 7), ("ә: 2".into(), "ә".into(), 2));
        assert_eq!(shown("a: |\n  b\n  c\n", 0, 12), ("a: |\n  b\n  c".into(), "a: |\n  b\n  c".into(), 1));
        assert_eq!(shown("", 0, 0), ("".into(), "".into(), 1));
        assert_eq!(shown("a\n", 9, 99), ("".into(), "".into(), 2), "a place past the end is the end");
    }

    #[test]
    fn a_place_of_many_lines_is_marked_at_its_first() {
        let text = "steps:\n".to_owned() + &"  - x\n".repeat(50);
        assert_eq!(shown(&text, 0, text.len() as u32), ("steps:".into(), "steps:".into(), 1));
    }

    #[test]
    fn of_a_huge_line_the_place_is_shown() {
        let text = format!("{}қате{}", "ә".repeat(500_000), "б".repeat(500_000));
        let (line, marked, _) = shown(&text, 1_000_000, 1_000_008);
        assert_eq!(marked, "қате");
        assert_eq!(line, format!("…{}қате{}…", "ә".repeat(CHARS_BEFORE), "б".repeat(CHARS_AFTER - 4)));
        let located = Lines::of(&text).locate(&text, 1_000_000);
        assert_eq!(located, Located { line: 1, column: 500_001 });
    }
}
