import Foundation

/// Standard output and standard error.
enum Console {
    /// Writes one line to standard error.
    static func tell(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// Whether standard error is a terminal.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// Standard output was closed by its reader: a normal end.
struct ClosedPipe: Error {}

/// The command has said what it had to say and ends with a code of its own.
struct Ended: Error {
    var code: Int32
}

/// Collects bytes and writes them to standard output in large pieces.
struct StandardOutput: ~Copyable {
    private var buffer: [UInt8] = []

    init() {}

    /// Writes a line.
    mutating func write(line: String) throws {
        buffer.append(contentsOf: line.utf8)
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Writes bytes as they are.
    mutating func write(_ bytes: [UInt8]) throws {
        buffer.append(contentsOf: bytes)
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Writes what is left.
    mutating func flush() throws {
        var start = 0
        while start < buffer.count {
            let written = buffer[start...].withUnsafeBytes {
                Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count)
            }
            if written < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { throw ClosedPipe() }
                throw Failure(74, "standard output: \(String(cString: strerror(errno)))")
            }
            start += written
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

/// Tells on standard error how far a batch has come: on a terminal in place, elsewhere a line every 10 s.
struct Progress {
    private let quiet: Bool
    private let start = ContinuousClock.now
    private var told = ContinuousClock.now
    private(set) var documents = 0
    private(set) var quotations = 0

    init(quiet: Bool) {
        self.quiet = quiet
    }

    /// Counts a chunk.
    mutating func add(documents: Int, quotations: Int) {
        self.documents += documents
        self.quotations += quotations
        let now = ContinuousClock.now
        let pause: Duration = Console.isTerminal ? .milliseconds(200) : .seconds(10)
        guard !quiet, now - told >= pause else { return }
        told = now
        let line = "\(self.documents) documents, \(self.quotations) quotations, \(rate) documents/s"
        if Console.isTerminal {
            FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
        } else {
            Console.tell(line)
        }
    }

    /// Clears the line on a terminal.
    func finish() {
        if !quiet, Console.isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }

    private var rate: Int {
        let elapsed = (ContinuousClock.now - start) / .seconds(1)
        return elapsed > 0 ? Int(Double(documents) / elapsed) : 0
    }
}
