import CaucusText

/// A row of a sample with its answers, spelled as tools read them.
///
/// Every format carries the whole row, and of an answer what the tool has no place for as a column of its own, so that all
/// of it comes back.
struct ToolTask {
    var row: SampleRow
    var answers: [CodedAnswer]

    /// What the label of a marked stretch is called in tools.
    static let mark = "QUOTATION"

    /// What is said beside the label, as members of an object.
    private static func write(_ answer: CodedAnswer, into json: inout JSONWriter) {
        json.member("annotator", answer.annotator)
        if let speaker = answer.speaker { json.member("true_speaker", speaker) }
        if let borders = answer.borders {
            json.member("true_start", borders.start)
            json.member("true_end", borders.end)
        }
        if let note = answer.note { json.member("note", note) }
        if let seconds = answer.seconds { json.member("seconds", rounded: seconds) }
        if let turn = answer.turn { json.member("turn", turn) }
    }

    /// A task of Label Studio: the row is its data, an answer an annotation.
    var labelStudio: String {
        var json = JSONWriter()
        json.object { json in
            json.key("data")
            json.object { row.write(into: &$0) }
            json.key("annotations")
            json.array(answers) { json, answer in
                json.object { Self.writeAnnotation(answer, into: &$0) }
            }
        }
        return json.text
    }

    private static func writeAnnotation(_ answer: CodedAnswer, into json: inout JSONWriter) {
        json.key("completed_by")
        json.object { $0.member("email", answer.annotator) }
        if answer.label == .skipped { json.member("was_cancelled", true) }
        if let seconds = answer.seconds { json.member("lead_time", rounded: seconds) }
        json.key("result")
        var results: [(name: String, type: String, key: String, words: String)] = []
        if answer.label != .skipped {
            results.append(("label", "choices", "choices", answer.label.word))
        }
        if let speaker = answer.speaker {
            results.append(("true_speaker", "textarea", "text", speaker))
        }
        if let note = answer.note { results.append(("note", "textarea", "text", note)) }
        json.array(results) { json, result in
            json.object { json in
                json.member("from_name", result.name)
                json.member("to_name", "context")
                json.member("type", result.type)
                json.key("value")
                json.object { $0.member(result.key, [result.words]) }
            }
        }
        // Label Studio keeps what it does not know of an annotation's meta.
        json.key("meta")
        json.object { json in
            if let borders = answer.borders {
                json.member("true_start", borders.start)
                json.member("true_end", borders.end)
            }
            if let turn = answer.turn { json.member("turn", turn) }
        }
    }

    /// How Label Studio asks.
    static let labelStudioConfiguration = """
        <View>
          <Header value="$speaker on $target"/>
          <Text name="quote" value="$quote"/>
          <Text name="context" value="$context"/>
          <Choices name="label" toName="context" choice="single" required="true">
        \(CodedLabel.all.enumerated().map { "    <Choice value=\"\($1.word)\" hotkey=\"\($0 + 1)\"/>" }.joined(separator: "\n"))
          </Choices>
          <TextArea name="true_speaker" toName="context" placeholder="Who says it, if it is another speaker"/>
          <TextArea name="note" toName="context" placeholder="Note"/>
        </View>

        """

    /// Lines of doccano: one an answer, or one without any.
    var doccano: [String] {
        lines { json, answer in
            json.member("text", row.context)
            json.key("label")
            let words = answer.map { $0.label == .skipped ? [] : [$0.label.word] } ?? []
            json.array(words)
            if answer?.label == .skipped { json.member("skipped", true) }
        }
    }

    /// The labels that doccano is to be given.
    static let doccanoLabels =
        "[\n"
        + CodedLabel.all.enumerated().map { i, label in
            #"  {"text": "\#(label.word)", "suffixKey": "\#(i + 1)"}"#
        }.joined(separator: ",\n") + "\n]\n"

    /// Tasks of Prodigy's choice interface, with what was chosen.
    var prodigy: [String] {
        lines { json, answer in
            json.member("text", row.context)
            json.key("spans")
            json.array([row.contextSpan]) { json, span in
                json.object {
                    $0.member("start", span.start)
                    $0.member("end", span.end)
                    $0.member("label", Self.mark)
                }
            }
            json.key("options")
            json.array(CodedLabel.all) { json, label in
                json.object {
                    $0.member("id", label.word)
                    $0.member("text", label.word)
                }
            }
            guard let answer else { return }
            json.member("accept", answer.label == .skipped ? [] : [answer.label.word])
            json.member("answer", answer.label == .skipped ? "ignore" : "accept")
        }
    }

    private func lines(_ write: (inout JSONWriter, CodedAnswer?) -> Void) -> [String] {
        let all: [CodedAnswer?] = answers.isEmpty ? [nil] : answers
        return all.map { answer in
            var json = JSONWriter()
            json.object { json in
                write(&json, answer)
                row.write(into: &json)
                if let answer { Self.write(answer, into: &json) }
            }
            return json.text
        }
    }

    private static let columns = [
        "quote_id", "target", "speaker", "quote", "context", "title", "outlet", "published", "url",
        "purpose", "sampling_probability", "run", "label", "annotator", "true_speaker",
        "true_start", "true_end", "note", "seconds", "turn",
    ]

    /// A table with a row an answer, or one without any.
    static func csv(_ tasks: [ToolTask]) -> String {
        var csv = CSVWriter()
        csv.row(columns)
        for task in tasks {
            let row = task.row
            let fixed: [String?] = [
                row.quotation, row.target, row.speaker, row.quote, row.context, row.title,
                row.outlet, row.published, row.url, row.purpose.rawValue,
                row.samplingProbability.map { "\($0)" }, row.run,
            ]
            let all: [CodedAnswer?] = task.answers.isEmpty ? [nil] : task.answers
            for answer in all {
                let said: [String?] = [
                    answer?.label.word, answer?.annotator, answer?.speaker,
                    (answer?.borders?.start).map { "\($0)" },
                    (answer?.borders?.end).map { "\($0)" }, answer?.note,
                    answer?.seconds.map(DecimalText.text), answer?.turn.map { "\($0)" },
                ]
                csv.row((fixed + said).map { $0 ?? "" })
            }
        }
        return String(decoding: csv.taken(), as: UTF8.self)
    }
}
