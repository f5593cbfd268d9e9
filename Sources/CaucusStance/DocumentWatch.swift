public import CaucusText

/// What names a document, or an example, within a run: its id and where its record stands.
public struct RecordName: Sendable, Hashable {
    /// The id.
    public var id: String
    /// Where the record stands; two examples may have the same id.
    public var place: Place

    /// The name of a record.
    public init(id: String, place: Place) {
        self.id = id
        self.place = place
    }

    /// The name of a document.
    public init(_ document: Document) {
        self.init(id: document.id, place: document.place)
    }

    /// The name of an example.
    public init(_ example: LabeledExample) {
        self.init(id: example.id, place: example.place)
    }
}

/// Is told which documents are being worked on, and by which thread, so that the one that ends the process can be
/// named and left out.
///
/// A thread works on one document, or on what several have in common, and then calls ``end()``; beginning the next
/// ends the one before. Nothing here changes a result.
public protocol DocumentWatch: Sendable {
    /// Whether the document was at work when an earlier process ended. It is then worked on by itself: what waits of
    /// other documents on this thread is finished first, and its own before the next one begins.
    func isSuspect(_ document: RecordName) -> Bool

    /// This thread begins to work on a document.
    func begin(_ document: RecordName)

    /// This thread begins what `documents` have in common, as the scores of their passages.
    func begin(_ documents: [RecordName])

    /// This thread works on no document.
    func end()

    /// The documents of a run that a store has taken in, and how many of them replaced one of their id.
    func stored(_ documents: Int, replacing: Int, run: Int)
}

/// Watches nothing: the documents of a program that does without.
public struct NoWatch: DocumentWatch {
    /// Creates it.
    public init() {}

    /// No document is suspected.
    public func isSuspect(_ document: RecordName) -> Bool { false }

    /// Does nothing.
    public func begin(_ document: RecordName) {}

    /// Does nothing.
    public func begin(_ documents: [RecordName]) {}

    /// Does nothing.
    public func end() {}

    /// Does nothing.
    public func stored(_ documents: Int, replacing: Int, run: Int) {}
}
