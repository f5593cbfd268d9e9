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
        }

        /// In the order of their slugs.
        let forms: [Form]
        /// For every form the one that stands for its person: the fullest, or itself.
        private(set) var bearer: [Int]
        /// The forms that may be those of several persons, with the fuller forms that they may mean.
        private(set) var doubts: [(form: Int, fuller: [Int])] = []
        /// For every form that stands for a person: what was told of all its forms.
        private(set) var people: [Int: Told] = [:]
        /// The id of every form that stands for a person.
        private(set) var ids: [Int: String] = [:]
        private var byCore: [String: [Int]] = [:]

        /// - Parameter told: What was told, by written name.
        init(_ told: [String: Told]) {
            forms = Self.forms(told)
            bearer = Array(forms.indices)
            let fuller = Self.fullerForms(forms)
            for i in forms.indices where !fuller[i].isEmpty {
                let fullest = Self.fullest(from: i, fuller)
                if fullest.count == 1 {
                    bearer[i] = fullest[0]
                } else {
                    doubts.append((i, fullest))
                }
            }
            for i in forms.indices {
                people[bearer[i], default: Told(forms[bearer[i]].name)].take(forms[i].told)
            }
            let standing = forms.indices.filter { bearer[$0] == $0 }
            byCore = Dictionary(grouping: standing) { forms[$0].name.core }
            var shared: [String: Int] = [:]
            for i in standing { shared[forms[i].name.shortSlug, default: 0] += 1 }
            for i in standing {
                let short = forms[i].name.shortSlug
                ids[i] = shared[short] == 1 ? short : forms[i].name.slug
            }
        }

        /// Who may be meant by a surname alone: who bears it and is not known to be of the other gender.
        func candidates(for bare: BareName) -> [Int] {
            (byCore[bare.core] ?? []).filter { i in
                guard forms[i].name.mayBear(bare.surname, bare.core, bare.suffix) else {
                    return false
                }
                let gender = people[i]?.gender ?? .unknown
                return bare.gender == .unknown || gender == .unknown || bare.gender == gender
            }
        }
    }
}

extension SpeakerDirectory.Bearers {
    /// The full names, spellings of one slug taken together.
    private static func forms(_ told: [String: SpeakerDirectory.Told]) -> [Form] {
        let full = told.filter { $0.value.name.isFull }
        return Dictionary(grouping: full) { $0.value.name.slug }.sorted { $0.key < $1.key }
            .map { _, spellings in
                // “Maud Ellery Voss” and “Maud Ellery-Voss” have one slug: the hyphen tells more.
                let name = spellings.map(\.value.name).min {
                    ($0.middle.count, $0.surname) < ($1.middle.count, $1.surname)
                }
                var all = SpeakerDirectory.Told(name ?? spellings[0].value.name)
                for spelling in spellings { all.take(spelling.value) }
                return Form(name: all.name, written: mostUsed(spellings), told: all)
            }
    }

    /// The spelling met most often; of those met as often, “Bo Li” rather than “BO LI”.
    static func mostUsed(_ spellings: [(key: String, value: SpeakerDirectory.Told)]) -> String {
        let best = spellings.max {
            let (one, other) = ($0.value, $1.value)
            return (one.named.all + one.documents.all, $0.key)
                < (other.named.all + other.documents.all, $1.key)
        }
        return best?.key ?? ""
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
                fuller[i] += bucket.filter { forms[$0].name.isFuller(than: forms[i].name) }
            }
        }
        let bySlug = Dictionary(
            forms.indices.map { (forms[$0].name.slug, $0) }, uniquingKeysWith: { a, _ in a })
        for i in forms.indices where forms[i].name.hasMoreThanTwoWords {
            for short in forms[i].name.ends.compactMap({ bySlug[$0] })
            where forms[i].name.isFuller(than: forms[short].name) {
                // “State Colin Powell” is what is left of a longer title: a form of “Colin Powell”.
                if forms[short].name.opensWithGivenName, !forms[i].name.opensWithGivenName {
                    fuller[i] = [short]
                    fuller[short].removeAll { $0 == i }
                } else if !fuller[short].contains(i) {
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
    /// The gender, where documents tell it and none contradicts.
    var gender: Mention.Gender {
        let female = named.female + documents.female
        let male = named.male + documents.male
        return (female > 0) == (male > 0) ? .unknown : female > 0 ? .female : .male
    }
}
