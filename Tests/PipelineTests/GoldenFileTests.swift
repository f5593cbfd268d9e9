import Caucus
import CaucusTestSupport
import Foundation
import Testing

/// The sample corpus in, records and reports out, compared byte for byte.
///
/// `CAUCUS_RECORD=1 swift test --filter GoldenFileTests` records them anew; the difference is read in
/// review.
@Suite("golden files")
struct GoldenFileTests {
    private static let folder = SharedPaths.root.appendingPathComponent(
        "Tests/PipelineTests/Golden")
    private static let isRecording = ProcessInfo.processInfo.environment["CAUCUS_RECORD"] == "1"

    private func check(_ name: String, _ bytes: [UInt8]) throws {
        let url = Self.folder.appendingPathComponent(name)
        if Self.isRecording { try Data(bytes).write(to: url) }
        let golden = [UInt8](try Data(contentsOf: url))
        guard golden != bytes else { return }
        let old = String(decoding: golden, as: UTF8.self).split(separator: "\n")
        let new = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let line = zip(old, new).enumerated().first { $1.0 != $1.1 }
        let place = line.map { "line \($0.offset + 1)" } ?? "line \(min(old.count, new.count) + 1)"
        Issue.record(
            "\(name) differs at \(place): expected \(line?.element.0.prefix(300) ?? "its end"), found \(line?.element.1.prefix(300) ?? "another length")"
        )
    }

    private func documents() throws -> [Document] {
        let path = SharedPaths.root.appendingPathComponent("Corpus/sample/articles.jsonl").path
        return try DocumentReader(paths: [path]).compactMap { reading in
            guard case .document(let document) = reading else { return nil }
            return document
        }
    }

    @Test func extractionIsAsRecorded() throws {
        let extractor = QuotationExtractor()
        let lines = try documents().prefix(12).map {
            ExtractionRecord($0, extractor.extraction(of: $0)).json
        }
        try check("extract.jsonl", Array(lines.joined(separator: "\n").utf8))
    }

    @Test func theReportIsAsRecorded() async throws {
        let labels = SharedPaths.root.appendingPathComponent("Corpus/sample/labels/train.jsonl")
            .path
        let examples = try LabeledExampleReader(paths: [labels]).compactMap { reading in
            guard case .example(let example) = reading else { return nil as LabeledExample? }
            return example
        }
        // A fixed penalty and no folds: the fit alone, so that the test takes a second.
        let model = try StanceTrainer(folds: 0, c: 3, name: "golden", version: "golden")
            .trained(on: examples).model
        let target = StanceTarget(
            name: "Helen Marwick", aliases: ["the prime minister"], pronoun: .she)
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("caucus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try Store(path: folder.appendingPathComponent("s.sqlite").path, mode: .writing)
        let pipeline = Pipeline(model: model, target: target, jobs: 2)
        var rest = try documents()[...]
        try await pipeline.score(next: { rest.popFirst() }, into: store)
        try store.finish(run: pipeline.run.id)
        let report = try Pipeline.report(of: pipeline.run, in: store)
        let files = try report.files()
        for name in ["report.md", "speakers.csv"] {
            let file = try #require(files.first { $0.name == name })
            try check(name, file.bytes)
        }
        #expect(try Pipeline.report(of: pipeline.run, in: store).files() == files)
        try store.close()
    }
}
