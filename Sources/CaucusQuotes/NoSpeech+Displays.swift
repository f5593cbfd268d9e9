import CaucusText

/// Slogans on banners and shirts, and the texts of links.
extension NoSpeech {
    /// Whether a banner, a poster or the like is the source.
    func isDisplay(_ source: NounPhrase?) -> Bool {
        guard let source, source.mention < 0 else { return false }
        // “a shirt that said “Just Say No””
        let isRelative = source.kind == .pronoun && scene.word(source.head).has(.relative)
        let noun = isRelative ? max(source.head - 1, 0) : source.head
        return Self.displays.contains(scene.word(noun).key)
    }

    /// “a banner with the words “One Port, One Wage””: a word for writing right before the mark, and what it
    /// stands on within eight words.
    func showsSlogan(_ mark: MarkedSpan) -> Bool {
        let before = mark.open - 1
        guard before > 0, Self.writings.contains(scene.word(before).key) else { return false }
        return Range(from: max(0, before - 8), to: before).contains {
            Self.displays.contains(scene.word($0).key)
        }
    }

    static let displays = KeySet(
        """
        banner banners sign signs poster posters placard placards billboard billboards sticker stickers \
        plaque slogan slogans t-shirt t-shirts graffiti graffito mural flag flags badge badges button \
        buttons bumper-sticker signboard \
        shirt shirts hat hats cap caps mug mugs tattoo tattoos marquee chalkboard whiteboard headstone tombstone
        """)
    private static let writings = KeySet(
        "words word reading slogan motto saying message read reads that")

    /// ““Penn for the Port” is her slogan”, “her slogan, “Penn for the Port””: a word for a slogan beside the marks.
    func isSlogan(_ mark: MarkedSpan) -> Bool {
        let words = scene.reading.words
        let before = Range(from: max(0, mark.open - 3), to: mark.open)
        if before.contains(where: { Self.slogans.contains(words[$0].key) }) { return true }
        var i = mark.close + 1
        guard i < words.count, words[i].has(.be) else { return false }
        i += 1
        return Range(from: i, to: min(i + 5, words.count)).contains {
            Self.slogans.contains(words[$0].key)
        }
    }

    /// “Read more: “Five things to know””, “RELATED: “…””: a sign-post before the colon; not “More: “No”: Roe speaks”,
    /// where a speaker follows.
    func isLink(_ mark: MarkedSpan) -> Bool {
        let colon = mark.open - 1
        let after = mark.close + 1
        guard colon > 0, scene.word(colon).kind == .colon,
            after >= scene.reading.words.count || scene.word(after).kind != .colon
        else { return false }
        let start = scene.reading.sentence(of: colon).lowerBound
        return colon - start <= 2
            && Range(from: start, to: colon).allSatisfy {
                Self.signposts.contains(scene.word($0).key)
            }
    }

    private static let slogans = KeySet("slogan slogans tagline hashtag catchword nickname")
    private static let signposts = KeySet(
        "read reads related more see also watch listen click here video photos gallery subscribe stories story"
    )
}
