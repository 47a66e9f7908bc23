//! The bigram index: which entries hold a pair of neighbouring characters.

use super::{Entry, Fold};
use std::collections::BTreeMap;

/// The pairs are spread over so many scripts.
pub(super) const BUCKETS: usize = 256;

/// The bucket of a pair; the search program computes the same.
fn bucket(first: char, second: char) -> usize {
    ((u32::from(first) * 31 + u32::from(second)) as usize) % BUCKETS
}

/// For each bucket, its pairs and the entries that hold them, as differences to the entry before.
pub(super) fn buckets(entries: &[Entry], fold: &Fold) -> Vec<BTreeMap<String, Vec<usize>>> {
    let mut buckets: Vec<BTreeMap<String, Vec<usize>>> = vec![BTreeMap::new(); BUCKETS];
    let mut last: BTreeMap<String, usize> = BTreeMap::new();
    for (number, entry) in entries.iter().enumerate() {
        for part in entry.parts() {
            let folded = fold.text(part);
            for pair in folded.windows(2).filter(|pair| pair.iter().all(|c| !c.is_whitespace())) {
                let gram: String = pair.iter().collect();
                let before = last.get(&gram).copied();
                if before != Some(number) {
                    let found = buckets[bucket(pair[0], pair[1])].entry(gram.clone()).or_default();
                    found.push(number - before.unwrap_or(0));
                    last.insert(gram, number);
                }
            }
        }
    }
    buckets
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Whatever an entry holds can be found by its pairs, and nothing else is named.
        #[test]
        fn pairs_lead_to_exactly_the_entries_that_hold_them(texts in prop::collection::vec("[ab云雲 ]{0,6}", 1..8)) {
            let fold = Fold::new([('雲', '云')]);
            let entries: Vec<Entry> = texts
                .iter()
                .map(|text| Entry { text: text.clone(), ..Entry::default() })
                .collect();
            let buckets = buckets(&entries, &fold);
            for (first, second) in [('a', 'b'), ('a', '云'), ('云', '云'), ('b', 'b')] {
                let gram: String = [first, second].iter().collect();
                let mut at = 0;
                let named: Vec<usize> = buckets[bucket(first, second)]
                    .get(&gram)
                    .into_iter()
                    .flatten()
                    .enumerate()
                    .map(|(index, step)| { at = if index == 0 { *step } else { at + step }; at })
                    .collect();
                let holding: Vec<usize> = texts
                    .iter()
                    .enumerate()
                    .filter(|(_, text)| text.replace('雲', "云").contains(&gram))
                    .map(|(number, _)| number)
                    .collect();
                prop_assert_eq!(named, holding, "{}", gram);
            }
        }
    }
}
