//! Words that lead somewhere, put into the HTML of their text.

use super::write::attribute;
use crate::manuscript::{Mark, MarkTo};

/// The fragment with links round the marked words; `None` where the two texts do not run alike, or a link would cut
/// through an element.
pub(super) fn weave(fragment: &str, plain: &str, marks: &[Mark]) -> Option<String> {
    let mut out = String::with_capacity(fragment.len() + marks.len() * 64);
    let mut marks = marks.iter().peekable();
    let mut open: Option<&Mark> = None;
    let (mut rest, mut at) = (fragment, 0);
    while let Some(first) = rest.chars().next() {
        if let Some(mark) = open.filter(|mark| mark.range.end <= at) {
            debug_assert_eq!(mark.range.end, at, "marks end between letters");
            out.push_str("</a>");
            open = None;
        }
        let until =
            open.map_or_else(|| marks.peek().map_or(plain.len(), |mark| mark.range.start), |mark| mark.range.end);
        let alike = alike(rest, &plain[at..until.max(at)]);
        if alike > 0 {
            out.push_str(&rest[..alike]);
            (rest, at) = (&rest[alike..], at + alike);
            continue;
        }
        if first == '<' {
            let end = rest.find('>')? + 1;
            if open.is_some() {
                return None;
            }
            out.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        let (length, letter) = letter(rest, first)?;
        at += skipped(&plain[at..], letter)?;
        if let Some(mark) = marks.next_if(|mark| mark.range.start <= at) {
            start(&mut out, mark);
            open = Some(mark);
        }
        // White space that only the markup has counts for nothing.
        if plain[at..].starts_with(letter) {
            at += letter.len_utf8();
        }
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    if open.is_some() {
        out.push_str("</a>");
    }
    marks.peek().is_none().then_some(out)
}

/// How many bytes of whole letters both begin with, up to what is markup.
fn alike(fragment: &str, plain: &str) -> usize {
    let pairs = fragment.bytes().zip(plain.bytes());
    let mut alike = pairs.take_while(|(one, other)| one == other && !matches!(one, b'<' | b'&')).count();
    while !fragment.is_char_boundary(alike) {
        alike -= 1;
    }
    alike
}

/// The next letter of the fragment and how many bytes say it.
fn letter(rest: &str, first: char) -> Option<(usize, char)> {
    if first != '&' {
        return Some((first.len_utf8(), first));
    }
    let entities = [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&#39;", '\'')];
    entities.into_iter().find(|(entity, _)| rest.starts_with(entity)).map(|(entity, sign)| (entity.len(), sign))
}

/// How many bytes of white space stand in the plain text before the letter.
fn skipped(plain: &str, letter: char) -> Option<usize> {
    if plain.starts_with(letter) {
        return Some(0);
    }
    let spaces = plain.len() - plain.trim_start().len();
    if plain[spaces..].starts_with(letter) {
        return Some(spaces);
    }
    letter.is_whitespace().then_some(0)
}

fn start(out: &mut String, mark: &Mark) {
    out.push_str("<a");
    match &mark.to {
        MarkTo::Place(anchor) => {
            attribute(out, "class", "ref");
            attribute(out, "href", &format!("#{anchor}"));
        }
        MarkTo::Term(at) => {
            let number = at + 1;
            attribute(out, "class", &format!("term t{number}"));
            attribute(out, "href", &format!("#term-{number}"));
            attribute(out, "aria-describedby", &format!("tip-{number}"));
        }
    }
    out.push('>');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn woven(fragment: &str, plain: &str, words: &str) -> Option<String> {
        let start = plain.find(words).expect("the words");
        let to = MarkTo::Place("p5".to_owned());
        weave(fragment, plain, &[Mark { range: start..start + words.len(), to }])
    }

    #[test]
    fn links_stand_round_their_words_and_nothing_else_changes() {
        for (fragment, plain, words, expected) in [
            ("a &amp; 5-тармақ", "a & 5-тармақ", "5-тармақ", "a &amp; <a class=\"ref\" href=\"#p5\">5-тармақ</a>"),
            ("<b>a</b> 5 b", "a 5 b", "5", "<b>a</b> <a class=\"ref\" href=\"#p5\">5</a> b"),
            ("a<br>\n5 b", "a\n5 b", "5", "a<br>\n<a class=\"ref\" href=\"#p5\">5</a> b"),
            ("<b>5</b> b", "5 b", "5", "<b><a class=\"ref\" href=\"#p5\">5</a></b> b"),
        ] {
            assert_eq!(woven(fragment, plain, words).as_deref(), Some(expected));
        }
    }

    #[test]
    fn where_the_texts_part_nothing_is_linked() {
        assert_eq!(woven("5<b>-тармақ</b>", "5-тармақ", "5-тармақ"), None);
        assert_eq!(woven("x", "5", "5"), None);
        assert_eq!(woven("&nbsp;5", "5", "5"), None);
    }
}
