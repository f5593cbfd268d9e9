public import CaucusQuotes
import CaucusStance
import CaucusText

/// Which of the quotations that count a report is about: those that meet every condition.
///
/// What a filter leaves out keeps its row in the tables, with the status ``CaucusStance/QuotationStatus/filtered``.
public struct QuotationFilter: Sendable, Hashable, Codable {
    /// All of the words stand between quotation marks.
    public var isDirect: Bool
    /// The words name the leader, where a pronoun, a role or what stands around them would do.
    public var isExplicit: Bool
    /// The speaker has a name, as a person or as an organization.
    public var isNamed: Bool
    /// The speaker is of this kind, or of any where `nil`.
    public var kind: Speaker.Kind?
    /// The least probability that it is speech of that speaker about the leader, or `nil` for any.
    public var leastConfidence: Double?
    /// The first and the last day of publication that are meant (ISO 8601), or `nil` for no bound.
    public var from: String?
    public var to: String?
    /// The outlets that are meant, without regard to case and accents; all where empty.
    public var outlets: [String]

    /// Creates a filter; without a condition it leaves nothing out.
    public init(
        isDirect: Bool = false, isExplicit: Bool = false, isNamed: Bool = false,
        kind: Speaker.Kind? = nil, leastConfidence: Double? = nil, from: String? = nil,
        to: String? = nil, outlets: [String] = []
    ) {
        self.isDirect = isDirect
        self.isExplicit = isExplicit
        self.isNamed = isNamed
        self.kind = kind
        self.leastConfidence = leastConfidence
        self.from = from
        self.to = to
        self.outlets = outlets
    }

    /// Whether it asks for anything.
    public var isActive: Bool { self != QuotationFilter() }

    /// Whether it asks for a confidence and for nothing else: then the model's errors are known for what it leaves in.
    var isConfidenceAlone: Bool {
        leastConfidence != nil && self == QuotationFilter(leastConfidence: leastConfidence)
    }
}

/// A filter with what it needs at hand for many quotations.
struct FilterTest {
    private let filter: QuotationFilter
    private let from: CalendarDay?
    private let to: CalendarDay?
    private let outlets: Set<String>

    init(_ filter: QuotationFilter) {
        self.filter = filter
        from = filter.from.flatMap { CalendarDay($0) }
        to = filter.to.flatMap { CalendarDay($0) }
        outlets = Set(filter.outlets.map(SpeakerAliases.key))
    }

    /// Whether the words and their document are asked for, whoever speaks: all that is asked of the leader's own.
    func keepsWords(_ quotation: ScoredQuotation, in document: DocumentSummary?) -> Bool {
        if filter.isDirect, quotation.form != .direct { return false }
        if !outlets.isEmpty, !outlets.contains(SpeakerAliases.key(document?.source ?? "")) {
            return false
        }
        guard from != nil || to != nil else { return true }
        guard let day = document?.published.flatMap({ CalendarDay($0) }) else { return false }
        return (from.map { day >= $0 } ?? true) && (to.map { day <= $0 } ?? true)
    }

    /// Whether a quotation is asked for whose speakers are of the given kinds; of several who speak as one, all must be
    /// of a kind that is.
    func keeps(
        _ quotation: ScoredQuotation, in document: DocumentSummary?, by kinds: [Speaker.Kind]
    ) -> Bool {
        if filter.isExplicit, quotation.mention != .explicit { return false }
        if filter.isNamed, kinds.contains(.described) { return false }
        if let kind = filter.kind, kinds.contains(where: { $0 != kind }) { return false }
        if let least = filter.leastConfidence, Self.confidence(quotation) < least { return false }
        return keepsWords(quotation, in: document)
    }

    /// How likely it is speech of that speaker about the leader; without gates, how likely the speaker is right.
    static func confidence(_ quotation: ScoredQuotation) -> Double {
        quotation.gates?.all ?? quotation.confidence
    }
}

extension QuotationFilter {
    /// The conditions in words, in one order.
    var conditions: [String] {
        var parts: [String] = []
        if isDirect { parts.append("direct quotations only") }
        if isExplicit { parts.append("quotations that name the leader only") }
        switch kind {
        case .person: parts.append("persons only")
        case .organization: parts.append("organizations only")
        case .described: parts.append("unnamed sources only")
        case nil: if isNamed { parts.append("named speakers only") }
        }
        if let leastConfidence {
            parts.append("confidence of at least \(Numbers.table(leastConfidence))")
        }
        switch (from.flatMap { CalendarDay($0) }, to.flatMap { CalendarDay($0) }) {
        case (let from?, let to?): parts.append("published \(from.words) to \(to.words)")
        case (let from?, nil): parts.append("published from \(from.words)")
        case (nil, let to?): parts.append("published up to \(to.words)")
        case (nil, nil): break
        }
        let names = outlets.map { "“\(Clipping.clipped($0, to: 60))”" }
        if !names.isEmpty {
            parts.append(
                (names.count == 1 ? "outlet " : "outlets ") + names.joined(separator: ", "))
        }
        return parts
    }
}
