extension Matrix {
    /// The column of the largest number of each row, the first of equals.
    public var largestColumns: [Int] {
        (0..<rows).map { i in
            var best = 0
            for k in 0..<columns where values[i * columns + k] > values[i * columns + best] {
                best = k
            }
            return best
        }
    }

    /// How far the largest number of each row stands above the next; a lone column's is its number.
    public var margins: [Double] {
        (0..<rows).map { i in
            var (first, second) = (-Double.infinity, -Double.infinity)
            for k in 0..<columns {
                let value = values[i * columns + k]
                if value > first {
                    (first, second) = (value, first)
                } else {
                    second = max(second, value)
                }
            }
            return second.isFinite ? first - second : first
        }
    }
}
