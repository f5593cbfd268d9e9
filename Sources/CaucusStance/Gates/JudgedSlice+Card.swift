import Foundation

extension [JudgedSlice] {
    /// Tables for the card of the gates: what counts and what is answered.
    var gateTables: String {
        tables(["judged", "count", "of them right", "sides", "wholly right"]) { slice in
            [
                "\(slice.judged)", "\(slice.counted)", Self.percent(slice.right, of: slice.counted),
                "\(slice.sides)", Self.percent(slice.sidesRight, of: slice.sides),
            ]
        }
    }

    /// Tables for the card of the stance model: the stance of what is speech about the leader and counts.
    var stanceTables: String {
        tables(["quotations", "macro-F1", "right stance"]) { slice in
            [
                "\(slice.stances)", slice.stances > 0 ? String(format: "%.3f", slice.macroF1) : "–",
                Self.percent(slice.stancesRight, of: slice.stances),
            ]
        }
    }

    /// A table each for forms, mentions and leaders.
    private func tables(_ columns: [String], _ cells: (JudgedSlice) -> [String]) -> String {
        let titles: [(JudgedSlice.Kind, String)] = [
            (
                .form,
                "By form (an act is found by what the speaker does alone: “Roe praised Marwick”):"
            ),
            (.mention, "By the words that mean the leader (context: none):"),
            (.leader, "By leader, those with \(JudgedSlice.least) judged quotations and more:"),
        ]
        return titles.compactMap { kind, title -> String? in
            let rows = filter { $0.kind == kind }
            guard !rows.isEmpty else { return nil }
            let head = "| | " + columns.joined(separator: " | ") + " |"
            let rule = "|" + String(repeating: "---|", count: columns.count + 1)
            let lines = rows.map { slice in
                "| \(Self.cell(slice.name)) | " + cells(slice).joined(separator: " | ") + " |"
            }
            return title + "\n\n" + ([head, rule] + lines).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    private static func percent(_ share: Double, of count: Int) -> String {
        count > 0 ? String(format: "%.0f %%", 100 * share) : "–"
    }

    /// A name that breaks no table.
    private static func cell(_ name: String) -> String {
        String(name.map { $0.isNewline || $0 == "|" ? " " : $0 }.prefix(60))
    }
}
