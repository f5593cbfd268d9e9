public import CaucusText

/// Is told what is read, so that a file which ends the process can be named, and left out.
public struct ReadingWatch: Sendable {
    /// A file is opened.
    public var opens: @Sendable (_ path: String) -> Void
    /// A file that is one document begins to be read; the message of a diagnostic where it is left out.
    public var begins: @Sendable (_ place: Place) -> String?
    /// It has been read.
    public var ends: @Sendable () -> Void

    /// Creates a watch; of its own accord it does nothing.
    public init(
        opens: @escaping @Sendable (_ path: String) -> Void = { _ in },
        begins: @escaping @Sendable (_ place: Place) -> String? = { _ in nil },
        ends: @escaping @Sendable () -> Void = {}
    ) {
        self.opens = opens
        self.begins = begins
        self.ends = ends
    }
}
