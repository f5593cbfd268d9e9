import CCaucus
import Foundation
import Testing

/// Scoring into a store, and what is read of it.
@Suite(.onCallersThread) struct StoreCallTests {
    @Test func whatIsScoredIsReadAndReported() throws {
        try Samples.withFolder { folder in
            let (path, answer) = Samples.scored(in: folder)
            let audit = try #require(answer.table)
            #expect(audit.rows == 1 && audit.texts("target") == ["Helen Marwick"])
            #expect(audit["documents"] == [.integer(3)])
            for name in ["runs", "documents", "quotations", "speakers", "diagnostics"] {
                let table = Calls.store(CTable([("store", [path]), ("table", [name])])).table
                #expect(table?.names.isEmpty == false, "\(name)")
            }
            let options = CTable([("store", [path]), ("table", ["quotations"])])
            let quotations = try #require(Calls.store(options).table)
            #expect(quotations.rows >= 6 && quotations.names.contains("p_favor"))
            #expect(audit["quotations"] == [.integer(quotations.rows)])
            #expect(Set(quotations.texts("target")) == ["Helen Marwick"])
            let files = try #require(Calls.report(nil, CTable([("store", [path])])).table)
            #expect(files.texts("name").contains("report.html") && files.formats == ["U", "Z"])
            guard case .bytes(let page)? = files["bytes"].first else {
                throw CocoaError(.featureUnsupported)
            }
            #expect(!page.isEmpty)
        }
    }

    @Test func aSecondCallAddsNothing() throws {
        try Samples.withFolder { folder in
            let first = Samples.scored(in: folder).answer.table
            #expect(first?.rows == 1 && Samples.scored(in: folder).answer.table == first)
        }
    }

    @Test func anotherRunOrLeaderIsNotThere() throws {
        try Samples.withFolder { folder in
            let path = Samples.scored(in: folder).path
            for (name, value) in [("run", "no-run"), ("target", "Tomas Adeyar")] {
                let answer = Calls.report(nil, CTable([("store", [path]), (name, [value])]))
                #expect([64, 65].contains(answer.code), "\(name)")
                #expect(answer.message?.contains(value) == true, "\(answer.message ?? "")")
            }
        }
    }

    @Test func aStoreThatIsNoneIsRefused() throws {
        try Samples.withFolder { folder in
            let path = folder.appendingPathComponent("s.sqlite").path
            let options = CTable([("store", [path]), ("table", ["runs"])])
            #expect(Calls.store(options).code == 66)
            #expect(!FileManager.default.fileExists(atPath: path), "reading makes no file")
            try Data("no store, but a line of text".utf8).write(to: URL(fileURLWithPath: path))
            #expect(Calls.store(options).code == 65)
            #expect(Calls.store(CTable([("store", [folder.path]), ("table", ["runs"])])).code != 0)
        }
    }

    @Test func wrongInputLeavesNoStoreBehind() throws {
        try Samples.withFolder { folder in
            let path = folder.appendingPathComponent("s.sqlite").path
            let odd = CTable([
                ("store", [path]), ("targets", [Samples.targets]), ("mode", ["slow"]),
            ])
            #expect(Calls.score(Samples.documents(), odd).code == 64)
            let missing = CTable([
                ("store", [path]), ("targets", [Samples.targets]), ("path", ["/nowhere/a.txt"]),
            ])
            #expect(Calls.score(nil, missing).code == 66)
            let both = CTable([
                ("store", [path]), ("targets", [Samples.targets]), ("precision", ["0.7"]),
                ("answer_all", ["1"]),
            ])
            #expect(Calls.score(Samples.documents(), both).code == 64)
            #expect(!FileManager.default.fileExists(atPath: path))
            let nowhere = CTable([("store", ["/nowhere/s.sqlite"]), ("targets", [Samples.targets])])
            #expect([66, 73, 74].contains(Calls.score(Samples.documents(), nowhere).code))
        }
    }
}
