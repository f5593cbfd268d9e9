import Foundation

/// The standard normal distribution.
enum Normal {
    /// The probability of a value up to `x`.
    static func cumulative(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

    /// The value below which a share `p` lies; relative error below 1e-12 after two Newton steps.
    static func quantile(_ p: Double) -> Double {
        guard p > 0 else { return -.infinity }
        guard p < 1 else { return .infinity }
        // Start: Abramowitz & Stegun 26.2.23, error below 4.5e-4.
        let tail = min(p, 1 - p)
        let t = (-2 * log(tail)).squareRoot()
        let top = 2.515517 + t * (0.802853 + t * 0.010328)
        let bottom = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
        var x = t - top / bottom
        for _ in 0..<3 {
            let upper = 0.5 * erfc(x / 2.0.squareRoot())
            let density = exp(-x * x / 2) / (2 * Double.pi).squareRoot()
            guard density > 0 else { break }
            x += (upper - tail) / density
        }
        return p < 0.5 ? -x : x
    }
}

/// Student's t distribution.
enum StudentT {
    /// The probability of a value above `t` ≥ 0.
    static func upperTail(_ t: Double, degrees: Double) -> Double {
        0.5 * Beta.cumulative(degrees / (degrees + t * t), degrees / 2, 0.5)
    }

    /// The value below which a share `p` lies.
    ///
    /// - Precondition: `degrees > 0`, `0 < p < 1`.
    static func quantile(_ p: Double, degrees: Double) -> Double {
        precondition(degrees > 0 && p > 0 && p < 1, "quantile \(p) of t with \(degrees) degrees")
        if p == 0.5 { return 0 }
        let tail = min(p, 1 - p)
        if degrees > 1e7 { return Normal.quantile(p) }
        var low = 0.0
        var high = 1.0
        while upperTail(high, degrees: degrees) > tail && high < 1e12 {
            low = high
            high *= 2
        }
        for _ in 0..<100 {
            let middle = (low + high) / 2
            if upperTail(middle, degrees: degrees) > tail { low = middle } else { high = middle }
            if high - low <= 1e-13 * high { break }
        }
        let t = (low + high) / 2
        return p < 0.5 ? -t : t
    }
}

/// The beta distribution.
enum Beta {
    /// The regularized incomplete beta function, by Lentz's continued fraction.
    static func cumulative(_ x: Double, _ a: Double, _ b: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        let logFront = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)
        let front = exp(logFront)
        if x < (a + 1) / (a + b + 2) { return front * fraction(x, a, b) / a }
        return 1 - front * fraction(1 - x, b, a) / b
    }

    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        func guarded(_ v: Double) -> Double { abs(v) < tiny ? tiny : v }
        var c = 1.0
        var d = 1 / guarded(1 - (a + b) * x / (a + 1))
        var h = d
        for i in 1...500 {
            let m = Double(i)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / guarded(1 + even * d)
            c = guarded(1 + even / c)
            h *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / guarded(1 + odd * d)
            c = guarded(1 + odd / c)
            h *= d * c
            if abs(d * c - 1) < 1e-15 { break }
        }
        return h
    }

    /// The value below which a share `p` lies.
    static func quantile(_ p: Double, _ a: Double, _ b: Double) -> Double {
        var low = 0.0
        var high = 1.0
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if cumulative(middle, a, b) < p { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}

/// The derivative of the logarithm of the gamma function, for positive `x`: recurrence up to 6, then the
/// asymptotic series; absolute error below 1e-10.
func digamma(_ x: Double) -> Double {
    var x = x
    var sum = 0.0
    while x < 6 {
        sum -= 1 / x
        x += 1
    }
    let r = 1 / (x * x)
    let series = r * (1 / 12.0 - r * (1 / 120.0 - r * (1 / 252.0 - r * (1 / 240.0 - r / 132))))
    return sum + log(x) - 0.5 / x - series
}
