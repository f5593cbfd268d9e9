import CaucusActs
import CaucusLanguage
import CaucusTarget
import CaucusQuotes
import CaucusText

/// A document before a target is looked for: what an extractor has read of it, or the quotations that its record
/// brought along. It is the same for every target.
enum ReadDocument {
    case found(ClauseReading)
    case given(Extraction, Reading)

    /// What an extractor has read, where one has.
    var reading: ClauseReading? {
        if case .found(let reading) = self { reading } else { nil }
    }

    /// Its words.
    var words: Reading {
        switch self {
        case .found(let reading): reading.reading
        case .given(_, let words): words
        }
    }

    /// The quotations with their speakers, whoever the target is.
    var extraction: Extraction {
        switch self {
        case .found(let reading): reading.extraction
        case .given(let extraction, _): extraction
        }
    }
}

/// A document's quotations, its speech acts toward a target among them, and how each speaks of the target.
struct ResolvedDocument {
    var acts: ArticleActs
    /// One for each quotation of ``acts``.
    var resolutions: [TargetResolver.Resolution]
    /// Where the target is named, in the order of the text.
    var names: [Span]
}

extension TargetResolver {
    /// Resolves a document that has been read; speakers whom the user has joined by `aliases` are one, and acts are found
    /// by `table`.
    ///
    /// - Complexity: O(bytes of the text).
    func resolved(
        _ read: ReadDocument, of document: Document, aliases: SpeakerAliases,
        acts table: ActTable = .standard
    ) -> ResolvedDocument {
        switch read {
        case .found(let reading):
            return resolved(reading, of: document, aliases: aliases, acts: table)
        case .given(let extraction, let words):
            let given = extraction.renamed(by: aliases, in: document)
            let view = ArticleView(given, words, self)
            return ResolvedDocument(
                acts: ArticleActs(given), resolutions: resolutions(in: view, told: []),
                names: view.anchors)
        }
    }

    private func resolved(
        _ reading: ClauseReading, of document: Document, aliases: SpeakerAliases,
        acts table: ActTable
    ) -> ResolvedDocument {
        let article = ArticleView(reading.extraction, reading.reading, self)
        var acts = acts(in: reading, article, by: table)
        let view: ArticleView
        if aliases.primaries.isEmpty {
            article.take(acts.extraction.quotations)
            view = article
        } else {
            acts.extraction = acts.extraction.renamed(by: aliases, in: document)
            view = ArticleView(acts.extraction, reading.reading, self)
        }
        var resolutions = resolutions(in: view, told: acts.resolutions)
        acts.findInContents(resolutions, reading, by: table)
        addContext(to: &resolutions, view)
        return ResolvedDocument(acts: acts, resolutions: resolutions, names: view.anchors)
    }
}
