import CaucusLanguage
import CaucusQuotes
import CaucusText

/// A surname that means the leader only where the article has told so: a month's, or that of somebody renowned.
///
/// Of “May” and “Bush” in articles that name no leader of the surname in full, 1 of 103 and 1 of 24 were the leader
/// that was asked for.
struct SharedSurname: Sendable {
    /// In letters without case.
    private let key: UInt64
    private let isMonth: Bool
    /// Somebody else is meant by the surname, and by some titles before it.
    private let isRenowned: Bool

    private static let words = LeaderWords.standard

    /// `nil` where the surname is the leader's alone.
    init?(of target: StanceTarget) {
        let surname = target.surname
        key = LetterFolding.key(of: surname)
        isMonth = Self.words.months.contains(key)
        let own = PersonName(target.name)
        let known = Self.words.renowned.filter { $0.core == own.core }
        isRenowned = !known.isEmpty && !known.contains { $0.isOne(with: own) || own.first == nil }
        if !isMonth, !isRenowned { return nil }
    }

    /// Those of the places that mean the leader.
    ///
    /// - Parameters:
    ///   - names: Every place where a name of the leader is written.
    ///   - isTold: Whether the article has the leader's given name.
    func own(
        _ names: [Span], isTold: Bool, _ reading: Reading, _ mentions: [Mention]
    ) -> [Span] {
        let isOwn = names.map { tells(of: $0, reading, mentions) }
        guard isTold || isOwn.contains(true) else { return [] }
        return zip(names, isOwn).filter { $1 || !isMonth || !isDate($0, reading) }.map(\.0)
    }

    /// Whether a name is more than the bare surname: “Grace May”, “Mrs. May”.
    private func tells(of name: Span, _ reading: Reading, _ mentions: [Mention]) -> Bool {
        func text(_ span: Span) -> String {
            String(decoding: reading.bytes[span.start..<span.end], as: UTF8.self)
        }
        if LetterFolding.key(of: text(name)) != key { return true }
        let i = mentions.partitionPoint { $0.span.end > name.start }
        // “Grace Anne May”
        if i < mentions.count, mentions[i].span.start < name.start,
            PersonName(text(mentions[i].span)).isFull
        {
            return true
        }
        guard let title = reading.title(before: name) else { return false }
        return !isRenowned || !Self.words.renownedTitles.contains(LetterFolding.key(of: title))
    }

    /// Whether “May” is a month, or opens a wish: “in May”, “May 25”, “May God help us”.
    private func isDate(_ name: Span, _ reading: Reading) -> Bool {
        let words = reading.words[reading.word(at: name.end)...]
        if words.drop(while: { $0.kind == .comma }).first?.kind == .number { return true }
        var after = WordsAfter(reading, name.end)
        if let next = after.next(), Self.words.wishes.contains(next) { return true }
        guard let before = reading.word(before: name) else { return false }
        return Self.words.beforeMonth.contains(LetterFolding.key(of: before))
    }
}
