import CaucusText

/// Reads a user's list of words line by line; what the built-in lists may say by accident is an error here.
struct WordListReader {
    /// What the words of a group are for.
    enum Use {
        /// They report: `[say]`, `[claim noun]`.
        case report
        /// They take a side: `[verb against 2]`, `[noun favor 2: of for]`, `[wish]`.
        case act
        /// They are what the group's names say: `[title]`, `[role male-role]`.
        case kind
    }

    private let file: String
    private var number = 0
    private var groups: [WordGroup] = []

    /// The groups of a file that have words.
    static func groups(in bytes: [UInt8], file: String) throws(WordListError) -> [WordGroup] {
        guard bytes.count <= WordLists.largestFile else {
            throw .tooLarge(file: file, limit: WordLists.largestFile)
        }
        var reader = WordListReader(file: file)
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            reader.number += 1
            guard let line = String(validating: line, as: UTF8.self) else {
                throw .badLine(
                    file: file, line: reader.number, found: "bytes that are not UTF-8",
                    expected: "UTF-8")
            }
            try reader.read(line)
        }
        let groups = reader.groups.filter { !$0.words.isEmpty }
        if groups.isEmpty { throw .empty(file: file) }
        return groups
    }

    private init(file: String) { self.file = file }

    private mutating func read(_ line: String) throws(WordListError) {
        let words = line.split(whereSeparator: \.isWhitespace)
        switch words.first?.first {
        case nil, "#", ">", "<": return
        case "[": groups.append(try group(words.joined(separator: " ")))
        default:
            guard let last = groups.indices.last else {
                throw bad(line, "a group such as [say] before the first word")
            }
            for word in words {
                if let expected = Self.fault(of: word, in: groups[last]) {
                    throw bad(String(word), expected)
                }
                groups[last].words.append(String(word))
            }
        }
    }

    private func group(_ line: String) throws(WordListError) -> WordGroup {
        guard let group = WordGroup(header: line[...]), let use = Self.use(of: group) else {
            throw bad(
                line, "a group of the built-in lists, such as [say], [title] or [verb against 2]")
        }
        let takesCompanions = use == .act && ["noun", "adjective"].contains(group.name)
        if takesCompanions, group.companions.isEmpty {
            throw bad(
                line, "the words that lead to whom: [\(group.fields.joined(separator: " ")): of]")
        }
        if !takesCompanions, line.contains(":") {
            throw bad(line, "[\(group.fields.joined(separator: " "))]")
        }
        if let companion = group.companions.first(where: { !Self.isWord($0[...]) }) {
            throw bad(companion, Self.oneWord)
        }
        return group
    }

    /// What the words of a group are for, or `nil` where no built-in list has such a group.
    ///
    /// `[claim]` is of reporting verbs, though a list of acts has a group of that name too.
    static func use(of group: WordGroup) -> Use? {
        let fields = group.fields
        guard !fields.isEmpty else { return nil }
        if VerbClass(name: group.name) != nil {
            return fields.count == 1 || fields.dropFirst() == ["noun"] ? .report : nil
        }
        if sided.contains(group.name), fields.count == 3 {
            let isSide = ["against", "favor"].contains(fields[1])
            return isSide && ["1", "2", "3"].contains(fields[2]) ? .act : nil
        }
        if fields.allSatisfy(kinds.contains) { return .kind }
        return fields.count == 1 && acts.contains(group.name) ? .act : nil
    }

    private static let sided: Set = [
        "verb", "doing", "attitude", "noun", "received", "adjective",
    ]
    private static let verbsOfActs: Set = Set(
        English.groups(of: .actVerbs).filter { $0.fields.count == 1 }.map(\.name))
    private static let acts = verbsOfActs.union(
        English.groups(of: .actNouns).filter { $0.fields.count == 1 }.map(\.name))
    private static let kinds = Set(
        Lexicon.lists.flatMap { English.groups(of: $0) }.flatMap(\.fields))

    /// What would be right in place of a word of a group; `nil` where the word is.
    private static func fault(of word: Substring, in group: WordGroup) -> String? {
        switch use(of: group) {
        case .report: return isVerb(word) ? nil : verb
        case .act
        where ["verb", "doing", "attitude"].contains(group.name)
            || verbsOfActs.contains(group.name):
            let parts = word.split(separator: "_", omittingEmptySubsequences: false)
            let isRight =
                isVerb(parts[0]) && parts.dropFirst().allSatisfy { $0 == "~" || isWord($0) }
                && parts.count { $0 == "~" } < 2
            return isRight ? nil : verb + ", and after it _ and the words that lead to whom"
        default: return isWord(word) ? nil : oneWord
        }
    }

    private static let verb = "a verb: base, base/past or base/past/participle, each one word"
    private static let oneWord =
        "one word as a text is cut into words, without the marks beside it"

    private static func isVerb(_ spelling: Substring) -> Bool {
        var parts = spelling.split(separator: "/", omittingEmptySubsequences: false)
        if parts[0].last == "+" { parts[0].removeLast() }
        return parts.count <= 3 && parts.allSatisfy(isWord)
    }

    /// Whether the tokenizer makes the word, alone or after another one (“'ll”); one with `_` would be a phrase.
    private static func isWord(_ word: Substring) -> Bool {
        guard !word.contains("_") else { return false }
        let key = LetterFolding.key(of: word)
        func ends(_ text: String, words: Int) -> Bool {
            let lexemes = Tokenizer().lexemes(of: Array(text.utf8))
            return lexemes.count == words && lexemes.last?.key == key
        }
        return ends(String(word), words: 1) || ends("x" + word, words: 2)
    }

    private func bad(_ found: String, _ expected: String) -> WordListError {
        let shown = found.unicodeScalars.prefix(60).filter { $0.value >= 32 && $0.value != 127 }
        let rest = found.unicodeScalars.count > 60 ? "…" : ""
        return .badLine(
            file: file, line: number, found: "“\(String(String.UnicodeScalarView(shown)))\(rest)”",
            expected: expected)
    }
}
