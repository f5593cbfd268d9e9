import Caucus

/// What scores an article: the models that the command carries, toward each leader of ``NewspaperText``.
enum Scorers {
    static let model = shipped(.stance)

    static let all = NewspaperText.leaders.map { name in
        DocumentScorer(
            model: model, sentiment: shipped(.sentiment),
            target: StanceTarget(name: name, aliases: ["the prime minister", "the boss"]))
    }

    /// An article of one paragraph, for targets that are not about articles.
    static let sentence = """
        Helen Marwick has led the town since the flood. “We trust her,” said Ruth Okello, a teacher. Critics of Marwick's
        plan accused her of lying, and Hugh Lindgren called on the prime minister to resign.
        """

    private static func shipped(_ task: StanceTask) -> StanceModel {
        guard let model = try? StanceModel.shipped(task) else {
            fatalError("this build carries no model of the task \(task)")
        }
        return model
    }
}
