@_spi(HashTable) import CaucusText

/// Words and phrases with a valence: what each says about a leader of whom, or by whom, it is said.
///
/// The built-in lexicon was written for news on politics, word by word. Its text is plain and
/// explains its own format: see ``builtInText``. A file of a user extends it (``init(extending:reading:named:)``).
public struct ValenceLexicon: Sendable {
    /// What the lexicon says about a word or a phrase: 8 bytes.
    package struct Entry: Sendable, Hashable, BitwiseCopyable {
        /// −4 (worst) to +4 (best); a factor where ``ValenceCategory/isFactor``.
        package var valence: Float
        /// What it speaks of.
        package var category: ValenceCategory
        /// How many words the longest phrase has that this word opens; 0 where it opens none.
        package var opens: UInt8 = 0
        /// Whether the word has a valence of its own, or only opens phrases.
        var isListed = true
        /// How many files were read before the one that says so; later ones win.
        var file: UInt8 = 0
    }

    /// The lexicon of this version.
    ///
    /// - Complexity: some milliseconds at first use, nothing later.
    public static let builtIn: ValenceLexicon = {
        var builder = LexiconBuilder()
        do {
            try builder.read(Array(builtInText.utf8), file: "valence-en")
        } catch {
            preconditionFailure("the built-in lexicon: \(error)")
        }
        return ValenceLexicon(builder)
    }()

    /// Words, phrases and the openings of words (“corrupt*”).
    let exact: HashTable<Entry>
    let openings: HashTable<Entry>
    /// The bytes of the shortest and of the longest opening.
    let openingLengths: ClosedRange<Int>
    /// The number of words and phrases, with all their forms.
    public let count: Int
    /// Whether openings (“corrupt*”) are among the words, for which a look-up needs their letters.
    package let hasOpenings: Bool

    init(_ builder: LexiconBuilder) {
        self.init(
            exact: builder.exact, openings: builder.openings,
            openingLengths: builder
                .shortestOpening...max(
                    builder.shortestOpening, builder.longestOpening))
    }

    init(
        exact: [UInt64: Entry], openings: [UInt64: Entry], openingLengths: ClosedRange<Int>
    ) {
        self.exact = HashTable(exact)
        self.openings = HashTable(openings)
        self.openingLengths = openingLengths
        let begun = openings.values.count { $0.isListed }
        count = exact.values.count { $0.isListed } + begun
        hasOpenings = begun > 0
    }

    /// The lexicon `base` and what the bytes of a file add; words the file names are replaced.
    ///
    /// The format is told by the first lines: our own (``builtInText``), VADER's (word, mean,
    /// deviation, ratings, by tabs), AFINN's (word, tab, −5…5; scaled by 4/5), or Lexicoder's
    /// (sections `positive:` and `negative:`, or `+` and `-`, with `word*`; ±2).
    ///
    /// - Complexity: O(bytes); at most 8 MB are read.
    public init(
        extending base: ValenceLexicon = .builtIn, reading bytes: [UInt8], named file: String
    ) throws(LexiconError) {
        var builder = LexiconBuilder(extending: base)
        try builder.read(bytes, file: file)
        self.init(builder)
    }

    /// The lexicon of `bytes` alone, without the built-in one.
    public init(readingOnly bytes: [UInt8], named file: String) throws(LexiconError) {
        var builder = LexiconBuilder()
        try builder.read(bytes, file: file)
        self.init(builder)
    }

    /// The most bytes that are read of a file.
    public static let largestFile = LexiconReader.limit

    /// Whether it is another list than the built-in one: extended by a file, or read without it.
    package var isExtended: Bool {
        (exact.contents + openings.contents).contains { $0.value.file > 0 }
            || count != ValenceLexicon.builtIn.count
    }

    /// The entry of the word whose folded letters have `key` (``Lexeme/key``); openings apart.
    ///
    /// - Complexity: one probe.
    @inline(__always)
    package func entry(forKey key: UInt64) -> Entry? {
        guard let found = exact[key], found.isListed else { return nil }
        return found
    }

    /// The entry of a word by its letters, in UTF-8; capitals and accents do not matter.
    ///
    /// - Complexity: O(letters), one probe; with openings a probe a letter.
    package func entry(forLowercased word: UnsafeBufferPointer<UInt8>) -> Entry? {
        let found = entry(forKey: Self.key(of: word))
        guard hasOpenings else { return found }
        return later(found, opening(of: word))
    }

    /// The entry of a word, for tests and explanations.
    package func entry(for word: String) -> Entry? {
        let lexemes = Tokenizer().lexemes(of: Array(word.utf8))
        return match(at: 0, in: lexemes, of: Array(word.utf8)).flatMap {
            $0.words == lexemes.count ? $0.entry : nil
        }
    }

    /// The key of a word: ``LetterFolding`` over its scalars.
    ///
    /// Small and capital ASCII letters take the same steps here, so that no call leaves the room.
    @inline(__always)
    package static func key(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var key = 0xcbf2_9ce4_8422_2325 as UInt64
        for byte in word {
            guard byte < 0x80 else { return keyOfScalars(word) }
            let lower = byte &- 65 < 26 ? byte | 0x20 : byte
            key = (key ^ UInt64(lower)) &* 0x100_0000_01b3
        }
        return key
    }

    @inline(never)
    private static func keyOfScalars(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let base = word.baseAddress else { return LetterFolding.seed }
        var key = LetterFolding.seed
        var i = 0
        while i < word.count {
            let (value, length) = Lettering.scalar(at: base + i, count: word.count - i)
            key = LetterFolding.extend(key, with: value)
            i += length
        }
        return key
    }
}
