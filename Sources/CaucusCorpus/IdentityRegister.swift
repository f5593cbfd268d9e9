package import CaucusText

/// Keeps ids unique within a run, and the same as in runs before where those are known.
///
/// - Complexity: O(1) a document, and some 32 bytes of memory; and what ``KnownDocuments`` take.
package struct IdentityRegister: Sendable {
    /// What was read before, or `nil` where each run stands alone.
    private let known: (any KnownDocuments)?
    /// Hashes of the ids that are taken.
    private var taken: Set<Int> = []
    /// Hashes of the records, each with the id it came with.
    private var records: Set<Int> = []
    /// Hash of a repeated id → the number that its next document gets.
    private var numbers: [Int: Int] = [:]

    /// Knows no id of this run yet.
    package init(_ known: (any KnownDocuments)? = nil) {
        self.known = known
    }

    /// What becomes of the next reading: a document whose id is taken is passed over where it is the same
    /// document, and gets a number after its id where it is another one; both with a diagnostic.
    package mutating func admitted(_ reading: DocumentReading) throws -> [DocumentReading] {
        guard case .document(var document) = reading else { return [reading] }
        let id = document.id
        guard records.insert(Self.hash(document)).inserted else {
            return [
                .diagnostic(Diagnostic(document.place, "repeats document \(id); passed over"))
            ]
        }
        let identity =
            try known?.identity(of: document) { taken.contains(Self.hash($0)) } ?? numbered(id)
        taken.insert(Self.hash(identity.id))
        document.id = identity.id
        document.origin = identity.origin ?? document.origin
        guard let other = identity.other else { return [.document(document)] }
        let source = other.isEmpty ? "" : " of \(other)"
        let told = Diagnostic(
            document.place,
            "the id \(id) is taken by another document\(source); kept as \(document.id)")
        return [.document(document), .diagnostic(told)]
    }

    /// The id where no document has it, else the id with the next number.
    private mutating func numbered(_ id: String) -> DocumentIdentity {
        let hash = Self.hash(id)
        guard taken.contains(hash) else { return DocumentIdentity(id: id) }
        var number = numbers[hash] ?? 2
        while taken.contains(Self.hash("\(id)#\(number)")) { number += 1 }
        numbers[hash] = number + 1
        return DocumentIdentity(id: "\(id)#\(number)", other: "")
    }

    private static let secret = UInt64.random(in: .min ... .max)

    /// A hash of everything but the place.
    private static func hash(_ document: Document) -> Int {
        var hash = ContentHash(secret: secret)
        hash.combine(document.id)
        hash.combine(document.text)
        hash.combine(document.title)
        hash.combine(document.source)
        hash.combine(document.published)
        hash.combine(document.url)
        for field in document.fields {
            hash.combine(field.name)
            hash.combine(field.value)
        }
        return Int(truncatingIfNeeded: hash.value.0)
    }

    private static func hash(_ id: String) -> Int {
        var hash = ContentHash(secret: secret)
        hash.combine(id)
        return Int(truncatingIfNeeded: hash.value.0)
    }
}
