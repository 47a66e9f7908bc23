//! The words around a number that belong to it, and those that make it no figure.

/// Words before a number that say how exact it is.
pub(super) const ABOUT: &[&str] = &["大约", "超过", "接近", "将近", "不足", "约", "超", "近", "逾"];

/// Words that end in one of [`ABOUT`] but are words of their own: 节约, 附近.
pub(super) const NOT_ABOUT: &[&str] =
    &["节约", "合约", "契约", "签约", "公约", "履约", "预约", "特约", "附近", "最近", "临近", "邻近", "靠近"];

/// Signs of currency before a number.
pub(super) const CURRENCY: &[char] = &['¥', '￥', '$', '€', '£'];

/// Powers of ten after a number.
pub(super) const SCALE: &[char] = &['十', '百', '千', '万', '亿', '萬', '億'];

/// Units after a number, the longer before the shorter.
pub(super) const UNITS: &[&str] = &[
    "個百分點",
    "個月",
    "小時",
    "分鐘",
    "個",
    "項",
    "場",
    "輛",
    "戶",
    "間",
    "張",
    "塊",
    "臺",
    "條",
    "畝",
    "噸",
    "隻",
    "頭",
    "類",
    "組",
    "團",
    "鎮",
    "縣",
    "處",
    "棟",
    "℃",
    "个百分点",
    "平方公里",
    "平方千米",
    "平方米",
    "立方米",
    "千瓦时",
    "公里",
    "千米",
    "厘米",
    "毫米",
    "公顷",
    "公斤",
    "千克",
    "兆瓦",
    "千瓦",
    "人次",
    "人份",
    "个月",
    "小时",
    "分钟",
    "周年",
    "美元",
    "港元",
    "港币",
    "万亩",
    "车次",
    "班次",
    "户次",
    "课时",
    "学时",
    "床位",
    "名次",
    "倍",
    "元",
    "人",
    "户",
    "家",
    "个",
    "项",
    "条",
    "件",
    "名",
    "位",
    "次",
    "场",
    "期",
    "批",
    "所",
    "座",
    "处",
    "间",
    "栋",
    "幢",
    "套",
    "台",
    "辆",
    "艘",
    "架",
    "部",
    "本",
    "册",
    "份",
    "篇",
    "张",
    "块",
    "片",
    "棵",
    "株",
    "头",
    "只",
    "羽",
    "尾",
    "亩",
    "顷",
    "米",
    "里",
    "吨",
    "斤",
    "克",
    "升",
    "度",
    "年",
    "天",
    "周",
    "秒",
    "分",
    "岁",
    "村",
    "镇",
    "市",
    "县",
    "省",
    "种",
    "类",
    "组",
    "支",
    "门",
    "团",
];

/// Units in Latin letters. Single capitals are left out: 5G, 4A, 3D are names.
pub(super) const LATIN_UNITS: &[&str] = &[
    "km", "m", "cm", "mm", "km2", "km²", "m2", "m²", "m3", "m³", "ha", "kg", "g", "mg", "t", "l", "L", "ml",
    "mL", "kW", "kWh", "MW", "MWh", "GW", "GWh", "h", "min", "dB",
];

/// English words of scale and units after a number, the longer before the shorter. What is
/// counted is left out: "in 2019 people moved" has a year.
pub(super) const ENGLISH_UNITS: &[&str] = &[
    "thousand yuan",
    "million yuan",
    "billion yuan",
    "hundred",
    "thousand",
    "million",
    "billion",
    "percentage points",
    "per cent",
    "percent",
    "yuan",
    "mu",
];

/// Names of the months.
pub(super) const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Sept",
    "Oct",
    "Nov",
    "Dec",
];

/// Half days behind an hour.
pub(super) const HALF_DAYS: &[&str] = &["a.m.", "p.m.", "am", "pm"];

/// Words before a number that only names a place in a text.
pub(super) const PLACES: &[&str] =
    &["chapter", "section", "article", "paragraph", "page", "task", "figure", "table", "annex", "item"];

/// What follows a number that names a time or a thing rather than counts it.
pub(super) const NAMES: &[&str] = &["年代", "世纪", "周年", "号", "后"];

/// What follows a year without 年.
pub(super) const YEAR_LABELS: &[&str] = &["财年", "学年", "级", "届", "版"];

/// Marks and words between two numbers that belong together.
pub(super) const JOINERS: &[char] =
    &['-', '—', '–', '－', '~', '～', '〜', '、', '/', '至', '到', '和', '与', '及', ','];
