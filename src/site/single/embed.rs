//! Files as `data:` addresses.

use super::super::links::resolve;
use super::tag::Tag;
use crate::backend::docx;
use crate::base::{Artifacts, RelPath, base64};

pub(super) fn data_uri(path: &RelPath, bytes: &[u8]) -> String {
    format!("data:{};base64,{}", media_type(path.as_str()), base64(bytes))
}

/// A style sheet with the files that it names inside.
pub(super) fn style_uri(files: &Artifacts, path: &RelPath, bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let mut out = String::with_capacity(text.len());
    let mut rest = &*text;
    while let Some((before, after)) = rest.split_once("url(") {
        out.push_str(before);
        out.push_str("url(");
        rest = after;
        let Some((named, _)) = after.split_once(')') else { break };
        let found = resolve(path, named.trim_matches(['"', '\''])).and_then(|file| files.get_key_value(&file));
        match found {
            Some((file, bytes)) => out.push_str(&data_uri(file, bytes)),
            None => out.push_str(named),
        }
        rest = &after[named.len()..];
    }
    out.push_str(rest);
    data_uri(path, out.as_bytes())
}

/// A picture; of a drawing only the view that the fragment names, as a `data:` address can have no fragment.
pub(super) fn image_uri(path: &RelPath, bytes: &[u8], fragment: &str) -> String {
    match view(bytes, fragment) {
        Some(drawing) => data_uri(path, drawing.as_bytes()),
        None => data_uri(path, bytes),
    }
}

/// The drawing with `#svgView(viewBox(x,y,w,h))` as its own view.
fn view(bytes: &[u8], fragment: &str) -> Option<String> {
    let numbers = fragment.strip_prefix("#svgView(viewBox(")?.strip_suffix("))")?;
    let all: Option<Vec<i32>> = numbers.split(',').map(|number| number.parse().ok()).collect();
    let &[x, y, w, h] = all?.as_slice() else { return None };
    let text = str::from_utf8(bytes).ok()?;
    let (before, after) = text.split_once("<svg")?;
    let (root, rest) = after.split_once('>')?;
    let mut root = Tag::of(&format!("svg{root}"));
    root.set("viewBox", &format!("{x} {y} {w} {h}"));
    root.set("width", &w.to_string());
    root.set("height", &h.to_string());
    Some(format!("{before}<{}>{rest}", root.text()?))
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("css") => "text/css",
        Some("docx") => docx::MEDIA_TYPE,
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_of_a_drawing_becomes_a_drawing() {
        let svg = b"<svg id=\"a\" viewBox=\"0 0 9 9\" width=\"9\" height=\"9\">\n<g/></svg>";
        let seen = "<svg id=\"a\" viewBox=\"1 -2 3 4\" width=\"3\" height=\"4\">\n<g/></svg>";
        assert_eq!(view(svg, "#svgView(viewBox(1,-2,3,4))").as_deref(), Some(seen));
        for other in ["", "#a", "#svgView(viewBox(1,2,3))", "#svgView(viewBox(a,2,3,4))"] {
            assert_eq!(view(svg, other), None);
        }
    }

    #[test]
    fn a_style_sheet_brings_its_fonts_along() {
        let file = |path: &str, text: &str| (RelPath::new(path).unwrap(), text.as_bytes().to_vec());
        let files = Artifacts::from([file("a/f.woff2", "foo")]);
        let style = b"x { src: url(\"f.woff2\") format(\"woff2\"), url(gone.png) } y { a: url(";
        let expected = "x { src: url(data:font/woff2;base64,Zm9v) format(\"woff2\"), url(gone.png) } y { a: url(";
        let path = RelPath::new("a/s.css").unwrap();
        assert_eq!(style_uri(&files, &path, style), data_uri(&path, expected.as_bytes()));
    }
}
