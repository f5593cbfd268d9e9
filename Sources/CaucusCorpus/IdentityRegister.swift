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
        let idHash = Self.hash([id])
        if taken.insert(idHash).inserted { return [reading] }
        var number = numbers[idHash] ?? 2
        while !taken.insert(Self.hash(["\(id)#\(number)"])).inserted { number += 1 }
        numbers[idHash] = number + 1
        document.id = "\(id)#\(number)"
        let told = Diagnostic(
            document.place, "the id \(id) is taken by another document; kept as \(document.id)")
        return [.document(document), .diagnostic(told)]
    }

    /// A hash of everything but the place.
    private static func hash(_ document: Document) -> Int {
        hash(
            [
                document.id, document.text, document.title, document.source, document.published,
                document.url,
            ] + document.fields.flatMap { [$0.name, $0.value] })
    }

    /// A hash of the bytes: a string's own hash normalizes it first, which costs ten times as much.
    private static func hash(_ parts: [String?]) -> Int {
        var hasher = Hasher()
        for part in parts {
            guard var part = part else {
                hasher.combine(-1)
                continue
            }
            hasher.combine(part.utf8.count)
            part.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
        return hasher.finalize()
    }
}
