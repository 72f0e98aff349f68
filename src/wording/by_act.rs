//! An act as the means by which something was done: «… қаулысымен», «постановлением …».
//!
//! In: body and kind of an act as they stand in the nominative, its day and number. Out: the form that notes on editions
//! print, with the day in figures.

use super::date::Date;
use crate::base::Lang;

/// «Қарағанды облысы әкімдігінің 20.06.2016 № 43/06 қаулысымен», «постановлением акимата от 20.06.2016 № 43/06».
pub fn by_act(by: &str, date: Date, number: &str, lang: Lang) -> String {
    let day = date.dotted();
    match lang {
        // The kind of the act comes last and has the ending of belonging: after it the case is always the same.
        Lang::Kk => match by.rsplit_once(' ') {
            Some((body, kind)) if kind.ends_with(['ы', 'і']) && !is_body(kind) => {
                format!("{body} {day} № {number} {kind}мен")
            }
            _ => format!("{by}, {day} № {number}"),
        },
        Lang::Ru => {
            let (kind, body) = by.split_once(' ').unwrap_or((by, ""));
            let space = if body.is_empty() { "" } else { " " };
            match instrumental(kind) {
                Some(kind) => format!("{kind}{space}{body} от {day} № {number}"),
                None => format!("{by} от {day} № {number}"),
            }
        }
    }
}

/// A name that is that of a body alone: «облыс әкімдігі», «министрлігі».
fn is_body(word: &str) -> bool {
    ["әкімдігі", "министрлігі", "мәслихаты", "басқармасы", "департаменті", "комитеті", "үкіметі", "әкімі", "министрі"]
        .contains(&word.to_lowercase().as_str())
}

/// Of the words that name kinds of acts, none of which is feminine.
fn instrumental(kind: &str) -> Option<String> {
    let lower = kind.to_lowercase();
    match lower.as_str() {
        "постановление" | "решение" | "распоряжение" => Some(format!("{lower}м")),
        "приказ" | "закон" | "указ" => Some(format!("{lower}ом")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acts_take_the_form_that_notes_print() {
        let day = Date::new(2016, 6, 20).unwrap();
        for (lang, by, expected) in [
            (
                Lang::Kk,
                "Қарағанды облысы әкімдігінің қаулысы",
                "Қарағанды облысы әкімдігінің 20.06.2016 № 4/6 қаулысымен",
            ),
            (Lang::Kk, "Министрдің бұйрығы", "Министрдің 20.06.2016 № 4/6 бұйрығымен"),
            (Lang::Kk, "Қарағанды облысының әкімдігі", "Қарағанды облысының әкімдігі, 20.06.2016 № 4/6"),
            (Lang::Kk, "қаулы", "қаулы, 20.06.2016 № 4/6"),
            (Lang::Ru, "Постановление акимата области", "постановлением акимата области от 20.06.2016 № 4/6"),
            (Lang::Ru, "приказ Министра", "приказом Министра от 20.06.2016 № 4/6"),
            (Lang::Ru, "Акимат области", "Акимат области от 20.06.2016 № 4/6"),
        ] {
            assert_eq!(by_act(by, day, "4/6", lang), expected);
        }
    }
}
