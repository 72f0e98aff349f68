//! The public address of a site.

use serde::Deserialize;
use std::fmt;

/// `https://host/path/`: a sound host, a path of plain segments, a slash at the end.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Address {
    whole: String,
    /// Where the host begins and ends.
    host: (usize, usize),
}

impl Address {
    /// The address of a file, given by its path in the folder of the site.
    pub fn to(&self, path: &str) -> String {
        format!("{}{path}", self.whole)
    }

    /// The path on its host, with a slash at both ends.
    pub fn path(&self) -> String {
        let behind_scheme = &self.whole[self.host.0..];
        behind_scheme.find('/').map_or_else(|| "/".to_owned(), |at| behind_scheme[at..].to_owned())
    }

    /// Without the port.
    pub fn host(&self) -> &str {
        &self.whole[self.host.0..self.host.1]
    }
}

impl TryFrom<String> for Address {
    type Error = String;

    fn try_from(words: String) -> Result<Address, String> {
        let scheme = ["https://", "http://"].into_iter().find(|scheme| words.starts_with(scheme));
        let Some(scheme) = scheme else { return Err(format!("`{words}` does not begin with https:// or http://")) };
        let rest = &words[scheme.len()..];
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
        if !is_host(host) || !port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0)) {
            return Err(format!("`{authority}` is not a host: small Latin letters, digits, dots and hyphens"));
        }
        let path = path.trim_end_matches('/');
        if !path.is_empty() && !path.split('/').all(is_segment) {
            return Err(format!("`{path}` is not a plain path: Latin letters, digits and `-._~`, parted by `/`"));
        }
        let slash = if path.is_empty() { "" } else { "/" };
        let end = scheme.len() + host.len();
        Ok(Address { whole: format!("{scheme}{authority}/{path}{slash}"), host: (scheme.len(), end) })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.whole)
    }
}

fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    host.len() <= 253 && host.split('.').all(is_label)
}

fn is_segment(segment: &str) -> bool {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~".contains(&b);
    !segment.is_empty() && segment != "." && segment != ".." && segment.bytes().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_with_a_slash() {
        for (written, whole, host) in [
            ("https://example.kz", "https://example.kz/", "example.kz"),
            ("https://example.kz/", "https://example.kz/", "example.kz"),
            ("http://localhost:8000/a/b", "http://localhost:8000/a/b/", "localhost"),
            ("https://xn--80ao21a.kz/~a//", "https://xn--80ao21a.kz/~a/", "xn--80ao21a.kz"),
        ] {
            let address = Address::try_from(written.to_owned()).unwrap();
            assert_eq!((address.to_string().as_str(), address.host()), (whole, host));
        }
    }

    #[test]
    fn nothing_else_gets_into_an_address() {
        for bad in [
            "",
            "example.kz",
            "//example.kz",
            "javascript:alert(1)",
            "https://",
            "https:///a",
            "https://a b",
            "https://қаз.kz",
            "https://me@example.kz",
            "https://example.kz:x",
            "https://example.kz:0",
            "https://example.kz/?a",
            "https://example.kz/#a",
            "https://example.kz/a/../b",
            "https://example.kz/a//b",
            "https://example.kz/\"><script>",
            "https://example.kz/%41",
        ] {
            assert!(Address::try_from(bad.to_owned()).is_err(), "{bad}");
        }
    }
}
