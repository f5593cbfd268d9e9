import Foundation

/// A figure of the benchmark, and where it has to lie.
struct Line {
    var name: String
    var value: Double
    var unit: String
    var width: Double?
    /// Where the value has to lie, or `nil` for a figure that only stands beside.
    var expected: ClosedRange<Double>?

    init(
        _ name: String, value: Double, unit: String = "%", width: Double? = nil,
        expected: ClosedRange<Double>? = nil
    ) {
        self.name = name
        self.value = value
        self.unit = unit
        self.width = width
        self.expected = expected
    }

    private var digits: Int { unit == "α" ? 3 : 1 }

    private func text(_ x: Double) -> String { String(format: "%.\(digits)f", x) }

    /// Whether the value lies there, as it is printed.
    var holds: Bool {
        guard let expected else { return true }
        let scale = pow(10, Double(digits))
        let printed = (value * scale).rounded()
        return (expected.lowerBound * scale).rounded() <= printed
            && printed <= (expected.upperBound * scale).rounded()
    }

    /// A row of a Markdown table.
    var text: String {
        let wide = width.map { String(format: "%.3f", $0) } ?? ""
        let range = expected.map { text($0.lowerBound) + " to " + text($0.upperBound) }
        return "| \(name) | \(text(value)) \(unit) | \(wide) | \(range ?? "stands beside") | "
            + (expected == nil ? "" : holds ? "yes" : "NO") + " |"
    }
}
