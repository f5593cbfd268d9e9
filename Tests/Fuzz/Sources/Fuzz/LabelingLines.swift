import Caucus
import FuzzSupport

/// Files of samples and of labels by a fuzzer's choices: usual lines for the most part, in any format that has columns.
struct LabelingLines {
    private var choices: Choices

    /// A cell: a text, a value of JSON as it is written, or nothing.
    private enum Cell {
        case text(String), json(String)
    }

    init(_ choices: Choices) { self.choices = choices }

    /// The file, and how its name ends. The first choice is whether the bytes are the file, in a format of their choice.
    mutating func file(ofSample isSample: Bool) -> (ending: String, text: [UInt8]) {
        let isRaw = choices.isOne(in: 8)
        let ending = choices.pick(
            isSample ? ["jsonl", "jsonl", "json"] : ["jsonl", "csv", "json", "tsv"])
        if isRaw { return (ending, choices.raw(255) + choices.raw(255)) }
        let rows = (0..<choices.pick([3, 6, 1, 12, 2])).map {
            isSample ? sampleRow($0) : answerRow($0)
        }
        return (ending, Array(written(rows, ending).utf8))
    }

    /// The value, or one time in `count` something odd in its place.
    private mutating func cell(_ value: Cell, oddIn count: Int = 64) -> Cell {
        guard choices.isOne(in: count) else { return value }
        let odd = String(decoding: choices.odd(), as: UTF8.self)
        return choices.isOne(in: 2)
            ? .text(odd)
            : .json(choices.pick(["null", "true", "-1", "[]", "{}", "1e999", "[[0,1],[2]]"]))
    }

    private mutating func number(_ usual: Int) -> Int {
        choices.isOne(in: 32)
            ? choices.pick([-1, Int.max, Int.min, 0, 1 << 40, 1 << 53, usual &+ 1]) : usual
    }

    private mutating func sampleRow(_ n: Int) -> [(String, Cell)] {
        let context = choices.pick([
            "In the hall: “we lost the harbor,” she said.", "“Marwick’s plan <b>failed</b>, é🚢”",
            "",
        ])
        let length = context.unicodeScalars.count
        let (first, last) = (number(min(1, length)), number(length))
        let start = number(20 + n)
        let row: [(String, Cell)] = [
            ("quote_id", .text("d\(choices.below(4)):\(n)")), ("target", .text("Helen Marwick")),
            ("speaker", .text(choices.pick(["Ruth Okello", "", "=Joan \"J\""]))),
            ("quote", .text("we lost the harbor")), ("context", .text(context)),
            ("context_start", choices.isOne(in: 4) ? .json("null") : .json("\(number(19 + n))")),
            ("context_span", .json("[\(first),\(last)]")),
            ("target_spans", .json("[[0,\(number(length))],[\(first),\(first)]]")),
            ("form", .text(choices.pick(["direct", "indirect"]))), ("doc_id", .text("d1")),
            ("start", .json("\(start)")), ("end", .json("\(number(start &+ length))")),
            ("purpose", .text(choices.pick(["shares", "training"]))),
            ("sampling_probability", .json(choices.pick(["0.25", "1", "5e-324", "0", "-1"]))),
            ("answers", .json(#"["ann: favor"]"#)),
            (
                "program",
                .json(#"{"stance":"favor","p_against":0.1,"p_neutral":0.2,"p_favor":0.7}"#)
            ),
        ]
        return row.compactMap { name, value in
            choices.isOne(in: 100) ? nil : (name, cell(value))
        }
    }

    private mutating func answerRow(_ n: Int) -> [(String, Cell)] {
        let label = choices.pick([
            "favor", "against", "neutral", "not_speech", "not_about", "wrong_speaker", "skip", "",
            "4",
            "Favour", "another word",
        ])
        var row: [(String, Cell)] = [
            ("quote_id", .text("d\(n / 2)")), ("target", .text("Helen Marwick")),
            ("annotator", .text(choices.pick(["ann", "ben", "", "cho"]))), ("label", .text(label)),
            ("quote", .text("we lost the harbor")), ("note", .text("+a note")),
            ("sampling_probability", .json("0.25")), ("seconds", .json("2.5")),
            ("true_start", .json("\(number(2))")), ("true_end", .json("\(number(9))")),
            ("true_speaker", .text("Joan")), ("purpose", .text("shares")),
        ]
        if choices.isOne(in: 4) { row.append(("turn", .json("\(number(n))"))) }
        if choices.isOne(in: 8) {
            row = [
                ("quote_id", .text("d\(n)")), ("label_ann", .text(label)),
                ("label_ben", .text("favor")), ("label_", .text("x")),
            ]
        }
        return row.compactMap { name, value in
            choices.isOne(in: 100) ? nil : (name, cell(value))
        }
    }

    private func written(_ rows: [[(String, Cell)]], _ ending: String) -> String {
        guard ["csv", "tsv"].contains(ending) else {
            let lines = rows.map { row in
                "{" + row.map { "\(Self.quoted($0.0)):\(Self.json($0.1))" }.joined(separator: ",")
                    + "}"
            }
            return ending == "json"
                ? "[" + lines.joined(separator: ",\n") + "]" : lines.map { $0 + "\n" }.joined()
        }
        let names = rows.first?.map(\.0) ?? []
        let mark = ending == "csv" ? "," : "\t"
        let lines = rows.map { row in
            names.map { name in
                switch row.first(where: { $0.0 == name })?.1 {
                case .text(let text)?, .json(let text)?:
                    "\"" + text.replacing("\"", with: "\"\"") + "\""
                case nil: ""
                }
            }.joined(separator: mark)
        }
        return ([names.joined(separator: mark)] + lines).joined(separator: "\n") + "\n"
    }

    private static func json(_ cell: Cell) -> String {
        switch cell {
        case .text(let text): quoted(text)
        case .json(let json): json
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
