import CaucusStatistics
import CaucusText
import Foundation

/// Numbers as pages write them, the same in every locale.
enum Numbers {
    /// As the tables write it: `0.5`, `-0.123457`.
    static func table(_ x: Double) -> String { DecimalText.text(x) }

    /// With the given number of digits: `0.42`.
    static func fixed(_ x: Double, _ digits: Int) -> String {
        guard x.isFinite else { return "–" }
        let power = Int(pow(10, Double(digits)))
        guard abs(x) * Double(power) < 9e15 else { return String(abs(x)) }
        let scaled = Int((abs(x) * Double(power)).rounded())
        let fraction = String(scaled % power + power).dropFirst()
        return String(scaled / power) + (digits > 0 ? "." + fraction : "")
    }

    /// With a sign for readers: `+0.42`, `−0.10`, `0.00`.
    static func signed(_ x: Double) -> String {
        let text = fixed(x, 2)
        if text == "0.00" { return text }
        return (x < 0 ? "\u{2212}" : "+") + text
    }

    /// `61%`.
    static func percent(_ x: Double) -> String { fixed(x * 100, 0) + "%" }

    /// `95%`, `97.5%`: a level as it was given.
    static func level(_ x: Double) -> String { table((x * 1e6).rounded() / 1e4) + "%" }

    /// A whole number with narrow spaces, at which no line breaks, between thousands: `20 000`.
    static func count(_ n: Int) -> String {
        var digits = Array(String(abs(n)))
        var i = digits.count - 3
        while i > 0 {
            digits.insert("\u{202F}", at: i)
            i -= 3
        }
        return (n < 0 ? "\u{2212}" : "") + String(digits)
    }

    /// `1 article`, `12 articles`.
    static func count(_ n: Int, _ noun: String) -> String {
        count(n) + "\u{A0}" + noun + (n == 1 ? "" : "s")
    }

    /// `−0.61 to −0.20`, or `nil` without an interval.
    static func interval(_ estimate: Estimate) -> String? {
        guard let low = estimate.low, let high = estimate.high else { return nil }
        return signed(low) + " to " + signed(high)
    }
}
