//! Bytes of a file → text, in one form whatever system and editor wrote it.

use super::BadText;
use std::path::Path;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Text without a byte order mark, with LF at the ends of lines, so that a Windows checkout gives the same bytes.
pub(super) fn decode(path: &Path, bytes: Vec<u8>) -> Result<String, BadText> {
    // Says of a sound text that it is one several times as fast as the standard library, and nothing of others.
    let text = match simdutf8::basic::from_utf8(&bytes) {
        // SAFETY: all of it has just been looked at.
        Ok(_) => Ok(unsafe { String::from_utf8_unchecked(bytes) }),
        Err(_) => String::from_utf8(bytes),
    };
    let text = text.map_err(|error| {
        let byte = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        BadText {
            path: path.to_owned(),
            line: bytes[..byte].iter().filter(|b| **b == b'\n').count() + 1,
            byte,
            is_utf16: bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]),
        }
    })?;
    let text = match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    Ok(if text.contains("\r\n") { text.replace("\r\n", "\n") } else { text })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> Result<String, BadText> {
        decode(Path::new("a.yaml"), bytes.to_vec())
    }

    #[test]
    fn one_form_for_all_systems() {
        assert_eq!(decoded("\u{feff}a: ә\r\nb: 1\r\n".as_bytes()).as_deref(), Ok("a: ә\nb: 1\n"));
        assert_eq!(decoded(b"a\rb").as_deref(), Ok("a\rb"), "a lone CR is no end of line");
        assert_eq!(decoded(b"").as_deref(), Ok(""));
    }

    #[test]
    fn broken_utf8_names_its_place() {
        let bad = decoded(b"a: 1\nb: \xd0\nc: 2\n").unwrap_err();
        assert_eq!((bad.line, bad.byte, bad.is_utf16), (2, 8, false));
        assert!(decoded(b"\xff\xfea\0").unwrap_err().is_utf16);
    }
}
