/// What a reader's edit did with one speaker of the run.
public struct SpeakerEditUse: Sendable, Hashable {
    /// The speaker, as the run names him or her.
    public var id: String
    public var name: String
    /// Whom the speaker is taken for, or `nil` of one who is excluded.
    public var into: String?
    /// The same as an id.
    public var intoID: String?
    /// How many quotations of the run are the speaker's, and how many of them count or would count.
    public var quotations: Int
    public var counted: Int
}

/// What a report's filter left in and out.
public struct FilterUse: Sendable, Hashable {
    /// The filter.
    public var filter: QuotationFilter
    /// How many quotations would count without it, and how many count with it.
    public var whole: Int
    public var kept: Int
    /// How many of those that are left out have no date that can be read, where it asks for dates.
    public var undated: Int
    /// The shares without the filter, as the report without it gives them; `nil` where nothing counts.
    public var estimates: StanceEstimates?
}
