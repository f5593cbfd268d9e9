import Foundation

/// A line from the log odds that a gate gave to those that labels ask for: `slope · x + offset`.
///
/// It is fitted by logistic regression of the labels on the log odds, drawn toward the line that changes nothing, the more
/// so the fewer labels there are: the updating of a model by recalibration with shrinkage (Steyerberg, Borsboom, van
/// Houwelingen, Eijkemans and Habbema 2004).
public struct GateLine: Sendable, Hashable, Codable {
    /// What the log odds are multiplied by; never negative, so that the order of quotations stays.
    public var slope: Double
    /// What is added.
    public var offset: Double

    /// The line that changes nothing.
    public static let same = GateLine(slope: 1, offset: 0)

    /// A quotation: the log odds that a gate gave, and whether it passes.
    struct Point {
        var odds: Double
        var passes: Bool
    }

    /// The log loss of a point, in nats.
    func loss(_ point: Point) -> Double {
        let odds = slope * point.odds + offset
        return Self.softplus(point.passes ? -odds : odds)
    }

    /// The line of the least log loss and pull: `Σ loss + pull / 2 · ((slope − 1)² + offset²)`.
    ///
    /// - Complexity: O(points), some ten times.
    static func fitted(to points: [Point], pull: Double) -> GateLine {
        guard pull.isFinite, !points.isEmpty else { return same }
        let line = descended(points, pull, from: same, movesSlope: true)
        guard line.slope < 0 else { return line }
        return descended(points, pull, from: GateLine(slope: 0, offset: 0), movesSlope: false)
    }

    /// Newton's method with halved steps; the sum is convex, and with a pull has one lowest point.
    private static func descended(
        _ points: [Point], _ pull: Double, from start: GateLine, movesSlope: Bool
    ) -> GateLine {
        func sum(_ line: GateLine) -> Double {
            let (a, b) = (line.slope - 1, line.offset)
            return points.reduce(pull / 2 * (a * a + b * b)) { $0 + line.loss($1) }
        }
        var line = start
        var lowest = sum(line)
        for _ in 0..<100 {
            var (ga, gb) = (pull * (line.slope - 1), pull * line.offset)
            var (haa, hab, hbb) = (pull, 0.0, pull)
            for point in points {
                let p = 1 / (1 + exp(-(line.slope * point.odds + line.offset)))
                let error = p - (point.passes ? 1 : 0)
                let weight = p * (1 - p)
                ga += error * point.odds
                gb += error
                haa += weight * point.odds * point.odds
                hab += weight * point.odds
                hbb += weight
            }
            if !movesSlope { (ga, haa, hab) = (0, 1, 0) }
            let determinant = haa * hbb - hab * hab
            let step = (
                a: (hbb * ga - hab * gb) / determinant, b: (haa * gb - hab * ga) / determinant
            )
            var size = 1.0
            var next = line
            repeat {
                next.slope = line.slope - size * step.a
                next.offset = line.offset - size * step.b
                size /= 2
            } while sum(next) > lowest && size > 1e-9
            let reached = sum(next)
            guard reached < lowest - 1e-12 else { break }
            (line, lowest) = (next, reached)
        }
        return line
    }

    /// `log(1 + exp(x))` without overflow.
    private static func softplus(_ x: Double) -> Double { max(x, 0) + log1p(exp(-abs(x))) }
}
