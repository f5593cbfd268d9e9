import Caucus
import Foundation

/// Makes the worker fail at documents that the variable `CAUCUS_FAULT` names, to see that a run survives them:
/// `KIND:DOCUMENT-ID`, a line each.
///
/// Kinds: `trap`, `abort`, `overflow` (of the stack), `memory`, `loop` (for ever), `kill`, which is what the system
/// does where memory has run out, and `scores`, a trap while what several documents have in common is worked on.
struct FaultSwitch: Sendable {
    static let variable = "CAUCUS_FAULT"

    enum Kind: String, CaseIterable {
        case trap, abort, overflow, memory, loop, kill, scores
    }

    private let faults: [String: Kind]

    /// What the environment asks for; what cannot be read was told by ``check()``.
    init() {
        faults = Dictionary(Self.lines.compactMap(Self.fault), uniquingKeysWith: { $1 })
    }

    private static var lines: [Substring] {
        (ProcessInfo.processInfo.environment[variable] ?? "").split(separator: "\n")
    }

    private static func fault(_ line: Substring) -> (id: String, kind: Kind)? {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])) else { return nil }
        return (String(parts[1]), kind)
    }

    /// Fails where the variable holds something else.
    static func check() throws {
        for line in lines where fault(line) == nil {
            let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure(
                64, "\(variable): found \"\(line)\", expected one of \(kinds), a colon and an id")
        }
    }

    /// Fails where a document is named.
    func strike(_ id: String) {
        guard !faults.isEmpty, let kind = faults[id] else { return }
        switch kind {
        case .trap: Self.trap()
        case .abort: abort()
        case .overflow: _ = Self.overflow(0)
        case .memory: Self.takeMemory()
        case .loop: while getpid() > 0 {}
        case .kill: kill(getpid(), SIGKILL)
        case .scores: break
        }
    }

    /// Fails where one of several documents is named.
    func strikeCommon(_ documents: [RecordName]) {
        guard !faults.isEmpty else { return }
        if documents.contains(where: { faults[$0.id] == .scores }) { Self.trap() }
    }

    /// An index that is not there, as an article may lead to.
    @inline(never)
    private static func trap() {
        let numbers = Array(repeating: 0, count: lines.count)
        _ = numbers[lines.count + 1]
    }

    /// Goes on calling itself: each call needs room of its own.
    private static func overflow(_ depth: Int) -> Int {
        withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 16) { room in
            guard depth < .max else { return 0 }
            room[depth % 1024] = 1
            return overflow(depth + 1) + Int(room[(depth + 1) % 1024])
        }
    }

    private static func takeMemory() {
        let block = 8 << 20
        while true {
            // What malloc gives, and nobody reads, an optimizer leaves out.
            let memory = mmap(
                nil, block, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
            guard let memory, memory != MAP_FAILED else { abort() }
            memset(memory, 1, block)
        }
    }
}
