import CaucusText

/// What people said of one record, in the forms of annotation tools and of tables.
///
/// - Label Studio: `annotations` (of old `completions`) with a `result`; flat records (JSON-MIN, CSV) with the choice.
/// - Prodigy: `answer`, and `accept` or `label`.
/// - doccano: `label` or `labels`, a list; of old `annotations` with `label` and `user`.
/// - argilla: `responses`, or columns `NAME.responses`; of old `annotation`.
/// - tables: a column of labels, or one a person.
struct GivenAnswers {
    let record: ExampleRecord
    let columns: ExampleColumns
    /// Everyone's answer; empty where nobody gave any.
    var answers: [GivenAnswer] = []
    /// The stretches that were marked in the text.
    var marks: [GivenAnswer.Mark] = []

    /// Reads the answers to a record.
    init(_ record: ExampleRecord, _ columns: ExampleColumns) {
        self.record = record
        self.columns = columns
        for name in ["spans", "entities"] {
            marks += (record[name]?.elements ?? []).compactMap(GivenAnswer.mark)
        }
        guard columns.readsLabels else {
            if case .marks(let found) = GivenAnswer.reading(record["label"] ?? record["labels"]) {
                marks += found
            }
            return
        }
        if let refusal = prodigyRefusal {
            answers = [GivenAnswer(annotator: annotator, leftOut: refusal)]
        } else {
            read()
        }
    }

    private mutating func read() {
        if let given = givenColumns { return answers = given }
        if let annotations = record["annotations"] ?? record["completions"],
            case .array(let elements) = annotations
        {
            return elements.forEach { readAnnotation($0) }
        }
        if let responses = record["responses"],
            !responses.members.isEmpty
                || responses.elements.contains(where: { $0["values"] != nil || $0["status"] != nil }
                )
        {
            return answers = argilla(responses)
        }
        if !record.layout.questions.isEmpty { return answers = argillaColumns }
        if record["answer"] != nil, let accepted = record["accept"] {
            return add(accept(accepted), by: annotator)
        }
        if let value = record["label"] ?? record["labels"] {
            return add(GivenAnswer.reading(value), by: annotator)
        }
        if record.has("annotation"), record.has("annotation_agent") || record.has("status") {
            let isDiscarded = record["status"]?.text?.lowercased() == "discarded"
            if isDiscarded { return answers = [GivenAnswer(leftOut: .discarded)] }
            return add(GivenAnswer.reading(record["annotation"]), by: annotator)
        }
        if record.has("annotation_id") || record.has("lead_time") {
            return add(GivenAnswer.reading(minimalChoice), by: annotator)
        }
        if !record.layout.labels.isEmpty {
            return answers = [GivenAnswer(leftOut: .columnsOfLabels(record.layout.labels))]
        }
        for column in record.layout.people {
            add(GivenAnswer.reading(record[column.name]), by: person(column))
        }
        keepAnswered()
    }

    /// Takes what one person said.
    mutating func add(_ reading: GivenAnswer.Reading, by annotator: String?) {
        var answer = GivenAnswer(annotator: annotator)
        switch reading {
        case .nothing: break
        case .label(let label): answer.label = label
        case .several: answer.leftOut = .severalLabels
        case .marks(let found):
            marks += found
            // Those of the target and the speaker go with a label; others are no label of the text.
            if found.contains(where: { Self.role(of: $0) == nil }) {
                answer.leftOut = .labelsOfSpans
            }
        }
        answers.append(answer)
    }

    /// Leaves out those who said nothing, where somebody did.
    mutating func keepAnswered() {
        let said = answers.filter { $0.label != nil || $0.leftOut != nil }
        answers = said.isEmpty ? Array(answers.prefix(1)) : said
    }

    /// What a mark of that name marks, or `nil` where it is neither the target nor the speaker.
    static func role(of mark: GivenAnswer.Mark) -> ExampleColumns.Role? {
        switch mark.label.lowercased() {
        case "target", "leader": .target
        case "speaker", "source": .speaker
        default: nil
        }
    }

    /// Who labeled, as the record tells.
    var annotator: String? {
        record.value(.annotator, columns).flatMap(Self.name)
    }

    /// A person by name or number, also in an object as of Label Studio.
    static func name(_ value: JSONTree) -> String? {
        if let text = value.text { return text }
        for name in ["email", "username", "id", "user_id"] {
            if let text = value[name]?.text { return text }
        }
        return nil
    }

    /// Who gave the labels of a column: who `annotator_1` names beside `label_1`, else the column's name.
    private func person(_ column: AnnotatorColumn) -> String {
        let named = "annotator_" + column.annotator
        guard named != column.name.lowercased(), let name = record[named]?.text else {
            return column.annotator
        }
        return name
    }

    /// Whether a person said with Prodigy that the record is none, and how.
    private var prodigyRefusal: LeftOutExample.Reason? {
        guard !columns.labels.contains("answer"), case .string(let answer) = record["answer"] else {
            return nil
        }
        switch answer.lowercased() {
        case "reject": return .rejected
        case "ignore": return .ignored
        default: return nil
        }
    }

    /// The chosen options, by the text of those whose id is a number.
    private func accept(_ value: JSONTree) -> GivenAnswer.Reading {
        let options = record["options"]?.elements ?? []
        let chosen = value.elements.map { id -> JSONTree in
            guard case .number = id, let option = options.first(where: { $0["id"] == id }),
                let text = option["text"], text.text != nil
            else { return id }
            return text
        }
        return GivenAnswer.reading(chosen.isEmpty ? value : .array(chosen))
    }

    /// Nobody's answers yet.
    init(empty record: ExampleRecord, _ columns: ExampleColumns) {
        (self.record, self.columns) = (record, columns)
    }
}

extension GivenAnswers {
    /// What the columns that the user names hold, or `nil` where they name a question of a tool, or nothing.
    private var givenColumns: [GivenAnswer]? {
        let names = columns.labels
        guard !names.isEmpty else { return nil }
        if names.count == 1, !record.has(names[0]), record.value(named: names[0]) == nil {
            return record.isOfTool ? nil : []
        }
        if AnnotatorColumn.ofLabels(in: names).count == names.count {
            return [GivenAnswer(leftOut: .columnsOfLabels(names))]
        }
        var given = GivenAnswers(empty: record, columns)
        let people = AnnotatorColumn.all(in: names)
        for (i, name) in names.enumerated() {
            let column = people.count == names.count ? people[i] : nil
            let who = names.count == 1 ? annotator : column.map(person) ?? name
            given.add(GivenAnswer.reading(record.value(named: name)), by: who)
        }
        given.keepAnswered()
        return given.answers
    }

    /// The question that tells the label: the one that the user names, the one called so, or the only one.
    func chosen(among questions: [String]) -> String? {
        if let name = columns.labels.first, questions.contains(name) { return name }
        guard columns.labels.isEmpty else { return nil }
        for name in ["label", "stance", "sentiment"] {
            if let question = questions.first(where: { $0.lowercased() == name }) {
                return question
            }
        }
        return questions.count == 1 ? questions[0] : nil
    }

    /// Why no question could be chosen; `nil` where nobody answered any.
    static func open(_ questions: [String]) -> LeftOutExample.Reason? {
        questions.isEmpty ? nil : .severalQuestions(questions)
    }

    static func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }
}
