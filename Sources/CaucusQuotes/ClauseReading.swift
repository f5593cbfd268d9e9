import CaucusLanguage
package import CaucusText

/// A document as the extractor has read it: its extraction, and the words, noun phrases and subjects
/// behind it, for a room that looks for further clauses.
///
/// Words are counted as the extractor counts them, marks and line breaks included.
@usableFromInline
package struct ClauseReading: Sendable {
    fileprivate let scene: Scene
    private let aliases: SpeakerAliases
    /// What ``QuotationExtractor/extraction(of:)`` gives for the document.
    package let extraction: Extraction

    init(_ draft: Draft, aliases: SpeakerAliases) {
        scene = draft.scene
        self.aliases = aliases
        extraction = draft.extraction(aliases: aliases)
    }

    /// What the extractor's lists know about a word, as far as clauses need it.
    ///
    /// Frozen and inlinable, so that another room's `[.name, .quoted]` is one constant.
    @frozen @usableFromInline
    package struct Traits: OptionSet, Sendable, Hashable {
        @usableFromInline package let rawValue: UInt32
        @inlinable package init(rawValue: UInt32) { self.rawValue = rawValue }
        @inlinable init(bit: UInt32) { rawValue = 1 << bit }

        /// Letters or digits; what has none of these traits is another mark.
        @inlinable package static var word: Traits { Traits(bit: 0) }
        @inlinable package static var comma: Traits { Traits(bit: 1) }
        /// A stop, a semicolon, a colon or a line break.
        @inlinable package static var border: Traits { Traits(bit: 2) }
        @inlinable package static var dash: Traits { Traits(bit: 3) }
        /// Inside quotation marks, or one of them.
        @inlinable package static var quoted: Traits { Traits(bit: 4) }
        @inlinable package static var capitalized: Traits { Traits(bit: 5) }
        /// “'s” and its like.
        @inlinable package static var clitic: Traits { Traits(bit: 6) }
        @inlinable package static var be: Traits { Traits(bit: 7) }
        @inlinable package static var have: Traits { Traits(bit: 8) }
        @inlinable package static var modal: Traits { Traits(bit: 9) }
        @inlinable package static var doing: Traits { Traits(bit: 10) }
        @inlinable package static var negation: Traits { Traits(bit: 11) }
        @inlinable package static var adverb: Traits { Traits(bit: 12) }
        @inlinable package static var to: Traits { Traits(bit: 13) }
        @inlinable package static var preposition: Traits { Traits(bit: 14) }
        @inlinable package static var determiner: Traits { Traits(bit: 15) }
        @inlinable package static var possessive: Traits { Traits(bit: 16) }
        @inlinable package static var coordinator: Traits { Traits(bit: 17) }
        /// “but”, “because”, “while”.
        @inlinable package static var clauseBorder: Traits { Traits(bit: 18) }
        /// “who”, “which”, “that”.
        @inlinable package static var relative: Traits { Traits(bit: 19) }
        @inlinable package static var subjectPronoun: Traits { Traits(bit: 20) }
        @inlinable package static var objectPronoun: Traits { Traits(bit: 21) }
        /// A form that can be the finite verb of a clause.
        @inlinable package static var finite: Traits { Traits(bit: 22) }
        /// “says”, “argues”: a form of a reporting verb.
        @inlinable package static var reporting: Traits { Traits(bit: 23) }
        /// “officials”, “spokesman”: people by what they do or are.
        @inlinable package static var people: Traits { Traits(bit: 24) }
        @inlinable package static var time: Traits { Traits(bit: 25) }
        @inlinable package static var openBracket: Traits { Traits(bit: 26) }
        @inlinable package static var adjective: Traits { Traits(bit: 27) }
        /// Part of a name.
        @inlinable package static var name: Traits { Traits(bit: 28) }
        /// “committee”, “university”; “poll”, “report”.
        @inlinable package static var organization: Traits { Traits(bit: 29) }
        /// “others”, “some”, “many”, which stand alone.
        @inlinable package static var indefinite: Traits { Traits(bit: 30) }
        /// “whether”, “how”.
        @inlinable package static var question: Traits { Traits(bit: 31) }

        /// “is”, “has”, “will”, “did”.
        @inlinable package static var auxiliary: Traits { [.be, .have, .modal, .doing] }
    }

    /// A word or a mark of the document.
    @usableFromInline
    package struct Word: Sendable {
        /// Its bytes.
        package var span: Span
        /// The hash of its folded letters (``CaucusText/LetterFolding``); 0 for marks.
        package var key: UInt64
        @usableFromInline package var traits: Traits

        /// What is before the first word of a sentence and after its last one: no word, without a trait.
        package static var outside: Word { Word(span: Span(0, 0), key: 0, traits: []) }

        @inlinable package func has(_ traits: Traits) -> Bool {
            !self.traits.isDisjoint(with: traits)
        }
    }

    /// A noun phrase that may be somebody's source.
    package struct Phrase: Sendable {
        /// Its words, appositives included.
        package var words: Range<Int>
        /// The word it is about.
        package var head: Int
        /// “she”, “who”.
        package var isPronoun: Bool
        let phrase: NounPhrase
    }

    /// The number of words.
    package var count: Int { scene.reading.words.count }

    /// The words of the sentence that holds word `i`.
    package func sentence(of i: Int) -> Range<Int> { scene.reading.sentence(of: i) }

    /// The first word that ends after `byte`.
    ///
    /// - Complexity: O(log words).
    package func word(at byte: Int) -> Int {
        scene.reading.words.partitionPoint { Int($0.end) > byte }
    }

    /// The key of word `i` (``Word/key``).
    package func key(of i: Int) -> UInt64 { scene.reading.words[i].key }

    /// Word `i` with what the lists know of it.
    package func word(_ i: Int) -> Word {
        let word = scene.reading.words[i]
        var traits: Traits = []
        switch word.kind {
        case .word, .number: traits.insert(.word)
        case .comma: traits.insert(.comma)
        case .stop, .semicolon, .colon, .lineBreak: traits.insert(.border)
        case .dash: traits.insert(.dash)
        case .openBracket: traits.insert(.openBracket)
        default: break
        }
        if scene.quotes.ofWord[i] >= 0 { traits.insert(.quoted) }
        if word.isCapitalized { traits.insert(.capitalized) }
        if word.shape.contains(.clitic) { traits.insert(.clitic) }
        if scene.phrases.names.mentionOfWord[i] >= 0 { traits.insert(.name) }
        if word.kind == .word, scene.reading.canBeFinite(i) { traits.insert(.finite) }
        if !word.classes.isEmpty {
            for (wordClass, trait) in Self.traits where word.has(wordClass) { traits.insert(trait) }
        }
        if word.classes.isEmpty, !word.isCapitalized, scene.reading.endsLike(i, "ly") {
            traits.insert(.adverb)
        }
        return Word(span: Span(Int(word.start), Int(word.end)), key: word.key, traits: traits)
    }

    private static let traits: [(WordClass, Traits)] = [
        (.be, .be), (.have, .have), (.modal, .modal), (.doing, .doing), (.negation, .negation),
        (.adverb, .adverb), (.to, .to), (.preposition, .preposition), (.determiner, .determiner),
        (.possessive, .possessive), (.coordinator, .coordinator), (.clauseBorder, .clauseBorder),
        (.relative, .relative), (.subjectPronoun, .subjectPronoun), (.object, .objectPronoun),
        (.reporting, .reporting), ([.role, .people], .people), (.time, .time),
        (.adjective, .adjective), (.organization, .organization),
        (.indefinitePronoun, .indefinite), (.question, .question),
    ]

    /// The bytes from the first to the last word of `range`, which is not empty.
    package func span(_ range: Range<Int>) -> Span { scene.reading.span(range) }

    /// The words of the name that holds word `i`, titles included, or `nil`.
    package func name(at i: Int) -> Range<Int>? {
        let mention = Int(scene.phrases.names.mentionOfWord[i])
        return mention < 0 ? nil : scene.phrases.names.mentions[mention].whole
    }

    /// The noun phrase that ends right before word `end` as the subject of what follows, or `nil`.
    package func subject(before end: Int, from start: Int) -> Phrase? {
        scene.phrases.subject(before: end, from: start).map(Self.phrase)
    }

    /// The noun phrase whose last word is `end - 1`, or `nil`.
    package func phrase(endingAt end: Int, from start: Int) -> Phrase? {
        end > start ? scene.phrases.phrase(endingAt: end, from: start).map(Self.phrase) : nil
    }

    /// The noun phrase that starts at word `start`, or `nil`.
    package func phrase(startingAt start: Int, to limit: Int) -> Phrase? {
        scene.phrases.phrase(startingAt: start, to: limit).map(Self.phrase)
    }

    /// A pronoun that owns something, as a source: “her” in “her attack on the mayor”.
    package func pronoun(at i: Int) -> Phrase {
        Self.phrase(NounPhrase(words: i..<i + 1, head: i, mention: -1, kind: .pronoun))
    }

    private static func phrase(_ phrase: NounPhrase) -> Phrase {
        Phrase(
            words: phrase.words, head: phrase.head, isPronoun: phrase.kind == .pronoun,
            phrase: phrase)
    }

    /// Who speaks by a source.
    package struct SourceSpeakers {
        /// The speaker; of several who speak as one their joined name.
        package var speaker: Speaker
        /// Those who speak as one, or nobody.
        package var joint: [Speaker]

        /// The speakers of a quotation, or `nil` where it has none.
        package init?(of quotation: Quotation) {
            guard let speaker = quotation.speaker else { return nil }
            self.init(speaker, joint: quotation.isJoint ? quotation.speakers : [])
        }

        fileprivate init(_ speaker: Speaker, joint: [Speaker] = []) {
            self.speaker = speaker
            self.joint = joint
        }

        /// Everybody who speaks.
        package var all: [Speaker] { joint.isEmpty ? [speaker] : joint }
    }

    /// Who the sources are, with the ids of ``extraction``; `nil` where a pronoun or a role stands for nobody known.
    ///
    /// - Complexity: O(cues + sources), and O(entities) where a source is only described.
    package func speakers(of sources: [Phrase]) -> [SourceSpeakers?] {
        guard !sources.isEmpty else { return [] }
        var cues = scene.cues.enumerated().map { (cue: $1, source: -1) }
        for (i, source) in sources.enumerated() {
            var cue = Cue(
                words: source.head..<source.head + 1, head: source.head, verb: .criticize,
                pattern: .verb, content: source.head..<source.head)
            cue.source = source.phrase
            cues.append((cue, i))
        }
        cues.sort { ($0.cue.head, $0.source) < ($1.cue.head, $1.source) }
        var merged = cues.map(\.cue)
        var resolver = Resolver(scene.reading, scene.phrases)
        resolver.resolve(&merged)
        var speakers = [SourceSpeakers?](repeating: nil, count: sources.count)
        var names: SpeakerNames?
        for (cue, source) in zip(merged, cues.map(\.source)) where source >= 0 {
            if cue.entity >= 0, cue.entity < scene.phrases.names.entities.count {
                speakers[source] = SourceSpeakers(extraction.entities[cue.entity])
            } else if cue.entity >= 0 || !sources[source].isPronoun {
                // The sources here are described in an order of their own.
                let known = names ?? SpeakerNames(scene, aliases, resolver.described)
                names = known
                speakers[source] = known.speaker(
                    sources[source].phrase, cue.entity, scene.reading
                ).map { SourceSpeakers($0, joint: known.joint(cue.entity)) }
            }
        }
        return speakers
    }
}

extension ClauseReading {
    /// Whether word `i` ends in “s”, as plurals do.
    package func endsInS(_ i: Int) -> Bool { scene.reading.endsLike(i, "s") }
}

extension ClauseReading {
    /// The bytes from `start` to the end of the last word that ends before `border`.
    package func words(from start: Int, before border: Int) -> Span {
        var last = word(at: border) - 1
        while last >= 0, reading(last).end > border || !isWord(last) { last -= 1 }
        return Span(start, max(start, last < 0 ? start : reading(last).end))
    }

    private func reading(_ i: Int) -> Span { span(i..<i + 1) }
    private func isWord(_ i: Int) -> Bool { scene.reading.words[i].isWord }
}
