//! The package: the parts of a DOCX in a zip without compression.

use super::Document;
use super::runs::{escape, locale};
use std::io::{Cursor, Write};
use zip::result::ZipResult;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime, System};

const TYPES: &str = include_str!("parts/content_types.xml");
const RELATIONS: &str = include_str!("parts/relations.xml");
const DOCUMENT_RELATIONS: &str = include_str!("parts/document_relations.xml");
const SETTINGS: &str = include_str!("parts/settings.xml");
const STYLES: &str = include_str!("parts/styles.xml");

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The parts beside the body, and what a zip adds.
const USUAL_BYTES: usize = 1 << 14;

/// The body as a file. Writing to memory does not fail.
pub(super) fn pack(document: &Document<'_>, body: &str) -> Vec<u8> {
    let packed = write(document, body);
    debug_assert!(packed.is_ok(), "no text is as long as a zip can hold");
    packed.unwrap_or_default()
}

fn write(document: &Document<'_>, body: &str) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(body.len() + USUAL_BYTES)));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix);
    let lang = locale(document.lang);
    let properties = properties(document);
    let foot = foot(document);
    let (before, after) = STYLES.split_once("{lang}").unwrap_or((STYLES, ""));
    let opening = format!(
        "{XML}<w:document xmlns:w=\"{MAIN}\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>\n"
    );
    // The list of types comes first: programs tell the format by it.
    let parts: [(&str, &[&str]); 8] = [
        ("[Content_Types].xml", &[TYPES]),
        ("_rels/.rels", &[RELATIONS]),
        ("docProps/core.xml", &[&properties]),
        ("word/document.xml", &[&opening, body, "\n</w:body></w:document>\n"]),
        ("word/_rels/document.xml.rels", &[DOCUMENT_RELATIONS]),
        ("word/footer1.xml", &[&foot]),
        ("word/settings.xml", &[SETTINGS]),
        ("word/styles.xml", &[before, lang, after]),
    ];
    for (name, pieces) in parts {
        zip.start_file(name, options)?;
        for piece in pieces {
            zip.write_all(piece.as_bytes())?;
        }
    }
    Ok(zip.finish()?.into_inner())
}

/// What file managers and screen readers say of the file. No day of its making: the same act gives the same file.
fn properties(document: &Document<'_>) -> String {
    let mut out = format!(
        "{XML}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
    );
    let lang = locale(document.lang);
    for (name, words) in [("title", document.title.plain.as_str()), ("creator", document.author), ("language", lang)] {
        out.push_str(&format!("<dc:{name}>"));
        escape(words, &mut out);
        out.push_str(&format!("</dc:{name}>"));
    }
    out.push_str("</cp:coreProperties>\n");
    out
}

/// At the foot of each page: which act this is, and the number of the page.
fn foot(document: &Document<'_>) -> String {
    let mut out = format!("{XML}<w:ftr xmlns:w=\"{MAIN}\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:t>");
    escape(document.foot, &mut out);
    out.push_str(
        "</w:t></w:r><w:r><w:tab/></w:r><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>\n",
    );
    out
}
