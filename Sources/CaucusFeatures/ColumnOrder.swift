/// Orders terms into columns: by falling document frequency, then by the hash of the key, then by name.
enum ColumnOrder {
    /// The places `0..<count` in the order of their columns.
    ///
    /// - Complexity: O(count + largest frequency), by counting.
    static func order(
        keys: [UInt64], frequencies: [Int32], isBefore: (Int, Int) -> Bool
    ) -> [Int32] {
        let count = keys.count
        let ties = keys.map { UInt32(truncatingIfNeeded: TermKey.mix($0) >> 31) }
        var order = (0..<Int32(count)).map { $0 }
        for shift in [UInt32(0), 11, 22] {
            order = sorted(order, classes: 2048) { Int(ties[Int($0)] >> shift & 2047) }
        }
        let most = Int(frequencies.max() ?? 0)
        order = sorted(order, classes: most + 1) { most - Int(frequencies[Int($0)]) }
        settle(&order) { a, b in
            ties[a] == ties[b] && frequencies[a] == frequencies[b]
        } isBefore: {
            isBefore($0, $1)
        }
        return order
    }

    /// One stable pass of counting.
    @inline(__always)
    private static func sorted(
        _ order: [Int32], classes: Int, _ kind: (Int32) -> Int
    ) -> [Int32] {
        var starts = [Int](repeating: 0, count: classes + 1)
        for place in order { starts[kind(place) + 1] += 1 }
        for i in 0..<classes { starts[i + 1] += starts[i] }
        return [Int32](unsafeUninitializedCapacity: order.count) { result, written in
            for place in order {
                let to = kind(place)
                result[starts[to]] = place
                starts[to] += 1
            }
            written = order.count
        }
    }

    /// Sorts the rare runs of places that nothing but their names tells apart.
    private static func settle(
        _ order: inout [Int32], isTied: (Int, Int) -> Bool, isBefore: (Int, Int) -> Bool
    ) {
        var i = 1
        while i < order.count {
            guard isTied(Int(order[i - 1]), Int(order[i])) else {
                i += 1
                continue
            }
            let start = i - 1
            while i < order.count, isTied(Int(order[start]), Int(order[i])) { i += 1 }
            order[start..<i].sort { isBefore(Int($0), Int($1)) }
        }
    }
}
