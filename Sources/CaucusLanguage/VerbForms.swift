import CaucusText

/// The forms of a verb, in UTF-8.
///
/// A list writes `base`, `base/past` or `base/past/participle`, where the regular forms do not serve; `+` doubles the last
/// letter (“refer+”).
package struct VerbForms: Sendable, Equatable {
    /// “say”
    package var base: [UInt8]
    /// “says”; two spellings after “-o”.
    package var third: [[UInt8]]
    /// “said”
    package var past: [UInt8]
    /// “taken”, or `nil` where it is ``past``.
    package var participle: [UInt8]?
    /// “saying”
    package var gerund: [UInt8]

    /// Every form, the base first.
    package var all: [[UInt8]] {
        [base] + third + [past] + (participle.map { [$0] } ?? []) + [gerund]
    }

    /// The keys of the forms, each with what it is; the past is the participle too where there is no other.
    package var keys: [(key: UInt64, form: VerbForm)] {
        let third = third.map { ($0, VerbForm.third) }
        let rest = [(past, .past), (participle ?? past, .participle), (gerund, VerbForm.gerund)]
        return ([(base, .base)] + third + rest).map {
            ($0.withUnsafeBufferPointer(LetterFolding.key(ofUTF8:)), $1)
        }
    }

    /// Reads a verb as a list writes it; `nil` where it is none.
    package init?(_ spelling: String) {
        var parts = spelling.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
        guard let first = parts.first, parts.count <= 3, first != Array("+".utf8) else {
            return nil
        }
        let doubles = first.last == UInt8(ascii: "+")
        if doubles { parts[0].removeLast() }
        self = Inflection.verb(
            parts[0], past: parts.count > 1 ? parts[1] : nil,
            participle: parts.count > 2 ? parts[2] : nil, doubles: doubles)
    }

    init(base: [UInt8], third: [[UInt8]], past: [UInt8], participle: [UInt8]?, gerund: [UInt8]) {
        self.base = base
        self.third = third
        self.past = past
        self.participle = participle
        self.gerund = gerund
    }
}
