import CaucusText

/// Judges by logistic regression whether a cue and its content are indirect speech.
struct ContentJudge: Sendable {
    let intercept: Double
    /// One weight a feature number, then one a pair.
    let weights: [Double]

    /// A judge with one weight a feature number and then one a pair, for fitting.
    init(intercept: Double, weights: [Double]) {
        self.intercept = intercept
        self.weights = weights
    }

    init(intercept: Double, table: [ContentFeature: Double], pairs: [ContentPair: Double]) {
        self.intercept = intercept
        weights =
            ContentFeature.allCases.map { table[$0] ?? 0 }
            + ContentPair.allCases.map { pairs[$0] ?? 0 }
    }

    /// The number of the first pair.
    static let firstPair = ContentFeature.allCases.count

    /// A content is taken from these log odds on: in PolNeAR's training articles 84.6 % of what is taken overlaps an
    /// attribution, as at 0.2 before contents around their cue were read, and at 0.0 it would be 83.8 %.
    static let threshold = 0.1

    /// The log odds that annotators would mark the content.
    func score(_ features: ContentFeatures) -> Double {
        var score = intercept + weights[Self.firstPair + features.pair]
        var bits = features.bits
        while bits != 0 {
            score += weights[bits.trailingZeroBitCount]
            bits &= bits - 1
        }
        return score
    }

    /// What holds of `content` as the content of `cue`.
    static func features(_ cue: Cue, _ content: Range<Int>, _ scene: Scene) -> ContentFeatures {
        var features = ContentFeatures(ContentPair(cue.verb, cue.complement))
        let group = ContentFeature(cue.verb)
        features.insert(group)
        features.insert(ContentFeature(cue.complement))
        features.insert(.speechThat, if: group == .speech && cue.complement == .that)
        features.insert(.speechBare, if: group == .speech && cue.complement == .bare)
        features.insert(.askedQuestion, if: cue.verb == .ask && cue.complement == .question)
        features.insert(.speechInfinitive, if: group == .speech && cue.complement == .infinitive)
        describe(cue, scene, &features)
        describePlace(cue, scene, &features)
        describe(cue.source, cue.entity, scene, &features)
        describe(content, scene, &features)
        describeAttitude(cue, content, scene, &features)
        features.insert(.split, if: !cue.rest.isEmpty)
        return features
    }

    private static func describe(_ cue: Cue, _ scene: Scene, _ features: inout ContentFeatures) {
        features.insert(.modal, if: cue.isModal)
        features.insert(.infinitive, if: cue.isInfinitive)
        features.insert(.participial, if: cue.isParticipial)
        features.insert(.shared, if: cue.isShared)
        features.insert(.ambiguous, if: cue.isAmbiguous)
        features.insert(.negated, if: cue.isNegated)
        features.insert(.inverted, if: cue.inverted)
        let form = scene.word(cue.head).form
        features.insert(.gerundive, if: form.contains(.gerund))
        features.insert(.present, if: form.contains(.third))
        features.insert(.trailing, if: cue.pattern == .trailing)
        features.insert(.accordingTo, if: cue.pattern == .accordingTo)
    }

    /// Where the clause of the cue stands.
    private static func describePlace(
        _ cue: Cue, _ scene: Scene, _ features: inout ContentFeatures
    ) {
        let words = scene.reading.words
        let clause = cue.source.map { min($0.words.lowerBound, cue.words.lowerBound) }
        let before = (clause ?? cue.words.lowerBound) - 1
        features.insert(.conditional, if: before >= 0 && conditions.contains(words[before].key))
        let last = words[scene.reading.sentence(of: cue.head).upperBound - 1]
        features.insert(
            .inQuestion,
            if: last.kind == .stop && scene.reading.bytes[Int(last.start)] == UInt8(ascii: "?"))
        guard cue.pattern == .trailing else { return }
        let end = max(cue.words.upperBound, cue.source?.words.upperBound ?? 0)
        features.insert(
            .leadsToQuotation,
            if: Range(from: end, to: min(end + 3, words.count)).contains {
                scene.quotes.opening[$0] >= 0
            })
    }

    private static let conditions = KeySet("if when whether unless until once before after")

    private static func describe(
        _ source: NounPhrase?, _ entity: Int, _ scene: Scene, _ features: inout ContentFeatures
    ) {
        guard let source else { return features.insert(.noSource) }
        let head = scene.word(source.head)
        switch source.kind {
        case .pronoun:
            features.insert(.thirdPerson, if: head.has([.he, .she, .they, .possessive]))
            features.insert(.firstPerson, if: head.has(.first))
            features.insert(.relative, if: head.has(.relative))
        case .name: features.insert(.personName)
        case .organization: break
        case .role: features.insert(.role)
        case .described: features.insert(.described)
        }
        features.insert(.personNoun, if: source.mention < 0 && head.has([.role, .people]))
        features.insert(.writingNoun, if: source.mention < 0 && head.has(.writing))
        features.insert(.hasEntity, if: entity >= 0)
        features.insert(
            .genericSource, if: source.words.count == 1 && generic.contains(head.key))
    }

    private static let generic = KeySet("it you one this that which what there")

    private static func describe(
        _ content: Range<Int>, _ scene: Scene, _ features: inout ContentFeatures
    ) {
        let count = content.count
        features.insert(
            count == 1
                ? .oneWord
                : count == 2
                    ? .twoWords
                    : count <= 4 ? .short : count <= 9 ? .medium : count <= 20 ? .long : .veryLong)
        let first = scene.word(content.lowerBound)
        features.insert(.opensWithDeterminer, if: first.has(.determiner) && !first.has(.possessive))
        features.insert(.opensWithPossessive, if: first.has(.possessive))
        features.insert(
            .opensWithName, if: scene.phrases.names.mentionOfWord[content.lowerBound] >= 0)
        features.insert(.opensWithPronoun, if: first.has([.subjectPronoun, .object]))
        let start = content.prefix(24)
        features.insert(.hasVerb, if: start.contains { scene.word($0).has(.auxiliary) })
        features.insert(
            .lacksFiniteVerb, if: !start.contains { scene.reading.canBeFinite($0) })
        features.insert(.opensWithBorder, if: first.has([.preposition, .clauseBorder]))
        features.insert(.holdsQuotation, if: start.contains { scene.quotes.opening[$0] >= 0 })
        let sentence = scene.reading.sentence(of: content.lowerBound)
        features.insert(.toSentenceEnd, if: sentence.upperBound - content.upperBound <= 1)
        if content.upperBound < sentence.upperBound {
            let next = scene.word(content.upperBound)
            features.insert(
                .bounded,
                if: next.kind == .comma || next.kind == .dash
                    || next.has([.coordinator, .clauseBorder]))
        }
    }

    private static func describeAttitude(
        _ cue: Cue, _ content: Range<Int>, _ scene: Scene, _ features: inout ContentFeatures
    ) {
        guard ContentFeature(cue.verb) == .attitude,
            cue.complement == .phrase || cue.complement == .gerund
        else { return }
        features.insert(.attitudeShort, if: content.count <= 2)
        guard let source = cue.source, !cue.isParticipial, !cue.isInfinitive else { return }
        features.insert(
            .attitudeOfSomebody,
            if: source.mention >= 0
                || scene.word(source.head).has([.role, .people, .he, .she, .they]))
    }
}
