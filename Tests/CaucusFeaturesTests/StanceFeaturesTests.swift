import CaucusMatrix
import CaucusTestSupport
import CaucusText
import Testing

import CaucusFeatures

@Suite("Features of the words around a target")
struct StanceFeaturesTests {
    private var passages: [Passage] {
        [
            Passage(
                marked:
                    "{Dunja Hrast} said [Pavel Orlik] had failed the city, and Orlik’s plan was a disgrace."
            ),
            Passage(marked: "“[He] is the best mayor we ever had,” {Ines Varga} told reporters."),
            Passage(marked: "[Orlik] was blamed by {Varga} for the flood; Varga praised nobody."),
            Passage(marked: "The council meets on Monday at [her] office."),
            Passage(marked: "No target is named here, only a terrible storm."),
            Passage(marked: ""),
        ]
    }

    private func fitted(_ change: (inout FeatureSettings) -> Void = { _ in }) throws
        -> FittedFeatures
    {
        var settings = FeatureSettings.stance
        settings.minimumDocuments = 1
        change(&settings)
        return try Features(settings).fittedRows(to: passages).features
    }

    @Test(arguments: FeatureSettings.names) func featuresKeepTheirPromises(name: String) throws {
        var settings = try #require(FeatureSettings(named: name))
        settings.minimumDocuments = 1
        try checkFeatures(settings, on: passages)
    }

    @Test func otherNamesInTheSamePlacesGiveTheSameRows() throws {
        let features = try fitted()
        let pairs = [
            (
                "{Dunja Hrast} said [Pavel Orlik] had failed, and Orlik’s plan was Hrast's disgrace.",
                "{Li Ann} said [Zoë Ngo] had failed, and Ngo’s plan was Ann's disgrace."
            ),
            (
                "[Orlik] and {President Maria Varga} fought; Maria Varga won.",
                "[Bo] and {Mr. Fox} fought; Tom Fox won."
            ),
        ]
        for (one, other) in pairs {
            #expect(
                features.rows(for: [Passage(marked: one)])
                    == features.rows(for: [Passage(marked: other)]))
        }
    }

    @Test func noColumnHoldsAName() throws {
        let features = try fitted()
        let names = (0..<features.columns).map { features.name(ofColumn: $0) }
        for name in ["orlik", "pavel", "varga", "hrast", "dunja", "ines"] {
            #expect(!names.contains { $0.contains(name) }, "\(name)")
        }
        #expect(names.contains("word: disgrace"))
        #expect(names.contains("word: <T>"))
    }

    @Test func whoBlamesWhomMatters() throws {
        let features = try fitted()
        let one = features.rows(for: [Passage(marked: "{Varga} blamed [Orlik] for the flood.")])
        let other = features.rows(for: [Passage(marked: "[Varga] blamed {Orlik} for the flood.")])
        #expect(one != other)
    }

    @Test func placesOfFeaturesLieInTheText() throws {
        let features = try fitted()
        for passage in passages {
            let row = features.rows(for: [passage])
            let columns = Set(row.indices.map(Int.init))
            var shares: [Int: Double] = [:]
            for occurrence in features.occurrences(in: passage) {
                #expect(columns.contains(occurrence.column))
                #expect(occurrence.span.start >= 0)
                #expect(occurrence.span.end <= passage.text.utf8.count)
                shares[occurrence.column, default: 0] += occurrence.share
            }
            // A few hundred additions of doubles below 1.
            #expect(shares.values.allSatisfy { $0 > 0 && $0 < 1 + 1e-9 })
        }
    }

    @Test func theOrderOfPassagesDoesNotMatter() throws {
        var settings = FeatureSettings.stance
        settings.minimumDocuments = 1
        let forward = try Features(settings).fittedRows(to: passages).features
        let backward = try Features(settings).fittedRows(to: passages.reversed()).features
        #expect(forward.payload.map(\.bytes) == backward.payload.map(\.bytes))
        #expect(forward.rows(for: passages) == backward.rows(for: passages))
    }

    @Test func randomBytesNeverCrash() throws {
        let features = try fitted()
        var random = SplitMix(seed: 7)
        let alphabet: [UInt8] =
            Array("ab T.,'\"’“—s([;!\n".utf8) + [0xC2, 0xE2, 0x80, 0x99, 0xFF, 0, 0xF0]
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                    : UInt8.random(in: 0...255, using: &random)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            let spans = (0..<4).map { _ in
                let start = Int.random(in: -3...50, using: &random)
                return Span(start, start + Int.random(in: 0...20, using: &random))
            }
            let odd = Passage(
                text: text, targets: Array(spans[..<2]), speakers: Array(spans[2...]))
            let row = features.rows(for: [odd])
            #expect(row.values.allSatisfy { $0.isFinite })
            for occurrence in features.occurrences(in: odd) {
                #expect(occurrence.span.end <= text.utf8.count)
            }
        }
    }

    @Test func damagedPayloadsAreRefused() throws {
        let features = try fitted()
        let whole = try #require(features.payload.first).bytes
        for cut in stride(from: 0, to: whole.count, by: 97) {
            let part = Array(whole[..<cut])
            #expect(throws: FeatureError.self) {
                _ = try FittedFeatures(settings: features.settings, payload: { _ in part })
            }
        }
        #expect(throws: FeatureError.self) {
            _ = try FittedFeatures(settings: features.settings, payload: { _ in nil })
        }
    }
}
