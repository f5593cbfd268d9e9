package import CaucusLanguage
package import CaucusText

/// A document as the extractor has read it: its extraction, and the words, noun phrases and subjects
/// behind it, for a room that looks for further clauses.
///
/// Words are counted as the extractor counts them, marks and line breaks included.
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

    /// The words as they were before names and marks were found.
    package var reading: Reading { scene.reading }

    /// The number of words.
    package var count: Int { scene.reading.words.count }

    /// The words of the sentence that holds word `i`.
    package func sentence(of i: Int) -> Range<Int> { scene.reading.sentence(of: i) }

    /// The first word that ends after `byte`.
    ///
    /// - Complexity: O(log words).
    package func word(at byte: Int) -> Int { reading.word(at: byte) }

    /// The key of word `i` (``CaucusLanguage/Word/key``).
    package func key(of i: Int) -> UInt64 { scene.reading.words[i].key }

    /// Word `i` with what the passes found out about it: ``WordClass/name``, ``WordClass/quoted`` and
    /// ``WordClass/finite``.
    package func word(_ i: Int) -> Word {
        var word = scene.reading.words[i]
        // “only” and “family” too, which manner is not.
        if word.classes.isEmpty, !word.isCapitalized, scene.reading.endsLike(i, "ly") {
            word.classes = .adverb
        }
        if scene.phrases.names.mentionOfWord[i] >= 0 { word.classes.insert(.name) }
        if scene.quotes.ofWord[i] >= 0 { word.classes.insert(.quoted) }
        if word.kind == .word, scene.reading.canBeFinite(i) { word.classes.insert(.finite) }
        return word
    }

    /// The bytes from the first to the last word of `range`, which is not empty.
    package func span(_ range: Range<Int>) -> Span { scene.reading.span(range) }

    /// The words of the name that holds word `i`, titles included, or `nil`.
    package func name(at i: Int) -> Range<Int>? {
        let mention = Int(scene.phrases.names.mentionOfWord[i])
        return mention < 0 ? nil : scene.phrases.names.mentions[mention].whole
    }

    /// The noun phrase that ends right before word `end` as the subject of what follows, or `nil`.
    package func subject(before end: Int, from start: Int) -> NounPhrase? {
        scene.phrases.subject(before: end, from: start)
    }

    /// The noun phrase whose last word is `end - 1`, or `nil`.
    package func phrase(endingAt end: Int, from start: Int) -> NounPhrase? {
        end > start ? scene.phrases.phrase(endingAt: end, from: start) : nil
    }

    /// The noun phrase that starts at word `start`, or `nil`.
    package func phrase(startingAt start: Int, to limit: Int) -> NounPhrase? {
        scene.phrases.phrase(startingAt: start, to: limit)
    }

    /// A pronoun that owns something, as a source: “her” in “her attack on the mayor”.
    package func pronoun(at i: Int) -> NounPhrase {
        NounPhrase(words: i..<i + 1, head: i, mention: -1, kind: .pronoun)
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
    package func speakers(of sources: [NounPhrase]) -> [SourceSpeakers?] {
        guard !sources.isEmpty else { return [] }
        var cues = scene.cues.enumerated().map { (cue: $1, source: -1) }
        for (i, source) in sources.enumerated() {
            var cue = Cue(
                words: source.head..<source.head + 1, head: source.head, verb: .criticize,
                pattern: .verb, content: source.head..<source.head)
            cue.source = source
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
                    sources[source], cue.entity, scene.reading
                ).map { SourceSpeakers($0, joint: known.joint(cue.entity)) }
            }
        }
        return speakers
    }
}

extension ClauseReading {
    /// Whether word `i` ends in “s”, as plurals do.
    package func endsInS(_ i: Int) -> Bool { scene.reading.endsLike(i, "s") }

    /// The bytes from `start` to the end of the last word that ends before `border`.
    package func words(from start: Int, before border: Int) -> Span {
        let last = scene.reading.words[..<word(at: border)].last(where: \.isWord)
        return Span(from: start, to: last.map { Int($0.end) } ?? start)
    }
}
