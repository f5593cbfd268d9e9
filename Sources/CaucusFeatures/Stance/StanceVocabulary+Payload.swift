extension StanceVocabulary {
    private static let version: UInt8 = 1

    /// The vocabulary as bytes: names sorted and front-coded, each with its document frequency.
    ///
    /// A byte of format version; documents; the count of features; then the features in the order of their
    /// bytes: the length shared with the one before, the length of the rest, the rest, the frequency.
    /// Numbers are LEB128. Keys and the order of the columns follow from names and frequencies.
    var payload: [UInt8] {
        var result: [UInt8] = [Self.version]
        Self.append(documents, to: &result)
        Self.append(count, to: &result)
        var previous = ArraySlice<UInt8>()
        let order = (0..<count).sorted { name(of: $0).lexicographicallyPrecedes(name(of: $1)) }
        for column in order {
            let name = name(of: column)
            let shared = zip(name, previous).prefix { $0 == $1 }.count
            Self.append(shared, to: &result)
            Self.append(name.count - shared, to: &result)
            result.append(contentsOf: name.dropFirst(shared))
            Self.append(Int(frequencies[column]), to: &result)
            previous = name
        }
        return result
    }

    private static func append(_ number: Int, to result: inout [UInt8]) {
        var rest = UInt64(number)
        while rest >= 0x80 {
            result.append(UInt8(rest & 0x7F | 0x80))
            rest >>= 7
        }
        result.append(UInt8(rest))
    }

    /// The vocabulary that was saved as `payload`; everything is checked.
    init(payload: [UInt8]) throws(FeatureError) {
        var reader = PayloadReader(bytes: payload)
        let version = try reader.byte()
        guard version == Self.version else {
            throw .damagedVocabulary(reason: "format version \(version), this is \(Self.version)")
        }
        let documents = try reader.number()
        let count = try reader.number()
        // A feature takes at least four bytes.
        guard count > 0, count <= payload.count / 4, documents < Int(Int32.max) else {
            throw .damagedVocabulary(reason: "\(count) features in \(payload.count) bytes")
        }
        var features: [Feature] = []
        features.reserveCapacity(count)
        var previous: [UInt8] = []
        var total = 0
        for _ in 0..<count {
            let name = try reader.name(after: previous)
            total += name.count
            guard total <= 64 * payload.count else {
                throw .damagedVocabulary(reason: "its names share too much")
            }
            let frequency = try reader.number()
            guard frequency >= 1, frequency <= documents else {
                throw .damagedVocabulary(reason: "a frequency of \(frequency)")
            }
            guard let key = name.withUnsafeBufferPointer(StanceKey.key(ofName:)),
                let space = StanceSpace(letter: name[0])
            else { throw .damagedVocabulary(reason: "a name that no feature has") }
            features.append(
                Feature(name: name, key: key, space: space, frequency: Int32(frequency)))
            previous = name
        }
        guard reader.isAtEnd else {
            throw .damagedVocabulary(reason: "bytes follow the last feature")
        }
        self.init(features, documents: documents)
    }
}

/// Reads a payload and refuses what cannot be.
private struct PayloadReader {
    let bytes: [UInt8]
    private var place = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    mutating func byte() throws(FeatureError) -> UInt8 {
        guard place < bytes.count else {
            throw .damagedVocabulary(reason: "it ends within a feature")
        }
        place += 1
        return bytes[place - 1]
    }

    mutating func number() throws(FeatureError) -> Int {
        var result: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 49, by: 7) {
            let next = try byte()
            result |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return Int(result) }
        }
        throw .damagedVocabulary(reason: "a number is too long at byte \(place)")
    }

    mutating func name(after previous: [UInt8]) throws(FeatureError) -> [UInt8] {
        let shared = try number()
        let rest = try number()
        guard rest > 0, shared <= previous.count, rest <= bytes.count - place else {
            throw .damagedVocabulary(reason: "a name is too long at byte \(place)")
        }
        let name = previous.prefix(shared) + bytes[place..<(place + rest)]
        guard previous.lexicographicallyPrecedes(name) else {
            throw .damagedVocabulary(reason: "names out of order at byte \(place)")
        }
        place += rest
        return Array(name)
    }
}
