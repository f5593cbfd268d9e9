/// Where a speaker stands on a target.
public enum Stance: String, Sendable, Hashable, Codable, CaseIterable {
    case against
    case neutral
    case favor
}
