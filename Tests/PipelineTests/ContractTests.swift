import Caucus
import Foundation
import Testing

/// Issue 13: what two rooms say of one fact is the same.
@Suite("contracts across rooms")
struct ContractTests {
    private static let helen = StanceTarget(name: "Helen Marwick", pronoun: .she)
    private static let tomas = StanceTarget(name: "Tomas Adeyar", pronoun: .he)

    private static let texts = [
        """
        Prime Minister Helen Marwick came to Lowfen on Tuesday.

        “Marwick has failed every village on this coast,” said Tomas Adeyar, leader of the Harbour Party.

        “I kept my word to Lowfen and I will keep it,” Marwick said.

        José Núñez, a teacher, accused Marwick of lying to the schools.
        """,
        """
        “We trust Helen Marwick and we are proud of her,” said Jose Nunez, a teacher in Lowfen.

        “Nobody believes Tomas Adeyar any more,” Helen Marwick said.

        Penn, who sells nets, said Marwick should resign.
        """,
        """
        “Marwick has failed every village on this coast,” said Tomas Adeyar, leader of the Harbour Party.

        “Helen Marwick is a liar and she must go,” said Penn, a baker. The road to Ulvik is closed.

        “The boats are late,” said Orla Reed.
        """,
    ]

    private static let documents = texts.enumerated().map { i, text in
        Document(
            id: "a\(i)", text: text, title: "Day \(i)", source: "Post \(i % 2)",
            published: i == 2 ? nil : "2031-03-0\(i + 1)")
    }

    private let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("caucus-contracts-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func store(_ name: String) throws -> Store {
        try Store(path: folder.appendingPathComponent(name).path, mode: .writing)
    }

    private static func pipeline(_ targets: [StanceTarget]) throws -> Pipeline {
        let model = try #require(try StanceModel.shipped(.stance))
        return Pipeline(model: model, targets: targets)
    }

    private func score(
        _ documents: [Document], _ targets: [StanceTarget], into store: Store
    ) async throws {
        let pipeline = try Self.pipeline(targets)
        var rest = documents[...]
        try await pipeline.score(next: { rest.popFirst() }, into: store)
        try store.finish(runs: pipeline.runs.map(\.id))
    }

    /// Everything that leaves a store.
    private func exported(_ store: Store) throws -> [String] {
        try ["v_quotations", "v_speakers"].flatMap { view in
            try store.rows("SELECT * FROM \(view) ORDER BY 1, run, target").map { "\($0)" }
        }
            + store.rows(
                "SELECT speaker_id, name, role, aliases, kind FROM identity ORDER BY 1"
            ).map { "\($0)" }
    }

    @Test func theOrderOfTheInputDoesNotShow() async throws {
        let (one, other) = (try store("one"), try store("other"))
        try await score(Self.documents, [Self.helen], into: one)
        try await score(Self.documents.reversed(), [Self.helen], into: other)
        #expect(try exported(one) == exported(other))
        #expect(try exported(one).count > 10)
    }

    @Test func leadersOneByOneAreLeadersTogether() async throws {
        let (apart, together) = (try store("apart"), try store("together"))
        try await score(Self.documents, [Self.helen], into: apart)
        try await score(Self.documents, [Self.tomas], into: apart)
        try await score(Self.documents, [Self.tomas, Self.helen], into: together)
        #expect(try exported(apart) == exported(together))
    }

    @Test func theAuditIsTheSumOfTheStatuses() async throws {
        let store = try store("audit")
        try await score(Self.documents, [Self.helen], into: store)
        let run = try #require(try store.runs().first)
        let audit = try store.audit(run: run.id)
        let report = try Pipeline.report(of: run, in: store)
        let sums = try store.rows(
            "SELECT status, count(quote_id) FROM v_quotations GROUP BY status")
        var counts: [QuotationStatus: Int] = [:]
        for row in sums {
            let status = try #require(QuotationStatus(rawValue: row[0] ?? ""))
            counts[status] = Int(row[1] ?? "")
        }
        #expect(audit.counts == counts && report.audit == audit)
        #expect(audit.quotations == report.quotations.count)
        #expect(audit.counted == report.speakers.reduce(0) { $0 + $1.counted.count })
        #expect(audit.counted > 2 && counts[.reprint] == 1 && (counts[.leader] ?? 0) == 2)
    }

    @Test func aSpeakerHasOneIdInEveryTable() async throws {
        let store = try store("ids")
        try await score(Self.documents, [Self.helen], into: store)
        let run = try #require(try store.runs().first)
        let report = try Pipeline.report(of: run, in: store)
        let view = try store.rows(
            "SELECT speaker_id, speaker, role, aliases, n_quotes, round(share_against, 6) "
                + "FROM v_speakers ORDER BY 1")
        let speakers = report.speakers.sorted { $0.id < $1.id }
        #expect(view.map { $0[0] } == speakers.map(\.id))
        #expect(view.map { $0[1] } == speakers.map(\.name))
        #expect(view.map { $0[4] } == speakers.map { "\($0.counted.count)" })
        for (row, speaker) in zip(view, speakers) {
            let share = try #require(row[5].flatMap { Double($0) })
            #expect(abs(share - (speaker.estimates?.against.value ?? -1)) < 1e-6)
        }
        // José Núñez and Jose Nunez are one; the Penn who sells nets and the baker are two.
        #expect(speakers.map(\.id).contains("jose-nunez"))
        #expect(speakers.count { $0.id.hasPrefix("penn@") } == 2)
    }

    /// The report, the export and the views name and fill their columns alike.
    @Test func oneListOfColumns() async throws {
        let store = try store("columns")
        try await score(Self.documents, [Self.helen, Self.tomas], into: store)
        for run in try store.runs() {
            let report = try Pipeline.report(of: run, in: store)
            #expect(report.isComplete)
            let export = try StoreExport(of: store, run: run.id)
            for table in [StoreExport.Table.quotations, .speakers] {
                var bytes: [UInt8] = []
                try export.write(table, as: .csv) { bytes += $0 }
                let file = try report.files().first { $0.name == "\(table).csv" }
                #expect(file?.bytes == bytes, "\(table)")
                let names = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")[0]
                    .split(separator: ",").map(String.init)
                let view = try store.rows("SELECT name FROM pragma_table_info('v_\(table)')")
                #expect(view.prefix(names.count).map { $0[0] } == names, "\(table)")
            }
        }
        var whole: [UInt8] = []
        try StoreExport(of: store).write(.speakers, as: .jsonl) { whole += $0 }
        #expect(whole.count { $0 == 0x0A } > 6)
        #expect(throws: StoreError.self) { try StoreExport(of: store, run: "none") }
    }

    /// What several say as one is in the row of each, and one quotation of the report.
    @Test func severalWhoSpeakAsOneAreEachASpeaker() async throws {
        let store = try store("several")
        let texts = [
            "Helen Marwick spoke. “She has lied to us all,” Orla Penn and Peter Tull said in a joint statement. "
                + "Penn said Marwick was a coward.",
            "“We shall build the road, and Marwick has promised it,” Helen Marwick and Orla Penn said. “Marwick is "
                + "a liar and a coward,” Tull said.",
            "Helen Marwick came to Lowfen. “The road is late,” Orla Penn and Peter Tull said. They praised Marwick.",
        ]
        let documents = texts.enumerated().map { Document(id: "j\($0)", text: $1) }
        try await score(documents, [Self.helen], into: store)
        let run = try #require(try store.runs().first)
        let report = try Pipeline.report(of: run, in: store)
        #expect(report.speakers.map(\.id) == ["orla-penn", "peter-tull"])
        #expect(report.speakers.map(\.counted.count) == [3, 3] && report.audit.counted == 4)
        #expect(report.overall?.net.items == 4)
        #expect(report.leader?.name == "Helen Marwick" && report.leader?.aliases == ["Marwick"])

        let ids = report.quotations.map(\.speakerID)
        #expect(
            ids == [
                "orla-penn; peter-tull", "orla-penn", "helen-marwick; orla-penn", "peter-tull",
                "orla-penn; peter-tull", "orla-penn; peter-tull",
            ])
        #expect(report.quotations[2].status == .leader)
        #expect(report.quotations[0].speaker?.name == "Orla Penn and Peter Tull")

        let view = try store.rows("SELECT speaker_id, n_quotes, n_documents FROM v_speakers")
        #expect(view == [["orla-penn", "3", "2"], ["peter-tull", "3", "3"]])
        #expect(
            try store.rows("SELECT speaker_id FROM v_quotations ORDER BY doc_id, start").map {
                $0[0]
            }
                == ids)
        let known = try store.rows("SELECT speaker_id, name FROM identity ORDER BY 1")
        #expect(known.map { $0[0] } == ["helen-marwick", "orla-penn", "peter-tull"])
        let export = try StoreExport(of: store)
        for table in [StoreExport.Table.quotations, .speakers] {
            var bytes: [UInt8] = []
            try export.write(table, as: .csv) { bytes += $0 }
            #expect(try report.files().first { $0.name == "\(table).csv" }?.bytes == bytes)
        }

        var register = SpeakerRegister()
        let extractor = QuotationExtractor()
        for document in documents { register.add(extractor.extraction(of: document), of: document) }
        #expect(
            register.entries.map { "\($0.id) \($0.quotations)" }
                == ["orla-penn 4", "peter-tull 3", "helen-marwick 1"])
        let line = ExtractionRecord(documents[0], extractor.extraction(of: documents[0])).json
        #expect(
            line.contains(
                #""name":"Orla Penn and Peter Tull","role":null},"speakers":[{"id":"orla-penn","#))
        #expect(line.components(separatedBy: "\"speakers\"").count == 2)
    }

    /// The user's names hold for each of several, and two names of one person are one speaker.
    @Test func theUsersNamesHoldForEachOfSeveral() async throws {
        let store = try store("aliased")
        let document = Document(
            id: "a", text: "“Helen Marwick must go,” Orla Penn and Peter Tull said.")
        var several = SpeakerAliases()
        several.add(primary: "Peter Quillon", aliases: ["Peter Tull"])
        var one = SpeakerAliases()
        one.add(primary: "Orla Penn", aliases: ["Peter Tull"])
        let model = try #require(try StanceModel.shipped(.stance))
        for (aliases, ids) in [
            (several, ["orla-penn", "peter-quillon"]), (one, ["orla-penn"]),
        ] {
            let pipeline = Pipeline(model: model, targets: [Self.helen], aliases: aliases)
            var rest = [document][...]
            try await pipeline.score(next: { rest.popFirst() }, into: store)
            try store.finish(runs: pipeline.runs.map(\.id))
            let report = try Pipeline.report(of: pipeline.runs[0], in: store)
            #expect(report.speakers.map(\.id).sorted() == ids)
            #expect(report.speakers.allSatisfy { $0.counted.count == 1 })
            let view = try store.rows(
                "SELECT speaker_id, n_quotes FROM v_speakers WHERE run = '\(pipeline.runs[0].id)'")
            #expect(view == ids.map { [$0, "1"] })
        }
    }

    @Test func theLeadersOwnWordsAreNoSpeakersRow() async throws {
        let store = try store("leader")
        try await score(Self.documents, [Self.helen, Self.tomas], into: store)
        for run in try store.runs() {
            let report = try Pipeline.report(of: run, in: store)
            let own = report.quotations.filter { $0.status == .leader }
            #expect(!own.isEmpty && own.allSatisfy { $0.stance == nil })
            let ids = Set(own.compactMap { $0.speakerID })
            #expect(ids == [run.target.slug])
            #expect(!report.speakers.contains { ids.contains($0.id) })
            let rows = try store.rows(
                "SELECT count(speaker_id) FROM v_speakers WHERE run = '\(run.id)' "
                    + "AND speaker_id = '\(run.target.slug)'")
            #expect(rows == [["0"]])
        }
    }
}
