//! Words by which Chinese cells of workbooks are read.

use crate::locale::lang::FormWords;

pub(super) const FORMS: FormWords = FormWords {
    nothing: &["-", "--", "—", "——", "–", "/", "\\", "无", "暂无", "没有", "无数据", "…", "……"],
    before: &[
        ("大约", "about"),
        ("约为", "about"),
        ("约", "about"),
        ("接近", "nearly"),
        ("将近", "nearly"),
        ("近", "nearly"),
        ("超过", "more_than"),
        ("超", "more_than"),
        ("大于", "more_than"),
        ("高于", "more_than"),
        ("不少于", "at_least"),
        ("不低于", "at_least"),
        ("至少", "at_least"),
        ("不超过", "at_most"),
        ("不高于", "at_most"),
        ("不多于", "at_most"),
        ("至多", "at_most"),
    ],
    after: &[
        ("左右", "about"),
        ("以上", "at_least"),
        ("以内", "at_most"),
        ("以下", "at_most"),
        ("余", "more_than"),
        ("多", "more_than"),
    ],
    provisional: &["初步", "初步数", "初步核算"],
    expected: &["预计", "预计数"],
    multiples: &[
        ("万亿", 1_000_000_000_000),
        ("千万", 10_000_000),
        ("百万", 1_000_000),
        ("亿", 100_000_000),
        ("万", 10_000),
        ("千", 1_000),
        ("百", 100),
    ],
};
