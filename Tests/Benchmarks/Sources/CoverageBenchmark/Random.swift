import Foundation

/// SplitMix64 from a scattered seed: neighboring seeds must not give shifted copies of one stream.
struct Random: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed &* 0xD134_2543_DE82_EF95 &+ 0x1234_5678
        state = next() ^ seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    mutating func normal() -> Double {
        (-2 * log(1 - unit())).squareRoot() * cos(2 * .pi * unit())
    }

    /// A gamma number of the given shape (Marsaglia & Tsang 2000).
    mutating func gamma(_ shape: Double) -> Double {
        if shape < 1 { return gamma(shape + 1) * pow(unit(), 1 / shape) }
        let d = shape - 1 / 3.0
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal()
            let v = pow(1 + c * x, 3)
            if v > 0, log(unit()) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
        }
    }

    mutating func dirichlet(_ counts: [Double]) -> [Double] {
        let gammas = counts.map { gamma(max($0, 1e-3)) }
        let total = gammas.reduce(0, +)
        return gammas.map { $0 / total }
    }

    mutating func index(_ shares: [Double]) -> Int {
        var u = unit()
        for (i, share) in shares.enumerated() {
            u -= share
            if u < 0 { return i }
        }
        return shares.count - 1
    }
}

func softmax(_ logits: [Double]) -> [Double] {
    let most = logits.max() ?? 0
    let powers = logits.map { exp($0 - most) }
    let total = powers.reduce(0, +)
    return powers.map { $0 / total }
}
