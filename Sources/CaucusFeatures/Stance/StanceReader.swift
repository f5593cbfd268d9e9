import CaucusText
import Foundation

/// Finds the features of passages, one passage at a time; its buffers are kept.
struct StanceReader {
    var tokenizer = StanceTokenizer()
    /// What was found in the last passage.
    private(set) var entries: [StanceEntry] = []
    private let lexicon: ValenceLexicon
    private let mask: UInt64
    /// For each token the signed distance to the nearest target in words, and that target.
    private(set) var distances: [Int32] = []
    private(set) var nearest: [Int32] = []
    private let hashes = StanceCode.hashes
    private let decay: [Float]
    private let slowDecay: [Float]

    init(_ settings: StanceSettings, lexicon: ValenceLexicon) {
        self.lexicon = lexicon
        mask = settings.spaces.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
        decay = (0..<64).map { Float(exp(-Double($0) / settings.reach)) }
        slowDecay = (0..<64).map { Float(exp(-Double($0) / 5)) }
    }

    var tokens: [StanceToken] { tokenizer.tokens }

    /// Reads a passage into ``entries``.
    mutating func read(_ passage: Passage) {
        entries.removeAll(keepingCapacity: true)
        tokenizer.read(passage)
        tokenizer.lookUp(lexicon)
        findDistances()
        if has(.word) { addWords() }
        if has(.near) || has(.sided) { addNear() }
        if has(.valence) { addValence() }
        if has(.flag) { addFlags() }
        if has(.beside) { addBeside() }
        if has(.identity) { addIdentity() }
        if has(.between) || has(.speaker) || has(.polarBetween) { addSpeaker() }
        if passage.isSpeech { addSpeech() }
        if has(.fact) {
            for fact in passage.facts { add(.fact, StanceCode(fact), value: Self.weightOfFact) }
        }
    }

    /// A fact weighs about what a block of words does.
    private static let weightOfFact: Float = 4

    @inline(__always)
    func has(_ space: StanceSpace) -> Bool { mask >> UInt64(space.rawValue) & 1 != 0 }

    @inline(__always)
    func hash(_ part: StancePart) -> UInt64 {
        if part.place >= StancePart.identityBase {
            return tokenizer.targetWords[Int(part.place - StancePart.identityBase)].hash
        }
        if part.place >= StancePart.pieceBase { return hash(ofPiece: part) }
        if part.place >= 0 {
            let token = tokenizer.tokens[Int(part.place >> 1)]
            return part.place & 1 == 0 ? token.hash : token.stem
        }
        return part == .none ? 0 : hashes[Int(-1 - part.place)]
    }

    @inline(__always)
    mutating func add(
        _ space: StanceSpace, _ a: StancePart, _ b: StancePart = .none, _ c: StancePart = .none,
        value: Float = 1, at token: Int = -1, and other: Int = -1
    ) {
        guard value != 0 else { return }
        entries.append(
            StanceEntry(
                key: StanceKey.key(space, hash(a), hash(b), hash(c)), value: value, space: space,
                parts: (a, b, c), token: Int32(truncatingIfNeeded: token),
                other: Int32(truncatingIfNeeded: other)))
    }

    @inline(__always)
    mutating func add(
        _ space: StanceSpace, _ a: StanceCode, _ b: StanceCode? = nil, _ c: StanceCode? = nil,
        value: Float = 1, at token: Int = -1, and other: Int = -1
    ) {
        add(
            space, .fixed(a), b.map(StancePart.fixed) ?? .none, c.map(StancePart.fixed) ?? .none,
            value: value, at: token, and: other)
    }

    /// The bytes of a feature's name.
    func name(of entry: StanceEntry) -> [UInt8] {
        var name = [entry.space.letter]
        for (i, part) in [entry.parts.0, entry.parts.1, entry.parts.2].enumerated()
        where part != .none {
            if i > 0 { name.append(0x20) }
            name.append(contentsOf: bytes(of: part))
        }
        return name
    }

    private func bytes(of part: StancePart) -> [UInt8] {
        if part.place >= StancePart.identityBase {
            let token = tokenizer.targetWords[Int(part.place - StancePart.identityBase)]
            return Array(tokenizer.letters[Int(token.letters)..<Int(token.letters + token.count)])
        }
        if part.place >= StancePart.pieceBase {
            return Array(tokenizer.letters[range(ofPiece: part)])
        }
        guard part.place >= 0 else { return StanceCode.names[Int(-1 - part.place)] }
        let token = tokenizer.tokens[Int(part.place >> 1)]
        switch token.role {
        case .target: return StanceKey.targetName
        case .speaker: return StanceKey.speakerName
        case .plain:
            let count = part.place & 1 == 0 ? token.count : token.stemCount
            return Array(tokenizer.letters[Int(token.letters)..<Int(token.letters + count)])
        }
    }

    private mutating func findDistances() {
        let count = tokens.count
        distances.removeAll(keepingCapacity: true)
        nearest.removeAll(keepingCapacity: true)
        let targets = tokenizer.targets
        guard !targets.isEmpty else {
            for _ in 0..<count {
                distances.append(0)
                nearest.append(-1)
            }
            return
        }
        var next = 0
        for i in 0..<count {
            while next + 1 < targets.count,
                abs(Int(targets[next + 1]) - i) <= abs(Int(targets[next]) - i)
            {
                next += 1
            }
            distances.append(Int32(truncatingIfNeeded: i) - targets[next])
            nearest.append(targets[next])
        }
    }

    private mutating func addWords() {
        for i in tokens.indices where tokens[i].kind == .word {
            add(.word, .word(i), at: i)
        }
    }

    private mutating func addNear() {
        for i in tokens.indices where tokens[i].kind == .word && tokens[i].role != .target {
            let d = min(Int(abs(distances[i])), 63)
            let weight = nearest[i] < 0 ? decay[6] : decay[d]
            if has(.near) { add(.near, .stem(i), value: weight, at: i) }
            if has(.sided), nearest[i] >= 0 {
                add(
                    .sided, .fixed(distances[i] < 0 ? .left : .right), .stem(i), value: weight,
                    at: i)
            }
        }
    }

    func strength(_ v: Float) -> StanceCode {
        if v >= 2.75 { return .good3 }
        if v >= 1.75 { return .good2 }
        if v > 0 { return .good1 }
        if v <= -2.75 { return .bad3 }
        if v <= -1.75 { return .bad2 }
        return .bad1
    }

    func polarity(_ token: StanceToken) -> StanceCode {
        if token.traits.contains(.negated) { return token.valence > 0 ? .notGood : .notBad }
        return token.valence > 0 ? .good : .bad
    }

    private mutating func addValence() {
        var nearestHit: (left: Int, right: Int) = (-1, -1)
        var (good, bad): (Float, Float) = (0, 0)
        for i in tokens.indices where tokens[i].valence != 0 {
            let token = tokens[i]
            let polarity = polarity(token)
            let d = min(Int(abs(distances[i])), 63)
            add(.valence, strength(token.valence), .all, at: i)
            add(.valence, polarity, .all, at: i)
            add(.valence, .category(token.category), polarity, at: i)
            if token.traits.contains(.quoted) { add(.valence, polarity, .quoted, at: i) }
            guard nearest[i] >= 0 else { continue }
            let side: StanceCode = distances[i] < 0 ? .left : .right
            let here = token.clause == tokens[Int(nearest[i])].clause
            add(.valence, polarity, side, at: i)
            add(.valence, polarity, here ? .here : .elsewhere, at: i)
            add(.valence, polarity, here ? .here : .elsewhere, side, at: i)
            add(.valence, polarity, .close, value: 2 * slowDecay[d], at: i)
            add(.valence, strength(token.valence), .close, side, value: 2 * slowDecay[d], at: i)
            let size = token.valence * slowDecay[d]
            if size > 0 { good += size } else { bad -= size }
            if side == .left {
                nearestHit.left = i
            } else if nearestHit.right < 0 {
                nearestHit.right = i
            }
        }
        for (i, side) in [(nearestHit.left, StanceCode.left), (nearestHit.right, .right)]
        where i >= 0 {
            let polarity = polarity(tokens[i])
            add(.valence, polarity, .nearest, side, at: i)
            if abs(distances[i]) <= 3 { add(.valence, polarity, .nearestWithin3, side, at: i) }
        }
        if good > 0 { add(.valence, .good, .sum, value: good) }
        if bad > 0 { add(.valence, .bad, .sum, value: bad) }
    }

    private mutating func addIdentity() {
        for i in tokenizer.targetWords.indices {
            add(
                .identity,
                StancePart(place: StancePart.identityBase + Int32(truncatingIfNeeded: i)),
                at: Int(tokenizer.targets.first ?? -1))
        }
    }

    private mutating func addFlags() {
        let targets = tokenizer.targets
        guard let first = targets.first else {
            add(.flag, .noTarget)
            return
        }
        let i = Int(first)
        if tokens[i].traits.contains(.pronoun) { add(.flag, .pronoun, at: i) }
        if tokens[i].traits.contains(.possessive) { add(.flag, .possessive, at: i) }
        if tokens[i].traits.contains(.quoted) { add(.flag, .inQuotes, at: i) }
        if targets.count > 1 { add(.flag, .several) }
        let place = 3 * i / max(tokens.count, 1)
        add(.flag, place == 0 ? .first : place == 1 ? .middle : .last, at: i)
        if i == 0 { add(.flag, .first, .first, at: i) }
        add(.flag, tokens.count < 18 ? .short : tokens.count < 36 ? .medium : .long)
        if targets.contains(where: { speaks(Int($0)) }) { add(.flag, .speaks, at: i) }
        if let last = tokens.last, tokenizer.letters[Int(last.letters)] == 0x3F {
            add(.flag, .question)
        }
        for n in tokens.indices
        where n > i && n < i + 4 && isPassive(n) && tokens[n].clause == tokens[i].clause {
            add(.flag, .passive, at: n)
            break
        }
    }

    /// Whether the mention stands beside a word of saying.
    func speaks(_ i: Int) -> Bool {
        if i + 1 < tokens.count, isSaying(i + 1) { return true }
        if i > 0, isSaying(i - 1) { return true }
        return false
    }

    private func isSaying(_ i: Int) -> Bool {
        let token = tokens[i]
        guard token.kind == .word, token.count >= 3 else { return false }
        return Self.saying.contains(token.hash)
    }

    private static let saying: Set<UInt64> = Set(
        [
            "said", "says", "say", "told", "tells", "added", "adds", "wrote", "tweeted", "asked",
            "replied", "noted", "explained", "argued", "insisted", "stated", "announced",
            "continued",
        ].map { word in
            let bytes = Array(word.utf8)
            return bytes.withUnsafeBufferPointer { b in
                b.baseAddress.map { TermKey.hash($0, b.count) } ?? 0
            }
        })
}

extension StanceTokenizer {
    /// Notes what the lexicon says of each word.
    mutating func lookUp(_ lexicon: ValenceLexicon) {
        for i in tokens.indices where tokens[i].kind == .word && tokens[i].role == .plain {
            let (start, count) = (Int(tokens[i].letters), Int(tokens[i].count))
            let entry = letters.withUnsafeBufferPointer {
                lexicon.entry(
                    forLowercased: UnsafeBufferPointer(rebasing: $0[start..<(start + count)]))
            }
            guard let entry, !entry.category.isFactor else { continue }
            setValence(entry.valence, category: entry.category.rawValue, of: i)
        }
    }
}
