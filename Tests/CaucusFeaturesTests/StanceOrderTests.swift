import CaucusTestSupport
import CaucusText
import Testing

@testable import CaucusFeatures

@Suite("Sentences in another order are read alike")
struct StanceOrderTests {
    /// The tokens as read, mentions as `<T>` and `<S>`.
    private func read(_ marked: String) -> String {
        var tokenizer = StanceTokenizer()
        tokenizer.read(Passage(marked: marked))
        return tokenizer.tokens.map { token in
            switch token.role {
            case .target: "<T>"
            case .speaker: "<S>"
            case .plain:
                String(
                    decoding: tokenizer.letters[
                        Int(token.letters)..<Int(token.letters + token.count)], as: UTF8.self)
            }
        }.joined(separator: " ")
    }

    @Test(arguments: [
        ("[Hale] broke the law, said {Orne}.", "<S> said <T> broke the law , ."),
        ("[Hale] broke the law, {Orne} said.", "<S> said <T> broke the law , ."),
        (
            "“[Hale] broke the law,” tweeted {Orne} on Monday.",
            "<S> tweeted on monday \" <T> broke the law , \" ."
        ),
        (
            "It is cold. [Hale] broke the law, according to Mayor {Orne}.",
            "it is cold . mayor <S> according to <T> broke the law , ."
        ),
        (
            "“He lied. [Hale] broke the law,” {Orne}, a clerk, said.",
            "<S> , a clerk , said \" he lied . <T> broke the law , \" ."
        ),
    ])
    func aReportAfterTheWordsIsReadBeforeThem(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(arguments: [
        ("Sen. Hale’s U.S. plan", "sen hale u.s plan"),
        ("He’ll go -- they'd stay…", "he'll go - they'd stay ."),
        (
            "“It's no,” the dockers' lawyer wrote at example.org",
            "\" it no , \" the dockers ' lawyer wrote at example.org"
        ),
    ])
    func wordsAreThoseOfTheTokenizerButForClitics(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test func aReportBeforeTheWordsStaysWhereItIs() {
        #expect(read("{Orne} said [Hale] broke the law.") == "<S> said <T> broke the law .")
    }

    @Test(arguments: [
        ("[Hale] was praised by {Orne} for it.", "<S> praised <T> for it ."),
        (
            "[Hale]'s plan has been sharply attacked by Mayor {Orne}.",
            "mayor <S> sharply attacked <T> plan has ."
        ),
        ("[Hale] was not praised by {Orne}.", "<T> was not praised by <S> ."),
        ("[Hale] stood by {Orne}.", "<T> stood by <S> ."),
    ])
    func aPassiveWithItsAgentIsReadInTheActive(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test func aSurnameOfTwoLettersIsAMentionWhereverItStands() {
        #expect(read("[Zhang Li] spoke. Li left.") == "<T> spoke . <T> left .")
    }

    @Test func noSmallWordBecomesAMention() {
        // “Of” and “The” are no surnames, though they close a name.
        #expect(read("[The Of] spoke. Of it all.") == "<T> spoke . of it all .")
    }

    @Test func onlyASpeechHasFeaturesOfItsEnd() throws {
        var settings = FeatureSettings.stance
        settings.minimumDocuments = 1
        let words = "I like [her] a lot, but she has failed us."
        let fitted = try Features(settings).fittedRows(to: [Passage(marked: words, isSpeech: true)])
            .features
        func ends(_ isSpeech: Bool) -> Set<String> {
            let row = fitted.rows(for: [Passage(marked: words, isSpeech: isSpeech)])
            return Set(
                row.indices.map { fitted.name(ofColumn: Int($0)) }.filter {
                    $0.hasPrefix("in the end") || $0.hasPrefix("how it ends")
                })
        }
        #expect(ends(false).isEmpty)
        #expect(ends(true).contains("in the end: faile"))
        #expect(!ends(true).contains("in the end: like"))
    }

    @Test(arguments: [
        // The negation reaches to the next mark.
        (
            "Nobody on our street has a bad word, only [she] complains.",
            ["street", "bad", "word"], ["compl"]
        ),
        ("I don't trust [her]. The bridge holds.", ["trust"], ["bridg", "holds"]),
    ])
    func aSpeechTellsWhatIsDeniedFromWhatIsSaid(
        text: String, denied: [String], said: [String]
    ) throws {
        let names = try self.names(Passage(marked: text, isSpeech: true))
        for word in denied {
            #expect(names.contains("said or denied: <denied> \(word.prefix(5))"))
            #expect(!names.contains("said or denied: <does> \(word.prefix(5))"))
        }
        for word in said { #expect(names.contains("said or denied: <does> \(word)")) }
        #expect(
            try self.names(Passage(marked: text)).allSatisfy { !$0.hasPrefix("said or denied") })
    }

    @Test func aSpeechHasTheBeginningsAndEndsOfItsWords() throws {
        let names = try self.names(Passage(marked: "[Hale] promised café jobs.", isSpeech: true))
        let pieces = names.filter { $0.hasPrefix("letters") }
        // Five letters are the stem; four letters have no end of four; “café” is not cut inside its é.
        #expect(
            pieces == [
                "letters: <start> pro", "letters: <start> prom", "letters: <start> promis",
                "letters: <start> promise", "letters: <end> sed", "letters: <end> ised",
                "letters: <start> job", "letters: <start> jobs", "letters: <end> obs",
            ])
        #expect(
            try self.names(Passage(marked: "[Hale] promised jobs.")).allSatisfy {
                !$0.hasPrefix("letters")
            }
        )
    }

    /// The features of a passage.
    private func names(_ passage: Passage) throws -> Set<String> {
        var settings = FeatureSettings.stance
        settings.minimumDocuments = 1
        let (features, rows) = try Features(settings).fittedRows(to: [passage])
        return Set(rows.indices.map { features.name(ofColumn: Int($0)) })
    }
}
