public import CaucusLabeling
import CaucusText
import Foundation

/// Where people's answers come in: gives out the rows of a sample, and writes down what is said of them.
public actor LabelDesk {
    /// What a request is answered with.
    public struct Reply: Sendable {
        /// The status of HTTP.
        public var status: Int
        /// The body.
        public var json: String

        static func refusal(_ message: String, status: Int = 400) -> Reply {
            var json = JSONWriter()
            json.object { $0.member("error", message) }
            return Reply(status: status, json: json.text)
        }
    }

    private var session: LabelSession
    private let log: LabelLog
    /// The only person who labels, or `nil` where each gives a name.
    private let annotator: String?
    private let showsProgram: Bool

    /// A desk for the rows and answers of `session`, whose answers go to `log`.
    public init(
        _ session: LabelSession, log: LabelLog, annotator: String? = nil, showsProgram: Bool = false
    ) {
        self.session = session
        self.log = log
        self.annotator = annotator
        self.showsProgram = showsProgram
    }

    /// What is labeled and what not, of a person.
    func state(_ query: [String: String]) -> Reply {
        var json = JSONWriter()
        let coder = coder(query["coder"])
        json.object { json in
            json.member("annotator", annotator)
            json.member("shows_program", showsProgram)
            json.key("labels")
            json.array(session.rows.indices) { json, i in
                if let answer = coder.flatMap({ session.answer(to: i, by: $0) }) {
                    json.string(answer.label.word)
                } else {
                    json.null()
                }
            }
        }
        return Reply(status: 200, json: json.text)
    }

    /// One row, and what the person has said of it; what the program says only where it has been labeled.
    func row(_ query: [String: String]) -> Reply {
        guard let i = query["i"].flatMap({ Int($0) }), session.rows.indices.contains(i) else {
            return .refusal("expected a number of a row")
        }
        let row = session.rows[i]
        let answer = coder(query["coder"]).flatMap { session.answer(to: i, by: $0) }
        var json = JSONWriter()
        json.object { json in
            json.key("row")
            json.nested(row.shown(withProgram: showsProgram || answer != nil))
            json.key("answer")
            if let answer { json.nested(answer.json()) } else { json.null() }
        }
        return Reply(status: 200, json: json.text)
    }

    /// Writes an answer down.
    func answer(_ body: Data) -> Reply {
        guard let said = try? JSONDecoder().decode(SaidAnswer.self, from: body) else {
            return .refusal("expected an answer")
        }
        guard let coder = coder(said.coder) else { return .refusal("expected a name") }
        guard session.rows.indices.contains(said.i) else {
            return .refusal("expected a number of a row")
        }
        let row = session.rows[said.i]
        guard let answer = said.answer(to: row, by: coder) else {
            return .refusal("expected a label and borders within the context")
        }
        do {
            try log.append(answer.json(turn: session.nextTurn))
        } catch {
            return .refusal(error.message, status: 500)
        }
        session.take(answer, to: said.i)
        return self.row(["i": String(said.i), "coder": coder])
    }

    /// Takes the last answer of a person back, or the one to a row.
    func undo(_ body: Data) -> Reply {
        guard let said = try? JSONDecoder().decode(SaidAnswer.self, from: body),
            let coder = coder(said.coder), session.rows.indices.contains(said.i),
            session.answer(to: said.i, by: coder) != nil
        else { return .refusal("expected the number of a labeled row") }
        do {
            try log.append(
                CodedAnswer.withdrawal(
                    of: session.rows[said.i], by: coder, turn: session.nextTurn))
        } catch {
            return .refusal(error.message, status: 500)
        }
        session.withdraw(said.i, by: coder)
        return row(["i": String(said.i), "coder": coder])
    }

    /// Who labels: the one whom the command names, else the name that is given, if it is one.
    private func coder(_ name: String?) -> String? {
        annotator ?? name.flatMap(LabelSession.name)
    }
}

/// What the page sends.
private struct SaidAnswer: Decodable {
    var coder: String?
    var i: Int
    var label: String?
    var speaker: String?
    var note: String?
    var start: Int?
    var end: Int?
    var seconds: Double?

    /// The answer, or `nil` where it is none.
    func answer(to row: SampleRow, by coder: String) -> CodedAnswer? {
        guard let label = label.flatMap(CodedLabel.init(word:)),
            CodedLabel.all.contains(label) || label == .skipped
        else { return nil }
        var borders: Span?
        if start != nil || end != nil {
            guard let from = row.contextStart, let start, let end, 0 <= start, start < end,
                end <= row.context.unicodeScalars.count
            else { return nil }
            if Span(start, end) != row.contextSpan { borders = Span(from + start, from + end) }
        }
        func words(_ text: String?) -> String? {
            guard let text else { return nil }
            let cut = String(String.UnicodeScalarView(text.unicodeScalars.prefix(2000)))
                .trimmingCharacters(in: .whitespacesAndNewlines)
            return cut.isEmpty ? nil : cut
        }
        return CodedAnswer(
            to: row, by: coder, label: label,
            speaker: label == .fails(.speaker) ? words(speaker) : nil, borders: borders,
            note: words(note), seconds: seconds.flatMap { (0...86400).contains($0) ? $0 : nil })
    }
}
