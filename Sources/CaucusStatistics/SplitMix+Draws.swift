import CaucusMatrix
import Foundation

extension SplitMix {
    /// A whole number below `bound` > 0.
    mutating func below(_ bound: Int) -> Int { Int(unit() * Double(bound)) }

    /// Two independent standard normal numbers (Box–Muller).
    mutating func normals() -> (Double, Double) {
        let radius = (-2 * log(1 - unit())).squareRoot()
        let angle = 2 * Double.pi * unit()
        return (radius * cos(angle), radius * sin(angle))
    }
}
