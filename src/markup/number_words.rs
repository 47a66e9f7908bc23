//! The words around a number that belong to it, and those that make it no figure: those of every language in
//! turn, and the signs that all of them share.

use crate::locale::lang::{ProseWords, all};

/// Signs of currency before a number.
pub(super) const CURRENCY: &[char] = &['¥', '￥', '$', '€', '£'];

/// Units in Latin letters that every language writes alike. Single capitals are left out: 5G, 4A, 3D are names.
pub(super) const LATIN_UNITS: &[&str] = &[
    "km", "m", "cm", "mm", "km2", "km²", "m2", "m²", "m3", "m³", "ha", "kg", "g", "mg", "t", "l", "L", "ml",
    "mL", "kW", "kWh", "MW", "MWh", "GW", "GWh", "h", "min", "dB",
];

/// Signs before a number that names a thing.
pub(super) const MARKS: [&str; 2] = ["№", "#"];

/// Marks between two numbers that belong together.
pub(super) const JOINERS: &[char] = &['-', '—', '–', '－', '~', '～', '〜', '、', '/', ','];

/// One of the lists of words that every language has.
pub(super) type List = fn(&ProseWords) -> &'static [&'static str];

/// A list of words, of every language.
pub(super) fn words(list: List) -> impl Iterator<Item = &'static str> {
    all().iter().flat_map(move |language| list(&language.wording.prose)).copied()
}

/// A list of characters, of every language.
pub(super) fn chars(list: fn(&ProseWords) -> &'static [char]) -> impl Iterator<Item = char> {
    all().iter().flat_map(move |language| list(&language.wording.prose)).copied()
}
