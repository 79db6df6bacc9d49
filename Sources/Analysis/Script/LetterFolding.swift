/// Letters that fold to a simpler one, by that one: Latin and Greek letters lose their marks.
///
/// Source: Unicode 15 canonical decompositions of U+00C0–024F, 0370–03FF, 1E00–1FFF; ø đ ħ ł ŧ ı æ œ ð þ ŋ ə by their usual spelling in news.
let baseLetters: [(base: Unicode.Scalar, marked: String)] = [
    ("a", "àáâãäåæāăąəǎǟǡǣǻǽȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ("b", "ḃḅḇ"),
    ("c", "çćĉċčḉ"),
    ("d", "ðďđḋḍḏḑḓ"),
    ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ("f", "ƒḟ"),
    ("g", "ĝğġģǧǵḡ"),
    ("h", "ĥħȟḣḥḧḩḫẖ"),
    ("i", "İìíîïĩīĭįıǐȉȋḭḯỉị"),
    ("j", "ĵǰ"),
    ("k", "ķǩḱḳḵ"),
    ("l", "ĺļľłḷḹḻḽ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňŋǹṅṇṉṋ"),
    ("o", "òóôõöøōŏőœơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "ſẛßśŝşšșṡṣṥṧṩ"),
    ("t", "þţťŧțṫṭṯṱẗ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹ"),
    ("ʒ", "ǯ"),
    ("z", "źżžẑẓẕ"),
    ("α", "άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ"),
    ("ε", "έἐἑἒἓἔἕὲέ"),
    ("η", "ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ"),
    ("ι", "ίΐϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ"),
    ("ο", "όὀὁὂὃὄὅὸό"),
    ("ρ", "ῤῥ"),
    ("σ", "ς"),
    ("υ", "ϒϓϔύϋΰὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ"),
    ("ω", "ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ"),
    // Russian spells ё as е more often than not; й is a letter of its own and stays.
    ("е", "ёѐ"), ("и", "ѝ"), ("і", "ї"), ("у", "ў"),
]

/// Arabic-script letters that one outlet writes for what another writes otherwise.
///
/// The forms of alef, alef maksura and ya, ta marbuta and ha, and Persian and Urdu letters that stand for a foreign sound.
let arabicEquivalents: [(base: Unicode.Scalar, variants: [Unicode.Scalar])] = [
    ("\u{0627}", ["\u{0622}", "\u{0623}", "\u{0625}", "\u{0671}"]),
    ("\u{064A}", ["\u{0649}", "\u{06CC}", "\u{06D2}", "\u{FBE8}", "\u{FBE9}"]),
    ("\u{0647}", ["\u{0629}", "\u{06C0}", "\u{06C1}", "\u{06C2}", "\u{06BE}", "\u{06D5}", "\u{06C3}"]),
    ("\u{0626}", ["\u{06D3}"]),
    ("\u{0643}", ["\u{06A9}", "\u{06AF}", "\u{06AA}"]),
    ("\u{0628}", ["\u{067E}"]),
    ("\u{062C}", ["\u{0686}"]),
    ("\u{0641}", ["\u{06A4}"]),
    ("\u{0632}", ["\u{0698}"]),
]

/// Presentation forms, as runs: from `first` on, each letter takes as many code points as it has shapes.
///
/// Source: Unicode 15, blocks Arabic Presentation Forms-A and -B.
let arabicPresentationRuns: [(first: UInt32, letters: [(Unicode.Scalar, Int)])] = [
    (
        0xFE80,
        [
            ("\u{0621}", 1), ("\u{0622}", 2), ("\u{0623}", 2), ("\u{0624}", 2), ("\u{0625}", 2), ("\u{0626}", 4), ("\u{0627}", 2),
            ("\u{0628}", 4), ("\u{0629}", 2), ("\u{062A}", 4), ("\u{062B}", 4), ("\u{062C}", 4), ("\u{062D}", 4), ("\u{062E}", 4),
            ("\u{062F}", 2), ("\u{0630}", 2), ("\u{0631}", 2), ("\u{0632}", 2), ("\u{0633}", 4), ("\u{0634}", 4), ("\u{0635}", 4),
            ("\u{0636}", 4), ("\u{0637}", 4), ("\u{0638}", 4), ("\u{0639}", 4), ("\u{063A}", 4), ("\u{0641}", 4), ("\u{0642}", 4),
            ("\u{0643}", 4), ("\u{0644}", 4), ("\u{0645}", 4), ("\u{0646}", 4), ("\u{0647}", 4), ("\u{0648}", 2), ("\u{0649}", 2),
            ("\u{064A}", 4),
        ]
    ),
    (0xFB56, [("\u{067E}", 4)]), (0xFB6A, [("\u{06A4}", 4)]), (0xFB7A, [("\u{0686}", 4)]), (0xFB8A, [("\u{0698}", 2)]),
    (0xFB8E, [("\u{06A9}", 4), ("\u{06AF}", 4)]), (0xFBA6, [("\u{06C1}", 4), ("\u{06BE}", 4)]), (0xFBFC, [("\u{06CC}", 4)]),
]

/// Lam-alef ligatures: one code point, two letters.
let lamAlefLigatures: ClosedRange<UInt32> = 0xFEF5...0xFEFC

/// Marks that are no part of a word's spelling: diacritics, vowel signs, joiners, direction marks.
let ignorableMarks: [ClosedRange<UInt32>] = [
    0x00AD...0x00AD, 0x0300...0x036F, 0x0483...0x0487, 0x0591...0x05BD, 0x05BF...0x05BF, 0x05C1...0x05C2, 0x05C4...0x05C5, 0x05C7...0x05C7,
    0x0610...0x061A, 0x061C...0x061C, 0x0640...0x0640, 0x064B...0x065F, 0x0670...0x0670, 0x06D6...0x06DC, 0x06DF...0x06E4, 0x06E7...0x06E8,
    0x06EA...0x06ED, 0x08D3...0x08FF, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F,
    0xFEFF...0xFEFF,
]

/// Scripts written without blanks: each character is a token.
let characterTokenBlocks: [ClosedRange<UInt32>] = [0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x0E01...0x0EFF]

/// A letter and a combining mark that together are another letter of the alphabet, not a marked one.
let composedLetters: [(letter: Unicode.Scalar, mark: Unicode.Scalar, composed: Unicode.Scalar)] = [
    ("и", "\u{0306}", "й"), ("\u{0648}", "\u{0654}", "\u{0624}"), ("\u{064A}", "\u{0654}", "\u{0626}"),
]
