//! What a publisher's note says of the act that it names: «… 20.06.2016 № 43/06 (… қолданысқа енгізіледі) қаулысымен.»
//!
//! Holds: the day is that of the act itself. From when the act has effect, only the words of the note tell, for they
//! count from a publication whose day they do not give.

use super::date::Date;

/// The day and the number of the act.
pub fn act(note: &str) -> Option<(Date, &str)> {
    let mut words = note.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let Some(day) = dotted(word) else { continue };
        let Some(sign) = words.peek().and_then(|next| next.strip_prefix('№')) else { continue };
        let number = if sign.is_empty() { words.nth(1).unwrap_or_default() } else { sign };
        let number = number.trim_end_matches(['.', ',', ';', ')', '(']);
        if !number.is_empty() {
            return Some((day, number));
        }
    }
    None
}

fn dotted(word: &str) -> Option<Date> {
    let mut parts = word.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_whole = parts.next().is_none() && (day.len(), month.len(), year.len()) == (2, 2, 4);
    is_whole.then(|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)).flatten()
}

/// The clause in brackets on when the act comes into effect.
pub fn effect(note: &str) -> Option<&str> {
    const SAYS: [&str; 3] = ["қолданысқа енг", "вводится в действие", "вводятся в действие"];
    let mut clauses = note.split('(').skip(1).filter_map(|rest| Some(rest.split_once(')')?.0.trim()));
    clauses.find(|clause| SAYS.iter().any(|says| clause.contains(says)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_names_its_act() {
        let told = |note| act(note).map(|(day, number)| format!("{day} {number}"));
        assert_eq!(
            told("8-тармақ жаңа редакцияда - әкімдіктің 20.06.2016 № 43/06 (алғашқы)").as_deref(),
            Some("2016-06-20 43/06")
        );
        assert_eq!(told("– от 01.02.2017 №5.").as_deref(), Some("2017-02-01 5"));
        for none in ["", "20.06.2016", "20.06.2016 №", "32.06.2016 № 1", "20.06.16 № 1", "№ 43/06", "1.2.2016 № 3"]
        {
            assert_eq!(told(none), None, "{none}");
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
        ] {
            assert_eq!(effect(note), Some(said));
        }
        for none in ["№ 5 қаулысымен.", "№ 5 (қолданысқа енгізіледі", "№ 5 (пункт 1)."]
        {
            assert_eq!(effect(none), None, "{none}");
        }
    }
}
