import Foundation

/// Standard output and standard error.
enum Console {
    /// Writes a line, or a table of several, to standard error.
    ///
    /// Names of files and words of articles stand in it: other control characters than line ends and tabs
    /// are written as `\\u{1B}`, so that they cannot speak to the terminal.
    static func tell(_ line: String) {
        FileHandle.standardError.write(Data((visible(line) + "\n").utf8))
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
        if bytes.count >= 1 << 16 {
            // A long line is not worth a copy.
            try flush()
            try put(bytes)
            return
        }
        buffer.append(contentsOf: bytes)
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Writes what is left.
    mutating func flush() throws {
        try put(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private func put(_ bytes: [UInt8]) throws {
        var start = 0
        while start < bytes.count {
            let written = bytes[start...].withUnsafeBytes {
                Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count)
            }
            if written < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { throw ClosedPipe() }
                throw Failure(74, "standard output: \(String(cString: strerror(errno)))")
            }
            start += written
        }
    }
}
