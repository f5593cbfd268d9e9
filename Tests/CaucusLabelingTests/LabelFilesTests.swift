import Testing

@testable import CaucusLabeling

/// Files of labels, and tools to and from.
@Suite struct LabelFilesTests {
    private static let rows = LabelingSamples.rows(24)
    private static let answers = LabelingSamples.answers(rows)
    private static let log = answers.map { $0.json() + "\n" }.joined()

    @Test(arguments: LabelTool.allCases) func whatGoesOutComesBackUnchanged(_ tool: LabelTool)
        throws
    {
        let files = tool.files(Self.rows, Self.answers)
        let ending = tool == .csv ? "csv" : tool == .labelStudio ? "json" : "jsonl"
        let back = try LabelingSamples.withFile("t.\(ending)", files.tasks) {
            try tool.answers(path: $0, to: Self.rows)
        }
        #expect(back.diagnostics.isEmpty)
        #expect(back.answers.map { $0.json() + "\n" }.joined() == Self.log)
        #expect(tool.files(Self.rows, back.answers).tasks == files.tasks)
    }

    @Test func aLogIsReadAsItWasWrittenAndTheLastWordHolds() throws {
        let first = Self.answers[0]
        var second = first
        second.label = .stance(.favor)
        second.note = nil
        let row = Self.rows[1]
        let text =
            Self.log + second.json(turn: 90) + "\n"
            + CodedAnswer.withdrawal(of: row, by: "ann", turn: 91) + "\n"
        let read = try LabelingSamples.withFile("l.jsonl", text) { try CodedAnswers(path: $0) }
        #expect(read.diagnostics.isEmpty)
        #expect(read.answers.count == Self.answers.count - 1)
        #expect(read.answers.first?.label == .stance(.favor))
        #expect(!read.answers.contains { $0.key == row.key && $0.annotator == "ann" })
        let whole = try LabelingSamples.withFile("l.jsonl", Self.log) { try CodedAnswers(path: $0) }
        #expect(whole.answers.map { $0.json() + "\n" }.joined() == Self.log)
    }

    @Test func aSessionGoesOnWhereTheAnswersStop() {
        var session = LabelSession(Self.rows, answers: Self.answers)
        #expect(session.count(by: "ann") == 24 && session.count(by: "ben") == 12)
        session.withdraw(3, by: "ann")
        #expect(session.answer(to: 3, by: "ann") == nil && session.answer(to: 4, by: "ben") != nil)
        #expect(LabelSession.name("  Ann \n B ") == "Ann B")
        #expect(LabelSession.name("\u{7}") == nil && LabelSession.name(" ") == nil)
    }

    @Test func wordsOfPeopleAreLabels() {
        #expect(CodedLabel(word: "Favour") == .stance(.favor))
        #expect(CodedLabel(word: "not a quotation") == .fails(.speech))
        #expect(CodedLabel(word: "wrong_speaker") == .fails(.speaker))
        #expect(CodedLabel(word: "skip") == .skipped)
        #expect(CodedLabel(word: "4") == .other("4"))
        for label in CodedLabel.all { #expect(CodedLabel(word: label.word) == label) }
    }
}
