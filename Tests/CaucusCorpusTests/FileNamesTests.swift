import CaucusText
import Foundation
import Testing

@testable import CaucusCorpus

/// Issue 13: one file is one document, by whatever path, and two files are two.
@Suite("names of files")
struct FileNamesTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test(arguments: [
        ("001.txt", "001.txt"), ("./001.txt", "001.txt"), ("a//b/../001.txt", "a/001.txt"),
        ("/home/ann/week/001.txt", "001.txt"), ("../week/./001.txt", "001.txt"),
        ("/home/ann//week/a/001.txt", "a/001.txt"), ("../other/001.txt", "../other/001.txt"),
        ("x/../../other/001.txt", "../other/001.txt"), ("/srv/./001.txt", "/srv/001.txt"),
        ("/home/ann/weekly/001.txt", "/home/ann/weekly/001.txt"), ("../../../..", "../../../.."),
    ])
    func aNameIsTheWayFromTheCurrentFolder(_ path: String, _ name: String) {
        let names = FileNames(seenFrom: "/home/ann/week")
        #expect(names.name(path, realPath: path) == name)
    }

    @Test func aFolderThatIsALinkDoesNotHideWhereItsFilesAre() {
        let names = FileNames(seenFrom: "/private/week")
        #expect(names.name("/week/a.txt", realPath: "/private/week/a.txt") == "a.txt")
        // A link inside the folder is named as it is seen there.
        #expect(names.name("articles/a.txt", realPath: "/srv/a.txt") == "articles/a.txt")
    }

    private func read(_ paths: [String]) throws -> (ids: [String], told: [String]) {
        var ids: [String] = []
        var told: [String] = []
        for reading in try DocumentReader(paths: paths).inByteOrder() {
            switch reading {
            case .document(let document): ids.append(document.id)
            case .diagnostic(let diagnostic): told.append("\(diagnostic)")
            case .note(let note): Issue.record("\(note)")
            case .failure(let error): told.append("\(error)")
            }
        }
        return (ids, told)
    }

    @Test func aFileThatIsNamedTwiceIsReadOnce() throws {
        let a = try directory.write("in/a.txt", "One.")
        let link = directory.path + "/in/b.txt"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: a)
        let twice = directory.path + "/in/../in//a.txt"
        // The folder holds the file and the link.
        for (paths, repeats) in [
            ([a, link, twice], 2), ([twice, link, a], 2), ([link, directory.path + "/in", a], 3),
        ] {
            let (ids, told) = try read(paths)
            #expect(ids == [a])
            #expect(
                told.count == repeats && told.allSatisfy { $0.contains("is the same file as ") })
        }
    }

    @Test func filesOfOneNameInTwoFoldersAreTwoDocuments() throws {
        let weeks = try [1, 2].map { try directory.write("week\($0)/001.txt", "Week \($0).") }
        let folders = [directory.path + "/week2/", directory.path + "/week1"]
        #expect(try read(folders).ids == weeks)
        #expect(try read(folders.reversed()).ids == weeks)
    }

    /// Knows every document but those of which it cannot tell.
    private struct Memory: KnownDocuments {
        struct Failure: Error {}

        func identity(
            of document: Document, isTaken: (String) -> Bool
        ) throws -> DocumentIdentity {
            if document.text == "Lost." { throw Failure() }
            return DocumentIdentity(id: "known " + document.text, other: "b.csv")
        }
    }

    @Test func idsAreThoseOfRunsBefore() throws {
        let path = try directory.write("a.csv", "id,text\n1,One.\n2,Lost.\n3,Three.\n")
        let readings = Array(try DocumentReader(paths: [path]).remembering(Memory()))
        #expect(readings.count == 3)
        guard case .document(let document) = readings[0] else { throw Memory.Failure() }
        #expect(document.id == "known One.")
        #expect(
            readings[1]
                == .diagnostic(
                    Diagnostic(
                        Place(file: path, line: 2),
                        "the id 1 is taken by another document of b.csv; kept as known One.")))
        // Where ids cannot be told nothing more is read.
        guard case .failure(.identityUnknown(path, _)) = readings[2] else {
            Issue.record("\(readings[2])")
            return
        }
    }

    @Test func whatCaucusWroteIsNoArticle() throws {
        let page =
            "<html><head><meta charset=\"utf-8\">\n<meta name=\"generator\" content=\"Caucus\"></head>"
        let report = directory.path + "/report/"
        try directory.write(
            "report/datapackage.json",
            #"{"name":"caucus-report","resources":[{"path":"speakers.csv"}],"files":[{"path":"report.json"}]}"#
        )
        try directory.write("report/speakers.csv", "text\nHello.\n")
        try directory.write("report/report.json", #"{"text":"Hello."}"#)
        let own = try directory.write("report/mine.txt", "My own notes.")
        let marked = try directory.write("marked.html", page + "<p>Hello there.</p></html>")
        try directory.write(
            "other/datapackage.json", #"{"name":"other","resources":[{"path":"a.csv"}]}"#)
        let other = try directory.write("other/a.csv", "id,text\nx,Hello.\n")
        let (ids, told) = try read([directory.path])
        #expect(ids == ["x", own])
        #expect(
            told.first?.contains("passed over 4 files of other kinds (4 of a report of caucus)")
                == true, "\(told)")
        #expect(try read([report + "report.json"]).ids == [report + "report.json:1"])
        #expect(try read([marked]).ids == [marked])
        #expect(try read([other]).ids == ["x"])
    }
}
