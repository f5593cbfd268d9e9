import CaucusLanguage

extension ValenceLexicon {
    /// The built-in lexicon as a file: plain text that explains its own format.
    ///
    /// - Complexity: O(bytes): some 60 KB are joined.
    public static var builtInText: String {
        let lists: [English.List] = [
            .valence, .valenceEvaluation, .valenceEmotion, .valenceConflict, .valenceSupport,
            .valenceLegal, .valenceCompetence, .valenceMorality, .valencePower, .valenceEconomy,
            .valenceHarm, .valenceIntensity,
        ]
        return lists.map { English.text(of: $0) }.joined(separator: "\n")
    }
}
