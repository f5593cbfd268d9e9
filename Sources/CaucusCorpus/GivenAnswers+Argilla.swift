extension GivenAnswers {
    /// The answers of argilla: a list of people with values, or of each question a list of people.
    func argilla(_ responses: JSONTree) -> [GivenAnswer] {
        var said = GivenAnswers(empty: record, columns)
        guard responses.members.isEmpty else {
            let questions = responses.members.map(\.name)
            guard let question = chosen(among: questions) else {
                return [GivenAnswer(leftOut: Self.open(questions))]
            }
            for response in responses[question]?.elements ?? [] { said.add(response, of: response) }
            said.keepAnswered()
            return said.answers
        }
        for response in responses.elements {
            let values = response["values"] ?? .null
            let questions = values.members.map(\.name)
            if let question = chosen(among: questions) {
                said.add(values[question] ?? .null, of: response)
            } else {
                let status = Self.status(response)
                let reason = status ?? Self.open(questions)
                said.answers.append(GivenAnswer(annotator: Self.user(response), leftOut: reason))
            }
        }
        said.keepAnswered()
        return said.answers
    }

    /// The answers of argilla's flat records: columns `NAME.responses`, `NAME.responses.users` and
    /// `NAME.responses.status`.
    var argillaColumns: [GivenAnswer] {
        let questions = record.layout.questions
        guard let question = chosen(among: questions) else {
            return [GivenAnswer(leftOut: Self.open(questions))]
        }
        let column = question + ".responses"
        var said = GivenAnswers(empty: record, columns)
        guard case .array(let values)? = record[column] else {
            said.add(GivenAnswer.reading(record[column]), by: annotator)
            return said.answers
        }
        let users = record[column + ".users"]?.elements ?? []
        let states = record[column + ".status"]?.elements ?? []
        for (i, value) in values.enumerated() {
            let who = users.indices.contains(i) ? Self.name(users[i]) : nil
            let status = states.indices.contains(i) ? Self.reason(states[i].text) : nil
            if let status {
                said.answers.append(GivenAnswer(annotator: who, leftOut: status))
            } else {
                said.add(GivenAnswer.reading(value), by: who)
            }
        }
        said.keepAnswered()
        return said.answers
    }

    private mutating func add(_ value: JSONTree, of response: JSONTree) {
        let who = Self.user(response)
        if let reason = Self.status(response) {
            return answers.append(GivenAnswer(annotator: who, leftOut: reason))
        }
        add(GivenAnswer.reading(value["value"] ?? value), by: who)
    }

    private static func user(_ response: JSONTree) -> String? {
        response["user_id"].flatMap(name)
    }

    private static func status(_ response: JSONTree) -> LeftOutExample.Reason? {
        reason(response["status"]?.text)
    }

    private static func reason(_ status: String?) -> LeftOutExample.Reason? {
        switch status?.lowercased() {
        case "discarded": .discarded
        case "draft", "pending": .notSubmitted
        default: nil
        }
    }
}
