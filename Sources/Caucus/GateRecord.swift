import CaucusStance
import CaucusText
import Foundation

/// What `caucus explain --quote` prints of the gates: how likely a quotation is what its row takes it for, and why it
/// does not count where it did not pass.
public struct GateRecord: Sendable {
    private let row: ScoredQuotation
    private let gates: GateProbabilities
    private let doubt: GateExplanation?

    /// Creates the record of a row; `doubt` tells what moved the weakest gate, where the article is at hand.
    public init(
        _ row: ScoredQuotation, _ gates: GateProbabilities, _ doubt: GateExplanation? = nil
    ) {
        self.row = row
        self.gates = gates
        self.doubt = doubt
    }

    /// The record of a quotation that did not pass, for people.
    public var text: String {
        """
        \(row.id.onOneLine): \(row.text.onOneLine)
        not counted: \(reason)

        \(sentence)
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
            write(to: &line)
        }
        return line.text
    }

    /// How likely the quotation is what its row takes it for, and what moved the greatest doubt most.
    var sentence: String { Self.sentence(gates) + facts }

    /// How likely a quotation is what its row takes it for.
    static func sentence(_ gates: GateProbabilities) -> String {
        """
        \(percent(gates.speech)) that these words are reported as somebody's, \(percent(gates.about)) that they speak of \
        the leader, \(percent(gates.speaker)) that the speaker is right: \(percent(gates.all)) together
        """
    }

    private var facts: String {
        guard let doubt, !doubt.reasons.isEmpty else { return "" }
        let question =
            switch doubt.gate {
            case .speech: "somebody is reported to have said these words"
            case .about: "\(mention) is \(row.target.onOneLine)"
            case .speaker:
                "\(row.speaker.map { $0.name.onOneLine } ?? "nobody") is the one who speaks"
            }
        func lines(_ title: String, _ sign: Double) -> [String] {
            let chosen = doubt.reasons.filter { $0.weight * sign > 0 }
            return chosen.isEmpty
                ? []
                : ["  \(title):"]
                    + chosen.map {
                        "    \(String(format: "%+.2f", $0.weight))  \($0.words.onOneLine)"
                    }
        }
        let list = lines("against", -1) + lines("for", 1)
        return "\n\nwhether \(question): what weighs most (log odds)\n"
            + list.joined(separator: "\n")
    }

    /// Writes the probabilities and the facts as members of an object.
    func write(to line: inout JSONWriter) {
        line.gates(gates)
        guard let doubt else { return }
        line.member("weakest_gate", doubt.gate.rawValue)
        line.key("reasons")
        line.array(doubt.reasons) { line, reason in
            line.object { line in
                line.member("feature", reason.feature)
                line.member("meaning", reason.words)
                line.member("weight", exactly: reason.weight)
            }
        }
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
