/// What a quotation is labeled for.
public enum LabelPurpose: String, Sendable, Hashable, CaseIterable {
    /// Shares: it was drawn with a known probability.
    case shares
    /// Training: it was taken because the program is unsure of it, which tells nothing of shares.
    case training
}
