//! Which form of a Russian noun follows a number. Kazakh nouns stay singular after a number and need no choice.

/// The form that `count` asks for, of the three that follow 1, 2 and 5: «процесс», «процесса», «процессов».
pub fn choose_ru<T: Copy>(count: u64, forms: [T; 3]) -> T {
    match (count % 10, count % 100) {
        (_, 11..=14) => forms[2],
        (1, _) => forms[0],
        (2..=4, _) => forms[1],
        _ => forms[2],
    }
}

#[cfg(test)]
mod tests {
    use super::choose_ru;

    #[test]
    fn the_last_digits_choose() {
        let said = |count| choose_ru(count, ["процесс", "процесса", "процессов"]);
        for count in [1, 21, 101, 1001] {
            assert_eq!(said(count), "процесс");
        }
        for count in [2, 3, 4, 22, 104] {
            assert_eq!(said(count), "процесса");
        }
        for count in [0, 5, 10, 11, 12, 14, 19, 20, 25, 100, 111, 112] {
            assert_eq!(said(count), "процессов");
        }
    }
}
