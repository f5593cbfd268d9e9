import CaucusQuotes
import CaucusStance
public import CaucusText

/// What most people who labeled a quotation corrected in it: who speaks, or where the words begin and end.
///
/// The run's row stays as it is; a quotation of another speaker counts for nobody as far as labels tell.
public struct CorrectedQuotation: Sendable, Hashable {
    /// The quotation's id.
    public var quotation: String
    /// How many people labeled it.
    public var people: Int
    /// Who speaks, or `nil` where people leave the speaker; and the one of the run who is called so, where there is just one.
    public var speaker: String?
    public var speakerID: String?
    /// How many people say so.
    public var speakerPeople = 0
    /// The borders in code points of the document, or `nil` where people leave them.
    public var borders: Span?
    public var borderPeople = 0
    /// The words between them, or `nil` where the store does not keep them all.
    public var words: String?
}

extension CorrectedQuotation {
    /// What more than half of the people who labeled `quotation` say alike, or `nil` where that is nothing.
    init?(
        _ quotation: ScoredQuotation, _ answer: CheckedLabels.Answer, _ names: KnownSpeakers
    ) {
        self.init(quotation: quotation.id, people: answer.answers.count)
        if let (name, count) = Self.most(answer.speakers, of: people, by: SpeakerAliases.key) {
            let ids = names.ids(of: name)
            speaker = name
            speakerID = ids.count == 1 ? ids[0] : nil
            speakerPeople = count
            // The one whom the run names is no correction.
            if let speakerID, quotation.facts.speakers.contains(where: { $0.id == speakerID }) {
                (speaker, self.speakerID, speakerPeople) = (nil, nil, 0)
            }
        }
        if let (span, count) = Self.most(answer.borders, of: people, by: { $0 }),
            span != Span(quotation.start, quotation.end)
        {
            borders = span
            borderPeople = count
            words = KeptWords(quotation)?.pieces(within: span).map(KeptWords.text)
        }
        if speaker == nil, borders == nil { return nil }
    }

    /// The value that more than half of so many people give, and how many do; values of one key are one.
    private static func most<Value, Key: Hashable>(
        _ values: [Value], of people: Int, by key: (Value) -> Key
    ) -> (Value, Int)? {
        let counts = values.reduce(into: [Key: Int]()) { $0[key($1), default: 0] += 1 }
        return values.first { (counts[key($0)] ?? 0) * 2 > people }.map {
            ($0, counts[key($0)] ?? 0)
        }
    }
}

extension CheckedLabels {
    /// What people corrected in `quotations`.
    func corrected(
        _ quotations: [ScoredQuotation], _ identities: [String: SpeakerIdentity]
    ) -> [CorrectedQuotation] {
        guard answers.values.contains(where: { !$0.speakers.isEmpty || !$0.borders.isEmpty })
        else { return [] }
        let names = KnownSpeakers(quotations, identities)
        return quotations.compactMap { quotation in
            answers[quotation.id].flatMap { CorrectedQuotation(quotation, $0, names) }
        }
    }
}
