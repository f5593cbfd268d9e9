public import CaucusFeatures
import CaucusQuotes
public import CaucusText

extension Passage {
    /// The passage of a text that stands alone: the target, and the speaker where one is named, wherever
    /// their names stand in it.
    ///
    /// - Complexity: O(bytes of the text).
    public init(text: String, target: StanceTarget, speaker: String? = nil) {
        let speakers = speaker.map { PhraseMatcher(StanceTarget(name: $0).names) }
        let found = speakers?.matches(in: text).map(\.span) ?? []
        self.init(
            text: text, targets: TargetResolver(target: target).spans(in: text), speakers: found,
            isSpeech: speaker != nil && found.isEmpty)
    }
}

extension StanceModel {
    /// The passage by which this model scored a quotation, made again from the row that a store keeps;
    /// `nil` where the row does not tell enough: where no reading of it gives the stored probabilities.
    ///
    /// A row of an older store keeps the words of the quotation and not where in them the target stands.
    public func passage(of quotation: ScoredQuotation, toward target: StanceTarget) -> Passage? {
        guard quotation.probabilities != nil else { return nil }
        if let passage = quotation.passage?.passage(of: quotation.text) { return passage }
        let pronouns = [
            ["he", "him", "his", "himself"], ["she", "her", "hers", "herself"],
            ["they", "them", "their", "theirs", "themself"],
        ]
        let text = quotation.text
        let readings =
            [TargetResolver(target: target).spans(in: text)]
            + ([[target.givenName ?? ""]] + pronouns).map { words in
                PhraseMatcher(words).matches(in: text).map(\.span)
            }
        let passages = readings.filter { !$0.isEmpty }.map {
            Passage(text: text, targets: $0, isSpeech: quotation.speaker != nil)
        }
        let rows = probabilities(for: passages)
        let match = rows.firstIndex { gives(quotation, from: $0) }
        return match.map { passages[$0] }
    }
}

extension DocumentScorer {
    /// The passage by which a quotation of a document is scored and the act that comes with it, or `nil`
    /// where the document has no quotation of that id.
    ///
    /// - Complexity: O(bytes of the document's text).
    public func passage(
        ofQuotation id: String, in document: Document
    ) -> (passage: Passage, act: SpeechAct?)? {
        let resolved = resolver.resolved(
            read(document), of: document, aliases: extractor.aliases)
        let (acts, extraction) = (resolved.acts, resolved.acts.extraction)
        let view = DocumentView(document)
        for (i, (quotation, resolution)) in zip(extraction.quotations, resolved.resolutions)
            .enumerated()
        where view.row(quotation, resolution, target: resolver.target.name).id == id {
            let passage = view.passage(
                quotation, resolution,
                around: model.provenance.readsSentences == true ? extraction.sentences : nil)
            return (passage.passage, acts.clauses[i]?.act)
        }
        return nil
    }
}
