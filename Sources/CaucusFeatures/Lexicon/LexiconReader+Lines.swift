import CaucusLanguage

/// The lines of each format.
extension LexiconReader {
    /// `[category class valence]`, or words parted by white space.
    mutating func readGroup(
        _ line: ArraySlice<UInt8>, _ number: Int, into builder: inout LexiconBuilder
    ) throws(LexiconError) {
        if line.first == UInt8(ascii: "[") {
            group = try header(line, number)
            return
        }
        guard let group else {
            throw bad(line, number, "a group like “[conflict verb -3]” before the first word")
        }
        for spelling in line.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }) {
            try add(
                spelling, as: group.kind, group.valence, group.category, number, into: &builder)
        }
    }

    private func header(
        _ line: ArraySlice<UInt8>, _ number: Int
    ) throws(LexiconError) -> (ValenceCategory, Inflection.WordClass, Float) {
        let fields = line.dropFirst().dropLast().split(separator: 0x20).map(Self.text)
        guard line.last == UInt8(ascii: "]"), fields.count == 3 else {
            throw bad(line, number, "[category class valence], such as “[conflict verb -3]”")
        }
        guard let category = ValenceCategory(name: fields[0]) else {
            throw bad(line, number, Self.categories)
        }
        guard let kind = Inflection.WordClass(rawValue: fields[1]) else {
            throw bad(line, number, "a class of words: verb, noun, adj, adv, word")
        }
        return (category, kind, try valence(fields[2], line, number))
    }

    /// `word<TAB>valence[<TAB>category[<TAB>class]]`, or VADER's four columns.
    mutating func readColumns(
        _ line: ArraySlice<UInt8>, _ number: Int, scale: Float, into builder: inout LexiconBuilder
    ) throws(LexiconError) {
        let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
        guard fields.count >= 2 else {
            throw bad(line, number, "a word, a tab and a valence from -4 to 4")
        }
        let value = try valence(Self.text(fields[1]), line, number, scale: scale)
        var category: ValenceCategory?
        var kind = Inflection.WordClass.word
        if fields.count > 2, Float(Self.text(fields[2])) == nil {
            category = ValenceCategory(name: Self.text(fields[2]))
            if category == nil { throw bad(line, number, Self.categories) }
            if fields.count > 3 {
                guard let named = Inflection.WordClass(rawValue: Self.text(fields[3])) else {
                    throw bad(line, number, "a class of words: verb, noun, adj, adv, word")
                }
                kind = named
            }
        }
        try add(fields[0], as: kind, value, category, number, into: &builder)
    }

    /// A section's name, or a word in it: `- word*`, `WORD* (1)`, `"a phrase"`.
    mutating func readSection(
        _ line: ArraySlice<UInt8>, _ number: Int, into builder: inout LexiconBuilder
    ) throws(LexiconError) {
        if let valence = Self.sectionValence(line) {
            section = valence
            return
        }
        guard let section else {
            if line.last == UInt8(ascii: ":") { return }
            throw bad(line, number, "a section such as “positive:” before the first word")
        }
        if line.last == UInt8(ascii: ":") {
            throw bad(line, number, "positive:, negative:, neg_positive: or neg_negative:")
        }
        var word = line
        if word.starts(with: Array("- ".utf8)) { word = word.dropFirst(2) }
        if word.last == UInt8(ascii: ")"), let open = word.lastIndex(of: UInt8(ascii: "(")) {
            word = word[..<open]
        }
        let edges: Set<UInt8> = [0x20, 0x09, UInt8(ascii: "\""), UInt8(ascii: "'")]
        while let first = word.first, edges.contains(first) { word.removeFirst() }
        while let last = word.last, edges.contains(last) { word.removeLast() }
        try add(word, as: .word, section, nil, number, into: &builder)
    }

    /// The tags of a line of a Provalis dictionary: `<cnode name="NEGATIVE">` opens a section, `<pnode name="LIE*">`
    /// is a word of it; words of other sections, and other tags, are passed over.
    mutating func readMarkup(
        _ line: ArraySlice<UInt8>, _ number: Int, into builder: inout LexiconBuilder
    ) throws(LexiconError) {
        for tag in line.split(separator: UInt8(ascii: "<")) {
            let isSection = tag.starts(with: Array("cnode".utf8))
            guard isSection || tag.starts(with: Array("pnode".utf8)), let name = Self.name(in: tag)
            else { continue }
            if isSection {
                section = Self.sectionValence(name)
            } else if let section {
                try add(name, as: .word, section, nil, number, into: &builder)
            }
        }
    }

    /// What stands between the quotation marks after `name=`, or `nil`.
    private static func name(in tag: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let key = Array("name=\"".utf8)
        guard
            let start = tag.indices.first(where: { tag[$0...].starts(with: key) }).map({
                $0 + key.count
            }),
            let end = tag[start...].firstIndex(of: UInt8(ascii: "\"")), end > start
        else { return nil }
        return tag[start..<end]
    }

    /// The valence of a section's words; `nil` where the line is no section's name.
    static func sectionValence(_ line: ArraySlice<UInt8>) -> Float? {
        var name = line.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
        if name.last == UInt8(ascii: ":") { name.removeLast() }
        // “+negative”
        if name.count > 1, name[0] == UInt8(ascii: "+") || name[0] == UInt8(ascii: "-") {
            name.removeFirst()
        }
        switch text(name[...]) {
        case "+", "positive", "pos", "neg_negative", "[positive]", "[+]": return 2
        case "-", "negative", "neg", "neg_positive", "[negative]", "[-]": return -2
        default: return nil
        }
    }

    private mutating func add(
        _ spelling: ArraySlice<UInt8>, as kind: Inflection.WordClass, _ valence: Float,
        _ category: ValenceCategory?, _ number: Int, into builder: inout LexiconBuilder
    ) throws(LexiconError) {
        guard spelling.count <= Self.longestWord else {
            throw bad(spelling, number, "a word of at most \(Self.longestWord) bytes")
        }
        guard let word = LexiconWord(spelling, as: kind) else {
            throw bad(
                spelling, number,
                "a word, or a phrase of at most \(LexiconBuilder.longestPhrase) words; * only at its end"
            )
        }
        builder.add(word, valence: valence, category: category)
        words += 1
    }

    private func valence(
        _ text: String, _ line: ArraySlice<UInt8>, _ number: Int, scale: Float = 1
    ) throws(LexiconError) -> Float {
        guard let value = Float(text), value.isFinite, abs(value * scale) <= 4 else {
            throw bad(line, number, "a valence from -4 to 4")
        }
        return value * scale
    }

    private func bad(
        _ line: ArraySlice<UInt8>, _ number: Int, _ expected: String
    ) -> LexiconError {
        .badLine(file: file, line: number, found: Self.shown(line), expected: expected)
    }

    private static let categories =
        "a category: " + ValenceCategory.allCases.map(\.name).joined(separator: ", ")
}
