import CaucusQuotes
import CaucusText

/// What a text holds, in a form that tests can compare.
struct Heard: Equatable, CustomStringConvertible {
    var text: String
    var speaker: String?
    var description: String { "\(speaker ?? "?"): \(text)" }

    init(_ text: String, _ speaker: String?) {
        self.text = text
        self.speaker = speaker
    }

    /// The extraction of `text`.
    static func extraction(_ text: String) -> Extraction {
        QuotationExtractor().extraction(of: Document(id: "t", text: text))
    }

    /// Every top-level quotation of `text`; several spans are joined by “ / ”.
    static func all(in text: String) -> [Heard] {
        extraction(text).quotations.filter { $0.parent == nil }
            .map { Heard($0.spans.map { text[$0] }.joined(separator: " / "), $0.speaker?.name) }
    }

    /// The names of the speakers, in order.
    static func speakers(in text: String) -> [String?] { all(in: text).map(\.speaker) }
}
