import Caucus
import Foundation
import FuzzSupport

extension FuzzTarget {
    /// A sample file → rows, which are written, read back, shown and carried to every tool.
    static func samples(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var lines = LabelingLines(Choices(bytes))
        let (ending, text) = lines.file(ofSample: true)
        let file = ScratchFile("sample.\(ending)", text)
        guard let sample = try? SampleFile(path: file.path), !sample.rows.isEmpty else {
            return false
        }
        for row in sample.rows { Promise.check(row) }
        let again = ScratchFile(
            "again.jsonl", Array(sample.rows.map { $0.json + "\n" }.joined().utf8))
        guard let read = try? SampleFile(path: again.path) else {
            fatalError("a promise is broken: what is written is read")
        }
        for row in read.rows { Promise.check(row) }
        for row in sample.rows { _ = row.shown(withProgram: false) }
        for tool in LabelTool.allCases { _ = tool.files(sample.rows) }
        return true
    }

    /// A file of labels → answers, which are written, read back, compared between people and counted.
    static func answers(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var lines = LabelingLines(Choices(bytes))
        let (ending, text) = lines.file(ofSample: false)
        let file = ScratchFile("labels.\(ending)", text)
        for tool in LabelTool.allCases { _ = try? tool.answers(path: file.path, to: rows) }
        guard let coded = try? CodedAnswers(path: file.path), !coded.answers.isEmpty else {
            return false
        }
        let written = coded.answers.map { $0.json() + "\n" }.joined()
        let again = ScratchFile("again.jsonl", Array(written.utf8))
        guard let read = try? CodedAnswers(path: again.path) else {
            fatalError("a promise is broken: what is written is read")
        }
        Promise.check(read.answers.count <= coded.answers.count, "no answer that nobody gave")
        if let agreement = try? Agreement(coded.answers) {
            _ = agreement.disputed(in: rows)
            _ = AgreementPage(agreement, sample: rows).html
        }
        let session = LabelSession(rows, answers: coded.answers)
        Promise.check(session.count(by: "ann") <= rows.count, "an answer a person and a row")
        return true
    }

    /// A usual sample, to which answers are given.
    private static let rows: [SampleRow] = {
        var lines = LabelingLines(Choices(UnsafeBufferPointer(start: nil, count: 0)))
        let file = ScratchFile("usual.jsonl", lines.file(ofSample: true).text)
        return (try? SampleFile(path: file.path))?.rows ?? []
    }()
}

extension Promise {
    /// A row's spans are in its context.
    static func check(_ row: SampleRow) {
        let length = row.context.unicodeScalars.count
        let spans = [row.contextSpan] + row.targetSpans
        check(
            spans.allSatisfy { 0 <= $0.start && $0.start <= $0.end && $0.end <= length },
            "spans in the context")
        check(0 <= row.start && row.start <= row.end, "offsets that climb")
    }
}
