import CaucusLanguage
@_spi(HashTable) import CaucusText

/// The words that join others, by kind: a small table looked up by bytes.
struct FunctionWords: Sendable {
    /// The one table.
    static let table = FunctionWords()

    /// With much room: most words are in no list.
    private let kinds: HashTable<WordClass>

    private init() {
        var kinds = HashTable<WordClass>(expected: 250, room: 4)
        for group in English.groups(of: .joiningWords) {
            guard let kind = WordClass(name: group.name) else { continue }
            for word in group.words {
                let bytes = Array(word.utf8)
                let hash = bytes.withUnsafeBufferPointer {
                    $0.baseAddress.map { TermKey.hash($0, bytes.count) } ?? 0
                }
                // A word of two lists is of the first kind.
                if !kinds.contains(hash) { kinds.updateValue(kind, forKey: hash) }
            }
        }
        self.kinds = kinds
    }

    /// The kind of the word with that hash; ``WordClass/content`` where it is in no list.
    @inline(__always)
    func kind(_ hash: UInt64) -> WordClass { kinds[hash] ?? .content }
}
