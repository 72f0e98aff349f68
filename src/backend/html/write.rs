//! Escaping, and the lines of a text.

/// Appends text between tags. Quotation marks stay as they are: they mean nothing there, and acts are full of them.
pub fn escape(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = memchr::memchr3(b'&', b'<', b'>', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            _ => "&gt;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// Appends an attribute with a leading space.
pub fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    for (at, part) in value.split('"').enumerate() {
        if at > 0 {
            out.push_str("&quot;");
        }
        escape(out, part);
    }
    out.push('"');
}

/// Appends text in which each line stands on a line of its own.
pub(super) fn lines(out: &mut String, text: &str) {
    for (at, line) in text.trim_end_matches('\n').split('\n').enumerate() {
        if at > 0 {
            out.push_str("<br>\n");
        }
        escape(out, line);
    }
}
