import CaucusLanguage

/// Reads a lexicon file line by line, whatever of the known formats it has.
struct LexiconReader {
    /// The most bytes of a file.
    static let limit = 8 << 20
    /// The most bytes of a word or a phrase.
    static let longestWord = 128

    /// What the lines mean.
    enum Format {
        /// Ours.
        case groups
        /// Ours with columns, VADER's or AFINN's.
        case columns(scale: Float)
        /// Lexicoder's.
        case sections
        /// Provalis: tags with names.
        case markup
    }

    let bytes: [UInt8]
    let file: String
    /// The words of a group: what they are.
    var group: (category: ValenceCategory, kind: Inflection.WordClass, valence: Float)?
    /// The valence of a section.
    var section: Float?
    var words = 0

    init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    mutating func read(into builder: inout LexiconBuilder) throws(LexiconError) {
        guard bytes.count <= Self.limit else {
            throw .tooLarge(file: file, bytes: bytes.count, limit: Self.limit)
        }
        let format = try format()
        var number = 0
        for line in lines {
            number += 1
            guard let content = Self.content(line) else { continue }
            switch format {
            case .groups where content.contains(0x09):
                try readColumns(content, number, scale: 1, into: &builder)
            case .groups: try readGroup(content, number, into: &builder)
            case .columns(let scale):
                try readColumns(content, number, scale: scale, into: &builder)
            case .sections: try readSection(content, number, into: &builder)
            case .markup: try readMarkup(content, number, into: &builder)
            }
        }
        if words == 0 { throw .empty(file: file) }
    }

    /// The lines, whatever ends them; an empty one stands between “\r” and “\n”, so numbers count “\n”.
    var lines: [ArraySlice<UInt8>] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    }

    /// A line without white space at its ends; `nil` for an empty line and a comment.
    static func content(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var line = line
        if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        while let first = line.first, first == 0x20 || first == 0x09 { line.removeFirst() }
        while let last = line.last, last == 0x20 || last == 0x09 || last == 0x0D {
            line.removeLast()
        }
        return line.isEmpty || line.first == UInt8(ascii: "#") ? nil : line
    }

    /// Tells the format by the first line that says anything.
    private func format() throws(LexiconError) -> Format {
        var number = 0
        for line in lines {
            number += 1
            guard let content = Self.content(line) else { continue }
            if content.first == UInt8(ascii: "["), content.last == UInt8(ascii: "]") {
                return .groups
            }
            if content.contains(0x09) { return .columns(scale: isAFINN ? 0.8 : 1) }
            if content.first == UInt8(ascii: "<") { return .markup }
            if Self.sectionValence(content) != nil || content.last == UInt8(ascii: ":") {
                return .sections
            }
            throw .unknownFormat(file: file, line: number, found: Self.shown(content))
        }
        throw .empty(file: file)
    }

    /// Two columns, the second a whole number, one of them 5 or −5.
    private var isAFINN: Bool {
        var reachesFive = false
        for line in lines {
            guard let content = Self.content(line) else { continue }
            let fields = content.split(separator: 0x09)
            guard fields.count == 2, let value = Int(Self.text(fields[1])), value.magnitude <= 5
            else {
                return false
            }
            if value.magnitude == 5 { reachesFive = true }
        }
        return reachesFive
    }

    /// The first letters of a line, for a message.
    static func shown(_ line: ArraySlice<UInt8>) -> String {
        let text = String(text(line.prefix(60)).unicodeScalars.filter { $0.value >= 32 })
        return line.count > 60 ? text + "…" : text
    }

    static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
