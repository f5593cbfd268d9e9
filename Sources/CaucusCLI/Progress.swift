import Foundation

/// Tells on standard error how far a batch has come: a bar on a terminal, elsewhere a line every 10 s.
struct Progress {
    private let quiet: Bool
    private let start = ContinuousClock.now
    private var told = ContinuousClock.now
    private(set) var documents = 0
    private(set) var quotations = 0

    init(quiet: Bool) {
        self.quiet = quiet
    }

    /// Counts a chunk; `read` bytes of `total` have been read by now, where that is known.
    mutating func add(documents: Int, quotations: Int, read: Int = 0, of total: Int? = nil) {
        self.documents += documents
        self.quotations += quotations
        let now = ContinuousClock.now
        let pause: Duration = Console.isTerminal ? .milliseconds(200) : .seconds(10)
        guard !quiet, now - told >= pause else { return }
        told = now
        let line = line(read, total, seconds: (now - start) / .seconds(1))
        if Console.isTerminal {
            Console.write(Array("\r\u{1B}[K\(line)".utf8))
        } else {
            Console.tell(line)
        }
    }

    /// Clears the line on a terminal.
    func finish() {
        if !quiet, Console.isTerminal { Console.write(Array("\r\u{1B}[K".utf8)) }
    }

    /// `[####      ]  40 %  1200 documents, 7300 quotations, 400 documents/s, 20.1 MB/s, 2 min left`.
    private func line(_ read: Int, _ total: Int?, seconds: Double) -> String {
        let rate = seconds > 0 ? Int(Double(documents) / seconds) : 0
        var line = "\(documents) documents, \(quotations) quotations, \(rate) documents/s"
        if read > 0, seconds > 0 {
            line += String(format: ", %.1f MB/s", Double(read) / seconds / 1e6)
        }
        guard let total, total > 0, read > 0 else { return line }
        let share = min(Double(read) / Double(total), 1)
        line += ", " + Self.time(seconds * (1 - share) / share) + " left"
        let percent = String(format: "%3.0f %%", 100 * share)
        guard Console.isTerminal else { return percent.drop { $0 == " " } + ": " + line }
        let width = 24
        let full = Int(share * Double(width))
        let bar = String(repeating: "#", count: full) + String(repeating: " ", count: width - full)
        return "[\(bar)] \(percent)  \(line)"
    }

    /// `40 s`, `12 min`, `3 h 5 min`.
    private static func time(_ seconds: Double) -> String {
        let seconds = Int(min(seconds, 1e8).rounded(.up))
        if seconds < 90 { return "\(seconds) s" }
        if seconds < 5400 { return "\((seconds + 30) / 60) min" }
        return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
    }
}
