public import CaucusLanguage
public import CaucusText

/// Finds the quotations of a document and who speaks them.
///
/// ```swift
/// let extraction = QuotationExtractor().extraction(of: document)
/// for quotation in extraction.quotations { print(quotation.speaker?.name ?? "?") }
/// ```
///
/// The answer depends on the text, the joined names and the lists of words alone.
public struct QuotationExtractor: Sendable {
    /// Names the user has joined, which win over what the text suggests.
    public var aliases: SpeakerAliases
    /// What words are.
    public var words: WordLists

    /// Creates an extractor.
    public init(aliases: SpeakerAliases = SpeakerAliases(), words: WordLists = .standard) {
        self.aliases = aliases
        self.words = words
    }

    /// What `document` says, and who says it.
    ///
    /// - Complexity: O(bytes of the text).
    public func extraction(of document: Document) -> Extraction {
        draft(of: document).extraction(aliases: aliases)
    }

    /// The same without ``Extraction/entities`` and ``Extraction/mentions``: for what prints quotations alone.
    ///
    /// Half of those whom an article names say nothing, and are not written out.
    package func quotations(of document: Document) -> Extraction {
        draft(of: document).extraction(aliases: aliases, naming: .speakers)
    }

    /// The extraction of `document` with the words and noun phrases behind it.
    package func reading(of document: Document) -> ClauseReading {
        ClauseReading(draft(of: document), aliases: aliases)
    }

    private func draft(of document: Document) -> Draft {
        var draft = Draft(Scene(document.text, lexicon: words.lexicon))
        draft.findTranscript()
        draft.findLeadIns()
        draft.findIndirect()
        draft.findDirect()
        return draft
    }
}

/// Which quotation every word stands in.
struct QuoteMap: Sendable {
    /// For every word: the outermost marked stretch around it, its marks included, or -1.
    private(set) var ofWord: [Int32]
    /// For every word: the outermost marked stretch that opens with it, or -1.
    private(set) var opening: [Int32]

    init(_ marks: [MarkedSpan], words: Int) {
        var ofWord = [Int32](repeating: -1, count: words)
        var opening = ofWord
        for (i, mark) in marks.enumerated() where mark.parent < 0 {
            opening[mark.open] = Int32(i)
            for word in Range(from: mark.open, to: min(mark.close + (mark.closed ? 1 : 0), words)) {
                ofWord[word] = Int32(i)
            }
        }
        self.ofWord = ofWord
        self.opening = opening
    }
}
