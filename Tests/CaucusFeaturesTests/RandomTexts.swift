import CaucusFeatures

/// Texts without meaning, from letters that lower case, white space and word borders treat oddly.
struct RandomTexts {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(truncatingIfNeeded: state >> 33) % bound
    }

    /// Few letters, so that terms repeat.
    private static let letters: [String] = [
        "a", "b", "e", "E", "n", "N", "t", "T", "s", "S", "4", "_", "-", "'", ",", ".", "!", "İ",
        "ı", "I", "ẞ", "ß", "Σ", "σ", "ς", "Ω", "É", "é", "e\u{301}", "Å", "ñ", "Ж", "ж", "中", "文",
        "ー", "½", "²", "٣", "ǅ", "ﬁ", "\u{AD}", "\u{200D}", "’", "“", "…", "€", "😀", "\u{1D400}",
    ]

    private static let spaces: [String] = [
        " ", " ", " ", " ", "\t", "\n", "\u{A0}", "\u{2003}", "\u{3000}", "\u{1F}", "\u{85}", "  ",
    ]

    mutating func text() -> String {
        var text = ""
        for _ in 0..<next(below: 14) {
            for _ in 0..<(next(below: 7) + 1) {
                // Half of the letters are among the first eleven: most words of most texts are plain.
                let bound = next(below: 2) == 0 ? 11 : Self.letters.count
                text += Self.letters[next(below: bound)]
            }
            text += Self.spaces[next(below: Self.spaces.count)]
        }
        return text
    }

    mutating func passages(_ count: Int) -> [Passage] {
        (0..<count).map { _ in Passage(text: text()) }
    }
}
