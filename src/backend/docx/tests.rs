//! What every text file promises, whatever the words.

use super::*;
use crate::manuscript::{Block, Heading, Markup, Paragraph, Phrase, Role};
use std::io::{Cursor, Read};

fn paragraph(role: Role, phrase: Phrase) -> Block {
    Block::Paragraph(Paragraph { anchor: String::new(), role, marker: Some("1)".to_owned()), phrase, element: None })
}

fn fragment(fragment: &str, is_raw: bool) -> Phrase {
    let fragment = fragment.to_owned();
    let markup = if is_raw { Markup::Raw(fragment) } else { Markup::Sound(fragment) };
    Phrase { markup, ..Phrase::plain(Lang::Kk, "plain") }
}

fn rendered(blocks: Vec<Block>) -> Vec<u8> {
    let manuscript = Manuscript { wanted: Lang::Kk, language: Lang::Kk, blocks, terms: Vec::new() };
    let labels = Labels {
        requisites: "Деректемелер",
        diagram: "",
        handbook: "",
        missing: "",
        unmentioned: "",
        legend: "",
        table: TableWords::default(),
    };
    render(&Document {
        lang: Lang::Kk,
        kind: "Регламент",
        title: &Phrase::plain(Lang::Ru, "О <порядке> & \"сроках\""),
        author: "a & b",
        marks: &["Күші жойылған".to_owned()],
        foot: "№ 5 & <6>",
        requisites: &[Requisite { name: "Нөмірі".to_owned(), values: vec![Phrase::plain(Lang::Kk, "5")] }],
        manuscript: &manuscript,
        tables: &[],
        labels,
    })
}

fn part(file: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).expect("a zip");
    let mut text = String::new();
    zip.by_name(name).expect("the part").read_to_string(&mut text).expect("text");
    text
}

/// The part is XML whose elements close in their order.
fn assert_sound(xml: &str) {
    assert!(xml.chars().all(|c| c >= ' ' || c == '\n'), "{xml:?}");
    let mut reader = quick_xml::Reader::from_str(xml);
    while reader.read_event().expect("sound XML") != quick_xml::events::Event::Eof {}
}

fn body(blocks: Vec<Block>) -> String {
    let text = part(&rendered(blocks), "word/document.xml");
    assert_sound(&text);
    text
}

#[test]
fn every_part_is_sound_and_nothing_is_compressed() {
    let file = rendered(vec![paragraph(Role::Plain, Phrase::plain(Lang::Kk, "a\u{1}b\u{FFFF} <w:p> & c"))]);
    let mut zip = zip::ZipArchive::new(Cursor::new(&file)).expect("a zip");
    for at in 0..zip.len() {
        let entry = zip.by_index(at).expect("an entry");
        assert!(at > 0 || entry.name().expect("a name") == "[Content_Types].xml");
        assert_eq!(entry.compression(), zip::CompressionMethod::Stored);
    }
    for name in ["[Content_Types].xml", "_rels/.rels", "word/styles.xml", "word/settings.xml"] {
        assert_sound(&part(&file, name));
    }
    for name in ["docProps/core.xml", "word/footer1.xml"] {
        let text = part(&file, name);
        assert!(text.contains(" &amp; "), "{text}");
        assert_sound(&text);
    }
    let text = part(&file, "word/document.xml");
    assert!(text.contains("a\u{FFFD}b\u{FFFD} &lt;w:p&gt; &amp; c"), "{text}");
    assert!(part(&file, "word/styles.xml").contains("<w:lang w:val=\"kk-KZ\"/>"));
}

#[test]
fn the_same_act_gives_the_same_file() {
    let blocks = || vec![paragraph(Role::Plain, Phrase::plain(Lang::Kk, "а"))];
    assert!(rendered(blocks()) == rendered(blocks()));
}

#[test]
fn every_style_that_is_named_is_there() {
    let styles = include_str!("parts/styles.xml");
    let roles = [Role::Approval, Role::Title, Role::Requisites, Role::Note, Role::Variant, Role::Post, Role::Plain];
    let mut blocks: Vec<Block> = roles.map(|role| paragraph(role, Phrase::plain(Lang::Kk, "а"))).into();
    let heading =
        |depth| Block::Heading(Heading { anchor: String::new(), depth, phrase: Phrase::plain(Lang::Kk, "1. А") });
    blocks.extend([0, 1, 2, 3, 9].map(heading));
    let text = body(blocks);
    let named: Vec<&str> =
        text.split("Style w:val=\"").skip(1).filter_map(|rest| rest.split_once('"').map(|(name, _)| name)).collect();
    assert!(named.len() > 15, "{named:?}");
    named.iter().for_each(|name| assert!(styles.contains(&format!("w:styleId=\"{name}\"")), "{name}"));
}

#[test]
fn words_of_the_other_language_say_so() {
    let text = body(vec![paragraph(Role::Plain, Phrase::plain(Lang::Ru, "да\nнет"))]);
    assert!(text.contains("<w:rPr><w:lang w:val=\"ru-RU\"/></w:rPr><w:t>да</w:t><w:br/><w:t>нет</w:t>"), "{text}");
}

#[test]
fn a_table_of_the_act_stays_one() {
    let table = "<table>\n<caption>Кесте</caption><thead>\n<tr><th>А</th><th colspan=\"2\">Б</th></tr></thead>\n\
        <tbody>\n<tr><td>1<br>2</td><td>x<table><tr><td>y</td></tr></table></td><td></td></tr></tbody></table>";
    for is_raw in [false, true] {
        let text = body(vec![paragraph(Role::Block, fragment(table, is_raw))]);
        // The first is that of the requisites.
        assert_eq!((text.matches("<w:tbl>").count(), text.matches("</w:tbl>").count()), (2, 2), "{text}");
        assert!(
            text.contains("<w:gridSpan w:val=\"2\"/>")
                && text.contains("<w:t>Кесте</w:t></w:r></w:p>\n<w:tbl>")
                && text.contains("<w:t>y</w:t>"),
            "{text}"
        );
        assert!(!text.contains("</w:tc><w:r>") && !text.contains("</w:tr>\n<w:r>"), "{text}");
        // Each cell holds a paragraph, or a word processor calls the file broken.
        assert_eq!(
            text.matches("<w:tc>").count(),
            text.matches("</w:p></w:tc>").count() + text.matches("</w:p>\n</w:tc>").count()
        );
    }
}

#[test]
fn a_row_without_cells_and_a_table_without_rows_are_none() {
    let tables = "<table><tbody><tr></tr><tr><td>a</td></tr></tbody></table>b<table><tbody><tr></tr></tbody></table>c";
    let text = body(vec![paragraph(Role::Block, fragment(tables, true))]);
    // One of each is that of the requisites.
    assert_eq!((text.matches("<w:tbl>").count(), text.matches("<w:tr>").count()), (2, 2), "{text}");
    assert!(!text.contains("<w:tr></w:tr>") && text.contains("<w:t>b</w:t>") && text.contains("<w:t>c</w:t>"));
}

#[test]
fn entries_keep_their_numbers() {
    let lists = "<ol start=\"3\"><li>a</li><li>b<ol><li>c</li></ol></li><li>d</li></ol>";
    let text = body(vec![paragraph(Role::Block, fragment(lists, true))]);
    for (mark, word) in [("3. ", "a"), ("4. ", "b"), ("1. ", "c"), ("5. ", "d")] {
        let part = format!("<w:t xml:space=\"preserve\">{mark}</w:t></w:r><w:r><w:t>{word}</w:t>");
        assert!(text.contains(&part), "{part}: {text}");
    }
}

#[test]
fn markup_of_running_text_is_that_of_letters() {
    let text =
        body(vec![paragraph(Role::Plain, fragment("a <strong>b&amp;<em>c</em></strong>\n<sup>2</sup> d", false))]);
    for part in
        ["<w:rPr><w:b/></w:rPr><w:t>b&amp;</w:t>", "<w:b/><w:i/>", "\"superscript\"/></w:rPr><w:t>2</w:t>", "> d</w:t>"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let struck = body(vec![paragraph(Role::Plain, fragment("<del>a</del> <s>b</s> c", true))]);
    for part in ["<w:strike/></w:rPr><w:t>a<", "<w:strike/></w:rPr><w:t>b<", "<w:r><w:t xml:space=\"preserve\"> c<"] {
        assert!(struck.contains(part), "{part}: {struck}");
    }
    let cut = body(vec![paragraph(Role::Plain, fragment("a</table></td></b><td>b<script>c</script>", true))]);
    assert!(cut.contains("<w:t>ab</w:t>") && !cut.contains("c<"), "{cut}");
}
