import CaucusStance
import CaucusText

/// What `caucus explain --quote` prints of a quotation that did not pass the gates: why it does not count.
public struct GateRecord: Sendable {
    private let row: ScoredQuotation
    private let gates: GateProbabilities

    /// Creates the record of a row.
    public init(_ row: ScoredQuotation, _ gates: GateProbabilities) {
        self.row = row
        self.gates = gates
    }

    /// The record for people.
    public var text: String {
        """
        \(row.id.onOneLine): \(row.text.onOneLine)
        not counted: \(reason)

        \(GateRecord.sentence(gates))
        """
    }

    /// The doubt that weighs most, as how likely it is.
    private var reason: String {
        switch gates.weakest {
        case .speech:
            return Self.percent(1 - gates.speech)
                + " that nobody is reported to have said these words"
        case .about:
            return "\(Self.percent(1 - gates.about)) that \(mention) is not \(row.target.onOneLine)"
        case .speaker:
            let name = row.speaker.map { $0.name.onOneLine } ?? "nobody"
            return "\(Self.percent(1 - gates.speaker)) that it is not \(name) who speaks"
        }
    }

    /// The words that mean the leader, as far as they stand in the content.
    private var mention: String {
        guard let span = row.targetSpans.first, span.start >= row.start, span.end <= row.end,
            row.pieces.count == 1
        else { return "whom the article speaks of" }
        let scalars = row.text.unicodeScalars.dropFirst(span.start - row.start)
            .prefix(span.end - span.start)
        return "“\(String(String.UnicodeScalarView(scalars)).onOneLine)”"
    }

    /// The record as one line of JSON.
    public var json: String {
        var line = JSONWriter()
        line.object { line in
            line.member("id", row.id)
            line.member("text", row.text)
            line.member("status", row.status.rawValue)
            line.member("not_counted", reason)
            line.gates(gates)
        }
        return line.text
    }

    /// How likely a quotation is what its row takes it for.
    static func sentence(_ gates: GateProbabilities) -> String {
        """
        \(percent(gates.speech)) that these words are reported as somebody's, \(percent(gates.about)) that they speak of \
        the leader, \(percent(gates.speaker)) that the speaker is right: \(percent(gates.all)) together
        """
    }

    private static func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }
}

extension JSONWriter {
    /// How likely a quotation passes each gate.
    mutating func gates(_ gates: GateProbabilities) {
        key("gates")
        object { line in
            for gate in Gate.allCases { line.member(gate.rawValue, exactly: gates[gate]) }
        }
    }
}
