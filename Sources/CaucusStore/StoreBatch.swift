public import CaucusStance
public import CaucusText

/// What one transaction writes: documents that are done, and what was odd.
public struct StoreBatch: Sendable, Hashable {
    /// A document and what was found in it.
    public struct Entry: Sendable, Hashable {
        /// The document.
        public var document: DocumentSummary
        /// Its quotations, in the order of the text.
        public var quotations: [ScoredQuotation]
        /// What was odd about it; goes when the document changes.
        public var diagnostics: [Diagnostic]

        /// Creates an entry.
        public init(
            document: DocumentSummary, quotations: [ScoredQuotation] = [],
            diagnostics: [Diagnostic] = []
        ) {
            self.document = document
            self.quotations = quotations
            self.diagnostics = diagnostics
        }
    }

    /// The documents.
    public var entries: [Entry]
    /// What was odd about the input besides; goes when its file is read again.
    public var diagnostics: [Diagnostic]

    /// Creates a batch.
    public init(entries: [Entry] = [], diagnostics: [Diagnostic] = []) {
        self.entries = entries
        self.diagnostics = diagnostics
    }
}
