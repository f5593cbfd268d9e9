extension GivenAnswers {
    /// One annotation of Label Studio, or one of doccano's old ones.
    mutating func readAnnotation(_ annotation: JSONTree) {
        let who = (annotation["completed_by"] ?? annotation["user"]).flatMap(Self.name)
        let skipped: [JSONTree?] = [
            annotation["was_cancelled"], annotation["skipped"], annotation["was_skipped"],
        ]
        if skipped.contains(.bool(true)) {
            return answers.append(GivenAnswer(annotator: who, leftOut: .skipped))
        }
        guard case .array(let results)? = annotation["result"] else {
            if let mark = GivenAnswer.mark(annotation) { return add(.marks([mark]), by: who) }
            return add(GivenAnswer.reading(annotation["label"]), by: who)
        }
        var said: [(question: String, reading: GivenAnswer.Reading)] = []
        for result in results {
            let value = result["value"] ?? .null
            let reading = GivenAnswer.reading(value)
            if case .marks(let found) = reading, found.allSatisfy({ Self.role(of: $0) != nil }) {
                marks += found
            } else if reading != .nothing, result["type"] != .string("textarea") {
                said.append((result["from_name"]?.text ?? "", reading))
            }
        }
        let questions = Self.distinct(said.map(\.question))
        guard let question = chosen(among: questions) else {
            answers.append(GivenAnswer(annotator: who, leftOut: Self.open(questions)))
            return
        }
        let readings = Self.distinct(said.filter { $0.question == question }.map(\.reading))
        add(readings.count == 1 ? readings[0] : .several, by: who)
    }

    /// The choice of a flat record of Label Studio: the column that is called so, else the only one with choices.
    var minimalChoice: JSONTree? {
        for name in ["stance", "sentiment", "choice", "choices"] {
            if let value = record[name] { return value }
        }
        let choices = record.record.columns.compactMap { column -> JSONTree? in
            guard let value = record[column.name], value["choices"] != nil else { return nil }
            return value
        }
        if choices.count == 1 { return choices[0] }
        let words = record.record.columns.compactMap { column -> JSONTree? in
            guard let value = record[column.name], let text = value.text,
                LabelSpellings.isCommon(text)
            else { return nil }
            return value
        }
        return words.count == 1 ? words[0] : nil
    }
}
