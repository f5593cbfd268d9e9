import CaucusText

/// Keeps ids unique within a run.
///
/// - Complexity: O(1) a document, and some 32 bytes of memory.
package struct IdentityRegister: Sendable {
    /// Hashes of the ids that are taken.
    private var taken: Set<Int> = []
    /// Hashes of the records, each with the id it came with.
    private var records: Set<Int> = []
    /// Hash of a repeated id → the number that its next document gets.
    private var numbers: [Int: Int] = [:]

    /// Knows no id yet.
    package init() {}

    /// What becomes of the next reading: a document whose id is taken is passed over where it is the same
    /// document, and gets a number after its id where it is another one; both with a diagnostic.
    package mutating func admitted(_ reading: DocumentReading) -> [DocumentReading] {
        guard case .document(var document) = reading else { return [reading] }
        let id = document.id
        guard records.insert(Self.hash(document)).inserted else {
            return [
                .diagnostic(Diagnostic(document.place, "repeats document \(id); passed over"))
            ]
        }
        let idHash = Self.hash(id)
        if taken.insert(idHash).inserted { return [reading] }
        var number = numbers[idHash] ?? 2
        while !taken.insert(Self.hash("\(id)#\(number)")).inserted { number += 1 }
        numbers[idHash] = number + 1
        document.id = "\(id)#\(number)"
        let told = Diagnostic(
            document.place, "the id \(id) is taken by another document; kept as \(document.id)")
        return [.document(document), .diagnostic(told)]
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
