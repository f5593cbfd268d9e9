public import CaucusText

/// A record that people left without a label of its text, on purpose or in another form.
public struct LeftOutExample: Sendable, Hashable {
    /// Why it is none.
    public enum Reason: Sendable, Hashable {
        /// Prodigy's answers.
        case rejected, ignored
        /// Label Studio's skipped or cancelled annotations.
        case skipped
        /// Argilla's.
        case discarded, notSubmitted
        /// More than one label of one person.
        case severalLabels
        /// Labels of stretches of the text, not of the text.
        case labelsOfSpans
        /// Answers to several questions, none of them called label or stance.
        case severalQuestions([String])
        /// A column for each label, with 1 and 0 in them.
        case columnsOfLabels([String])
    }

    public var reason: Reason
    /// Where the record stands.
    public var place: Place

    /// Creates one.
    public init(_ reason: Reason, place: Place) {
        self.reason = reason
        self.place = place
    }
}

extension LeftOutExample.Reason: CustomStringConvertible {
    /// What is counted, in lower case.
    public var description: String {
        switch self {
        case .rejected: "rejected"
        case .ignored: "ignored"
        case .skipped: "skipped"
        case .discarded: "discarded"
        case .notSubmitted: "not submitted"
        case .severalLabels: "with several labels"
        case .labelsOfSpans: "with labels of spans, expected one of the text"
        case .severalQuestions(let names):
            "with answers to \(names.prefix(8).joined(separator: ", ")), expected --label-column with one of them"
        case .columnsOfLabels(let names):
            "with one column a label (\(names.prefix(8).joined(separator: ", "))), expected one column that holds the label"
        }
    }
}
