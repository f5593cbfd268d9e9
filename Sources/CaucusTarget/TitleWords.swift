import CaucusQuotes

/// Finds words of office in what an article calls somebody; its buffer is kept from person to person.
struct TitleWords {
    /// Those found last, as positions in ``LeaderRoles/offices``.
    private(set) var offices: [Int] = []
    /// Those of them that are somebody's no longer: “former president”.
    private var former: [Int] = []
    /// Role and names in lower case, with a space between.
    private var bytes: [UInt8] = []

    private static let roles = LeaderRoles.standard

    /// Offices of one word, and their short forms, by the number of bytes.
    private static let words: [[(bytes: [UInt8], office: Int)]] = {
        var words = [[(bytes: [UInt8], office: Int)]](repeating: [], count: 32)
        for (i, office) in roles.offices.enumerated() {
            for name in office.names where !name.contains(" ") {
                let short = roles.shortTitles.filter { $0.title == name }.map { $0.short + "." }
                for form in [name] + short {
                    words[form.utf8.count].append((Array(form.utf8), i))
                }
            }
        }
        return words
    }()

    /// Offices of several words.
    private static let phrases: [(bytes: [UInt8], office: Int)] =
        roles.offices.enumerated().flatMap { i, office in
            office.names.filter { $0.contains(" ") }.map { (Array($0.utf8), i) }
        }

    private static let past = roles.past.map { Array($0.utf8) }
    private static let lesser = roles.lesser.map { Array($0.utf8) }

    /// Reads what somebody is called.
    mutating func read(_ speaker: Speaker) {
        bytes.removeAll(keepingCapacity: true)
        offices.removeAll(keepingCapacity: true)
        former.removeAll(keepingCapacity: true)
        if let role = speaker.role { append(role) }
        for alias in speaker.aliases { append(alias) }
        var start = 0
        for end in 0...bytes.count where end == bytes.count || bytes[end] == 0x20 {
            if end > start { lookUp(start, end) }
            start = end + 1
        }
        if !former.isEmpty { offices.removeAll { former.contains($0) } }
    }

    private mutating func append(_ title: String) {
        if !bytes.isEmpty { bytes.append(0x20) }
        let first = bytes.count
        for byte in title.utf8 {
            guard byte < 0x80 else {
                bytes.removeSubrange(first...)
                bytes.append(contentsOf: title.lowercased().utf8)
                return
            }
            bytes.append(byte &- 65 < 26 ? byte | 0x20 : byte)
        }
    }

    /// Whether the word before `start`, or the first part of a word with a hyphen, is one of `words`.
    private func follows(_ words: [[UInt8]], _ start: Int) -> Bool {
        guard start > 1 else { return false }
        var first = start - 1
        while first > 0, bytes[first - 1] != 0x20, bytes[first - 1] != 0x2D { first -= 1 }
        return words.contains { $0.count == start - 1 - first && holds($0, at: first) }
    }

    /// Notes the office that the word at `start` is, or that begins within it.
    private mutating func lookUp(_ start: Int, _ end: Int) {
        if end - start < Self.words.count {
            for word in Self.words[end - start] where holds(word.bytes, at: start) {
                note(word.office, start)
            }
        }
        for phrase in Self.phrases {
            for i in start..<end where bytes[i] == phrase.bytes[0] && holds(phrase.bytes, at: i) {
                note(phrase.office, i)
            }
        }
    }

    private mutating func note(_ office: Int, _ start: Int) {
        // A vice president is no president.
        if follows(Self.lesser, start) { return }
        if follows(Self.past, start) { former.append(office) }
        offices.append(office)
    }

    private func holds(_ word: [UInt8], at start: Int) -> Bool {
        guard start + word.count <= bytes.count else { return false }
        for k in word.indices where bytes[start + k] != word[k] { return false }
        return true
    }
}
