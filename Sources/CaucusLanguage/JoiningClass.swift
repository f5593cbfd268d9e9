/// What a word does that joins others, and that it carries content where it joins none.
@frozen @usableFromInline
package enum JoiningClass: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    case content, auxiliary, determiner, preposition, pronoun, conjunction, breaker, negator
    case intensifier, title, relative

    @inlinable package static func == (a: JoiningClass, b: JoiningClass) -> Bool {
        unsafeBitCast(a, to: UInt8.self) == unsafeBitCast(b, to: UInt8.self)
    }

    /// The class that the list of joining words calls `name`, or `nil`.
    init?(name: String) {
        guard let found = Self.byName[name] else { return nil }
        self = found
    }

    /// The classes by their names, each of which is dear to spell.
    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}
