//! Text that is safe inside an element and inside a quoted attribute, in XML and in HTML.

use crate::base::harmless::is_noncharacter;
use std::borrow::Cow;

/// Escapes what has a meaning in markup, folds line ends, and replaces what neither XML 1.0 nor HTML can hold.
pub fn escape(words: &str) -> Cow<'_, str> {
    if words.bytes().all(|byte| PLAIN[usize::from(byte)]) {
        return Cow::Borrowed(words);
    }
    let mut safe = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            // One element a line.
            '\n' | '\r' | '\t' => safe.push(' '),
            letter if is_forbidden(letter) => safe.push('\u{FFFD}'),
            letter => safe.push(letter),
        }
    }
    Cow::Owned(safe)
}

/// [`is_plain`] of every byte: all text of all drawings goes through here.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < plain.len() {
        plain[byte] = is_plain(byte as u8);
        byte += 1;
    }
    plain
};

/// A byte that only safe letters have: nearly all of Latin and Cyrillic, and nothing of what is escaped or replaced.
const fn is_plain(byte: u8) -> bool {
    let is_markup = matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
    // 0xC2 begins control characters too; from 0xEF on come noncharacters.
    matches!(byte, 0x20..=0x7E | 0x80..=0xBF | 0xC3..=0xEE) && !is_markup
}

/// Control characters and noncharacters: XML forbids most of them, HTML the rest.
fn is_forbidden(letter: char) -> bool {
    letter.is_control() || is_noncharacter(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_text() {
        assert_eq!(
            escape("<script>\"a\" & 'b'</script>"),
            "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;"
        );
        assert_eq!(escape("]]>"), "]]&gt;");
    }

    #[test]
    fn what_no_document_can_hold_is_replaced() {
        assert_eq!(
            escape("a\u{0}b\u{1b}c\u{85}d\u{FFFE}e\u{1FFFF}f"),
            "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}f"
        );
        assert_eq!(escape("a\r\nb\tc"), "a  b c");
        assert_eq!(escape("ұ́😀\u{200F}"), "ұ́😀\u{200F}");
    }
}
