import CaucusQuotes

extension StanceTarget {
    /// The name's last word with its particles: “von der Leyen” of “Ursula von der Leyen”; the whole name
    /// where it has one word. Suffixes (Jr., III) are left out.
    package var surname: String { PersonName.surname(in: name) }

    /// The first word of a name of several, or `nil` where it has one word or is also a word of its own.
    package var givenName: String? {
        let words = name.split(separator: " ").map(String.init)
        guard words.count > 1, words[0].count > 2, words[0].last != "." else { return nil }
        return LeaderWords.standard.givenWords.contains(words[0]) ? nil : words[0]
    }

    /// The name, the surname and the user's aliases that are names; without repeats.
    package var names: [String] {
        let surname = surname
        // Articles write “Assad” of Bashar al-Assad.
        let bare = surname.lowercased().hasPrefix("al-") ? [String(surname.dropFirst(3))] : []
        return ([name, surname] + bare + aliases.filter { !Self.isEpithet($0) }).uniqued()
    }

    /// The user's aliases that are roles or nicknames: those in lower case, as “the prime minister”.
    package var epithets: [String] {
        aliases.filter(Self.isEpithet).uniqued()
    }

    private static func isEpithet(_ alias: String) -> Bool { alias.first?.isLowercase == true }
}

extension Array where Element: Hashable {
    /// The elements without repeats, the first of each kept.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
