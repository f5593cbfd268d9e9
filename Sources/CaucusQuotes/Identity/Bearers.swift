import CaucusText

extension SpeakerDirectory {
    /// The full names of a corpus, and which of them are one person's.
    struct Bearers {
        /// One full name in all its spellings.
        struct Form {
            let name: PersonName
            /// The spelling met most often.
            let written: String
            let told: Told
            /// Whether it reads as a name: it opens with a given name or with a word of no list (not “Team Roe”), and no
            /// word is two (not “Jane FlakeHelen Roe”, a table's cells run together).
            let isLikeName: Bool

            init(_ name: PersonName, _ written: String, _ told: Told) {
                self.name = name
                self.written = written
                self.told = told
                isLikeName = name.opensLikeName && !PersonName.isGlued(written)
            }
        }

        /// In the order of their slugs.
        let forms: [Form]
        /// For every form the one that stands for its person: the fullest, or itself.
        private(set) var bearer: [Int]
        /// The forms that may be those of several persons, with the fuller forms that they may mean.
        private(set) var doubts: [(form: Int, fuller: [Int])] = []
        /// For every form that stands for a person: what was told of all its forms.
        private(set) var people: [Told] = []
        /// The spelling of each of them that is met most often, all forms taken together.
        private(set) var written: [String] = []
        /// The id of every form that stands for a person; empty for the others.
        private(set) var ids: [String] = []
        /// The forms that stand for persons, by the core of their surname.
        private(set) var byCore: [String: [Int]] = [:]

        init(_ told: [Told]) {
            forms = Self.forms(told)
            bearer = Array(forms.indices)
            let fuller = Self.fullerForms(forms)
            let fullest = forms.indices.map { Self.fullest(from: $0, fuller) }
            var support = [Int](repeating: 0, count: forms.count)
            for i in forms.indices where fullest[i].count < 2 {
                support[fullest[i].first ?? i] += forms[i].told.mentions
            }
            for i in forms.indices {
                let rivals = rivals(fullest[i], support)
                if rivals.count == 1 { bearer[i] = rivals[0] }
                if rivals.count > 1 { doubts.append((i, rivals)) }
            }
            people = forms.map { Told($0.written, $0.name) }
            written = forms.map(\.written)
            var most = [Int](repeating: -1, count: forms.count)
            for i in forms.indices {
                people[bearer[i]].take(forms[i].told)
                if forms[i].told.mentions > most[bearer[i]] {
                    most[bearer[i]] = forms[i].told.mentions
                    written[bearer[i]] = forms[i].written
                }
            }
            let standing = forms.indices.filter { bearer[$0] == $0 }
            byCore = Dictionary(grouping: standing) { forms[$0].name.core }
            ids = Self.ids(of: standing, forms, bearer)
        }

        /// The ids of those who stand for persons: the short name where nobody else would have it.
        private static func ids(
            of standing: [Int], _ forms: [Form], _ bearer: [Int]
        ) -> [String] {
            var shared: [String: Int] = [:]
            for i in standing { shared[forms[i].name.shortSlug, default: 0] += 1 }
            let owner = Dictionary(
                forms.indices.map { (forms[$0].name.slug, bearer[$0]) },
                uniquingKeysWith: { a, _ in a })
            var ids = [String](repeating: "", count: forms.count)
            for i in standing {
                let name = forms[i].name
                let short = name.shortSlug
                if let owner = owner[short] {
                    ids[i] = owner == i ? short : name.slug
                } else {
                    ids[i] = shared[short] == 1 ? name.slugWithoutInitials : name.slug
                }
            }
            return ids
        }

        /// Who may be meant by a surname alone: who bears it and is not known to be of the other gender.
        func candidates(for bare: BareName) -> [Int] {
            var all = (byCore[bare.core] ?? []).filter { i in
                guard forms[i].name.mayBear(bare.surname, bare.core, bare.suffix) else {
                    return false
                }
                let gender = people[i].gender
                return bare.gender == .unknown || gender == .unknown || bare.gender == gender
            }
            let named = all.filter { forms[$0].isLikeName }
            if !named.isEmpty { all = named }
            let isKnown = all.contains { i in
                mentions(i) >= Self.manyMentions && forms[i].name.opensWithGivenName
            }
            guard isKnown else { return all }
            // “Discussions Roe” of one article, where twenty name Helen Roe, is a slip of the reader.
            return all.filter { mentions($0) > 1 || forms[$0].name.opensWithGivenName }
        }

        private func mentions(_ i: Int) -> Int { people[i].mentions }

        /// So many documents make a bearer of a surname well known.
        private static let manyMentions = 20
        /// A fuller form that so many times fewer documents have than another is a slip: “Helen Rotten Roe” beside “Helen
        /// Rodham Roe”.
        private static let slipShare = 20

        /// The fuller forms that may be meant, slips apart.
        private func rivals(_ fullest: [Int], _ support: [Int]) -> [Int] {
            let named = fullest.filter { forms[$0].isLikeName }
            let rivals = named.isEmpty ? fullest : named
            let most = rivals.map { support[$0] }.max() ?? 0
            return rivals.filter { support[$0] * Self.slipShare > most }
        }
    }
}

extension SpeakerDirectory.Bearers {
    /// The full names, spellings of one slug taken together.
    private static func forms(_ told: [SpeakerDirectory.Told]) -> [Form] {
        // Names of whose surname nobody speaks are nobody's rivals.
        let surnames = Set(told.lazy.filter { $0.documents.all > 0 }.map(\.name.core))
        let full = told.indices.filter {
            told[$0].name.isFull && surnames.contains(told[$0].name.core)
        }.sorted { (told[$0].name.slug, $0) < (told[$1].name.slug, $1) }
        var forms: [Form] = []
        forms.reserveCapacity(full.count)
        var start = 0
        while start < full.count {
            let slug = told[full[start]].name.slug
            var end = start + 1
            while end < full.count, told[full[end]].name.slug == slug { end += 1 }
            forms.append(form(full[start..<end].map { told[$0] }))
            start = end
        }
        return forms
    }

    /// The form of one slug's spellings.
    private static func form(_ spellings: [SpeakerDirectory.Told]) -> Form {
        let first = spellings[0]
        guard spellings.count > 1 else { return Form(first.name, first.written, first) }
        // “Maud Ellery Voss” and “Maud Ellery-Voss” have one slug: the hyphen tells more.
        let name = spellings.map(\.name).min {
            ($0.middle.count, $0.surname) < ($1.middle.count, $1.surname)
        }
        var all = SpeakerDirectory.Told(mostUsed(spellings), name ?? first.name)
        for spelling in spellings { all.take(spelling) }
        return Form(all.name, all.written, all)
    }

    /// The spelling met most often; of those met as often, “Bo Li” rather than “BO LI”.
    static func mostUsed(_ spellings: [SpeakerDirectory.Told]) -> String {
        spellings.max { ($0.mentions, $0.written) < ($1.mentions, $1.written) }?.written ?? ""
    }

    /// For every form the fuller ones that it may be a form of.
    private static func fullerForms(_ forms: [Form]) -> [[Int]] {
        struct Bucket: Hashable {
            let core: String
            let initial: UInt8?
        }
        var fuller = [[Int]](repeating: [], count: forms.count)
        let alike = Dictionary(grouping: forms.indices) {
            Bucket(core: forms[$0].name.core, initial: forms[$0].name.first?.utf8.first)
        }
        for bucket in alike.values where bucket.count > 1 {
            for i in bucket {
                fuller[i] += bucket.filter { forms[$0].name.tellsMore(than: forms[i].name) }
            }
        }
        let bySlug = Dictionary(
            forms.indices.map { (forms[$0].name.slug, $0) }, uniquingKeysWith: { a, _ in a })
        for i in forms.indices where forms[i].name.hasMoreThanTwoWords {
            for short in forms[i].name.ends.compactMap({ bySlug[$0] }) where short != i {
                let (long, end) = (forms[i].name, forms[short].name)
                // “State Colin Roe” is what is left of a longer title, “Bill Roe Helen Roe” of a caption: forms of
                // “Colin Roe” and “Helen Roe”. “Mary Ann Roe” may well be all of a name.
                guard long.core == end.core, long.suffix == end.suffix else { continue }
                let isCut = !long.opensWithGivenName || long.wordCount > end.wordCount + 1
                if end.opensWithGivenName, isCut {
                    fuller[i] = [short]
                    fuller[short].removeAll { $0 == i }
                } else if long.hasWord(end.first), !fuller[short].contains(i) {
                    fuller[short].append(i)
                }
            }
        }
        return fuller
    }

    /// The forms without a fuller one that a form leads to, in order.
    private static func fullest(from form: Int, _ fuller: [[Int]]) -> [Int] {
        var seen: Set<Int> = [form]
        var open = fuller[form]
        var fullest: [Int] = []
        while let next = open.popLast() {
            guard seen.insert(next).inserted else { continue }
            if fuller[next].isEmpty { fullest.append(next) }
            open += fuller[next]
        }
        return fullest.sorted()
    }
}

extension SpeakerDirectory.Told {
    /// In how many documents the name stands; at least, where it was told of speakers alone.
    var mentions: Int { max(named.all, documents.all) }

    /// The gender, where documents tell it and none contradicts.
    var gender: Mention.Gender {
        let female = named.female + documents.female
        let male = named.male + documents.male
        return (female > 0) == (male > 0) ? .unknown : female > 0 ? .female : .male
    }
}
