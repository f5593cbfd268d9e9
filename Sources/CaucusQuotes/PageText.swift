import CaucusLanguage
import CaucusText

/// Tells captions, headlines and the texts of links from speech where they stand between quotation marks.
struct PageText: Sendable {
    let scene: Scene

    private func word(_ i: Int) -> Word { scene.reading.words[i] }

    /// Why a marked stretch belongs to the page and is nobody's speech, or `nil` where it may be.
    func reason(_ mark: MarkedSpan) -> String? {
        guard mark.open > 0, word(mark.open + 1).isCapitalized else { return nil }
        if followsCommand(mark) { return "link" }
        return followsHeading(mark) ? "headline" : nil
    }

    /// “WATCH: ‘Two mayors meet’”, “READ MORE: ‘They said no’”: a command in capitals opens the paragraph and the marks
    /// stand right behind its colon.
    private func followsCommand(_ mark: MarkedSpan) -> Bool {
        let start = scene.reading.paragraphs[scene.reading.paragraph(of: mark.open)].lowerBound
        let colon = mark.open - 1
        guard colon > start, colon - start <= 4, word(colon).kind == .colon else { return false }
        let command = Range(from: start, to: colon)
        return command.allSatisfy { word($0).shape.contains(.allCapitals) }
            && command.contains { Self.commands.contains(word($0).key) }
    }

    /// “a story headlined “Two Mayors Meet””, “with the caption: “A crowd waits””, “A Herald headline read, “Mayors
    /// Meet””: the word stands among the three before the marks, with “read” or “like” at most between.
    private func followsHeading(_ mark: MarkedSpan) -> Bool {
        for i in Range(from: max(0, mark.open - 3), to: mark.open).reversed() {
            let word = word(i)
            if Self.headings.contains(word.key) { return true }
            guard [.comma, .colon, .dash].contains(word.kind) || Self.links.contains(word.key)
            else { return false }
        }
        return false
    }

    private static let commands = KeySet(
        "read watch related see listen more photos photo video videos gallery also exclusive")
    private static let headings = KeySet(
        "headline headlines headlined subheadline caption captions captioned chyron chyrons tagline taglines"
    )
    private static let links = KeySet(
        "like read reads reading simply was is says said ran today blared blares")
}
