/// Why a report cannot be made.
public enum ReportError: Error, Hashable, Sendable {
    /// One of the templates in this room does not parse: a fault of the program.
    case template(name: String, reason: String)
}
