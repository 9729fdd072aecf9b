//! Scripts, by the syllables that made-up words have.
//!
//! Knows nothing of texts.

/// A script, by the syllables that words are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Script {
    /// What words are made of.
    pub syllables: &'static [&'static str],
    /// How many syllables the shortest word has.
    pub shortest: usize,
    /// What stands between words.
    pub between: &'static str,
}

/// Letters of ASCII.
pub const PLAIN: Script = Script {
    syllables: &[
        "ba", "ber", "bo", "ca", "cor", "da", "del", "di", "fa", "fen", "ga", "gen", "go", "hal", "he", "in", "ja",
        "ka", "kel", "la", "len", "li", "lo", "lun", "ma", "mer", "mi", "na", "nor", "no", "or", "pa", "pel", "pi",
        "qua", "ra", "ren", "ri", "ro", "sa", "sel", "si", "son", "ta", "ter", "ti", "tor", "u", "va", "ver", "vi",
        "wa", "wen", "xi", "ya", "yor", "za", "zen", "stra", "thu",
    ],
    shortest: 2,
    between: " ",
};

/// Latin with diacritics, some of them as marks of their own.
pub const MARKED: Script = Script {
    syllables: &[
        "bjö",
        "bær",
        "cé",
        "ço",
        "dø",
        "él",
        "få",
        "fü",
        "gö",
        "hä",
        "jå",
        "kè",
        "kø",
        "lé",
        "lø",
        "mä",
        "mé",
        "nå",
        "né",
        "ö",
        "pø",
        "rä",
        "ré",
        "rø",
        "sä",
        "sö",
        "só",
        "tå",
        "té",
        "üb",
        "vä",
        "våg",
        "zü",
        "łó",
        "ße",
        "re\u{301}",
        "na\u{308}",
        "so\u{308}",
        "ka\u{30a}",
        "den",
        "ling",
        "mar",
        "sten",
        "vik",
        "berg",
    ],
    shortest: 2,
    between: " ",
};

/// Scripts that are not Latin, each with the language of its texts.
pub const OTHERS: [(&str, Script); 6] = [
    (
        "el",
        Script {
            syllables: &[
                "γε", "νό", "μα", "υγ", "εί", "α", "πρό", "λη", "ψη", "ια", "τρι", "κή", "δε", "δο", "μέ", "να", "κλι",
                "νι", "θε", "ρα",
            ],
            shortest: 2,
            between: " ",
        },
    ),
    (
        "ru",
        Script {
            syllables: &[
                "ге", "но", "ме", "ди", "ци", "на", "здо", "ро", "вье", "дан", "ные", "ис", "сле", "до", "ва", "ра",
                "ко", "пер", "со", "ле",
            ],
            shortest: 2,
            between: " ",
        },
    ),
    (
        "zh",
        Script {
            syllables: &[
                "精", "准", "医", "学", "基", "因", "组", "研", "究", "数", "据", "健", "康", "国", "家", "中", "心",
                "疾", "病", "诊", "断", "治", "疗", "样", "本", "库", "人", "群", "测", "序",
            ],
            shortest: 1,
            between: "",
        },
    ),
    (
        "ja",
        Script {
            syllables: &[
                "ゲ", "ノ", "ム", "い", "り", "ょう", "け", "ん", "き", "ゅう", "デ", "ー", "タ", "バ", "イ", "オ",
                "か", "の", "こ", "く",
            ],
            shortest: 2,
            between: "",
        },
    ),
    (
        "th",
        Script {
            syllables: &["จี", "โน", "ม", "กา", "ร", "แพ", "ทย์", "สุ", "ข", "ภา", "พ", "ข้อ", "มู", "ล", "วิ", "จัย"],
            shortest: 2,
            between: "",
        },
    ),
    (
        "ar",
        Script {
            syllables: &[
                "جي", "نو", "م", "ال", "طب", "صح", "ة", "بي", "ان", "ات", "بح", "ث", "دق", "يق", "مر", "ض", "عَ", "لا",
            ],
            shortest: 2,
            between: " ",
        },
    ),
];
