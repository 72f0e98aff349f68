//! Kazakh case endings of names that a sentence has to decline.

/// The genitive of a Kazakh name: «әкімдігі» – «әкімдігінің», «департамент» – «департаменттің».
///
/// The ending follows the last vowel and the last sound of the name.
pub fn genitive_kk(name: &str) -> String {
    let lower = name.to_lowercase();
    let Some(last) = lower.chars().rev().find(|sign| sign.is_alphabetic()) else { return name.to_owned() };
    let is_soft = lower.chars().rev().find_map(harmony).unwrap_or(true);
    let begins = match last {
        _ if harmony(last).is_some() || matches!(last, 'и' | 'у') => 'н',
        'м' | 'н' | 'ң' => 'н',
        'п' | 'ф' | 'к' | 'қ' | 'т' | 'с' | 'ш' | 'щ' | 'ч' | 'х' | 'һ' | 'ц' | 'б' | 'в' | 'г' | 'д' => {
            'т'
        }
        _ => 'д',
    };
    format!("{name}{begins}{}", if is_soft { "ің" } else { "ың" })
}

/// Whether a vowel is a front one; `None` for other sounds, and for those that go either way.
fn harmony(sign: char) -> Option<bool> {
    match sign {
        'ә' | 'е' | 'і' | 'ө' | 'ү' | 'э' => Some(true),
        'а' | 'о' | 'ұ' | 'ы' | 'я' | 'ё' | 'ю' => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::genitive_kk;

    #[test]
    fn endings_follow_vowel_and_consonant() {
        for (name, of_it) in [
            ("Қарағанды облысының әкімдігі", "Қарағанды облысының әкімдігінің"),
            ("Алматы қаласы", "Алматы қаласының"),
            ("департамент", "департаменттің"),
            ("министр", "министрдің"),
            ("басқарма", "басқарманың"),
            ("орган", "органның"),
            ("мәслихат", "мәслихаттың"),
            ("халық", "халықтың"),
        ] {
            assert_eq!(genitive_kk(name), of_it);
        }
    }
}
