/// What the verb of a cue does with its content; the classes are ours, by general knowledge.
@frozen @usableFromInline
package enum VerbClass: UInt8, Sendable, CaseIterable {
    case none
    /// say, add, explain, announce: takes quotations and clauses without “that”.
    case say
    /// argue, claim, insist, allege
    case claim
    /// tell, inform, assure: an addressee comes first
    case tell
    /// write, tweet, post
    case write
    /// think, believe, feel
    case think
    /// know, learn, recall, realize
    case know
    /// want, hope, wish
    case want
    /// expect, predict, estimate
    case expect
    /// fear, worry, doubt
    case fear
    /// promise, vow, threaten, offer
    case promise
    /// decide, plan, agree, refuse, seek
    case decide
    /// ask, wonder, question
    case ask
    /// urge, demand, propose, order
    case urge
    /// deny, reject, dismiss
    case deny
    /// admit, acknowledge, confirm
    case admit
    /// praise, welcome, tout
    case praise
    /// criticize, condemn, mock
    case criticize
    /// support, endorse, oppose
    case support
    /// describe, call, label, compare
    case describe
    /// discuss, mention, cite, stress
    case discuss
    /// show, suggest, indicate
    case show
    /// find, see, hear, conclude
    case find
    /// seem, appear
    case seem
    /// laugh, nod, continue, begin: only with a quotation beside it
    case manner

    @inlinable package static func == (a: VerbClass, b: VerbClass) -> Bool {
        unsafeBitCast(a, to: UInt8.self) == unsafeBitCast(b, to: UInt8.self)
    }
}

/// How a verb is inflected; a form may be several at once.
@frozen @usableFromInline
package struct VerbForm: OptionSet, Sendable, Hashable {
    @usableFromInline package let rawValue: UInt8
    @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }

    @inlinable package static var base: VerbForm { VerbForm(rawValue: 1) }
    @inlinable package static var third: VerbForm { VerbForm(rawValue: 2) }
    @inlinable package static var past: VerbForm { VerbForm(rawValue: 4) }
    @inlinable package static var participle: VerbForm { VerbForm(rawValue: 8) }
    @inlinable package static var gerund: VerbForm { VerbForm(rawValue: 16) }
    /// Could also be a noun: “claims”, “plan”.
    @inlinable package static var noun: VerbForm { VerbForm(rawValue: 32) }
}
