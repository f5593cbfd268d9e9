import CaucusActs
import CaucusEncoder
public import CaucusQuotes
public import CaucusTarget
public import CaucusText

/// What moved the gate that a quotation is least likely to pass.
public struct GateExplanation: Sendable, Hashable {
    /// One feature.
    public struct Reason: Sendable, Hashable {
        /// Its name, as ``GateModel/meanings`` explains it.
        public var feature: String
        /// What it says of the quotation.
        public var words: String
        /// What it adds to the log odds of passing.
        public var weight: Double
    }

    /// How likely the quotation passes each gate.
    public let gates: GateProbabilities
    /// The gate that is the least likely to be passed.
    public let gate: Gate
    /// The features that moved it most, strongest first.
    public let reasons: [Reason]
}

extension GateModel {
    /// What moved the weakest gate of a quotation that is found anew in its article; `nil` where the article has no such
    /// quotation that the gates are asked about.
    ///
    /// - Parameters:
    ///   - place: Where the words stand, in code points.
    ///   - accurate: What has the encoder of gates that weigh what one says.
    /// - Complexity: O(bytes of the text).
    public func explanation(
        of place: Span, in document: Document, toward target: StanceTarget,
        by extractor: QuotationExtractor = QuotationExtractor(),
        with accurate: AccurateModels? = nil,
        limit: Int = 8
    ) -> GateExplanation? {
        let found = TargetResolver(target: target).candidates(
            in: document, read: extractor.reading(of: document), aliases: extractor.aliases,
            acts: ActTable(extractor.words))
        guard let candidate = found.first(where: { $0.content == place }) else { return nil }
        var row = candidate.row
        if let encoder = accurate?.encoder, encoder.checksum == provenance.encoder {
            row.opinion =
                encoder.opinion(
                    on: EncoderInput(candidate.marked, by: encoder.tokenizer), EncoderScratch()
                ).values
        }
        let gates = probabilities(for: row)
        let reasons = contributions(to: gates.weakest, of: row, limit: limit).map {
            GateExplanation.Reason(
                feature: $0.name, words: GateFeature($0.name).words, weight: $0.weight)
        }
        return GateExplanation(gates: gates, gate: gates.weakest, reasons: reasons)
    }
}

extension GateProbabilities {
    /// Whether the three gates say the same, as they are printed.
    public func agree(with other: GateProbabilities) -> Bool {
        Gate.allCases.allSatisfy { abs(self[$0] - other[$0]) < 1e-3 }
    }
}
