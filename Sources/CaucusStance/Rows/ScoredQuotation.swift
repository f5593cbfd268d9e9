/// A quotation with its stance toward one leader: a row of `quotations.csv`.
///
/// The parts' properties are its own: `quotation.text` is ``QuotationFacts/text``, `quotation.stance`
/// ``QuotationScore/stance``. The two have one name in common, `status`, and here it is the score's.
@dynamicMemberLookup
public struct ScoredQuotation: Sendable, Hashable, Codable {
    /// What the article says.
    public var facts: QuotationFacts
    /// Where the speaker stands on the leader.
    public var score: QuotationScore

    /// Creates a row.
    public init(facts: QuotationFacts, score: QuotationScore) {
        self.facts = facts
        self.score = score
    }

    /// Whether it counts, or why not.
    public var status: QuotationStatus {
        get { score.status }
        set { score.status = newValue }
    }

    /// Unique within a run: the document's id, a colon, and the content's offsets.
    public var id: String { facts.id }

    /// A property of the facts.
    @inlinable
    public subscript<Value>(dynamicMember path: WritableKeyPath<QuotationFacts, Value>) -> Value {
        get { facts[keyPath: path] }
        set { facts[keyPath: path] = newValue }
    }

    /// A property of the score.
    @inlinable
    public subscript<Value>(dynamicMember path: WritableKeyPath<QuotationScore, Value>) -> Value {
        get { score[keyPath: path] }
        set { score[keyPath: path] = newValue }
    }
}
