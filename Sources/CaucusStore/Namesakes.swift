import CaucusStance
import CaucusText

/// The documents that came with one id, by the numbers that tell them apart: `a`, `a#2`, `a#3` …
struct Namesakes {
    /// One of them.
    struct Document {
        var id: String
        var hash: String
        var textHash: String?
        var origin: String?
    }

    /// The id that they came with.
    let id: String
    /// The numbers by origin, the last one first, and by the hash of the text.
    private var origins: [String: [Int]] = [:]
    private var texts: [String: [(number: Int, hash: String)]] = [:]
    /// The origin of the document that has the plain id.
    private var first = ""
    /// Every number from here on is free in the store.
    private var next = 1

    init(_ id: String, _ documents: [Document]) {
        self.id = id
        for document in documents {
            guard let number = number(of: document.id) else { continue }
            if let origin = document.origin { origins[origin, default: []].append(number) }
            if let text = document.textHash {
                texts[text, default: []].append((number, document.hash))
            }
            if number == 1 { first = document.origin ?? first }
            next = max(next, number + 1)
        }
        for (origin, numbers) in origins { origins[origin] = Set(numbers).sorted(by: >) }
    }

    private func number(of other: String) -> Int? {
        if other == id { return 1 }
        return other.hasPrefix(id + "#") ? Int(other.dropFirst(id.count + 1)) : nil
    }

    private func name(_ number: Int) -> String { number == 1 ? id : "\(id)#\(number)" }

    /// The id of `document`, which came with ``id`` from `origin`.
    mutating func identity(
        of document: CaucusText.Document, _ origin: DocumentOrigin, _ isTaken: (String) -> Bool
    ) -> DocumentIdentity {
        let number =
            ofOrigin(origin, isTaken) ?? ofContent(document, isTaken) ?? free(isTaken)
        return DocumentIdentity(
            id: name(number), origin: origin, other: number == 1 ? nil : first)
    }

    private mutating func ofOrigin(
        _ origin: DocumentOrigin, _ isTaken: (String) -> Bool
    ) -> Int? {
        guard origin.isLasting else { return nil }
        while let number = origins["\(origin)"]?.popLast() {
            if !isTaken(name(number)) { return number }
        }
        return nil
    }

    private func ofContent(
        _ document: CaucusText.Document, _ isTaken: (String) -> Bool
    ) -> Int? {
        guard !texts.isEmpty, let text = DocumentSummary(document).textHash else { return nil }
        return texts[text]?.first { number, hash in
            // The hash covers the id.
            var renamed = document
            renamed.id = name(number)
            return !isTaken(renamed.id) && DocumentSummary(renamed).hash == hash
        }?.number
    }

    private mutating func free(_ isTaken: (String) -> Bool) -> Int {
        while isTaken(name(next)) { next += 1 }
        return next
    }
}
