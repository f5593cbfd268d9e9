/// Hashes of texts, by which one can tell whether a text is among them, and not what they say.
///
/// Letters and digits count, without case and accents; marks and white space part words and are all alike. Two
/// texts have one hash by chance once in 10¹⁹.
public struct TextHashes: Sendable, Equatable {
    /// In ascending order, each once.
    private let hashes: [UInt64]

    /// The hashes of `texts`; those without a letter or digit have none.
    public init(of texts: some Sequence<String>) {
        hashes = Self.sorted(texts.compactMap(Self.hash))
    }

    /// Hashes as ``bytes`` gives them; `nil` where the bytes are none.
    public init?(bytes: [UInt8]) {
        guard bytes.count % 8 == 0 else { return nil }
        let hashes = bytes.withUnsafeBytes { bytes in
            stride(from: 0, to: bytes.count, by: 8).map { i in
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self))
            }
        }
        guard zip(hashes, hashes.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
        self.hashes = hashes
    }

    /// How many there are.
    public var count: Int { hashes.count }

    /// Eight bytes a hash, little-endian, in ascending order.
    public var bytes: [UInt8] {
        hashes.flatMap { hash in withUnsafeBytes(of: hash.littleEndian) { Array($0) } }
    }

    /// Whether `text` is among the texts.
    ///
    /// - Complexity: O(bytes of the text + log(count)).
    public func contains(_ text: String) -> Bool {
        guard let hash = Self.hash(text) else { return false }
        let place = hashes.partitionPoint { $0 >= hash }
        return place < hashes.count && hashes[place] == hash
    }

    private static func sorted(_ hashes: [UInt64]) -> [UInt64] {
        var sorted = hashes.sorted()
        var last: UInt64?
        sorted.removeAll { hash in
            defer { last = hash }
            return hash == last
        }
        return sorted
    }

    private static func hash(_ text: String) -> UInt64? {
        var hash = LetterFolding.seed
        var isEmpty = true
        var isBetween = false
        for scalar in text.unicodeScalars {
            guard isOfWord(scalar) else {
                isBetween = !isEmpty
                continue
            }
            if isBetween { hash = LetterFolding.extend(hash, with: 0x20) }
            hash = LetterFolding.extend(hash, with: scalar.value)
            (isEmpty, isBetween) = (false, false)
        }
        return isEmpty ? nil : hash
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case ..<0x80: false
        default:
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.generalCategory == .nonspacingMark
        }
    }
}
