import Foundation

/// Standard output and standard error.
enum Console {
    /// Writes a line, or a table of several, to standard error.
    ///
    /// Names of files and words of articles stand in it: other control characters than line ends and tabs
    /// are written as `\\u{1B}`, so that they cannot speak to the terminal.
    /// A line that an earlier worker of the same command has written is not written again.
    static func tell(_ line: String) {
        if Worker.current?.hasTold(line) == true { return }
        write(Array((visible(line) + "\n").utf8))
    }

    /// Writes to standard error; where nobody reads it any more (`2>&1 | head`), nothing is told.
    static func write(_ bytes: [UInt8]) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(
                    STDERR_FILENO, $0.baseAddress.map { $0 + written }, $0.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            written += count
        }
    }

    private static func visible(_ line: String) -> String {
        func isHidden(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
        }
        guard line.unicodeScalars.contains(where: isHidden) else { return line }
        return line.unicodeScalars.map { scalar in
            isHidden(scalar)
                ? "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}" : String(scalar)
        }.joined()
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
///
/// In a worker the pieces go through the command that started it, each with the number of its items: what one call of
/// ``write(_:)`` or ``write(line:)`` takes. Items that an earlier worker has printed are not printed again.
struct StandardOutput: ~Copyable {
    private var buffer: [UInt8] = []
    private let worker = Worker.current.flatMap { $0.output >= 0 ? $0 : nil }
    /// How many items stand in the buffer.
    private var items: UInt64 = 0
    private var frames: UInt64 = 0
    /// How many of the next items have been printed before.
    private var printedBefore: UInt64

    init() {
        printedBefore = worker?.record[.itemsPassed] ?? 0
        if worker != nil { startFrame() }
    }

    /// Writes a line.
    mutating func write(line: String) throws {
        guard worker == nil else { return try write(Array((line + "\n").utf8)) }
        buffer.append(contentsOf: line.utf8)
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= 1 << 16 { try send() }
    }

    /// Writes bytes as they are.
    mutating func write(_ bytes: [UInt8]) throws {
        if worker != nil {
            guard printedBefore == 0 else {
                printedBefore -= 1
                return
            }
            items += 1
        } else if bytes.count >= 1 << 16 {
            // A long line is not worth a copy.
            try send()
            try put(bytes, to: STDOUT_FILENO)
            return
        }
        buffer.append(contentsOf: bytes)
        if buffer.count >= 1 << 16 { try send() }
    }

    /// Tells that the next items, which were printed before, are not even made: how many there are.
    mutating func skipPrinted() -> Int {
        defer { printedBefore = 0 }
        return Int(printedBefore)
    }

    /// Writes what is left.
    mutating func flush() throws {
        try send()
        guard let worker else { return }
        // Whether all of it could be printed is known once the command has done so.
        while worker.record[.framesPassed] < frames {
            if worker.record[.outputError] != 0 { throw failure(EPIPE) }
            usleep(100)
        }
    }

    private mutating func send() throws {
        guard let worker else {
            try put(buffer, to: STDOUT_FILENO)
            buffer.removeAll(keepingCapacity: true)
            return
        }
        guard items > 0 else { return }
        let counts = [items, UInt64(buffer.count - OutputRelay.headerBytes)]
        counts.withUnsafeBytes { buffer.replaceSubrange(0..<OutputRelay.headerBytes, with: $0) }
        try put(buffer, to: worker.output)
        frames += 1
        items = 0
        startFrame()
    }

    private mutating func startFrame() {
        buffer.removeAll(keepingCapacity: true)
        buffer.append(contentsOf: repeatElement(0, count: OutputRelay.headerBytes))
    }

    private func put(_ bytes: [UInt8], to descriptor: Int32) throws {
        let error = OutputRelay.write(bytes, count: bytes.count, to: descriptor)
        if error != 0 { throw failure(error) }
    }

    /// What an error of a write means; the command's own, where it could not print.
    private func failure(_ error: Int32) -> any Error {
        let printing = Int32(truncatingIfNeeded: worker?.record[.outputError] ?? 0)
        let number = printing == 0 ? error : printing
        if number == EPIPE { return ClosedPipe() }
        return Failure(74, "standard output: \(String(cString: strerror(number)))")
    }
}
