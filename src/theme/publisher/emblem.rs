//! The emblem of a publisher: a picture among the assets that every reader can open, and that does nothing when it is.

use super::{Assets, FILE};
use crate::base::{RelPath, themes};
use crate::theme::ThemeFault;
use quick_xml::NsReader;
use quick_xml::events::Event;
use quick_xml::name::ResolveResult;

/// Without this namespace a browser shows no picture.
const SVG: &str = "http://www.w3.org/2000/svg";

/// A picture of one pixel, for samples.
pub const PIXEL: &[u8] = include_bytes!("pixel.png");

/// A picture of the publisher.
#[derive(Debug, Clone)]
pub struct Emblem {
    /// Among the assets.
    pub file: RelPath,
    pub is_png: bool,
}

/// The picture of this name: what its ending says, whole, and harmless.
pub(super) fn emblem(name: &str, assets: &Assets) -> Result<Emblem, ThemeFault> {
    let found = RelPath::new(name).and_then(|file| assets.get_key_value(&file));
    let fault = |entry| ThemeFault::of_file(FILE, entry).word(name);
    let Some((file, bytes)) = found else { return Err(fault(&themes::THEME_NO_EMBLEM)) };
    let is_png = name.ends_with(".png");
    let part = unsafe_part(bytes).filter(|_| !is_png && name.ends_with(".svg"));
    if let Some(part) = part {
        return Err(fault(&themes::THEME_UNSAFE_EMBLEM).word(part));
    }
    let is_whole = if is_png { is_png_whole(bytes) } else { name.ends_with(".svg") && is_svg_whole(bytes) };
    if !is_whole {
        return Err(fault(&themes::THEME_BAD_EMBLEM));
    }
    Ok(Emblem { file: file.clone(), is_png })
}

fn is_png_whole(bytes: &[u8]) -> bool {
    let Ok(mut reader) = png::Decoder::new(std::io::Cursor::new(bytes)).read_info() else { return false };
    loop {
        match reader.next_row() {
            Ok(Some(_)) => {}
            Ok(None) => return true,
            Err(_) => return false,
        }
    }
}

/// Whether it is XML from its beginning to its end, and its root an `svg`.
fn is_svg_whole(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let mut reader = NsReader::from_str(text);
    let (mut depth, mut is_svg) = (0_usize, None);
    loop {
        let Ok((namespace, event)) = reader.read_resolved_event() else { return false };
        let is_root = |name: &str| name == "svg" && namespace == ResolveResult::Bound(quick_xml::name::Namespace(SVG));
        match event {
            Event::Start(tag) => {
                is_svg.get_or_insert(is_root(tag.local_name().as_ref()));
                depth += 1;
            }
            Event::Empty(tag) => _ = is_svg.get_or_insert(is_root(tag.local_name().as_ref())),
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Eof => return depth == 0 && is_svg == Some(true),
            _ => {}
        }
    }
}

/// What can make an SVG do something, or ask for something, when it is opened by itself.
fn unsafe_part(svg: &[u8]) -> Option<&'static str> {
    const PARTS: [&str; 12] = [
        "<script",
        "<foreignobject",
        "<iframe",
        "<animate",
        "<set",
        "<!entity",
        "<?xml-stylesheet",
        "@import",
        "javascript:",
        "url(http",
        "href=\"http",
        "href='http",
    ];
    let text = String::from_utf8_lossy(svg).to_lowercase();
    let handler = text.split(['<', '>']).skip(1).step_by(2).any(|tag| {
        tag.split(|c: char| c.is_whitespace() || c == '/')
            .skip(1)
            .any(|word| word.starts_with("on") && word.contains('='))
    });
    PARTS.into_iter().find(|part| text.contains(part)).or(handler.then_some("on…="))
}
