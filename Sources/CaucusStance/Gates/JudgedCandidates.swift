package import CaucusActs
package import CaucusEncoder
package import CaucusFeatures
package import CaucusQuotes
package import CaucusTarget
package import CaucusText

/// What the steps before the models find in an article, to be joined with what coders say of it.
package struct FoundCandidate {
    /// Where the content stands, in code points.
    package var content: Span
    /// The name of the speaker, or `nil`.
    package var speaker: String?
    package var form: Quotation.Form
    package var mention: TargetMention
    /// How it was read, where it is a quotation by its act alone.
    package var act: ActTraits?
    /// The row of the table of acts that it was read by.
    package var actRow: String?
    /// What the gates weigh, with names.
    package var row: GateRow
    /// What the stance model reads.
    package var passage: Passage
    /// What an encoder reads.
    package var marked: MarkedText
}

extension TargetResolver {
    /// The quotations of an article that the gates are asked about, as the scorer would find them.
    ///
    /// - Complexity: O(bytes of the text).
    package func candidates(
        in document: Document, read reading: ClauseReading,
        aliases: SpeakerAliases = SpeakerAliases(), acts table: ActTable = .standard
    ) -> [FoundCandidate] {
        let view = DocumentView(document, reading.reading)
        let resolved = resolved(.found(reading), of: document, aliases: aliases, acts: table)
        let extraction = resolved.acts.extraction
        return extraction.quotations.enumerated().compactMap { i, quotation in
            let (resolution, clause) = (resolved.resolutions[i], resolved.acts.clauses[i])
            guard resolution.mention != .none, !isTargetSpeaking(in: quotation),
                DocumentScorer.abstention(quotation, resolution, in: view, clause != nil) == nil
            else { return nil }
            let candidate = Candidate(
                quotation: quotation, resolution: resolution, clause: clause, reading: reading,
                document: document)
            return FoundCandidate(
                content: view.points.codePoints(quotation.content),
                speaker: quotation.speaker?.name, form: quotation.form,
                mention: resolution.mention,
                act: quotation.rule == TargetResolver.actRule ? clause?.traits : nil,
                actRow: clause?.row,
                row: candidate.row(keepsNames: true),
                passage: view.passage(
                    quotation, resolution, clause?.act, around: extraction.sentences
                ).passage,
                marked: view.marked(
                    quotation, resolution, resolved.names, in: extraction.sentences))
        }
    }
}
