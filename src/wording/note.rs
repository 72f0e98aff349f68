//! What a publisher's note says of the acts that it names: «… 20.06.2016 № 43/06 (… қолданысқа енгізіледі) қаулысымен.»
//!
//! Holds: the day is that of the act itself. From when an act has effect, only the words of the note tell, for they
//! count from a publication whose day they do not give.

mod day;

use super::collate::fold;
use super::date::Date;
use super::letters::is_letter_or_digit;
use day::{first_day, last_day};

/// An act that a note names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act<'n> {
    pub day: Date,
    pub number: String,
    /// The clause in brackets behind it on when it comes into effect.
    pub effect: Option<&'n str>,
}

/// The acts by which, as a note says, a text was changed or ended, in the order of the note. A remark of the publisher's
/// own names acts only to send the reader there.
pub fn acts(note: &str) -> Vec<Act<'_>> {
    if is_remark(note) {
        return Vec::new();
    }
    let signs: Vec<Sign> = signs(note).collect();
    let mut acts = Vec::new();
    // A day that an act has claimed is not that of the next.
    let mut claimed = 0;
    for (at, sign) in signs.iter().enumerate() {
        let end = signs.get(at + 1).map_or(note.len(), |next| next.start);
        let (before, behind) = (&note[claimed..sign.start], &note[sign.end..end]);
        let Some((number, length)) = number(behind) else { continue };
        let rest = &behind[length..];
        let day = last_day(before).or_else(|| {
            let (day, length) = first_day(rest).filter(|(_, length)| end == note.len() || !leads_on(rest, *length))?;
            claimed = end - rest.len() + length;
            Some(day)
        });
        if let Some(day) = day {
            acts.push(Act { day, number, effect: effect(behind) });
        }
    }
    acts
}

/// Whether a day that ends there leads to the next number, as in «приложение № 2 от 20.06.2016 № 43/06».
fn leads_on(text: &str, end: usize) -> bool {
    !text[..end].ends_with([',', ';']) && text[end..].trim().is_empty()
}

/// «РҚАО-ның ескертпесі», «Примечание РЦПИ», as against «Ескерту» and «Сноска».
fn is_remark(note: &str) -> bool {
    let folded = fold(note);
    let mut head = folded.split_whitespace().take(2);
    head.any(|word| word.starts_with("ескертпе") || word.starts_with("примечани"))
}

/// The sign that a number of an act follows.
struct Sign {
    start: usize,
    end: usize,
}

/// «№», and «N» or «No» where a typewriter had no such sign.
fn signs(note: &str) -> impl Iterator<Item = Sign> {
    note.char_indices().filter_map(move |(start, sign)| {
        let rest = &note[start + sign.len_utf8()..];
        let left = match sign {
            '№' => rest,
            'N' if !note[..start].ends_with(is_letter_or_digit) => rest.strip_prefix(['o', 'о']).unwrap_or(rest),
            _ => return None,
        };
        let is_sign = sign == '№' || left.starts_with(|next: char| next.is_whitespace() || next.is_ascii_digit());
        is_sign.then(|| Sign { start, end: note.len() - left.len() })
    })
}

/// The number that a text begins with, and how far it reaches: «43/06», «105-2136», «А -4/156» with a space too many.
fn number(text: &str) -> Option<(String, usize)> {
    let whole = text.len();
    let text = text.trim_start();
    let ends = |sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | '(' | ')' | '«' | '»' | '"');
    let (first, rest) = text.split_at(text.find(ends).unwrap_or(text.len()));
    let is_letters = !first.is_empty() && first.chars().all(char::is_alphabetic);
    let (number, rest) = match rest.trim_start().strip_prefix('-') {
        Some(rest) if is_letters => {
            let (last, rest) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
            (format!("{first}-{last}"), rest)
        }
        _ => (first.to_owned(), rest),
    };
    let number = number.trim_end_matches(['.', ':']);
    number.contains(|sign: char| sign.is_ascii_digit()).then(|| (number.to_owned(), whole - rest.len()))
}

/// The clause in brackets on when the act comes into effect.
pub fn effect(note: &str) -> Option<&str> {
    let mut clauses = note.split('(').skip(1).filter_map(|rest| Some(rest.split_once(')')?.0.trim()));
    clauses.find(|clause| {
        let in_russian =
            clause.contains("в действие") && ["вводит", "вводят", "введен"].iter().any(|verb| clause.contains(verb));
        clause.contains("қолданысқа енг") || in_russian
    })
}

/// Whether a note tells of the end of the act that it stands under. That a paragraph of it lost its force is a change.
pub fn repeals(note: &str) -> bool {
    const SAYS: [&str; 5] = ["күші жойыл", "күшін жой", "утратил", "утратив", "прекращен"];
    const PARTS: [&str; 7] = ["тармақ", "тармағ", "абзац", "бөлік", "тарау", "пункт", "глав"];
    let folded = fold(note);
    let Some(at) = SAYS.iter().filter_map(|says| folded.find(says)).min() else { return false };
    let mut before = folded[..at].split(|sign| !is_letter_or_digit(sign));
    !before.any(|word| PARTS.iter().any(|part| word.contains(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(note: &str) -> Vec<String> {
        acts(note).into_iter().map(|act| format!("{} {}", act.day, act.number)).collect()
    }

    #[test]
    fn a_note_names_its_act() {
        for (note, act) in [
            ("8-тармақ жаңа редакцияда - әкімдіктің 20.06.2016 № 43/06 (алғашқы)", "2016-06-20 43/06"),
            ("– от 01.02.2017 №5.", "2017-02-01 5"),
            ("области от 13.10.2015 № 306(вводится в действие со дня публикации);", "2015-10-13 306"),
            ("Северо-Казахстанской области от 24.05.2013 N 178", "2013-05-24 178"),
            ("қаласы әкімдігінің 2015 ж. 08.06  № 2/335 қаулысымен", "2015-06-08 2/335"),
            ("акимата Акмолинской области от 26 марта 2020 года № А -4/156", "2020-03-26 А-4/156"),
            ("города Нур-Султана от 15.06.2022 № 1-1792.", "2022-06-15 1-1792"),
            ("ҚР Мәдениет және спорт министрінің м.а. 22.05.2015 № 191 (ресми)", "2015-05-22 191"),
            ("РК от 29.09.2014 г. № 239-V ЗРК", "2014-09-29 239-V"),
            ("постановлением акимата № 4/621 от 30 декабря 2016 года (вводится)", "2016-12-30 4/621"),
            ("приказом Министра № 198 от 13.04.2015.", "2015-04-13 198"),
            ("постановлением № А -4/156, от 26 марта 2020 г.;", "2020-03-26 А-4/156"),
            ("әкімдіктің № 4/621 2016 жылғы 30 желтоқсандағы қаулысымен", "2016-12-30 4/621"),
        ] {
            assert_eq!(told(note), [act], "{note}");
        }
        for none in [
            "",
            "20.06.2016",
            "20.06.2016 №",
            "32.06.2016 № 1",
            "№ 43/06",
            "20.06.2016 № қаулы",
            "N",
            "20.06.2016 Notes",
            "№ 5 приложение от 20.06.2016",
            "№ 5 с 20.06.2016",
            "№ 5 от 2016 года",
        ] {
            assert_eq!(told(none), [""; 0], "{none}");
        }
    }

    #[test]
    fn a_note_may_name_several_acts() {
        let note = "Ескерту. Регламентке өзгерістер енгізілді - әкімдіктің 20.01.2016 № 14 (жарияланған күнінен \
                    қолданысқа енгізіледі); 05.06.2017 № 155 (қол қойылған күнінен бастап қолданысқа енгізіледі) \
                    қаулыларымен.";
        let all = acts(note);
        assert_eq!(told(note), ["2016-01-20 14", "2017-06-05 155"]);
        assert_eq!(
            all.iter().map(|act| act.effect).collect::<Vec<_>>(),
            [
                Some("жарияланған күнінен қолданысқа енгізіледі"),
                Some("қол қойылған күнінен бастап қолданысқа енгізіледі")
            ]
        );
        for (note, all) in [
            ("постановлениями № 5 от 30 декабря 2016 года, № 7 от 01.02.2017", ["2016-12-30 5", "2017-02-01 7"]),
            ("№ 5 от 30.12.2016 и от 01.02.2017 № 7", ["2016-12-30 5", "2017-02-01 7"]),
            ("от 30.12.2016 № 5, от 01.02.2017 № 7", ["2016-12-30 5", "2017-02-01 7"]),
        ] {
            assert_eq!(told(note), all, "{note}");
        }
        assert_eq!(told("в приложении № 2 от 20.06.2016 № 43/06"), ["2016-06-20 43/06"]);
        let joint = "ҚР Қаржы министрінің 2010.05.24 № 248, ҚР Әділет министрінің 2010.04.13 № 115 және ҚР Жер \
                     ресурстарын басқару агенттігі төрағасының 2010.05.04 № 67-П Бірлескен бұйрығымен.";
        assert_eq!(told(joint), ["2010-05-24 248", "2010-04-13 115", "2010-05-04 67-П"]);
    }

    #[test]
    fn a_remark_changes_nothing() {
        for remark in [
            "Примечание РЦПИ. См. приказ Министра сельского хозяйства РК от 28.04.2015 г. № 3-2/378.",
            "РҚАО-ның ескертпесі. ҚР Үкіметінің 28.08.2015 № 680 қаулысын қараңыз.",
            "Примечание ИЗПИ! Порядок введения в действие см. от 01.02.2017 № 5.",
        ] {
            assert_eq!(acts(remark), [], "{remark}");
        }
    }

    #[test]
    fn a_note_may_say_when_its_act_comes_into_effect() {
        for (note, said) in [
            (
                "№ 189 ( алғашқы күнінен кейін қолданысқа енгізіледі) қаулысымен.",
                "алғашқы күнінен кейін қолданысқа енгізіледі",
            ),
            // As databases print it, with Latin letters.
            ("№ 43/06 (күнінен кейiн қолданысқа енгiзiледi) қаулысымен.", "күнінен кейiн қолданысқа енгiзiледi"),
            ("№ 5 (пункт 1) (вводится в действие со дня публикации).", "вводится в действие со дня публикации"),
            ("№ 399 (введено в действие по истечении 10 дней)", "введено в действие по истечении 10 дней"),
            (
                "№ 767 (подлежит введению в действие со дня подписания)",
                "подлежит введению в действие со дня подписания",
            ),
        ] {
            assert_eq!(effect(note), Some(said));
        }
        for none in ["№ 5 қаулысымен.", "№ 5 (қолданысқа енгізіледі", "№ 5 (пункт 1)."]
        {
            assert_eq!(effect(none), None, "{none}");
        }
    }

    #[test]
    fn the_end_of_an_act_is_no_change_of_its_text() {
        for whole in [
            "Ескерту. Күші жойылды - Қостанай облысы әкімдігінің 16.11.2015 № 482 қаулысымен.",
            "Ескерту. Күшi жойылды - Шымкент қаласы әкімдігінің 23.12.2020 № 810 қаулысымен.",
            "Осы Қаулы күшін жойды 2015 жылғы 25 маусымнан бастап",
            "Сноска. Утратило силу - Постановлением акимата от 20.11.2013 № 508.",
            "Сноска. Утратил силу приказом Министра от 20.11.2013 № 508, пункт 2.",
            "Приложение 3 утратило силу",
        ] {
            assert!(repeals(whole), "{whole}");
        }
        for part in [
            "Ескерту. 8-тармақтың күші жойылды - әкімдіктің 16.11.2015 № 482 қаулысымен.",
            "Сноска. Подпункт 3) пункта 1 утратил силу постановлением от 13.10.2015 № 306.",
            "Сноска. Пункт 1 с изменениями от 13.10.2015 № 306.",
            "",
        ] {
            assert!(!repeals(part), "{part}");
        }
    }

    #[test]
    fn whatever_a_note_holds_it_can_be_read() {
        for note in [
            "№",
            "N",
            "№№ 1",
            "20.06.2016 №№ 1, 2",
            "№ А -",
            "№ 5 от",
            "№ 5 от 20.06.2016\u{301}",
            "No",
            "İN 5 (",
            "20.06.2016 N\u{301} 5",
        ] {
            acts(note);
            effect(note);
            repeals(note);
        }
    }
}
