import CaucusStance
import CaucusText
import Foundation
import Testing

@testable import CaucusStore

/// Issue 13: ids are stable across runs into one store, and never collide silently.
@Suite("identities of documents in a store")
struct StoredIdentitiesTests {
    private let place: TemporaryStore
    private let folder: String

    init() throws {
        place = try TemporaryStore()
        folder = URL(fileURLWithPath: place.directory).resolvingSymlinksInPath().path
    }

    /// Reads documents of `file` into the store as one run does; gives the ids and what is in the way.
    @discardableResult
    private func score(
        _ documents: [(id: String, text: String)], of file: String,
        _ part: (Int) -> DocumentOrigin.Part = { _ in .identified }
    ) throws -> [DocumentIdentity] {
        let store = try Store(path: place.path, mode: .writing)
        defer { try? store.close() }
        try store.begin(Samples.run())
        let known = try StoredIdentities(store)
        var taken: Set<String> = []
        var identities: [DocumentIdentity] = []
        for (number, record) in documents.enumerated() {
            var document = Document(
                id: record.id, text: record.text,
                origin: DocumentOrigin(file: file, part: part(number)))
            let identity = try known.identity(of: document) { taken.contains($0) }
            taken.insert(identity.id)
            document.id = identity.id
            document.origin = identity.origin
            try store.write(
                StoreBatch(documents: [
                    ScoredDocument(
                        summary: DocumentSummary(document),
                        runs: [ScoredDocument.Run(target: "Ana Adeyar")])
                ]), run: "run-1")
            identities.append(identity)
        }
        return identities
    }

    private func stored() throws -> [String] {
        let store = try Store(path: place.path, mode: .reading)
        defer { try? store.close() }
        return try store.documents(run: "run-1").map { "\($0.id) \($0.origin ?? "")" }
    }

    @Test func aFileKeepsItsIdByWhateverPath() throws {
        let file = folder + "/articles/001.txt"
        for id in ["001.txt", "articles/001.txt", "../x/articles/001.txt"] {
            let found = try score([(id, "One.")], of: file) { _ in .whole }
            #expect(found.map(\.id) == ["001.txt"] && found[0].other == nil)
        }
        try score([("articles/001.txt", "Changed.")], of: file) { _ in .whole }
        #expect(try stored() == ["001.txt articles/001.txt"])
    }

    @Test func anotherFileOfTheSameNameIsAnotherDocument() throws {
        try score([("001.txt", "One.")], of: folder + "/week1/001.txt") { _ in .whole }
        for text in ["Two.", "Two, changed."] {
            let found = try score([("001.txt", text)], of: "/srv/001.txt") { _ in .whole }
            #expect(found[0].id == "001.txt#2")
        }
        let up = String(repeating: "../", count: folder.split(separator: "/").count)
        #expect(try stored() == ["001.txt week1/001.txt", "001.txt#2 \(up)srv/001.txt"])
        // The same words under the same name are the same document, wherever it moved.
        let moved = try score([("001.txt", "One.")], of: "/else/001.txt") { _ in .whole }
        #expect(moved.map(\.id) == ["001.txt"])
    }

    @Test func rowNumbersOfTwoTablesDoNotMeet() throws {
        let a = [("1", "One."), ("2", "Two."), ("2", "Two again.")]
        let b = [("1", "Eins."), ("2", "Zwei."), ("3", "Three.")]
        #expect(try score(a, of: "/a.csv").map(\.id) == ["1", "2", "2#2"])
        let second = try score(b, of: "/b.csv")
        #expect(second.map(\.id) == ["1#2", "2#3", "3"])
        #expect(second[0].other?.hasSuffix("/a.csv") == true && second[2].other == nil)
        // Again, and changed: each file finds its own documents.
        #expect(try score(b, of: "/b.csv") == second)
        #expect(
            try score([("2", "Two."), ("2", "Two, changed.")], of: "/a.csv").map(\.id) == [
                "2", "2#2",
            ])
        #expect(
            try score([("1", "Uno."), ("1", "Eins.")], of: "/b.csv").map(\.id) == ["1#2", "1#3"])
        #expect(try stored().count == 7)
    }

    @Test func whatComesOverStandardInputIsKnownByItsContent() throws {
        #expect(try score([("-", "One.")], of: "-") { _ in .whole }.map(\.id) == ["-"])
        #expect(try score([("-", "Two.")], of: "-") { _ in .whole }.map(\.id) == ["-#2"])
        #expect(try score([("-", "One.")], of: "-") { _ in .whole }.map(\.id) == ["-"])
        #expect(try score([("-", "Two.")], of: "-") { _ in .whole }.map(\.id) == ["-#2"])
    }

    /// A column that is called id and holds the same in every row.
    @Test func manyDocumentsOfOneIdDoNotTakeLong() throws {
        let rows = (0..<300).map { ("NA", "Text \($0).") }
        let first = try score(rows, of: "/a.csv")
        #expect(Set(first.map(\.id)).count == 300)
        #expect(try score(rows, of: "/a.csv").map(\.id) == first.map(\.id))
        let second = try score(rows.map { ($0.0, $0.1 + " Else.") }, of: "/b.csv")
        #expect(second.last?.id == "NA#600")
    }
}
