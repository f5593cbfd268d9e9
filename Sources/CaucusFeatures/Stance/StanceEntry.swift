/// One thing that was seen in a passage: a feature, its weight there, and the words it stands on.
struct StanceEntry: BitwiseCopyable {
    /// What tells the feature from others.
    var key: UInt64
    var value: Float
    var space: StanceSpace
    /// What its name is made of, and whose hash went into the key; `none` where there is no more.
    var parts: (StancePart, StancePart, StancePart)
    /// The words it stands on, -1 where there is none.
    var token: Int32
    var other: Int32
}

/// A piece of a feature's name: a token's letters, its stem, or a fixed word.
struct StancePart: BitwiseCopyable, Equatable {
    /// 2·token, 2·token + 1 for its stem, -1 - code for a fixed word; larger ones see below.
    var place: Int32

    /// From here on: 16·token + the letters of its beginning, or + 8 + those of its end.
    static let pieceBase: Int32 = 1 << 29

    /// From here on: words of the target's mentions.
    static let identityBase: Int32 = 1 << 30

    static let none = StancePart(place: Int32.min)

    @inline(__always)
    static func word(_ token: Int) -> StancePart {
        StancePart(place: Int32(truncatingIfNeeded: 2 * token))
    }
    @inline(__always)
    static func stem(_ token: Int) -> StancePart {
        StancePart(place: Int32(truncatingIfNeeded: 2 * token + 1))
    }
    /// The first or last `letters` of a token, fewer than 8.
    @inline(__always)
    static func piece(_ token: Int, _ letters: Int, atEnd: Bool) -> StancePart {
        StancePart(
            place: pieceBase
                + Int32(truncatingIfNeeded: 16 * token + letters + (atEnd ? 8 : 0)))
    }

    /// The token of a piece and where its bytes stand among the token's, from its start or its end.
    var piece: (token: Int, letters: Int, atEnd: Bool) {
        let rest = Int(place - Self.pieceBase)
        return (rest / 16, rest % 8, rest % 16 >= 8)
    }

    @inline(__always)
    static func fixed(_ code: StanceCode) -> StancePart {
        StancePart(place: -1 - Int32(code.rawValue))
    }
}

/// The fixed words that names of features are made of.
enum StanceCode: UInt8, CaseIterable {
    // Classes of the lexicon.
    case good3, good2, good1, bad1, bad2, bad3
    case good, bad, notGood, notBad
    // Places.
    case left, right, here, elsewhere, close, nearest, nearestWithin3, quoted, all
    case before, after
    // Orders of speaker and target.
    case speakerFirst, targetFirst
    // Flags.
    case pronoun, possessive, speaks, inQuotes, first, last, middle, passive, noTarget, noSpeaker
    case sameClause, adjacent, short, medium, long, several, question
    case negated, does, sum
    // Categories of the lexicon.
    case category0, category1, category2, category3, category4, category5, category6, category7
    case category8, category9, category10, category11, category12, category13, category14,
        category15
    // What patterns of speech put for words.
    case amount, thing, doing, did, manner, many, he, him, his, denied, start, end, opening
    // What the speaker does, and is.
    case against1, against2, against3, favor1, favor2, favor3, turned, told, organization, described

    /// The bytes of the name, and their hash.
    static let names: [[UInt8]] = allCases.map { Array("<\($0)>".utf8) }
    static let hashes: [UInt64] = names.map { name in
        name.withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { TermKey.hash($0, bytes.count) } ?? 0
        }
    }

    init(_ fact: PassageFact) {
        switch fact {
        case .against1: self = .against1
        case .against2: self = .against2
        case .against3: self = .against3
        case .favor1: self = .favor1
        case .favor2: self = .favor2
        case .favor3: self = .favor3
        case .turned: self = .turned
        case .told: self = .told
        case .organization: self = .organization
        case .described: self = .described
        }
    }

    static func category(_ number: UInt8) -> StanceCode {
        StanceCode(rawValue: category0.rawValue + min(number, 15)) ?? .category0
    }
}

/// Keys of features from the hashes of their parts.
enum StanceKey {
    @inline(__always)
    static func key(_ space: StanceSpace, _ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 {
        var h = a ^ UInt64(space.rawValue &+ 1) &* 0x9E37_79B9_7F4A_7C15
        h = (h ^ h >> 29) &* 0xD6E8_FEB8_6659_FD93
        if b != 0 { h = (h ^ b ^ h >> 31) &* 0xBF58_476D_1CE4_E5B9 }
        if c != 0 { h = (h ^ c ^ h >> 30) &* 0x94D0_49BB_1331_11EB }
        return h ^ h >> 32
    }

    /// The key that the name of a feature stands for; parts are joined by spaces.
    static func key(ofName name: UnsafeBufferPointer<UInt8>) -> UInt64? {
        guard let base = name.baseAddress, name.count > 1, name[0] >= UInt8(ascii: "a"),
            let space = StanceSpace(rawValue: name[0] - UInt8(ascii: "a"))
        else { return nil }
        var hashes = SIMD4<UInt64>()
        var count = 0
        var start = 1
        for end in 1...name.count where end == name.count || name[end] == 0x20 {
            guard count < 3 else { return nil }
            hashes[count] = hash(base + start, end - start)
            count += 1
            start = end + 1
        }
        return key(space, hashes[0], hashes[1], hashes[2])
    }

    /// The hash of a part; mentions have fixed ones.
    static func hash(_ p: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        // Few parts open as those names do.
        guard count > 0, p[0] == UInt8(ascii: "<") else { return TermKey.hash(p, count) }
        for (code, name) in [targetName, speakerName].enumerated()
        where name.count == count {
            if (0..<count).allSatisfy({ p[$0] == name[$0] }) { return UInt64(code + 1) }
        }
        return TermKey.hash(p, count)
    }

    static let targetName = Array("<T>".utf8)
    static let speakerName = Array("<S>".utf8)
}
