package import CaucusLanguage
package import CaucusQuotes
package import CaucusText

extension TargetResolver {
    /// What a resolver knows of the article around a quotation.
    ///
    /// A class, so that what costs something is found out once and only where a rule asks for it.
    package final class ArticleView {
        package private(set) var extraction: Extraction
        /// The words of the article.
        package let reading: Reading
        private let resolver: TargetResolver
        /// Every place where the target is named, in order.
        private(set) var named: [Span] = []
        /// Every place of the target's names that means somebody or something else, in order.
        private(set) var namesakes: [Span] = []
        /// Every place of one of the user's epithets, in order.
        let epithets: [Span]
        /// Every place of the target's given name alone, in order.
        let givenNames: [Span]
        /// Every place that stands for the target by the user's epithets or an office that is the target's
        /// there, in order.
        private(set) lazy var roles = resolver.roleSpans(in: self)
        /// ``named`` and ``roles``, in order.
        package private(set) lazy var anchors = roles.isEmpty ? named : (named + roles).sorted()
        /// The words by which the article says what the target is (``TargetResolver/descriptors(in:)``).
        private(set) lazy var descriptors = resolver.descriptors(in: self)
        /// Who bears each of the offices (``LeaderRoles/offices``).
        private(set) lazy var bearers = resolver.bearers(in: self)
        /// The target's gender, as far as the user or the article tells.
        package private(set) lazy var gender = resolver.gender(in: self)
        /// Whether the target has no given name of use, or somebody else goes by it too.
        private(set) lazy var sharesGivenName = resolver.isGivenNameShared(in: self)
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
            _ extraction: Extraction, _ reading: Reading, _ resolver: TargetResolver
        ) {
            self.extraction = extraction
            self.reading = reading
            self.resolver = resolver
            let found = resolver.phrases.matches(in: reading)
            func places(_ words: Words) -> [Span] {
                found.filter { resolver.words($0) == words }.map(\.span)
            }
            epithets = places(.epithet)
            givenNames = places(.givenName)
            let names = places(.name)
            guard !names.isEmpty else { return }
            named = resolver.own(names, in: self)
            let own = Set(named)
            namesakes = names.filter { !own.contains($0) }
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

    private func isGivenNameShared(in article: ArticleView) -> Bool {
        guard let givenName = target.givenName else { return true }
        // “Paul” is not Paul Hale where the article names Rand Paul.
        return zip(article.extraction.entities, article.isOwn).contains { person, isOwn in
            person.name.hasPrefix(givenName + " ") && !isOwn
                || person.name.hasSuffix(" " + givenName)
                    && PersonName(person.name).givenGender != .unknown
        }
    }

    /// Those of the places of the target's names that are no mention of somebody else with the same surname, nor part of
    /// one.
    private func own(_ places: [Span], in article: ArticleView) -> [Span] {
        let mentions = article.extraction.mentions
        let others = mentions.filter { mention in
            mention.kind == .name && mention.entity.map { !article.isOwn[$0] } ?? false
        }
        var other = 0
        let own = places.filter { place in
            if isPlaceOrFamily(after: place.end, in: article.reading) { return false }
            while other < others.count, others[other].span.end <= place.start { other += 1 }
            guard other < others.count else { return true }
            return !others[other].span.contains(place)
        }
        guard let sharedSurname, !own.isEmpty else { return own }
        return sharedSurname.own(
            own, isTold: !article.givenNames.isEmpty, article.reading, mentions)
    }
}
