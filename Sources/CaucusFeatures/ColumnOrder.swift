/// Orders terms into columns: by falling document frequency, then by the hash of the key, then by name.
enum ColumnOrder {
    /// The places `0..<count` in the order of their columns.
    ///
    /// - Complexity: O(count + largest frequency), by counting.
    static func order(
        keys: [UInt64], frequencies: [Int32], isBefore: (Int, Int) -> Bool
    ) -> [Int32] {
        // The tie in the high half, the place in the low one.
        var order = keys.indices.map { place in
            (TermKey.mix(keys[place]) >> 31) << 32 | UInt64(place)
        }
        for shift in [UInt64(32), 43, 54] {
            order = sorted(order, classes: 2048) { Int($0 >> shift & 2047) }
        }
        let most = Int(frequencies.max() ?? 0)
        order = frequencies.withUnsafeBufferPointer { frequencies in
            sorted(order, classes: most + 1) { most - Int(frequencies[Int($0 & 0xFFFF_FFFF)]) }
        }
        settle(&order) { a, b in
            a >> 32 == b >> 32
                && frequencies[Int(a & 0xFFFF_FFFF)] == frequencies[Int(b & 0xFFFF_FFFF)]
        } isBefore: {
            isBefore(Int($0 & 0xFFFF_FFFF), Int($1 & 0xFFFF_FFFF))
        }
        return order.map { Int32(truncatingIfNeeded: $0) }
    }

    /// One stable pass of counting.
    @inline(__always)
    private static func sorted(
        _ order: [UInt64], classes: Int, _ kind: (UInt64) -> Int
    ) -> [UInt64] {
        var starts = [Int](repeating: 0, count: classes + 1)
        for place in order { starts[kind(place) + 1] += 1 }
        for i in 0..<classes { starts[i + 1] += starts[i] }
        return [UInt64](unsafeUninitializedCapacity: order.count) { result, written in
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
        _ order: inout [UInt64], isTied: (UInt64, UInt64) -> Bool,
        isBefore: (UInt64, UInt64) -> Bool
    ) {
        var i = 1
        while i < order.count {
            guard isTied(order[i - 1], order[i]) else {
                i += 1
                continue
            }
            let start = i - 1
            while i < order.count, isTied(order[start], order[i]) { i += 1 }
            order[start..<i].sort(by: isBefore)
        }
    }
}
