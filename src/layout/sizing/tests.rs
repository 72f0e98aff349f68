//! What sizing promises, for ordinary and for nasty texts.

use super::samples::{diagram, handbook, kk};
use super::*;
use crate::graph::FlowGraph;
use crate::layout::place;
use crate::text::{self, Style, Weight};
use proptest::prelude::*;

/// What a sheet has room for between its margins.
const A4: Size = Size::new(680, 1009);

fn measures() -> Measures {
    let words =
        AddedWords { yes: kk("иә"), no: kk("жоқ"), start: kk("басталуы"), finish: kk("аяқталуы") };
    Measures::new(words, A4)
}

/// The width of the widest letter: where a single letter is wider than its room, nothing can be done.
fn widest_letter(block: &TextBlock) -> Px {
    let lines = block.lines.iter();
    let letters = lines.flat_map(|line| {
        let weight = if line.bold { Weight::Bold } else { Weight::Regular };
        line.words
            .chars()
            .map(move |letter| text::width(letter.encode_utf8(&mut [0; 4]), Style { size: line.size, weight }))
    });
    letters.max().unwrap_or(0)
}

/// No line leaves the block, and the block has a room that bears it.
fn check_block(block: &TextBlock, room: Px) {
    for line in &block.lines {
        assert!(line.lead.width() + line.width <= block.size.w, "a line leaves its block");
        assert!(line.baseline <= block.size.h, "a line lies below its block");
        let limit = room.max(line.lead.width() + widest_letter(block));
        assert!(line.lead.width() + line.width <= limit, "{line:?} leaves its room of {room}");
    }
}

/// Everything that holds for any drawing.
fn check_sizing(graph: &FlowGraph, sizing: &Sizing) {
    let padding = sizing.padding;
    for ((node, text), drawn) in sizing.graph.nodes.iter().zip(&sizing.nodes).zip(graph.nodes()) {
        check_block(&text.inside, node.size.w - 2 * padding);
        assert!(text.inside.size.h + 2 * padding <= node.size.h || text.inside.is_empty());
        assert_eq!(node.label, (!text.outside.is_empty()).then_some(text.outside.size));
        check_block(&text.outside, measures().label_width);
        assert!(node.size.w % 2 == 0 && node.size.h % 2 == 0, "`{}` has no whole middle", drawn.id);
    }
    for (lane, header) in sizing.graph.lanes.iter().zip(&sizing.headers) {
        check_block(header, lane.breadth_min - 2 * padding);
        assert!(header.size.h + 2 * padding <= lane.header);
    }
    for (flow, text) in sizing.graph.flows.iter().zip(&sizing.flows) {
        assert_eq!(flow.label, (!text.is_empty()).then_some(text.size));
    }
}

/// Letters without what wrapping may add or fold.
fn letters(words: &str) -> String {
    words
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '-' | '\u{2010}' | '\u{AD}'))
        .collect()
}

fn all_letters(block: &TextBlock) -> String {
    letters(&block.lines.iter().map(|line| line.words.as_str()).collect::<String>())
}

/// Texts as nobody should write them.
fn nasty() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[а-яәғқңөұүһі]{1,120}",
        "[ -~]{0,120}",
        "(\\PC{0,12} ){0,12}",
        "[\u{590}-\u{5FF}\u{600}-\u{6FF} ]{0,80}",
        "(и\u{306}|e\u{301}\u{323}|\u{200D}|😀| ){0,40}",
        "[\u{0}-\u{1F}\u{7F}-\u{9F}a ]{0,40}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_text_fits_a_handbook(name in nasty(), action in nasty(), count in 1_usize..9) {
        let names = vec![name.as_str(); count];
        let graph = handbook(&names, &[&action, "құжаттарды тіркеу", &action]);
        let sizing = size(&graph, Lang::Kk, &measures());
        check_sizing(&graph, &sizing);
        // Nothing is cut off: the box of the second node, the first step, has every letter of number and action.
        prop_assert_eq!(all_letters(&sizing.nodes[1].inside), letters(&format!("1){action}")));
    }

    #[test]
    fn any_text_fits_a_diagram(name in nasty(), label in nasty(), sentence in nasty()) {
        let graph = diagram([&name, "портал", &name], [Some(&label), Some(&label), None, Some("алу")], &sentence);
        let sizing = size(&graph, Lang::Kk, &measures());
        check_sizing(&graph, &sizing);
        prop_assert_eq!(all_letters(&sizing.nodes[1].inside), letters(&format!("1үдеріс{label}")));
    }
}

#[test]
fn a_name_of_one_word_that_is_too_long_is_parted() {
    let name = "мемлекеттіккөрсетілетінқызметтердібіздендіругеарналғанақпараттықжүйе";
    let graph = diagram([name, "портал", name], [Some("алу"), None, None, None], "алу");
    let sizing = size(&graph, Lang::Kk, &measures());
    check_sizing(&graph, &sizing);
    assert!(sizing.headers[0].lines.len() > 1);
    assert!(sizing.headers[0].size.w <= 240, "{}", sizing.headers[0].size.w);
}

#[test]
fn a_text_of_some_thousand_letters_fits() {
    let long = "мемлекеттік көрсетілетін қызметті алушының ".repeat(60);
    let graph = handbook(&["кеңсе"], &[&long, "тіркеу"]);
    let sizing = size(&graph, Lang::Kk, &measures());
    check_sizing(&graph, &sizing);
    assert_eq!(all_letters(&sizing.nodes[1].inside), letters(&format!("1){long}")));
}

#[test]
fn boxes_of_one_drawing_have_one_width() {
    let graph =
        diagram(["алушы", "портал", "беруші"], [Some("енгізу"), None, Some("бас тарту"), Some("нәтижені алу")], "x");
    let sizing = size(&graph, Lang::Kk, &measures());
    let boxes = sizing.graph.nodes.iter().filter(|node| node.shape == Shape::Box);
    let widths: Vec<Px> = boxes.map(|node| node.size.w).collect();
    assert_eq!(widths, [measures().task_width; 3]);
}

#[test]
fn a_task_without_a_label_bears_its_sentence_and_widens_all() {
    let sentence = "порталда қызметті алушының деректерін тексеру";
    let graph = diagram(["алушы", "портал", "беруші"], [None, None, Some("бас тарту"), Some("алу")], sentence);
    let sizing = size(&graph, Lang::Kk, &measures());
    assert_eq!(all_letters(&sizing.nodes[1].inside), letters(&format!("1 үдеріс{sentence}")));
    let boxes = sizing.graph.nodes.iter().filter(|node| node.shape == Shape::Box);
    assert!(boxes.map(|node| node.size.w).all(|width| width == measures().task_width_full));
}

#[test]
fn pills_and_branches_bear_the_words_of_the_theme() {
    let sizing = size(&handbook(&["кеңсе"], &["тіркеу"]), Lang::Kk, &measures());
    let words = |at: usize| all_letters(&sizing.nodes[at].inside);
    assert_eq!((words(0).as_str(), words(2).as_str()), ("басталуы", "аяқталуы"));
    let graph = diagram(["алушы", "портал", "беруші"], [None; 4], "x");
    let sizing = size(&graph, Lang::Kk, &measures());
    let branches: Vec<String> = sizing.flows.iter().filter(|block| !block.is_empty()).map(all_letters).collect();
    assert_eq!(branches, ["иә", "жоқ"]);
}

/// What A4 leaves between its margins is 680 by 1009 px; text of 11 px prints at 7 pt when 1189 px become 1009.
#[test]
fn handbooks_of_up_to_eight_columns_print_legibly() {
    for count in 1..=8 {
        let names = vec!["жауапты орындаушы"; count];
        let graph = handbook(&names, &["өтінішті тіркеу"; 8]);
        let sizing = size(&graph, Lang::Kk, &measures());
        let layout = place(&sizing.graph, &options(&graph, &sizing));
        let room = sizing.paper.room;
        let (short, long) = (room.w.min(room.h), room.w.max(room.h));
        assert!(short <= 802 && long <= 1190, "{count} columns: text of 11 px would print below 7 pt on {room:?}");
        for sheet in &layout.sheets {
            assert!(sheet.size.w <= room.w && sheet.size.h <= room.h, "{count} columns: {:?} in {room:?}", sheet.size);
        }
    }
}
