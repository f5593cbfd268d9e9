/// Which record of which file a document comes from, however the file's path was spelled.
///
/// Two documents of the same id are the same document where their origin is; see ``KnownDocuments``.
public struct DocumentOrigin: Sendable, Hashable {
    /// What in the file the document is.
    public enum Part: Sendable, Hashable {
        /// A record that brings an id of its own along.
        case identified
        /// The whole file, after which the document is named.
        case whole
        /// The record of this line, after which the document is named.
        case line(Int)
        /// The element of this number in an array that stands on this line.
        case element(Int, line: Int)
    }

    /// The file's absolute path, its links resolved; `-` for standard input.
    public var file: String
    /// What of it the document is.
    public var part: Part

    /// Creates an origin.
    public init(file: String, part: Part) {
        self.file = file
        self.part = part
    }

    /// Whether reading the same origin again means reading the same document: what comes over standard input may be
    /// another thing each time.
    public var isLasting: Bool { file != "-" }
}

extension DocumentOrigin: CustomStringConvertible {
    /// `file`, or `file:line` where the line names the document, with `#number` where its number does.
    public var description: String {
        switch part {
        case .identified, .whole: file
        case .line(let line): "\(file):\(line)"
        case .element(let number, let line): "\(file):\(line)#\(number)"
        }
    }
}

/// Documents that were read before, in other runs too, such as those of a store.
public protocol KnownDocuments: Sendable {
    /// The id that `document` has among them.
    ///
    /// It comes with the id of its record or its file. `isTaken` tells the ids that other documents of this run have.
    func identity(
        of document: Document, isTaken: (String) -> Bool
    ) throws -> DocumentIdentity
}

/// Under which id a document is kept.
public struct DocumentIdentity: Sendable, Hashable {
    /// The id.
    public var id: String
    /// The document's origin as it is kept, or `nil` where it is kept as it came.
    public var origin: DocumentOrigin?
    /// The origin of the document that has the id which this one came with, empty where it is not known; `nil` where
    /// none has.
    public var other: String?

    /// Creates an identity.
    public init(id: String, origin: DocumentOrigin? = nil, other: String? = nil) {
        self.id = id
        self.origin = origin
        self.other = other
    }
}
