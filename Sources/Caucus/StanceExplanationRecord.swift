import Foundation

/// What `caucus explain` prints: the sum that makes a passage's probabilities.
public struct StanceExplanationRecord: Sendable {
    private let explanation: StanceExplanation
    private let id: String?
    private let points: CodePoints
    private let gates: GateRecord?
    private let isOpen: Bool
    private let encoderWords: [MovingWord]?

    /// Creates the record of an explanation; `id` names the example or the quotation, `gates` tell how likely it is what
    /// its row takes it for, `isOpen` whether it was given no stance where it was scored, and `encoderWords` what the
    /// encoder reads, where one has a say (`StanceModel.encoderWords(in:quoting:)`).
    public init(
        _ explanation: StanceExplanation, id: String? = nil, gates: GateRecord? = nil,
        isOpen: Bool = false, encoderWords: [MovingWord]? = nil
    ) {
        self.explanation = explanation
        self.id = id
        self.gates = gates
        self.isOpen = isOpen
        self.encoderWords = encoderWords
        points = CodePoints(explanation.passage.text)
    }

    /// The record as one line of JSON; numbers are not rounded, so that they add up.
    public var json: String {
        let e = explanation
        var line = JSONWriter()
        line.object { line in
            line.member("id", id)
            line.member("text", e.passage.text)
            line.spans("target_spans", e.passage.targets.map(points.codePoints))
            line.member("label", e.labels[e.answer])
            line.member("margin", exactly: e.margin)
            gates?.write(to: &line)
            if isOpen {
                line.member("abstained", true)
            } else if let threshold = e.threshold {
                line.member("abstained", e.margin < threshold.margin)
            }
            line.key("probabilities")
            line.numbers(e.labels, e.probabilities)
            line.member("temperature", exactly: e.temperature)
            line.key("logits")
            line.numbers(e.labels, e.logits)
            line.key("intercepts")
            line.numbers(e.labels, e.intercepts)
            line.key("contributions")
            line.array(e.terms) { line, term in
                line.object { line in
                    line.member("feature", term.feature)
                    line.member("value", exactly: term.value)
                    line.key("logits")
                    line.numbers(e.labels, term.logits)
                }
            }
            write(e.words, as: "words", to: &line)
            if let encoderWords { write(encoderWords, as: "encoder_words", to: &line) }
        }
        return line.text
    }

    private func write(_ words: [MovingWord], as name: String, to line: inout JSONWriter) {
        line.key(name)
        line.array(words) { line, word in
            line.object { line in
                line.member("start", word.start)
                line.member("end", word.end)
                line.member("text", self.text(of: word))
                line.member("weight", exactly: word.weight)
            }
        }
    }

    /// The record for people, with the `limit` features that set the labels furthest apart.
    public func text(limit: Int) -> String {
        [heading, gateWords, answer, words, readWords, sum(limit)].filter { !$0.isEmpty }.joined(
            separator: "\n\n")
    }

    /// The text with the target between brackets.
    private var heading: String {
        var text = ""
        var from = 0
        let bytes = Array(explanation.passage.text.utf8)
        for span in explanation.passage.targets.sorted() where span.start >= from {
            text += String(decoding: bytes[from..<span.start], as: UTF8.self) + "["
            text += String(decoding: bytes[span.start..<span.end], as: UTF8.self) + "]"
            from = span.end
        }
        text += String(decoding: bytes[from...], as: UTF8.self)
        let note =
            explanation.passage.targets.isEmpty ? "\n(the target is not named in this text)" : ""
        return (id.map { $0.onOneLine + ": " } ?? "") + text.onOneLine + note
    }

    /// How likely the quotation is what its row takes it for.
    private var gateWords: String { gates?.sentence ?? "" }

    private var answer: String {
        let e = explanation
        let order = e.labels.indices.sorted { e.probabilities[$0] > e.probabilities[$1] }
        let all = order.map { "\(e.labels[$0]) \(e.probabilities[$0].three)" }
        var text = all.joined(separator: ", ")
        if isOpen { text += "\nleft open: no stance is sure enough" }
        if let threshold = e.threshold, e.margin < threshold.margin {
            text +=
                "\nno answer: the lead of \(e.margin.three) is below the model's margin "
                + "\(threshold.margin.three)"
        }
        return text
    }

    /// The words that moved the score, those toward either end on a line of their own.
    private var words: String {
        let labels = explanation.labels
        return lines(
            of: explanation.words, "words (what their features add to the logit)",
            toward: labels[labels.count - 1], labels[0])
    }

    /// The words that moved the encoder.
    private var readWords: String {
        lines(
            of: encoderWords ?? [],
            "what the encoder reads, by masking a word at a time; these do not add up",
            toward: Stance.favor.rawValue, Stance.against.rawValue)
    }

    /// The strongest words toward either end, under a title.
    private func lines(
        of words: [MovingWord], _ title: String, toward friendly: String, _ hostile: String
    ) -> String {
        func line(_ sign: Double, _ label: String) -> String? {
            let chosen = words.filter { $0.weight * sign > 0 }.prefix(10)
            guard !chosen.isEmpty else { return nil }
            return "  toward \(label): "
                + chosen.map { "\(text(of: $0).onOneLine) \(String(format: "%+.2f", $0.weight))" }
                .joined(separator: ", ")
        }
        let lines = [line(1, friendly), line(-1, hostile)].compactMap(\.self)
        return lines.isEmpty ? "" : ([title] + lines).joined(separator: "\n")
    }

    private func sum(_ limit: Int) -> String {
        let e = explanation
        var table = AlignedTable(["feature", "value"] + e.labels, left: 1)
        func add(_ name: String, _ value: Double?, _ logits: [Double]) {
            table.add(
                [name, value?.three ?? ""] + logits.map { String(format: "%+.3f", $0) })
        }
        add("intercept", nil, e.intercepts)
        for term in e.terms.prefix(limit) { add(term.feature.cut, term.value, term.logits) }
        let rest = e.terms.dropFirst(limit)
        if !rest.isEmpty {
            let sums = e.labels.indices.map { k in rest.reduce(0) { $0 + $1.logits[k] } }
            add("\(rest.count) more", nil, sums)
        }
        add("logit: the sum", nil, e.logits)
        table.add(["probability", ""] + e.probabilities.map(\.three))
        let temperature =
            e.temperature == 1
            ? "" : "; logits are divided by \(e.temperature.three) first"
        return "what adds up (value × weight a label\(temperature))\n" + table.text
    }

    private func text(of word: MovingWord) -> String {
        let scalars = explanation.passage.text.unicodeScalars
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars.dropFirst(word.start).prefix(word.end - word.start))
        return String(view)
    }
}

extension JSONWriter {
    fileprivate mutating func numbers(_ names: [String], _ values: [Double]) {
        object { line in
            for (name, value) in zip(names, values) { line.member(name, exactly: value) }
        }
    }

    fileprivate mutating func spans(_ name: String, _ spans: [Span]) {
        key(name)
        array(spans) { line, span in
            line.object { line in
                line.member("start", span.start)
                line.member("end", span.end)
            }
        }
    }
}
