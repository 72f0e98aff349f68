//! What is wrong with a graph in the neutral form, in words.

use crate::base::harmless::in_one_line;
use crate::base::{Said, Voice};
use crate::cli::words::fill;
use crate::pipeline::{GraphError, GraphPlace};

/// What is wrong, and where.
pub(in crate::cli) fn told(error: &GraphError, voice: Voice) -> String {
    let with = |words: &Said, parts: &[&str]| in_one_line(&fill(words.say(voice), parts));
    match error {
        GraphError::Json { line, column, reason } => with(&NO_GRAPH, &[&line.to_string(), &column.to_string(), reason]),
        GraphError::DuplicateId { list, id } => with(&DUPLICATE, &[list, id]),
        GraphError::BadId { list, id } => with(&BAD_ID, &[list, id]),
        GraphError::UnknownLane { node, lane } => with(&UNKNOWN_LANE, &[node, lane]),
        GraphError::UnknownNode { place, node } => with(&UNKNOWN_NODE, &[&at(place, voice), node]),
        GraphError::UnknownKind { place, kind } => with(&UNKNOWN_KIND, &[&at(place, voice), kind]),
        GraphError::BadSize { place, limit_px } => with(&BAD_SIZE, &[&at(place, voice), &limit_px.to_string()]),
        GraphError::OtherAxis => with(&OTHER_AXIS, &[]),
        GraphError::TooBig { list, count, limit } => with(&TOO_BIG, &[list, &count.to_string(), &limit.to_string()]),
    }
}

fn at(place: &GraphPlace, voice: Voice) -> String {
    match place {
        GraphPlace::Axis => "`axis`".to_owned(),
        GraphPlace::Happy => "`happy`".to_owned(),
        GraphPlace::Lane(id) => fill(LANE.say(voice), &[id]),
        GraphPlace::Node(id) => fill(NODE.say(voice), &[id]),
        GraphPlace::Flow(id) => fill(FLOW.say(voice), &[id]),
    }
}

const fn said(kk: &'static str, ru: &'static str, en: &'static str) -> Said {
    Said { kk, ru, en }
}

const LANE: Said = said("`{0}` жолағы", "дорожка `{0}`", "lane `{0}`");
const NODE: Said = said("`{0}` түйіні", "узел `{0}`", "node `{0}`");
const FLOW: Said = said("`{0}` ағыны", "поток `{0}`", "flow `{0}`");

const NO_GRAPH: Said = said(
    "{0}-жол, {1}-баған: JSON түріндегі граф емес: {2}",
    "строка {0}, столбец {1}: не граф в JSON: {2}",
    "line {0}, column {1}: no graph in JSON: {2}",
);
const DUPLICATE: Said = said(
    "`{0}` тізімінде `{1}` белгісі екі рет кездеседі",
    "в списке `{0}` обозначение `{1}` встречается дважды",
    "`{0}` holds the id `{1}` twice",
);
const BAD_ID: Said = said(
    "`{0}` тізіміндегі `{1}` белгі бола алмайды: онда бос орын мен көрінбейтін таңба болмауы, өзі бос болмауы және `_` таңбасынан басталмауы керек",
    "в списке `{0}`: `{1}` не может быть обозначением: в нём не должно быть пробелов и невидимых знаков, оно не пусто и начинается не с `_`",
    "`{0}` holds `{1}`, which cannot be an id: it must not be empty, hold white space or signs that nobody sees, or begin with `_`",
);
const UNKNOWN_LANE: Said = said(
    "`{0}` түйіні белгісіз `{1}` жолағында тұр",
    "узел `{0}` стоит в неизвестной дорожке `{1}`",
    "node `{0}` stands in the unknown lane `{1}`",
);
const UNKNOWN_NODE: Said =
    said("{0}: `{1}` деген түйін жоқ", "{0}: узла `{1}` нет", "{0} names the unknown node `{1}`");
const UNKNOWN_KIND: Said = said("{0}: `{1}` деген түр жоқ", "{0}: вида `{1}` нет", "{0} has the unknown kind `{1}`");
const BAD_SIZE: Said = said(
    "{0}: өлшемі 1-ден {1} пиксельге дейін болуы керек",
    "{0}: размер должен быть от 1 до {1} пикселей",
    "{0} has a size outside 1 to {1} pixels",
);
const OTHER_AXIS: Said = said(
    "`axis`: ағын бұрынғы сызбадағыдай бағытталмаған, сондықтан ол сызбаның реті сақталмайды",
    "`axis`: поток направлен не так, как на прежнем чертеже, поэтому его порядок не сохранить",
    "`axis`: the flow runs another way than in the earlier drawing, so that its order cannot be kept",
);
const TOO_BIG: Said = said(
    "`{0}` тізімінде {1} элемент бар, {2} элементтен артық болмауы керек",
    "в списке `{0}` элементов {1}, а может быть не больше {2}",
    "`{0}` holds {1} items, more than {2}",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_of_a_graph_is_told_in_three_languages() {
        let node = || GraphPlace::Node("t".to_owned());
        let x = || "x".to_owned();
        let all = [
            (
                GraphError::Json { line: 2, column: 5, reason: "missing field `nodes`".to_owned() },
                "2-жол, 5-баған: JSON түріндегі граф емес: missing field `nodes`",
                "строка 2, столбец 5: не граф в JSON: missing field `nodes`",
                "line 2, column 5: no graph in JSON: missing field `nodes`",
            ),
            (
                GraphError::DuplicateId { list: "nodes", id: x() },
                "`nodes` тізімінде `x` белгісі екі рет кездеседі",
                "в списке `nodes` обозначение `x` встречается дважды",
                "`nodes` holds the id `x` twice",
            ),
            (
                GraphError::BadId { list: "nodes", id: "_\u{1b}".to_owned() },
                "`nodes` тізіміндегі `_?` белгі бола алмайды: онда бос орын мен көрінбейтін таңба болмауы, өзі бос болмауы және `_` таңбасынан басталмауы керек",
                "в списке `nodes`: `_?` не может быть обозначением: в нём не должно быть пробелов и невидимых знаков, оно не пусто и начинается не с `_`",
                "`nodes` holds `_?`, which cannot be an id: it must not be empty, hold white space or signs that nobody sees, or begin with `_`",
            ),
            (
                GraphError::UnknownLane { node: "t".to_owned(), lane: "\u{1b}[2J".to_owned() },
                "`t` түйіні белгісіз `?[2J` жолағында тұр",
                "узел `t` стоит в неизвестной дорожке `?[2J`",
                "node `t` stands in the unknown lane `?[2J`",
            ),
            (
                GraphError::UnknownNode { place: GraphPlace::Happy, node: x() },
                "`happy`: `x` деген түйін жоқ",
                "`happy`: узла `x` нет",
                "`happy` names the unknown node `x`",
            ),
            (
                GraphError::UnknownNode { place: GraphPlace::Flow("f2".to_owned()), node: x() },
                "`f2` ағыны: `x` деген түйін жоқ",
                "поток `f2`: узла `x` нет",
                "flow `f2` names the unknown node `x`",
            ),
            (
                GraphError::UnknownKind { place: GraphPlace::Axis, kind: x() },
                "`axis`: `x` деген түр жоқ",
                "`axis`: вида `x` нет",
                "`axis` has the unknown kind `x`",
            ),
            (
                GraphError::BadSize { place: node(), limit_px: 5_000 },
                "`t` түйіні: өлшемі 1-ден 5000 пиксельге дейін болуы керек",
                "узел `t`: размер должен быть от 1 до 5000 пикселей",
                "node `t` has a size outside 1 to 5000 pixels",
            ),
            (
                GraphError::BadSize { place: GraphPlace::Lane("l".to_owned()), limit_px: 5_000 },
                "`l` жолағы: өлшемі 1-ден 5000 пиксельге дейін болуы керек",
                "дорожка `l`: размер должен быть от 1 до 5000 пикселей",
                "lane `l` has a size outside 1 to 5000 pixels",
            ),
            (
                GraphError::TooBig { list: "flows", count: 5_001, limit: 5_000 },
                "`flows` тізімінде 5001 элемент бар, 5000 элементтен артық болмауы керек",
                "в списке `flows` элементов 5001, а может быть не больше 5000",
                "`flows` holds 5001 items, more than 5000",
            ),
            (
                GraphError::OtherAxis,
                "`axis`: ағын бұрынғы сызбадағыдай бағытталмаған, сондықтан ол сызбаның реті сақталмайды",
                "`axis`: поток направлен не так, как на прежнем чертеже, поэтому его порядок не сохранить",
                "`axis`: the flow runs another way than in the earlier drawing, so that its order cannot be kept",
            ),
        ];
        for (error, kk, ru, en) in all {
            assert_eq!([Voice::Kk, Voice::Ru, Voice::En].map(|voice| told(&error, voice)), [kk, ru, en]);
        }
    }
}
