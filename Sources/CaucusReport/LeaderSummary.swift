import CaucusQuotes
import CaucusStance
import CaucusTarget

/// What the articles quote the leader saying: shown apart, and counted for nobody.
public struct LeaderSummary: Sendable, Hashable {
    /// The fullest name.
    public var name: String
    /// The role given most often, or `nil`.
    public var role: String?
    /// Other names the articles use.
    public var aliases: [String]
    /// The quotations of status ``CaucusStance/QuotationStatus/leader``, as indices into ``Report/quotations``: by day
    /// of publication, those without one last.
    public var quotations: [Int]
    /// How many documents and outlets they come from.
    public var documents: Int
    public var sources: Int
    /// The first and last day of publication (ISO 8601) among them.
    public var firstPublished: String?
    public var lastPublished: String?
}

extension Counting {
    /// The leader's own words, or `nil` where no article quotes any.
    func leader() -> LeaderSummary? {
        let own = quotations.indices.filter {
            quotations[$0].status == .leader
                && selection.keepsWords(quotations[$0], documents)
        }
        guard !own.isEmpty else { return nil }
        let identity = identity(ofLeaderIn: own)
        let days = own.map { day(quotations[$0]) }
        let order = own.indices.sorted { a, b in
            switch (days[a], days[b]) {
            case (let x?, let y?) where x != y: x < y
            case (nil, _?): false
            case (_?, nil): true
            default: own[a] < own[b]
            }
        }
        let known = days.compactMap { $0 }
        return LeaderSummary(
            name: identity.name, role: identity.role, aliases: identity.aliases,
            quotations: order.map { own[$0] },
            documents: Set(own.map { quotations[$0].documentID }).count,
            sources: Set(own.compactMap { documents[quotations[$0].documentID]?.source }).count,
            firstPublished: known.min()?.iso, lastPublished: known.max()?.iso)
    }

    /// What articles call the leader, whom some may quote together with others.
    private func identity(ofLeaderIn own: [Int]) -> SpeakerIdentity {
        let resolver = TargetResolver(target: run.target)
        return SpeakerIdentity(
            own.flatMap { i in
                let quotation = quotations[i]
                return quotation.joint.isEmpty
                    ? quotation.speaker.map { [$0] } ?? []
                    : quotation.joint.filter(resolver.isTarget)
            })
    }
}
