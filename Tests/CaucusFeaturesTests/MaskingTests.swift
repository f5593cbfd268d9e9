import CaucusFeatures
import CaucusText
import Testing

@Suite("Masking and occurrences")
struct MaskingTests {
    private let text = "Ádám Varga's plan failed, Okello said of Varga's plan."

    private func span(_ words: String, in text: String) -> Span? {
        text.range(of: words).map { range in
            Span(
                text.utf8.distance(from: text.startIndex, to: range.lowerBound),
                text.utf8.distance(from: text.startIndex, to: range.upperBound))
        }
    }

    private func passage() throws -> Passage {
        let target = try #require(span("Ádám Varga", in: text))
        let speaker = try #require(span("Okello", in: text))
        return Passage(text: text, targets: [target], speakers: [speaker])
    }

    private func settings() -> FeatureSettings {
        var settings = FeatureSettings.masked
        settings.minimumDocuments = 1
        return settings
    }

    @Test func maskedNamesBecomePlaceholders() throws {
        let vectorizer = try Vectorizer(settings()).fitted(to: [try passage()])
        let names = Set((0..<vectorizer.columns).map { vectorizer.name(ofColumn: $0) })
        #expect(names.contains("target_") && names.contains("speaker_"))
        #expect(!names.contains("ádám") && !names.contains("okello"))
        #expect(names.contains("speaker_ said"))
        // The second mention was not given as a span.
        #expect(names.contains("varga"))
    }

    @Test func anotherNameInTheSamePlaceGivesTheSameRow() throws {
        let vectorizer = try Vectorizer(settings()).fitted(to: [try passage()])
        let other = "Mo's plan failed, Li Ann said of Varga's plan."
        let swapped = Passage(
            text: other, targets: [Span(0, 2)],
            speakers: [try #require(span("Li Ann", in: other))])
        let given = try passage()
        #expect(vectorizer.rows(for: [swapped]) == vectorizer.rows(for: [given]))
    }

    @Test func plainIgnoresTheSpans() throws {
        let bare = Passage(text: text)
        var settings = FeatureSettings.plain
        settings.minimumDocuments = 1
        let vectorizer = try Vectorizer(settings).fitted(to: [bare])
        let spanned = try passage()
        #expect(vectorizer.rows(for: [spanned]) == vectorizer.rows(for: [bare]))
    }

    @Test func spansOutsideTheTextAreIgnored() throws {
        let vectorizer = try Vectorizer(settings()).fitted(to: [try passage()])
        let odd = Passage(
            text: "plan", targets: [Span(2, 900), Span(-3, 1)], speakers: [Span(1, 1)])
        let bare = Passage(text: "plan")
        #expect(vectorizer.rows(for: [odd]) == vectorizer.rows(for: [bare]))
    }

    @Test func occurrencesPointAtTheirWords() throws {
        let passage = try passage()
        let vectorizer = try Vectorizer(settings()).fitted(to: [passage])
        var found: [String: [String]] = [:]
        for (column, span) in vectorizer.occurrences(in: passage) {
            let kind = vectorizer.isCharacters(column: column) ? "…" : ""
            found[kind + vectorizer.name(ofColumn: column), default: []]
                .append(passage.text[span])
        }
        #expect(found["plan"] == ["plan", "plan"])
        #expect(found["target_"] == ["Ádám Varga"])
        #expect(found["speaker_ said"] == ["Okello said"])
        #expect(found["plan failed"] == ["plan failed"])
        #expect(found["… of "] == ["of"])
    }

    @Test func occurrencesCountWhatTheRowsCount() throws {
        var settings = settings()
        settings.counting = .raw
        settings.weighsByRarity = false
        settings.normalizes = false
        for settings in [
            settings,
            {
                var s = settings; s.masksMentions = false; return s
            }(),
        ] {
            let passages = oddSentences + [try passage()]
            let (vectorizer, rows) = try Vectorizer(settings).fittedRows(to: passages)
            for (i, passage) in passages.enumerated() {
                var counts: [Int: Float] = [:]
                for (column, span) in vectorizer.occurrences(in: passage) {
                    #expect(span.end <= passage.text.utf8.count)
                    counts[column, default: 0] += 1
                }
                let same = rows.range(ofRow: i).allSatisfy {
                    counts[Int(rows.indices[$0])] == rows.values[$0]
                }
                #expect(same && counts.count == rows.range(ofRow: i).count)
            }
        }
    }
}
