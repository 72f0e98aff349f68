//! What to give up so that the rest agrees.

use std::cmp::Reverse;

/// Nodes without which no pair is left, few of them: always the one that disagrees with most of the rest, the first of equals
/// (the greedy cover of vertices). `beside` holds for each node those that it disagrees with, both ways.
pub(super) fn cover(beside: &[Vec<usize>]) -> Vec<usize> {
    let mut left: Vec<usize> = beside.iter().map(Vec::len).collect();
    let mut given_up = Vec::new();
    while let Some(node) =
        (0..left.len()).max_by_key(|&node| (left[node], Reverse(node))).filter(|&node| left[node] > 0)
    {
        given_up.push(node);
        left[node] = 0;
        beside[node].iter().for_each(|&other| left[other] = left[other].saturating_sub(1));
    }
    given_up
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_that_disagrees_with_most_goes_first() {
        let star = [vec![3], vec![3, 2], vec![1], vec![0, 1]];
        assert_eq!(cover(&star), [1, 0]);
        assert_eq!(cover(&[vec![], vec![]]), [0; 0]);
    }
}
