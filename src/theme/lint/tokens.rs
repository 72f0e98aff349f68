//! A template → its tags, and the names and marks in them.

/// A piece of a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// A name with what follows its dots, and where it stands.
    Name(String, usize),
    /// `<link`: the component that is called.
    Opened(String),
    Mark(char),
    Text(&'t str),
}

#[derive(Debug)]
pub(super) struct Tag<'t> {
    /// `{% … %}`, not `{{ … }}`.
    pub is_statement: bool,
    pub tokens: Vec<Token<'t>>,
}

/// All tags outside of comments and raw text.
pub(super) fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|found| at + found) {
        let (close, is_statement) = match text.as_bytes().get(open + 1) {
            Some(b'{') => ("}}", false),
            Some(b'%') => ("%}", true),
            Some(b'#') => {
                at = text[open..].find("#}").map_or(text.len(), |end| open + end + 2);
                continue;
            }
            _ => {
                at = open + 1;
                continue;
            }
        };
        let (tokens, end) = tokens(text, open + 2, close);
        let is_raw = matches!(tokens.first(), Some(Token::Name(word, _)) if is_statement && word == "raw");
        at = match is_raw {
            true => text[end..].find("endraw").map_or(text.len(), |found| end + found),
            false => end,
        };
        all.push(Tag { is_statement, tokens });
    }
    all
}

/// The tokens up to the end of the tag, and where it ends.
fn tokens<'t>(text: &'t str, start: usize, close: &str) -> (Vec<Token<'t>>, usize) {
    let mut all = Vec::new();
    let mut at = start;
    let mut depth = 0_u32;
    while let Some(next) = text[at..].chars().next() {
        // Braces within an expression: `<a b={c} />`.
        if depth == 0 && text[at..].starts_with(close) {
            return (all, at + close.len());
        }
        match next {
            '"' | '\'' | '`' => {
                let end = end_of_text(text, at + 1, next);
                all.push(Token::Text(&text[at..end]));
                at = end;
            }
            '<' if text[at + 1..].starts_with(|c: char| c.is_alphabetic()) && is_call(&all) => {
                let end = end_of_name(text, at + 1, false);
                all.push(Token::Opened(text[at + 1..end].to_owned()));
                at = end;
            }
            c if c.is_alphabetic() || c == '_' => {
                let end = end_of_name(text, at, true);
                all.push(Token::Name(text[at..end].replace("?.", "."), at));
                at = end;
            }
            c if c.is_ascii_digit() => {
                at = end_of_name(text, at, false);
                all.push(Token::Text(""));
            }
            // What stands behind the brackets of `a[0].b` is not known.
            ']' | ')' if text[at + 1..].starts_with('.') => {
                all.push(Token::Mark(next));
                at = end_of_name(text, at + 2, true);
            }
            '=' if text[at..].starts_with("==") => {
                all.push(Token::Mark('≡'));
                at += 2;
            }
            '!' | '<' | '>' if text[at + 1..].starts_with('=') => {
                all.push(Token::Mark('≠'));
                at += 2;
            }
            c => {
                match c {
                    '{' => depth += 1,
                    '}' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                if !c.is_whitespace() && c != '-' {
                    all.push(Token::Mark(c));
                }
                at += c.len_utf8();
            }
        }
    }
    (all, text.len())
}

/// Behind a value, `<` compares.
fn is_call(before: &[Token<'_>]) -> bool {
    !matches!(before.last(), Some(Token::Name(..) | Token::Text(_) | Token::Mark(')' | ']')))
}

fn end_of_text(text: &str, start: usize, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in text[start..].char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            c if c == quote => return start + at + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

fn end_of_name(text: &str, start: usize, with_dots: bool) -> usize {
    let mut end = start;
    while let Some(c) = text[end..].chars().next() {
        let is_dot = with_dots && (text[end..].starts_with("?.") || c == '.');
        let width = if text[end..].starts_with("?.") { 2 } else { 1 };
        if is_dot && text[end + width..].starts_with(|c: char| c.is_alphabetic() || c == '_') {
            end += width;
        } else if c.is_alphanumeric() || c == '_' {
            end += c.len_utf8();
        } else {
            break;
        }
    }
    end
}
