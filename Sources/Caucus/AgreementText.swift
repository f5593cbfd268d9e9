import CaucusText
import Foundation

/// How far people agree, as tables for people and as JSON.
public struct AgreementText: Sendable {
    private let agreement: Agreement

    /// How many disagreements are listed.
    private static let listed = 20

    /// The texts of `agreement`.
    public init(_ agreement: Agreement) { self.agreement = agreement }

    /// The tables, and the first disagreements in their context, without the end of the last line.
    public var text: String {
        var parts = [
            "\(agreement.pairable) quotations that two or more people labeled; Krippendorff's alpha:",
            questions.text, "", "by label, against all others:", labels.text, "",
            "by person, with the others:", coders.text,
        ]
        guard !agreement.disputes.isEmpty else { return parts.joined(separator: "\n") }
        let more = agreement.disputes.count - Self.listed
        parts += ["", "disagreements:"] + agreement.disputes.prefix(Self.listed).map(line)
        if more > 0 { parts.append("  and \(more) more: -o writes a page with all of them") }
        return parts.joined(separator: "\n")
    }

    private var questions: AlignedTable {
        var table = AlignedTable(
            ["question", "quotations", "same", "nominal", "ordinal"], left: 1)
        for question in agreement.questions {
            table.add([
                question.name, String(question.quotations), question.same.percent,
                Self.words(question.nominal), question.ordinal.map(Self.words) ?? "",
            ])
        }
        return table
    }

    private var labels: AlignedTable {
        var table = AlignedTable(["label", "given", "alpha"], left: 1)
        for label in agreement.labels {
            table.add([label.word, String(label.count), Self.words(label.alpha)])
        }
        return table
    }

    private var coders: AlignedTable {
        var table = AlignedTable(["person", "labeled", "shared", "alpha"], left: 1)
        for coder in agreement.coders {
            table.add([
                coder.name.isEmpty ? "(no name)" : coder.name, String(coder.labels),
                String(coder.shared), coder.alpha.map(Self.words) ?? "–",
            ])
        }
        return table
    }

    private func line(_ dispute: Agreement.Dispute) -> String {
        let said = dispute.answers.map { "\($0.annotator) \($0.label.word)" }
        let id = dispute.answers.first?.quotation ?? ""
        let quote = (dispute.answers.compactMap(\.quote).first ?? "").split(
            whereSeparator: \.isWhitespace
        ).joined(separator: " ")
        return "  \(id)  \(said.joined(separator: ", "))" + (quote.isEmpty ? "" : "\n    " + quote)
    }

    private static func words(_ alpha: Estimate) -> String {
        guard let low = alpha.low, let high = alpha.high else {
            return String(format: "%.3f", alpha.value)
        }
        return String(format: "%.3f (%.3f to %.3f)", alpha.value, low, high)
    }

    /// The same as one JSON object, with every disagreement.
    public var json: String {
        var json = JSONWriter()
        json.object { json in
            json.member("quotations", agreement.pairable)
            json.key("questions")
            json.array(agreement.questions) { json, question in
                json.object { json in
                    json.member("question", question.name)
                    json.member("quotations", question.quotations)
                    json.member("same", rounded: question.same)
                    Self.write("nominal", question.nominal, into: &json)
                    if let ordinal = question.ordinal {
                        Self.write("ordinal", ordinal, into: &json)
                    }
                }
            }
            json.key("labels")
            json.array(agreement.labels) { json, label in
                json.object { json in
                    json.member("label", label.word)
                    json.member("count", label.count)
                    Self.write("alpha", label.alpha, into: &json)
                }
            }
            json.key("people")
            json.array(agreement.coders) { json, coder in
                json.object { json in
                    json.member("annotator", coder.name)
                    json.member("labels", coder.labels)
                    json.member("shared", coder.shared)
                    if let alpha = coder.alpha { Self.write("alpha", alpha, into: &json) }
                }
            }
            json.key("disagreements")
            json.array(agreement.disputes) { json, dispute in
                json.object { json in
                    json.member("quote_id", dispute.answers.first?.quotation)
                    json.key("answers")
                    json.array(dispute.answers) { json, answer in
                        json.nested(answer.json())
                    }
                }
            }
        }
        return json.text
    }

    private static func write(_ name: String, _ alpha: Estimate, into json: inout JSONWriter) {
        json.key(name)
        json.object {
            $0.member("value", rounded: alpha.value)
            $0.member("low", rounded: alpha.low)
            $0.member("high", rounded: alpha.high)
            $0.member("level", rounded: alpha.level)
        }
    }
}
