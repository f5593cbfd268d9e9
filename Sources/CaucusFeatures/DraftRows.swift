import Foundation

/// Where rows are written: the room for the columns and for the numbers of a matrix.
struct RowTarget: @unchecked Sendable {
    var indices: UnsafeMutablePointer<Int32>
    var values: UnsafeMutablePointer<Float>
    var capacity: Int

    /// Asks the system for all pages at once, where the room is large: one by one they cost half as much
    /// again. A hint only; where there is no such call, nothing happens.
    func populate() {
        #if canImport(Glibc)
            guard capacity >= 1 << 20 else { return }
            for base in [UnsafeMutableRawPointer(indices), UnsafeMutableRawPointer(values)] {
                let page = 4096
                let start = (Int(bitPattern: base) + page - 1) / page * page
                let end = (Int(bitPattern: base) + 4 * capacity) / page * page
                // 23 is MADV_POPULATE_WRITE; older kernels answer with an error that means nothing.
                _ = madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, 23)
            }
        #endif
    }

    /// What is left of the room behind the first `count` places.
    func dropFirst(_ count: Int) -> RowTarget {
        RowTarget(indices: indices + count, values: values + count, capacity: capacity - count)
    }
}

/// Rows of terms and how often each occurs, drafted where a matrix will stand; then, once it is known
/// which terms are columns, turned into the matrix in place.
///
/// A row has a block or two, and no term stands in both. The last place of a term tells whether the
/// block that is being written has it already.
struct DraftRows: ~Copyable {
    /// What is known of a term while rows are drafted.
    struct Sight {
        /// Its last place, counted from `base`, plus one.
        var place: Int32 = 0
        var documents: Int32 = 0
    }

    private let sights: Buffer<Sight>
    private var target: RowTarget?
    private var flat = Buffer<Int32>(capacity: 1 << 10)
    /// The index of the place that is called 0; negative where earlier targets had places too.
    private var base = 0
    private var blockStart = 0
    private var end = 0
    private var blockEnds = Buffer<Int>()

    /// How many distinct terms there are.
    let termCount: Int

    /// Rows of `terms` distinct terms.
    init(terms: Int) {
        termCount = terms
        sights = Buffer(zeros: terms)
    }

    /// Starts to write into `target`.
    mutating func begin(_ target: RowTarget) {
        base -= end
        blockStart = 0
        end = 0
        blockEnds.removeAll()
        self.target = target
        target.populate()
    }

    /// In how many rows a term stands.
    func documents(of term: Int) -> Int32 { sights[term].documents }

    /// Adds the terms of a chunk to the open block.
    @inline(__always)
    mutating func add(_ found: ChunkTerms.Run) {
        flat.reserve(flat.count + found.count + ChunkTerms.slack)
        let (from, to) = (UnsafeRawPointer(found.start), flat.base + flat.count)
        var i = 0
        repeat {
            let next = (from + 4 * i).loadUnaligned(as: SIMD16<Int32>.self)
            UnsafeMutableRawPointer(to + i).storeBytes(of: next, as: SIMD16<Int32>.self)
            i += 16
        } while i < found.count
        flat.lengthen(by: found.count)
    }

    /// Adds n-grams to the open block; negative ones are none.
    @inline(__always)
    mutating func add(grams: UnsafeBufferPointer<Int32>) {
        for gram in grams where gram >= 0 { flat.append(gram) }
    }

    /// Drafts the open block and opens the next one.
    mutating func closeBlock() {
        guard let target else { preconditionFailure("no target") }
        precondition(
            end + flat.count <= target.capacity, "\(end + flat.count) of \(target.capacity)")
        if end - base > 1 << 30 { rebase() }
        let (sights, base) = (sights.base, base)
        let counts = UnsafeMutableRawPointer(target.values)
        let first = Int32(truncatingIfNeeded: blockStart - base)
        var next = Int32(truncatingIfNeeded: end - base)
        for n in 0..<flat.count {
            let term = flat[n]
            let sight = sights[Int(term)]
            // No branches here: one term in ten is an old one, and which is hard to guess.
            let isNew: Int32 = sight.place <= first ? 1 : 0
            let place = isNew == 1 ? next : sight.place &- 1
            sights[Int(term)] = Sight(
                place: place &+ 1, documents: sight.documents &+ isNew)
            let index = base &+ Int(place)
            let known = counts.load(fromByteOffset: 4 &* index, as: UInt32.self)
            let old = UInt32(bitPattern: isNew &- 1)
            target.indices[index] = term
            counts.storeBytes(of: (known & old) &+ 1, toByteOffset: 4 &* index, as: UInt32.self)
            next &+= isNew
        }
        end = base + Int(next)
        blockStart = end
        blockEnds.append(end)
        flat.removeAll()
    }

    /// Forgets all places, before they grow beyond 32 bits.
    private mutating func rebase() {
        for term in 0..<termCount { sights[term].place = 0 }
        base = end
    }
}

extension DraftRows {
    /// What a term becomes.
    struct Column {
        /// Its column, or -1.
        var number: Int32
        var scale: Float
    }

    /// Turns what was drafted into rows: the terms into columns, the counts into weighted numbers, each
    /// block of length 1. Calls `ended` with the count of numbers up to the end of each block.
    func finish(
        _ columns: UnsafePointer<Column>, _ weights: CountWeights, ended: (Int) -> Void
    ) {
        guard let target else { return }
        let counts = UnsafeRawPointer(target.values)
        weights.known.withUnsafeBufferPointer { known in
            var (start, to) = (0, 0)
            for block in 0..<blockEnds.count {
                let first = to
                for from in start..<blockEnds[block] {
                    let column = columns[Int(target.indices[from])]
                    let count = counts.load(fromByteOffset: 4 &* from, as: UInt32.self)
                    let weight = count < 256 ? known[Int(count)] : weights.weight(of: count)
                    target.indices[to] = column.number
                    target.values[to] = weight * column.scale
                    to &+= column.number >= 0 ? 1 : 0
                }
                start = blockEnds[block]
                if weights.normalizes { Self.normalize(target.values + first, to - first) }
                ended(to)
            }
        }
    }

    /// Scales the numbers to length 1, unless all are 0; their squares are added in sixteen lanes.
    @inline(__always)
    private static func normalize(_ values: UnsafeMutablePointer<Float>, _ count: Int) {
        var lanes = SIMD16<Float>()
        let raw = UnsafeRawPointer(values)
        let whole = count & ~15
        for i in stride(from: 0, to: whole, by: 16) {
            let next = (raw + 4 &* i).loadUnaligned(as: SIMD16<Float>.self)
            lanes += next * next
        }
        var squares = lanes.sum()
        for i in whole..<count { squares += values[i] * values[i] }
        guard squares > 0 else { return }
        let scale = 1 / squares.squareRoot()
        for i in 0..<count { values[i] *= scale }
    }
}

/// What a count weighs.
struct CountWeights: Sendable {
    let normalizes: Bool
    private let counting: FeatureSettings.Counting
    /// The weights of the first 256 counts.
    let known: [Float]

    init(_ settings: FeatureSettings) {
        normalizes = settings.normalizes
        counting = settings.counting
        known = (0..<256).map { Self.weight(of: UInt32($0), settings.counting) }
    }

    func weight(of count: UInt32) -> Float { Self.weight(of: count, counting) }

    static func weight(of count: UInt32, _ counting: FeatureSettings.Counting) -> Float {
        switch counting {
        case .raw: Float(count)
        case .sublinear: count == 0 ? 0 : Float(1 + log(Double(count)))
        case .binary: count == 0 ? 0 : 1
        }
    }
}

extension ChunkSequences {
    /// Drafts the rows of all passages.
    func draft(
        _ settings: FeatureSettings, _ terms: borrowing ChunkTerms, into rows: inout DraftRows
    ) {
        for passage in 0..<count {
            let chunks = chunks(of: passage)
            if settings.words != nil {
                for chunk in chunks { rows.add(terms.words(of: Int(chunk))) }
                rows.add(grams: grams(of: passage))
                rows.closeBlock()
            }
            if settings.characters != nil {
                for chunk in chunks { rows.add(terms.characters(of: Int(chunk))) }
                rows.closeBlock()
            }
        }
    }
}

extension FeatureSettings {
    /// How many blocks a row has.
    var blocks: Int { (words == nil ? 0 : 1) + (characters == nil ? 0 : 1) }
}
