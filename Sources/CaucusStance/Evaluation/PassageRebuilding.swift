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
        where view.facts(quotation).id == id {
            let passage = view.passage(
                quotation, resolution,
                around: model.provenance.readsSentences == true ? extraction.sentences : nil)
            return (passage.passage, acts.clauses[i]?.act)
        }
        return nil
    }
}
