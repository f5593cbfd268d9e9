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
        var features: [Feature] = []
        features.reserveCapacity(count)
        var previous: [UInt8] = []
        var total = 0
        for _ in 0..<count {
            let name = try Self.name(after: previous, in: &reader)
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

    private static func name(
        after previous: [UInt8], in reader: inout PayloadReader
    ) throws(FeatureError) -> [UInt8] {
        let shared = try reader.number()
        let rest = try reader.number()
        guard rest > 0, shared <= previous.count else {
            throw .damagedVocabulary(reason: "a name is too long at byte \(reader.place)")
        }
        let name = Array(previous.prefix(shared) + (try reader.bytes(rest)))
        guard previous.lexicographicallyPrecedes(name) else {
            throw .damagedVocabulary(reason: "names out of order at byte \(reader.place)")
        }
        return name
    }
}
