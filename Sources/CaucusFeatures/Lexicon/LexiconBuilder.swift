@_spi(HashTable) import CaucusText

/// Collects the words of one or more files, later ones replacing what they name.
struct LexiconBuilder {
    /// The most words a phrase may have.
    static let longestPhrase = 8

    private(set) var exact: [UInt64: ValenceLexicon.Entry] = [:]
    private(set) var openings: [UInt64: ValenceLexicon.Entry] = [:]
    private(set) var shortestOpening = Int.max
    private(set) var longestOpening = 0
    private var file: UInt8 = 0
    /// Keys that the file at hand lists itself, which forms made by rule do not replace.
    private var listed: Set<UInt64> = []

    init() {}

    init(extending base: ValenceLexicon) {
        for (key, entry) in base.exact.contents { exact[key] = entry }
        for (key, entry) in base.openings.contents { openings[key] = entry }
        shortestOpening = base.openingLengths.lowerBound
        longestOpening = openings.isEmpty ? 0 : base.openingLengths.upperBound
        let last = exact.values.map(\.file).max() ?? 0
        file = max(last, openings.values.map(\.file).max() ?? 0)
        file += file < .max ? 1 : 0
    }

    /// Reads a file; nothing of it is kept where it has an error.
    mutating func read(_ bytes: [UInt8], file name: String) throws(LexiconError) {
        var reader = LexiconReader(bytes, file: name)
        var copy = self
        copy.listed.removeAll()
        try reader.read(into: &copy)
        self = copy
    }

    /// Adds a word with all its forms; without a category it keeps the one it had.
    mutating func add(_ word: LexiconWord, valence: Float, category: ValenceCategory?) {
        for (i, form) in word.forms.enumerated() {
            add(form, valence: valence, category: category, isMade: i > 0, opens: word.isOpening)
        }
    }

    private mutating func add(
        _ form: [UInt8], valence: Float, category: ValenceCategory?, isMade: Bool, opens: Bool
    ) {
        let keys = Self.keys(of: form)
        guard let first = keys.first else { return }
        var place = first
        for key in keys.dropFirst() { place = ValenceLexicon.phraseKey(place, key) }
        let known = opens ? openings[place] : exact[place]
        if let known, known.isListed, known.file == file, isMade || listed.contains(place) {
            return
        }
        if !isMade { listed.insert(place) }
        let kept = known.flatMap { $0.isListed ? $0.category : nil }
        var entry = ValenceLexicon.Entry(
            valence: valence, category: category ?? kept ?? .other, file: file)
        if opens {
            openings[place] = entry
            let length = Self.lastWordLength(form)
            shortestOpening = min(shortestOpening, length)
            longestOpening = max(longestOpening, length)
        } else {
            entry.opens = known?.opens ?? 0
            exact[place] = entry
        }
        if keys.count > 1 { markOpener(first, words: keys.count) }
    }

    private mutating func markOpener(_ key: UInt64, words: Int) {
        var entry =
            exact[key]
            ?? ValenceLexicon.Entry(valence: 0, category: .other, isListed: false, file: file)
        entry.opens = max(entry.opens, UInt8(clamping: words))
        exact[key] = entry
    }

    /// The keys of the words, as the tokenizer parts them; none where no word is among them.
    private static func keys(of form: [UInt8]) -> [UInt64] {
        if form.allSatisfy({ $0 &- 97 < 26 }) {
            return [form.withUnsafeBufferPointer { ValenceLexicon.key(of: $0) }]
        }
        if isPlain(form) {
            return form.split(separator: 0x20).map { word in
                word.withUnsafeBufferPointer { ValenceLexicon.key(of: $0) }
            }
        }
        return Tokenizer().lexemes(of: form).filter { $0.kind == .word }.map(\.key)
    }

    /// Small letters with single spaces or hyphens between them, which no tokenizer parts otherwise.
    private static func isPlain(_ form: [UInt8]) -> Bool {
        var before: UInt8 = 0x20
        for byte in form {
            let isLetter = byte &- 97 < 26
            guard isLetter || (byte == 0x20 || byte == 0x2D) && before &- 97 < 26 else {
                return false
            }
            before = byte
        }
        return before &- 97 < 26
    }

    private static func lastWordLength(_ form: [UInt8]) -> Int {
        Tokenizer().lexemes(of: form).last { $0.kind == .word }
            .map { Int($0.end - $0.start) } ?? form.count
    }
}
