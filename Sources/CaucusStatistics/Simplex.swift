/// Points whose coordinates are shares.
enum Simplex {
    /// The shares q that make M q come closest to `b`, by projected gradient with a fixed step.
    static func leastSquares(_ m: [[Double]], _ b: [Double]) -> [Double] {
        let n = b.count
        let norm = m.reduce(0) { $0 + $1.reduce(0) { $0 + $1 * $1 } }
        var q = [Double](repeating: 1 / Double(n), count: n)
        for _ in 0..<200_000 {
            let residual = (0..<n).map { i in
                (0..<n).reduce(-b[i]) { $0 + m[i][$1] * q[$1] }
            }
            let next = projection(
                (0..<n).map { j in
                    q[j] - (0..<n).reduce(0.0) { $0 + m[$1][j] * residual[$1] } / norm
                })
            let change = zip(next, q).reduce(0) { max($0, abs($1.0 - $1.1)) }
            q = next
            if change < 1e-14 { break }
        }
        return q
    }

    /// The nearest point of the simplex (Held, Wolfe & Crowder 1974).
    static func projection(_ v: [Double]) -> [Double] {
        let sorted = v.sorted(by: >)
        var sum = 0.0
        var shift = 0.0
        for (i, value) in sorted.enumerated() {
            sum += value
            let candidate = (sum - 1) / Double(i + 1)
            if value - candidate > 0 { shift = candidate }
        }
        return v.map { max($0 - shift, 0) }
    }
}
