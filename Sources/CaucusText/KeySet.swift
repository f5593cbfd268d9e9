/// A fixed set of words by their folded keys, for lists that every word of a text is held against.
package struct KeySet: Sendable {
    private struct Nothing: BitwiseCopyable, Sendable {}

    /// With much room: most words are in no list.
    private var table: HashTable<Nothing>

    /// The words of a list that is separated by spaces.
    package init(_ words: String) {
        self.init(keys: words.split(separator: " ").map { LetterFolding.key(of: $0) })
    }

    /// The words with these keys.
    package init(keys: some Collection<UInt64>) {
        table = HashTable(expected: keys.count, room: 4)
        for key in keys { table.updateValue(Nothing(), forKey: key) }
    }

    /// Whether the word with `key` is one of them.
    package func contains(_ key: UInt64) -> Bool { table.contains(key) }
}
