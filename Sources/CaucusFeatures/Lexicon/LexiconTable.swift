/// Entries by the key of their word: open addressing, at most half full; a key of 0 is an empty slot.
struct LexiconTable: Sendable {
    private(set) var keys: [UInt64]
    private(set) var entries: [ValenceLexicon.Entry]
    private let mask: Int
    /// How many have a valence.
    let listedCount: Int

    init(_ contents: [UInt64: ValenceLexicon.Entry]) {
        var size = 16
        while size < contents.count * 2 { size *= 2 }
        mask = size - 1
        keys = Array(repeating: 0, count: size)
        entries = Array(
            repeating: ValenceLexicon.Entry(valence: 0, category: .other), count: size)
        var listed = 0
        // The order decides which slot a key has, not what is found for it.
        for (key, entry) in contents {
            var slot = Self.start(key) & mask
            while keys[slot] != 0 { slot = (slot + 1) & mask }
            keys[slot] = key
            entries[slot] = entry
            if entry.isListed { listed += 1 }
        }
        listedCount = listed
    }

    /// FNV's low bits are its good ones; the shift lets the high ones have a say.
    @inline(__always)
    private static func start(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key ^ (key >> 29)) }

    @inline(__always)
    subscript(key: UInt64) -> ValenceLexicon.Entry? {
        var slot = Self.start(key) & mask
        while true {
            let found = keys[slot]
            if found == key { return found == 0 ? nil : entries[slot] }
            if found == 0 { return nil }
            slot = (slot &+ 1) & mask
        }
    }

    /// All entries by key.
    var contents: [UInt64: ValenceLexicon.Entry] {
        var result: [UInt64: ValenceLexicon.Entry] = [:]
        for (key, entry) in zip(keys, entries) where key != 0 { result[key] = entry }
        return result
    }
}
