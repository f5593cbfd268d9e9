@_spi(HashTable) import CaucusText
import Foundation

/// Splits text into the pieces of words that an encoder knows, as BERT's uncased tokenizer does: letters without
/// accents and in lower case, marks by themselves, each word from its longest known piece on.
///
/// Source: Wu et al. 2016 (arXiv:1609.08144); Devlin et al. 2019 (arXiv:1810.04805). What the vocabulary writes in
/// brackets (“[SEP]”) is never read out of a text.
package struct WordPiece: Sendable {
    /// How many pieces the vocabulary has.
    package let count: Int
    /// The number of a piece by the hash of its bytes, “##” included.
    private let pieces: HashTable<Int32>
    /// The vocabulary's bytes and where each piece stands in them: a hash alone could err.
    private let bytes: [UInt8]
    private let spans: [Range<Int32>]
    /// The longest piece, in bytes.
    private let longest: Int

    /// The piece of what is not known.
    package static let unknown: Int32 = 100
    package static let opening: Int32 = 101
    package static let closing: Int32 = 102
    /// The piece that covers a word; that of what is not known where the vocabulary has none.
    package let mask: Int32

    /// Words of more letters than this are not known.
    private static let longestWord = 100

    /// The vocabulary of a model: a piece a line, in the order of their numbers.
    ///
    /// - Returns: `nil` where it does not hold the pieces that every text needs.
    package init?(vocabulary bytes: [UInt8]) {
        var spans: [Range<Int32>] = []
        var pieces = HashTable<Int32>(expected: bytes.count / 8, room: 2, isSecret: true)
        var longest = 0
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            var hash = Hash.start
            for byte in bytes[start..<end] { hash = Hash.next(hash, byte) }
            pieces.updateValue(Int32(spans.count), forKey: Hash.key(hash))
            spans.append(Int32(start)..<Int32(end))
            longest = max(longest, end - start)
            start = end + 1
        }
        guard spans.count > Int(Self.closing) else { return nil }
        func reads(_ piece: Int32, _ text: String) -> Bool {
            let span = spans[Int(piece)]
            return bytes[Int(span.lowerBound)..<Int(span.upperBound)].elementsEqual(text.utf8)
        }
        guard reads(Self.unknown, "[UNK]"), reads(Self.opening, "[CLS]"),
            reads(Self.closing, "[SEP]")
        else { return nil }
        let covering = Self.closing + 1
        mask = spans.count > Int(covering) && reads(covering, "[MASK]") ? covering : Self.unknown
        (self.bytes, self.spans, self.pieces, self.longest) = (bytes, spans, pieces, longest)
        count = spans.count
    }

    /// The pieces of a text, one after the other.
    ///
    /// - Complexity: O(bytes · longest piece) at worst; about O(bytes).
    package func pieces(of text: String) -> [Int32] {
        var text = text
        var ids: [Int32] = []
        text.withUTF8 { append($0, to: &ids) }
        return ids
    }

    /// Appends the pieces of the bytes of a text.
    package func append(_ text: UnsafeBufferPointer<UInt8>, to ids: inout [Int32]) {
        var word = Word()
        var i = 0
        while i < text.count {
            let byte = text[i]
            if byte < 0x80 {
                i += 1
                switch Self.kinds[Int(byte)] {
                case .letter: word.add(byte)
                case .mark:
                    end(&word, &ids)
                    word.add(byte)
                    end(&word, &ids)
                case .space: end(&word, &ids)
                case .control: break
                }
                continue
            }
            // Letters beyond ASCII: with all that belongs to them, as accents may follow their letter.
            var end = i
            while end < text.count, text[end] >= 0x80 { end += 1 }
            let other = String(
                decoding: UnsafeBufferPointer(rebasing: text[i..<end]), as: UTF8.self)
            add(other, to: &word, &ids)
            i = end
        }
        end(&word, &ids)
    }

    /// A word that is being read.
    private struct Word {
        var bytes: [UInt8] = []
        var letters = 0

        mutating func add(_ byte: UInt8) {
            bytes.append(byte)
            if byte & 0xC0 != 0x80 { letters += 1 }
        }
    }

    private enum Kind { case letter, mark, space, control }

    /// What each ASCII byte is.
    private static let kinds: [Kind] = (0..<128).map { byte in
        switch UInt8(byte) {
        case 0x09, 0x0A, 0x0D, 0x20: .space
        case ..<0x20, 0x7F: .control
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .letter
        default: .mark
        }
    }

    /// Whether a byte parts words and is no piece.
    static func isSpace(_ byte: UInt8) -> Bool { byte < 0x80 && kinds[Int(byte)] == .space }

    /// Whether a letter is a mark, which is a piece by itself.
    static func isMark(_ letter: Unicode.Scalar) -> Bool {
        letter.value < 0x80
            ? kinds[Int(letter.value)] == .mark : isMark(letter.properties.generalCategory)
    }

    private static func isMark(_ category: Unicode.GeneralCategory) -> Bool {
        switch category {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation:
            true
        default: false
        }
    }

    private func add(_ text: String, to word: inout Word, _ ids: inout [Int32]) {
        for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
            let properties = scalar.properties
            let category = properties.generalCategory
            if scalar.value == 0xFFFD { continue }
            switch category {
            case .nonspacingMark, .control, .format, .privateUse, .surrogate:
                continue
            case .spaceSeparator, .lineSeparator, .paragraphSeparator: end(&word, &ids)
            case _ where Self.isMark(category):
                end(&word, &ids)
                for byte in UTF8.encode(scalar).map(Array.init) ?? [] { word.add(byte) }
                end(&word, &ids)
            default:
                let isAlone = Self.isIdeograph(scalar.value)
                if isAlone { end(&word, &ids) }
                for byte in properties.lowercaseMapping.utf8 { word.add(byte) }
                if isAlone { end(&word, &ids) }
            }
        }
    }

    /// Whether a letter is a word by itself.
    private static func isIdeograph(_ value: UInt32) -> Bool {
        switch value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F,
            0x2B740...0x2B81F, 0x2B920...0x2CEAF, 0xF900...0xFAFF, 0x2F800...0x2FA1F:
            true
        default: false
        }
    }

    /// Appends the pieces of a word, or that it is not known.
    private func end(_ word: inout Word, _ ids: inout [Int32]) {
        defer {
            word.bytes.removeAll(keepingCapacity: true)
            word.letters = 0
        }
        guard !word.bytes.isEmpty else { return }
        guard word.letters <= Self.longestWord else { return ids.append(Self.unknown) }
        let first = ids.count
        var start = 0
        while start < word.bytes.count {
            // The longest known piece from here on.
            var hash = Hash.start
            if start > 0 { hash = Hash.next(Hash.next(hash, 0x23), 0x23) }
            var best: (piece: Int32, end: Int)?
            var i = start
            while i < word.bytes.count, i - start < longest {
                let byte = word.bytes[i]
                hash = Hash.next(hash, Self.lowered(byte))
                i += 1
                if let piece = pieces[Hash.key(hash)],
                    isPiece(piece, word.bytes[start..<i], inside: start > 0)
                {
                    best = (piece, i)
                }
            }
            guard let best else {
                ids.removeLast(ids.count - first)
                return ids.append(Self.unknown)
            }
            ids.append(best.piece)
            start = best.end
        }
    }

    private func isPiece(_ piece: Int32, _ word: ArraySlice<UInt8>, inside: Bool) -> Bool {
        let span = spans[Int(piece)]
        let skipped = inside ? 2 : 0
        guard span.count == word.count + skipped else { return false }
        var place = Int(span.lowerBound) + skipped
        for byte in word {
            if bytes[place] != Self.lowered(byte) { return false }
            place += 1
        }
        return true
    }

    /// An ASCII letter in lower case; others are lowered by then.
    private static func lowered(_ byte: UInt8) -> UInt8 {
        byte &- 0x41 < 26 ? byte | 0x20 : byte
    }

    /// FNV-1a over the bytes of a piece.
    private enum Hash {
        static let start: UInt64 = 0xCBF2_9CE4_8422_2325
        static func next(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
            (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        static func key(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }
    }
}
