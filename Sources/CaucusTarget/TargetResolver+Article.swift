package import CaucusQuotes
package import CaucusText

extension TargetResolver {
    /// What a resolver knows of the article around a quotation.
    ///
    /// A class, so that what costs something is found out once and only where a rule asks for it. It does not
    /// outlive the bytes it was made with.
    package final class ArticleView {
        package private(set) var extraction: Extraction
        package let bytes: UnsafeBufferPointer<UInt8>
        private let resolver: TargetResolver
        /// Every place where the target is named, in order.
        let named: [Span]
        /// Every place that stands for the target by the user's epithets or an office that is the target's
        /// there, in order.
        private(set) lazy var roles = resolver.roleSpans(in: self)
        /// ``named`` and ``roles``, in order.
        package private(set) lazy var anchors = roles.isEmpty ? named : (named + roles).sorted()
        /// The words by which the article says what the target is (``TargetResolver/descriptors(in:)``).
        private(set) lazy var descriptors = resolver.descriptors(in: extraction)
        /// Who bears each of the offices (``LeaderRoles/offices``).
        private(set) lazy var bearers = resolver.bearers(in: extraction)
        /// The target's gender, as far as the user or the article tells.
        package private(set) lazy var gender = resolver.gender(in: self)
        /// Whether the target has no given name of use, or somebody else goes by it too.
        private(set) lazy var sharesGivenName = resolver.isGivenNameShared(in: extraction)
        /// Which of the entities are the target.
        private(set) lazy var isOwn = extraction.entities.map(resolver.isTarget)
        /// How many names of people the article has.
        private(set) lazy var nameCount = extraction.mentions.count { $0.kind == .name }
        /// Whether the article names the target in full.
        private(set) lazy var isNamedInFull = extraction.entities.indices.contains {
            isOwn[$0] && PersonName(extraction.entities[$0].name).isFull
        }
        /// Whether the article is about the target: one of four of those it names or speaks of by an office.
        private(set) lazy var isAboutTarget = 4 * anchors.count >= nameCount + roles.count
        /// The words that name the speakers, in order.
        private(set) lazy var sources = extraction.quotations.compactMap(\.source).sorted()
        /// How many people the article names, the target apart.
        private(set) lazy var otherPeople = extraction.entities.indices.count {
            extraction.entities[$0].kind == .person && !isOwn[$0]
        }
        /// Whether the article names another person of the target's surname.
        private(set) lazy var hasNamesake = extraction.entities.contains(where: resolver.isNamesake)

        package init(
            _ extraction: Extraction, _ bytes: UnsafeBufferPointer<UInt8>,
            _ resolver: TargetResolver
        ) {
            self.extraction = extraction
            self.bytes = bytes
            self.resolver = resolver
            named = resolver.named(in: bytes, extraction)
        }

        /// Takes quotations with speech acts among them in place of those it was made with; speakers,
        /// mentions and sentences stay.
        package func take(_ quotations: [Quotation]) {
            extraction.quotations = quotations
        }

        /// The sentence at a byte, as an index; -1 before the first.
        func sentence(at place: Int) -> Int {
            extraction.sentences.partitionPoint { $0.span.start > place } - 1
        }
    }

    private func isGivenNameShared(in extraction: Extraction) -> Bool {
        guard let givenName = target.givenName else { return true }
        // “Paul” is not Paul Hale where the article names Rand Paul.
        return extraction.entities.contains {
            $0.name.hasPrefix(givenName + " ") && !isTarget($0)
                || $0.name.hasSuffix(" " + givenName)
                    && PersonName($0.name).givenGender != .unknown
        }
    }

    /// The places where the target is named: those of its phrases that are no mention of somebody else with the
    /// same surname, nor part of one.
    private func named(in bytes: UnsafeBufferPointer<UInt8>, _ extraction: Extraction) -> [Span] {
        let matches = names.matches(in: bytes, within: Span(0, bytes.count)).map(\.span)
        guard !matches.isEmpty else { return [] }
        let isOwn = extraction.entities.map(isTarget)
        let others = extraction.mentions.filter { mention in
            mention.kind == .name && mention.entity.map { !isOwn[$0] } ?? false
        }
        var other = 0
        let own = matches.filter { match in
            if isPlaceOrFamily(after: match.end, in: bytes) { return false }
            while other < others.count, others[other].span.end <= match.start { other += 1 }
            guard other < others.count else { return true }
            return !others[other].span.contains(match)
        }
        guard let sharedSurname, !own.isEmpty else { return own }
        let isTold = !givenName.matches(in: bytes, within: Span(0, bytes.count)).isEmpty
        return sharedSurname.own(own, isTold: isTold, bytes, extraction.mentions)
    }
}
