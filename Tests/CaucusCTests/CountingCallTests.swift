import CCaucus
import Testing

/// Shares with intervals, and how far people agree.
@Suite(.onCallersThread) struct CountingCallTests {
    @Test func sharesOfAllQuotationsHaveIntervals() throws {
        let found = try #require(Calls.estimate(Samples.quotations()).table)
        #expect(found.texts("target") == ["Helen Marwick"] && found["n_quotes"] == [.integer(12)])
        let shares = ["against", "neutral", "favor"].map { "share_" + $0 }
        #expect(abs(shares.compactMap { found.numbers($0).first }.reduce(0, +) - 1) < 1e-5)
        for share in shares {
            let values = [share + "_low", share, share + "_high"].flatMap { found.numbers($0) }
            #expect(values.count == 3 && values == values.sorted(), "\(share)")
        }
        #expect(
            found == Calls.estimate(Samples.quotations()).table, "the same input, the same rows")
        let bySpeaker = try #require(
            Calls.estimate(Samples.quotations(), nil, CTable([("by", ["speaker"])])).table)
        #expect(bySpeaker.rows > found.rows)
    }

    @Test func labelsMustNameQuotations() {
        let strange = CTable([
            ("quote_id", ["z:1-2"]), ("label", ["favor"]), ("sampling_probability", ["1"]),
        ])
        let answer = Calls.estimate(Samples.quotations(), strange)
        #expect(answer.code == 65 && answer.message?.hasPrefix("the labels name none") == true)
        let bare = CTable([("quote_id", ["d0:0-9"]), ("label", ["favor"])])
        #expect(
            Calls.estimate(Samples.quotations(), bare).message?.contains("sampling_probability")
                == true)
    }

    @Test(arguments: [
        ("status", "maybe"), ("p_favor", "2"), ("p_favor", "nan"), ("p_favor", ""),
        ("quote_id", ""),
    ])
    func anOddCellIsToldWithItsRow(column: String, value: String) {
        let cells = [
            "quote_id": "a:0-9", "status": "counted", "p_against": "0.2", "p_neutral": "0.2",
            "p_favor": "0.6",
        ].merging([column: value]) { $1 }
        let answer = Calls.estimate(CTable(cells.sorted { $0.key < $1.key }.map { ($0, [$1]) }))
        #expect(answer.code == 65 && answer.message?.contains("row 1 of the quotations") == true)
    }

    /// Krippendorff's example (2011, "Computing Krippendorff's alpha-reliability", C): nominal 0.743, ordinal 0.815.
    @Test func agreementGivesThePublishedAlpha() throws {
        let said = [
            "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .",
            "1 2 3 3 2 4 4 1 2 5 1 .",
        ].map { $0.split(separator: " ").map(String.init) }
        var (units, labels, people): ([String], [String], [String]) = ([], [], [])
        for (person, row) in said.enumerated() {
            for (unit, label) in row.enumerated() where label != "." {
                units.append("u\(unit)")
                labels.append(label)
                people.append("p\(person)")
            }
        }
        let table = CTable([("unit", units), ("label", labels), ("annotator", people)])
        let nominal = try #require(Calls.agreement(table).table)
        #expect(abs((nominal.numbers("alpha").first ?? 0) - 0.743) < 0.0005)
        #expect(nominal["n_annotators"] == [.integer(4)] && nominal.texts("scale") == ["nominal"])
        let ordinal = Calls.agreement(table, CTable([("scale", ["ordinal"])])).table
        #expect(abs((ordinal?.numbers("alpha").first ?? 0) - 0.815) < 0.0005)
        let short = Calls.agreement(table, CTable([("order", [#"["1","2"]"#])]))
        #expect(short.code == 65 && short.message?.hasPrefix("found label ") == true)
    }

    @Test func labelsOfOnePersonAgreeWithNobody() {
        let alone = CTable([
            ("unit", ["a", "b"]), ("label", ["x", "y"]), ("annotator", ["p", "p"]),
        ])
        #expect(Calls.agreement(alone).code == 65)
        #expect(Calls.agreement(CTable([("unit", ["a"])])).code == 64)
        #expect(Calls.agreement(CTable([("unit", [nil]), ("label", [nil])])).code == 65)
    }
}
