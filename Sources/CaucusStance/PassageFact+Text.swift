import CaucusActs
import CaucusFeatures
import CaucusQuotes
import CaucusTarget
import CaucusText

extension PassageFact {
    /// What the speaker does by speaking in a text that stands alone, as it is found in an article: none where the text
    /// does not tell who speaks, or tells of no act toward the target.
    ///
    /// - Complexity: O(bytes of the text).
    static func found(in passage: Passage) -> [PassageFact] {
        guard !passage.targets.isEmpty, !passage.speakers.isEmpty else { return [] }
        let reading = QuotationExtractor().reading(of: Document(id: "", text: passage.text))
        var finder = SpeechActFinder(reading)
        let places = passage.targets.sorted().map { TargetPlace(span: $0, mention: .explicit) }
        let clause = finder.clauses(about: places).first { clause in
            let source = reading.span(clause.source.words)
            return clause.act.direction != 0 && passage.speakers.contains(where: source.overlaps)
        }
        return clause.map { facts(act: $0.act, speaker: nil) } ?? []
    }
}
