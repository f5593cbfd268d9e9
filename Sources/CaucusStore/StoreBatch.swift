public import CaucusStance
public import CaucusText

/// What one transaction writes: documents that are done, and what was odd.
public struct StoreBatch: Sendable, Hashable {
    /// A document that stopped the program: it has no quotations, and its runs try it again when it is met again.
    public struct Fault: Sendable, Hashable {
        /// The document.
        public var document: DocumentSummary
        /// Why it was left out: “signal 4, illegal instruction”.
        public var reason: String
        /// What is told of it; goes as what was odd about the input does.
        public var diagnostic: Diagnostic

        /// Creates a fault.
        public init(document: DocumentSummary, reason: String, diagnostic: Diagnostic) {
            self.document = document
            self.reason = reason
            self.diagnostic = diagnostic
        }
    }

    /// The documents; each has as many ``CaucusStance/ScoredDocument/runs`` as the batch is written for.
    public var documents: [ScoredDocument]
    /// The documents that were left out.
    public var faults: [Fault]
    /// What was odd about the input besides; goes when its file is read again.
    public var diagnostics: [Diagnostic]

    /// Creates a batch.
    public init(
        documents: [ScoredDocument] = [], faults: [Fault] = [], diagnostics: [Diagnostic] = []
    ) {
        self.documents = documents
        self.faults = faults
        self.diagnostics = diagnostics
    }

    /// Whether there is nothing to write.
    public var isEmpty: Bool { documents.isEmpty && faults.isEmpty && diagnostics.isEmpty }
}
