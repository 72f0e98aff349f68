//! What kind of act a text speaks of: akimats and the Government adopt resolutions, ministers and agencies give orders.
//!
//! In: a line of requisites, a note, or the name of a body. Out: the kind.
//! Holds: the first word that tells counts, for what follows tells of registration and repeal.

use super::collate::fold;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActKind {
    /// «қаулы», «постановление».
    Resolution,
    /// «бұйрық», «приказ».
    Order,
}

/// The kind that a text names.
pub fn named_kind(text: &str) -> Option<ActKind> {
    by_stem(
        text,
        &[
            ("қаулы", ActKind::Resolution),
            ("постановлени", ActKind::Resolution),
            ("бұйры", ActKind::Order),
            ("приказ", ActKind::Order),
        ],
    )
}

/// The kind of act that a body adopts.
pub fn kind_of_body(body: &str) -> Option<ActKind> {
    by_stem(
        body,
        &[
            ("әкім", ActKind::Resolution),
            ("аким", ActKind::Resolution),
            ("үкімет", ActKind::Resolution),
            ("правительств", ActKind::Resolution),
            ("министр", ActKind::Order),
            ("агентті", ActKind::Order),
            ("агентств", ActKind::Order),
            ("төраға", ActKind::Order),
            ("председател", ActKind::Order),
        ],
    )
}

fn by_stem(text: &str, stems: &[(&str, ActKind)]) -> Option<ActKind> {
    let folded = fold(text);
    let mut words = folded.split_whitespace();
    words.find_map(|word| stems.iter().find(|(stem, _)| word.starts_with(stem)).map(|(_, kind)| *kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_that_tells_counts() {
        for (text, kind) in [
            ("Алматы облысы әкімдігінің 2014 жылғы 16 шілдедегі № 255 қаулысы.", Some(ActKind::Resolution)),
            (
                "Қазақстан Республикасы Мәдениет министрінің м.а. 2010 жылғы 21 қазандағы N 116 Бұйрығы. Күші жойылды - \
                 Үкіметтің қаулысымен",
                Some(ActKind::Order),
            ),
            ("Приказ Министра транспорта и коммуникаций от 26 ноября 2012 года № 811.", Some(ActKind::Order)),
            ("Сноска. Утратило силу - Постановлением акимата от 20.11.2013 № 508", Some(ActKind::Resolution)),
            ("", None),
        ] {
            assert_eq!(named_kind(text), kind, "{text}");
        }
    }

    #[test]
    fn a_body_adopts_acts_of_its_kind() {
        for (body, kind) in [
            ("Солтүстік Қазақстан облысының әкімдігі", Some(ActKind::Resolution)),
            ("Акимат города Шымкент", Some(ActKind::Resolution)),
            ("Қазақстан Республикасы Дін істері агенттігінің төрағасы", Some(ActKind::Order)),
            ("Министр сельского хозяйства Республики Казахстан", Some(ActKind::Order)),
            ("Үлгі органы", None),
        ] {
            assert_eq!(kind_of_body(body), kind, "{body}");
        }
    }
}
