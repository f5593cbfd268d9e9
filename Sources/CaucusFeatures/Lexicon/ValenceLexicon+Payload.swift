@_spi(HashTable) import CaucusText

/// A lexicon within a saved model: the words of a user's file must be there where the model is used.
///
/// Little endian: “CVL1”, the lengths of the shortest and longest opening, the numbers of words and of
/// openings, then for each its key (8 bytes), valence (4), category, words of the longest phrase it
/// opens, whether it has a valence, file (1 each), by rising key.
extension ValenceLexicon {
    private static let magic = Array("CVL1".utf8)
    private static let headCount = 4 + 4 * 4
    private static let recordCount = 16

    /// The same lexicon gives the same bytes.
    ///
    /// - Complexity: O(words); 16 bytes a word.
    package var payload: [UInt8] {
        var bytes = Self.magic
        func append(_ value: some FixedWidthInteger) {
            withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
        }
        append(UInt32(clamping: openingLengths.lowerBound))
        append(UInt32(clamping: openingLengths.upperBound))
        let tables = [exact, openings].map { $0.contents.sorted { $0.key < $1.key } }
        for table in tables { append(UInt32(clamping: table.count)) }
        for (key, entry) in tables.joined() {
            append(key)
            append(entry.valence.bitPattern)
            bytes += [entry.category.rawValue, entry.opens, entry.isListed ? 1 : 0, entry.file]
        }
        return bytes
    }

    /// The lexicon that `payload` says.
    package init(payload bytes: [UInt8]) throws(LexiconError) {
        guard bytes.count >= Self.headCount, bytes.starts(with: Self.magic) else {
            throw .damaged(reason: "no lexicon of version 1")
        }
        func number(_ place: Int) -> UInt64 {
            (0..<8).reduce(0) {
                $0 | UInt64(place + $1 < bytes.count ? bytes[place + $1] : 0) << (8 * $1)
            }
        }
        let head = (0..<4).map { Int(UInt32(truncatingIfNeeded: number(4 + 4 * $0))) }
        let records = (bytes.count - Self.headCount) / Self.recordCount
        guard head[0] <= head[1], head[2] + head[3] == records,
            bytes.count == Self.headCount + records * Self.recordCount
        else { throw .damaged(reason: "\(bytes.count) bytes for \(head[2]) + \(head[3]) words") }
        var tables: [[UInt64: Entry]] = [[:], [:]]
        for i in 0..<records {
            let place = Self.headCount + i * Self.recordCount
            let valence = Float(bitPattern: UInt32(truncatingIfNeeded: number(place + 8)))
            guard valence.isFinite, abs(valence) <= 4,
                let category = ValenceCategory(rawValue: bytes[place + 12]),
                bytes[place + 13] <= LexiconBuilder.longestPhrase
            else { throw .damaged(reason: "word \(i) has no valence or category") }
            tables[i < head[2] ? 0 : 1][number(place)] = Entry(
                valence: valence, category: category, opens: bytes[place + 13],
                isListed: bytes[place + 14] != 0, file: bytes[place + 15])
        }
        self.init(exact: tables[0], openings: tables[1], openingLengths: head[0]...head[1])
    }
}
