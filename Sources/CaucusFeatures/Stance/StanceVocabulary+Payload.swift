extension StanceVocabulary {
    private static let version: UInt8 = 1

    /// The vocabulary as bytes: names sorted and front-coded, each with its document frequency.
    ///
    /// A byte of format version; documents; the count of features; then the features in the order of their
    /// bytes: the length shared with the one before, the length of the rest, the rest, the frequency.
    /// Numbers are LEB128. Keys and the order of the columns follow from names and frequencies.
    var payload: [UInt8] {
        var result: [UInt8] = [Self.version]
        PayloadReader.write(documents) { result.append($0) }
        PayloadReader.write(count) { result.append($0) }
        var previous = ArraySlice<UInt8>()
        let order = (0..<count).sorted { name(of: $0).lexicographicallyPrecedes(name(of: $1)) }
        for column in order {
            let name = name(of: column)
            let shared = zip(name, previous).prefix { $0 == $1 }.count
            PayloadReader.write(shared) { result.append($0) }
            PayloadReader.write(name.count - shared) { result.append($0) }
            result.append(contentsOf: name.dropFirst(shared))
            PayloadReader.write(Int(frequencies[column])) { result.append($0) }
            previous = name
        }
        return result
    }

    /// The vocabulary that was saved as `payload`; everything is checked.
    init(payload: [UInt8]) throws(FeatureError) {
        var reader = PayloadReader(payload)
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
        var features = PayloadFeatures(count)
        for _ in 0..<count {
            try features.readName(from: &reader)
            guard features.names.count <= 64 * payload.count else {
                throw .damagedVocabulary(reason: "its names share too much")
            }
            let frequency = try reader.number()
            guard frequency >= 1, frequency <= documents else {
                throw .damagedVocabulary(reason: "a frequency of \(frequency)")
            }
            try features.take(frequency: Int32(frequency))
        }
        guard reader.isAtEnd else {
            throw .damagedVocabulary(reason: "bytes follow the last feature")
        }
        self.init(features, documents: documents)
    }

    /// Puts features in the order of their columns; an order of numbers is enough, since they come in that of their names.
    private init(_ features: PayloadFeatures, documents: Int) {
        let order = features.frequencies.indices.map { i in
            // The most frequent first; of those as frequent the first.
            UInt64(UInt32(Int32.max - features.frequencies[i])) << 32 | UInt64(i)
        }
        .sorted().map { Int($0 & 0xFFFF_FFFF) }
        var names: [UInt8] = []
        names.reserveCapacity(features.names.count)
        var starts = [0]
        starts.reserveCapacity(order.count + 1)
        for i in order {
            names.append(contentsOf: features.names[features.starts[i]..<features.starts[i + 1]])
            starts.append(names.count)
        }
        self.init(
            names: names, starts: starts, keys: order.map { features.keys[$0] },
            spaces: order.map { features.spaces[$0] },
            frequencies: order.map { features.frequencies[$0] }, documents: documents)
    }
}

/// The features of a payload, in the order of their names, which stand in one array.
private struct PayloadFeatures {
    private(set) var names: [UInt8] = []
    /// Where each name starts; last, where the last one ends.
    private(set) var starts = [0]
    private(set) var keys: [UInt64] = []
    private(set) var spaces: [StanceSpace] = []
    private(set) var frequencies: [Int32] = []
    /// Where the newest name stands.
    private var newest = 0..<0

    init(_ count: Int) {
        names.reserveCapacity(16 * count)
        starts.reserveCapacity(count + 1)
        keys.reserveCapacity(count)
        spaces.reserveCapacity(count)
        frequencies.reserveCapacity(count)
    }

    /// Reads the next name, which waits for its frequency.
    mutating func readName(from reader: inout PayloadReader) throws(FeatureError) {
        let shared = try reader.number()
        let rest = try reader.number()
        let previous = newest
        guard rest > 0, shared <= previous.count else {
            throw .damagedVocabulary(reason: "a name is too long at byte \(reader.place)")
        }
        let start = names.count
        for i in 0..<shared { names.append(names[previous.lowerBound + i]) }
        names.append(contentsOf: try reader.bytes(rest))
        let name = start..<names.count
        guard names[previous].lexicographicallyPrecedes(names[name]) else {
            throw .damagedVocabulary(reason: "names out of order at byte \(reader.place)")
        }
        newest = name
    }

    /// Takes the newest name up as a feature of as many passages.
    mutating func take(frequency: Int32) throws(FeatureError) {
        let key = names.withUnsafeBufferPointer {
            StanceKey.key(ofName: UnsafeBufferPointer(rebasing: $0[newest]))
        }
        guard let key, let space = StanceSpace(letter: names[newest.lowerBound]) else {
            throw .damagedVocabulary(reason: "a name that no feature has")
        }
        keys.append(key)
        spaces.append(space)
        starts.append(names.count)
        frequencies.append(frequency)
    }
}
