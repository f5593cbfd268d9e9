/// Arithmetic of matrices of a few rows.
enum SquareMatrix {
    static func product(_ m: [[Double]], _ v: [Double]) -> [Double] {
        m.map { row in zip(row, v).reduce(0) { $0 + $1.0 * $1.1 } }
    }

    static func sum(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
        zip(a, b).map { row, other in zip(row, other).map { $0 + $1 } }
    }

    /// The inverse by elimination with row exchanges, or `nil` where there is none.
    static func inverse(of m: [[Double]]) -> [[Double]]? {
        let n = m.count
        var a = m.enumerated().map { i, row in row + (0..<n).map { $0 == i ? 1 : 0 } }
        for column in 0..<n {
            guard
                let pivot = (column..<n).max(by: { abs(a[$0][column]) < abs(a[$1][column]) }),
                abs(a[pivot][column]) > 1e-12
            else { return nil }
            a.swapAt(column, pivot)
            let scale = a[column][column]
            for k in a[column].indices { a[column][k] /= scale }
            for row in 0..<n where row != column {
                let factor = a[row][column]
                for k in a[row].indices { a[row][k] -= factor * a[column][k] }
            }
        }
        return a.map { Array($0[n...]) }
    }

    /// The ratio of the largest to the smallest singular value, by Jacobi rotations of MᵀM.
    static func condition(of m: [[Double]]) -> Double {
        let n = m.count
        var a = (0..<n).map { i in
            (0..<n).map { j in (0..<n).reduce(0.0) { $0 + m[$1][i] * m[$1][j] } }
        }
        for _ in 0..<50 {
            var off = 0.0
            for p in 0..<n {
                for q in (p + 1)..<max(n, p + 1) {
                    off += abs(a[p][q])
                    rotate(&a, p, q)
                }
            }
            if off < 1e-14 { break }
        }
        let values = (0..<n).map { a[$0][$0] }
        let (least, most) = (values.min() ?? 0, values.max() ?? 0)
        return least > 0 ? (most / least).squareRoot() : .infinity
    }

    private static func rotate(_ a: inout [[Double]], _ p: Int, _ q: Int) {
        guard abs(a[p][q]) > 1e-300 else { return }
        let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
        let t = (theta >= 0 ? 1.0 : -1.0) / (abs(theta) + (theta * theta + 1).squareRoot())
        let c = 1 / (t * t + 1).squareRoot()
        let s = t * c
        for k in a.indices {
            let (x, y) = (a[k][p], a[k][q])
            a[k][p] = c * x - s * y
            a[k][q] = s * x + c * y
        }
        for k in a.indices {
            let (x, y) = (a[p][k], a[q][k])
            a[p][k] = c * x - s * y
            a[q][k] = s * x + c * y
        }
    }
}
