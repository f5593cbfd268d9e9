import CaucusText

/// The words that follow a place within its clause, one by one.
struct WordsAfter {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var i: Int
    /// Whether the last word begins with a capital.
    private(set) var isCapitalized = false

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) {
        self.bytes = bytes
        i = start
    }

    /// The key of the next word, without “'s”; `nil` at a mark, a line's end or the text's.
    mutating func next() -> UInt64? {
        guard i < bytes.count, bytes[i] == 0x20 else { return nil }
        while i < bytes.count, bytes[i] == 0x20 { i += 1 }
        let start = i
        while i < bytes.count, isLetter(bytes[i]) { i += 1 }
        guard i > start else { return nil }
        isCapitalized = bytes[start] &- 0x41 < 26
        let word = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<i]), as: UTF8.self)
        skipOwner()
        return LetterFolding.key(of: word)
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte >= 0xC3 && byte != 0xE2 || byte & 0xC0 == 0x80
    }

    /// Goes past “'s”.
    private mutating func skipOwner() {
        let straight = i + 1 < bytes.count && bytes[i] == 0x27 && bytes[i + 1] == 0x73
        if straight { i += 2 }
        let isCurly =
            i + 3 < bytes.count && bytes[i] == 0xE2 && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x99
            && bytes[i + 3] == 0x73
        if isCurly { i += 4 }
    }
}
