/// The words of the built-in lexicon, by category, in the files beside this one.
enum EnglishValence {
    /// What a reader of the file must know.
    static let guide = """
        # The valence lexicon of Caucus, English, news on politics.
        #
        # What does a word say about a leader of whom, or by whom, it is said? -4 is the worst, +4
        # the best, in halves: “lied” -3.5, “criticized” -2.5, “dispute” -2, “praised” +3. Judged word
        # by word for this project; no other list was taken over.
        #
        # A line in square brackets opens a group: category, class, valence. Words follow, parted by
        # spaces, on as many lines as you like.
        #
        # Categories: evaluation, emotion, conflict, support, legal, competence, morality, power,
        # economy, harm, other. Three more hold factors instead of valences: intensifier (above 1),
        # diminisher (0 to 1) and negator (below 0), for the words after them.
        #
        # Classes say how a word is inflected: verb (-s, -ed, -ing), noun (-s), adj (-er, -est, -ly,
        # -ness), adv and word (not at all). Irregular forms follow a slash: lie/lied,
        # break/broke/broken, thief/thieves, bad/worse/worst. A plus doubles the last letter: refer+.
        # An underscore parts the words of a phrase, up to eight: step+_down. In a verb phrase the
        # first word is inflected, else the last. A star stands for any ending: corrupt*.
        #
        # To add words or to change a valence, write a file of your own, with groups like these or
        # with a word a line, and pass it as --lexicon FILE:
        #
        #     word<TAB>valence[<TAB>category[<TAB>class]]
        #
        # A word that your file names replaces the built-in one; 0 silences it.
        """
}

extension ValenceLexicon {
    /// The built-in lexicon as a file: plain text that explains its own format.
    ///
    /// - Complexity: O(bytes): some 60 KB are joined.
    public static var builtInText: String {
        [
            EnglishValence.guide, EnglishValence.evaluation, EnglishValence.emotion,
            EnglishValence.conflict, EnglishValence.support, EnglishValence.legal,
            EnglishValence.competence, EnglishValence.morality, EnglishValence.power,
            EnglishValence.economy, EnglishValence.harm, EnglishValence.intensity,
        ].joined(separator: "\n\n") + "\n"
    }
}
