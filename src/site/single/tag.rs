//! A tag of our own pages: values stand in double quotes, and all that has a meaning in them is escaped.

/// The text between `<` and `>`; nothing where the tag is to go.
pub(super) struct Tag {
    text: Option<String>,
}

impl Tag {
    pub fn of(text: &str) -> Tag {
        Tag { text: Some(text.to_owned()) }
    }

    pub fn name(&self) -> &str {
        self.text.as_deref().and_then(|text| text.split([' ', '\n', '/']).next()).unwrap_or_default()
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        let text = self.text.as_deref()?;
        let (start, end) = place(text, name)?;
        Some(&text[start..end])
    }

    /// Changes the value of an attribute, or adds it. The value must need no escape.
    pub fn set(&mut self, name: &str, value: &str) {
        let Some(text) = &mut self.text else { return };
        match place(text, name) {
            Some((start, end)) => text.replace_range(start..end, value),
            None => text.push_str(&format!(" {name}=\"{value}\"")),
        }
    }

    pub fn remove(&mut self, name: &str) {
        let Some(text) = &mut self.text else { return };
        if let Some((start, end)) = place(text, name) {
            text.replace_range(start - name.len() - " =\"".len()..=end, "");
        }
    }

    pub fn drop_whole(&mut self) {
        self.text = None;
    }

    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }
}

/// Where the value of an attribute begins and ends.
fn place(text: &str, name: &str) -> Option<(usize, usize)> {
    let pattern = format!(" {name}=\"");
    let start = text.find(&pattern)? + pattern.len();
    Some((start, start + text[start..].find('"')?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_changed_in_place() {
        let mut tag = Tag::of("a class=\"x\" href=\"y\"");
        assert_eq!((tag.name(), tag.get("href"), tag.get("hre")), ("a", Some("y"), None));
        tag.set("href", "z");
        tag.set("download", "f");
        tag.remove("class");
        tag.remove("rel");
        assert_eq!(tag.text(), Some("a href=\"z\" download=\"f\""));
        tag.drop_whole();
        tag.set("href", "z");
        assert_eq!((tag.text(), tag.name()), (None, ""));
    }
}
