package import CaucusText

/// What was weighed while a document was read: for fitting weights and for explaining answers.
package struct Trace: Sendable {
    /// One thing that was weighed.
    package struct Row: Sendable {
        /// The content.
        package var content: Span
        /// The source, or `nil` where none was seen.
        package var source: Span?
        /// The features that hold, by number.
        package var features: [Int]
        /// The log odds under the current weights.
        package var score: Double
        /// How the candidate was found.
        package var rule: String
    }

    /// The names of the features of ``speakers``, by number.
    package static let speakerFeatureNames = SpeakerFeature.allCases.map { "\($0)" }
    /// The names of the features of ``contents``, by number.
    package static let contentFeatureNames = ContentFeatures.names

    /// Candidates for the speaker of direct quotations.
    package internal(set) var speakers: [Row] = []
    /// Candidates for indirect quotations.
    package internal(set) var contents: [Row] = []

    mutating func noteSpeakers(_ candidates: [SpeakerCandidate], _ mark: MarkedSpan, _ scene: Scene)
    {
        for candidate in candidates {
            speakers.append(
                Row(
                    content: scene.reading.span(mark.content),
                    source: candidate.source.map { scene.reading.span($0.words) },
                    features: SpeakerFeature.allCases.filter(candidate.features.contains)
                        .map(\.rawValue), score: SpeakerRanker.standard.score(candidate.features),
                    rule: candidate.rule))
        }
    }

    mutating func noteContent(
        _ content: Range<Int>, _ cue: Cue, _ features: ContentFeatures, _ scene: Scene
    ) {
        contents.append(
            Row(
                content: scene.reading.span(content),
                source: cue.source.map { scene.reading.span($0.words) },
                features: features.numbers, score: ContentJudge.standard.score(features),
                rule: "\(cue.verb)-\(cue.complement)"))
    }
}

extension QuotationExtractor {
    /// The candidates that ``extraction(of:)`` weighs in `document`.
    package func trace(of document: Document) -> Trace {
        var draft = Draft(Scene(document.text), tracing: true)
        draft.findTranscript()
        draft.findIndirect()
        draft.findDirect()
        return draft.trace ?? Trace()
    }
}
