/// Why a document was left out of a run that went on without it.
public enum DocumentFault: Sendable, Hashable, CustomStringConvertible {
    /// The process that worked on it was ended by a signal.
    case crash(signal: Int32)
    /// It was still at work after so many seconds.
    case time(seconds: Double)
    /// While it was at work the process took so many megabytes more.
    case memory(megabytes: Int)

    /// What happened: `signal 4, illegal instruction`, `took longer than 60 s`, `took more than 2000 MB`.
    public var description: String {
        switch self {
        case .crash(let signal): Self.words(forSignal: signal)
        case .time(let seconds): "took longer than \(Self.text(seconds)) s"
        case .memory(let megabytes): "took more than \(megabytes) MB"
        }
    }

    /// What a person is told: `crashed the scorer: document a7 (signal 4, illegal instruction); left out`.
    ///
    /// - Parameters:
    ///   - record: the kind of record and its id.
    ///   - part: what worked on it.
    public func message(of record: String, in part: String = "the scorer") -> String {
        switch self {
        case .crash: "crashed \(part): \(record) (\(self)); left out"
        case .time, .memory: "\(self): \(record); left out"
        }
    }

    private static func text(_ seconds: Double) -> String {
        seconds == seconds.rounded() && abs(seconds) < 1e9 ? "\(Int(seconds))" : "\(seconds)"
    }

    /// The numbers are those of Linux.
    private static let names: [Int32: String] = [
        4: "illegal instruction", 5: "trap", 6: "aborted", 7: "bus error", 8: "arithmetic error",
        9: "killed", 11: "segmentation fault",
    ]

    /// The number of a signal and its words, where it has any.
    public static func words(forSignal signal: Int32) -> String {
        "signal \(signal)" + (names[signal].map { ", " + $0 } ?? "")
    }
}
