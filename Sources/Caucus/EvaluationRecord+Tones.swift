import CaucusStance

extension JSONWriter {
    /// Every example whose tone is not its stance, with the probabilities of both models.
    mutating func conflicts(_ conflicts: [ToneConflict]) {
        key("tone_conflicts")
        array(conflicts) { line, conflict in
            line.object { line in
                line.member("kind", conflict.kind.rawValue)
                line.member("id", conflict.example.id)
                line.member("text", conflict.example.text)
                line.member("target", conflict.example.target)
                line.member("label", conflict.example.label)
                line.member("answer", conflict.answer)
                for (name, value) in zip(StanceTask.stance.labels, conflict.stance) {
                    line.member("p_" + name, rounded: value)
                }
                for (name, value) in zip(["negative", "neutral_tone", "positive"], conflict.tone) {
                    line.member("p_" + name, rounded: value)
                }
            }
        }
    }
}

extension EvaluationText {
    /// The examples whose tone is not their stance, some of each kind; `nil` where tones were not asked for.
    static func text(_ conflicts: [ToneConflict]?, limit: Int) -> String? {
        guard let conflicts else { return nil }
        let head =
            "tone against stance: the sentiment model calls it warm or cold, its label says otherwise"
        let parts = ToneConflict.Kind.allCases.map { kind in
            let chosen = conflicts.filter { $0.kind == kind }
            let right = chosen.count { $0.isRight }
            let lines = chosen.prefix(limit).map { conflict in
                "    \(conflict.example.id.onOneLine): against \(conflict.stance[0].three), favor "
                    + "\(conflict.stance[2].three), answered \(conflict.answer); negative "
                    + "\(conflict.tone[0].three), positive \(conflict.tone[2].three)\n      "
                    + conflict.example.text.onOneLine.cut
            }
            let count =
                "  \(kind.rawValue): \(chosen.count) examples, \(right) of them answered rightly"
            return ([count] + lines).joined(separator: "\n")
        }
        return ([head] + parts).joined(separator: "\n")
    }
}
