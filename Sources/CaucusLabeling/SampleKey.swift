import CaucusStance
import CaucusText

/// What parts the quotations that are drawn from.
public enum SampleKey: String, Sendable, Hashable, CaseIterable {
    /// The article that quotes.
    case article
    /// Who speaks, across articles.
    case speaker
    /// The outlet of the article.
    case outlet
    /// The month in which the article was published.
    case month
    /// The likeliest stance.
    case stance
    /// How the words are given: direct, mixed or indirect.
    case form
    /// The leader.
    case target

    /// What part a quotation is in; those that tell nothing are one part.
    func value(of row: SampleFrame.Row) -> String {
        switch self {
        case .article: row.quotation.documentID
        case .speaker: row.quotation.speakerID ?? ""
        case .outlet: row.document?.source ?? ""
        case .month:
            row.document?.published.flatMap { CalendarDay($0) }.map { String($0.iso.prefix(7)) }
                ?? ""
        case .stance: row.leading.rawValue
        case .form: row.quotation.form.rawValue
        case .target: row.quotation.target
        }
    }
}
