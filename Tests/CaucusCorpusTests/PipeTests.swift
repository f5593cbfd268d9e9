import CaucusText
import Foundation
import Testing

@testable import CaucusCorpus

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Issue 6: what gives bytes only when somebody writes them holds nobody up.
@Suite struct PipeTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test func aPipeInADirectoryIsPassedOver() throws {
        try directory.write("a.txt", "Words.")
        try #require(mkfifo(directory.path + "/b.txt", 0o600) == 0)
        var ids: [String] = []
        var told: [String] = []
        for reading in try DocumentReader(paths: [directory.path]) {
            if case .document(let document) = reading { ids.append(document.id) }
            if case .diagnostic(let diagnostic) = reading { told.append(diagnostic.message) }
        }
        #expect(ids == [directory.path + "/a.txt"])
        #expect(told.count == 1 && told[0].contains("1 pipe or device"))
    }

    @Test func aWaitForAPipeEndsWhenItIsStopped() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { ends.forEach { close($0) } }
        let line = Array("{\"id\":\"a\",\"text\":\"Words.\"}\n{\"id\":\"b\"".utf8)
        try #require(write(ends[1], line, line.count) == line.count)
        let end = ContinuousClock.now + .milliseconds(300)
        let reader = try DocumentReader(paths: ["-"], standardInput: ends[0])
            .stopping { ContinuousClock.now > end }
        let readings = Array(reader)
        guard case .document(let document)? = readings.first, readings.count == 2 else {
            Issue.record("\(readings)")
            return
        }
        #expect(document.id == "a")
        #expect(
            readings[1]
                == .failure(
                    .readFailed(path: "-", offset: line.count, reason: "interrupted")))
    }
}
