package import CaucusText

/// What was weighed while a document was read: for fitting weights and for explaining answers.
package struct Trace: Sendable {
    /// One thing that was weighed.
    package struct Row: Sendable {
        /// The content.
        package var content: Span
        /// The source, or `nil` where none was seen.
        package var source: Span?
        /// The name that the speaker would have, or `nil` where nobody is named.
        package var speaker: String?
        /// The features that hold, by number.
        package var features: [Int]
        /// What each of ``features`` adds to the score.
        package var contributions: [Double]
        /// The log odds under the current weights.
        package var score: Double
        /// How the candidate was found.
        package var rule: String
    }

    /// The names of the features of ``speakers``, by number.
    package static let speakerFeatureNames = SpeakerFeature.allCases.map { "\($0)" }
    /// The names of the features of ``contents``, by number.
    package static let contentFeatureNames =
        ContentFeature.allCases.map { "\($0)" }
        + contentPairs.map { "\($0.verb), \($0.complement)" }
    /// The classes of verbs with what follows them, by name, in the order of the last of ``contentFeatureNames``.
    package static let contentPairs = ContentPair.allCases.map {
        (verb: "\($0.verb)", complement: "\($0.complement)")
    }

    /// Candidates for the speaker of direct quotations.
    package internal(set) var speakers: [Row] = []
    /// Candidates for indirect quotations.
    package internal(set) var contents: [Row] = []

    private var names: SpeakerNames?

    private mutating func speakerNames(_ scene: Scene) -> SpeakerNames {
        let all = names ?? SpeakerNames(scene, SpeakerAliases())
        names = all
        return all
    }

    mutating func noteSpeakers(
        _ candidates: [SpeakerCandidate], _ mark: MarkedSpan, _ scene: Scene, _ weights: [Double]
    ) {
        let names = speakerNames(scene)
        for candidate in candidates {
            let features = SpeakerFeature.allCases.filter(candidate.features.contains)
                .map(\.rawValue)
            speakers.append(
                Row(
                    content: scene.reading.span(mark.content),
                    source: candidate.source.map { scene.reading.span($0.words) },
                    speaker: names.speaker(candidate.source, candidate.entity, scene.reading)?.name,
                    features: features, contributions: features.map { weights[$0] },
                    score: candidate.score, rule: candidate.rule.rawValue))
        }
    }

    mutating func noteContent(
        _ content: Range<Int>, _ cue: Cue, _ features: ContentFeatures, _ scene: Scene,
        _ judge: ContentJudge
    ) {
        let numbers =
            ContentFeature.allCases.filter(features.contains).map(\.rawValue)
            + [ContentJudge.firstPair + features.pair]
        contents.append(
            Row(
                content: scene.reading.span(content),
                source: cue.source.map { scene.reading.span($0.words) },
                speaker: speakerNames(scene).speaker(cue.source, cue.entity, scene.reading)?.name,
                features: numbers, contributions: numbers.map { judge.weights[$0] },
                score: judge.score(features), rule: "\(cue.verb)-\(cue.complement)"))
    }
}

/// Weights by feature number that stand in for the standard ones while weights are fitted.
package struct TrialWeights: Sendable, Equatable {
    /// Of ``Trace/speakerFeatureNames``.
    package var ranker: [Double]
    /// Of ``Trace/contentFeatureNames``.
    package var judge: [Double]
    /// What the judge adds for every content.
    package var intercept: Double

    /// Weighs everything alike.
    package static let zero = TrialWeights(
        ranker: Trace.speakerFeatureNames.map { _ in 0 },
        judge: Trace.contentFeatureNames.map { _ in 0 }, intercept: 0)

    /// Creates weights.
    package init(ranker: [Double], judge: [Double], intercept: Double) {
        self.ranker = ranker
        self.judge = judge
        self.intercept = intercept
    }
}

extension QuotationExtractor {
    /// The candidates that ``extraction(of:)`` weighs in `document`.
    ///
    /// What is weighed depends a little on who was taken for the speaker before, hence on the weights; those
    /// given stand in for the standard ones.
    package func trace(of document: Document, under weights: TrialWeights? = nil) -> Trace {
        var draft = Draft(Scene(document.text, lexicon: words.lexicon), tracing: true)
        if let weights {
            draft.ranker = SpeakerRanker(weights: weights.ranker, calibration: (level: 0, slope: 1))
            draft.judge = ContentJudge(intercept: weights.intercept, weights: weights.judge)
        }
        draft.findTranscript()
        draft.findIndirect()
        draft.findDirect()
        return draft.trace ?? Trace()
    }
}
