import Foundation

/// The most quoted speakers of a report as aligned text, for a terminal.
public struct SpeakersTable: Sendable {
    private let rows: [[String]]
    private let title: String
    /// What is said of the speakers that are not shown, or `nil` where all are.
    private let rest: String?

    /// The most speakers that are shown.
    static let most = 25

    /// How many characters a name or role keeps.
    private static let width = 34

    /// Creates the table.
    public init(_ report: Report) {
        let known = report.speakers.count
        let speakers = known == 1 ? "1 speaker" : "\(known) speakers"
        let documents = report.documents.count
        title =
            "\(report.run.target.name): \(speakers) in "
            + (documents == 1 ? "1 document" : "\(documents) documents")
        rest =
            known > Self.most
            ? "and \(known - Self.most) more, in report.html and speakers.csv" : nil
        let head = [
            "speaker", "quotations", "documents", "against", "neutral", "favor",
            String(format: "net (%g%%)", 100 * report.options.level),
        ]
        rows =
            [head]
            + report.speakers.prefix(Self.most).map { speaker in
                let counts = [
                    Self.short(speaker.name), "\(speaker.counted.count)", "\(speaker.documents)",
                ]
                guard let e = speaker.estimates else { return counts + ["", "", "", ""] }
                let shares = [e.against, e.neutral, e.favor].map {
                    String(format: "%.0f%%", 100 * $0.value)
                }
                return counts + shares + [Self.interval(e.net)]
            }
    }

    /// The table, a line a speaker, most quoted first.
    public var text: String {
        let columns = rows[0].indices
        let widths = columns.map { k in rows.map { $0[k].count }.max() ?? 0 }
        let lines = rows.map { row in
            columns.map { k in
                let pad = String(repeating: " ", count: widths[k] - row[k].count)
                return k == 0 || k == columns.upperBound - 1 ? row[k] + pad : pad + row[k]
            }.joined(separator: "  ").trimmingCharacters(in: .whitespaces)
        }
        return ([title] + (lines + [rest].compactMap(\.self)).map { "  " + $0 }).joined(
            separator: "\n")
    }

    private static func interval(_ estimate: Estimate) -> String {
        let value = signed(estimate.value)
        guard let low = estimate.low, let high = estimate.high else {
            return value + "  interval not estimable"
        }
        return value + "  (\(signed(low)) to \(signed(high)))"
    }

    /// With a sign, unless nothing is left of it.
    private static func signed(_ x: Double) -> String {
        abs(x) < 0.005 ? "0.00" : String(format: "%+.2f", x)
    }

    /// A name without control characters, cut where it is long: names are input, and this is a terminal.
    private static func short(_ name: String) -> String {
        let clean = String(
            String.UnicodeScalarView(
                name.unicodeScalars.filter {
                    $0.properties.generalCategory != .control
                        && $0.properties.generalCategory != .format
                }))
        return clean.count > width ? clean.prefix(width - 1) + "…" : clean
    }
}
