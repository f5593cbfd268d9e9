@_spi(HashTable) import CaucusText

extension SpeakerDirectory.Bearers {
    /// What a person should decide: the surnames of several bearers, the names that may be short for several, and
    /// those that are nearly the same.
    func proposals(
        for surnames: [(told: SpeakerDirectory.BareName.Told, candidates: [Int])]
    ) -> [SpeakerProposal] {
        let all = joined(surnames) + shorterNames + similarNames
        return all.sorted {
            ($1.name.quotations, $0.name.name, $0.reason.rawValue)
                < ($0.name.quotations, $1.name.name, $1.reason.rawValue)
        }
    }

    /// One proposal a surname: what was told of “Penn” and of “Ms. Penn” is one question.
    private func joined(
        _ surnames: [(told: SpeakerDirectory.BareName.Told, candidates: [Int])]
    ) -> [SpeakerProposal] {
        Dictionary(grouping: surnames) {
            $0.told.bare.surname + " " + ($0.told.bare.suffix ?? "")
        }.values.compactMap { same in
            let most = same.max {
                ($0.told.documents, $1.told.written) < ($1.told.documents, $0.told.written)
            }
            guard let most else { return nil }
            return SpeakerProposal(
                reason: .surname,
                name: SpeakerProposal.Name(
                    name: most.told.written,
                    documents: same.reduce(0) { $0 + $1.told.documents },
                    quotations: same.reduce(0) { $0 + $1.told.quotations }),
                candidates: named(Array(Set(same.flatMap(\.candidates)))))
        }
    }

    /// Names of persons by their forms, those with most quotations first.
    private func named(_ standing: [Int]) -> [SpeakerProposal.Name] {
        standing.map(name).sorted { ($1.quotations, $0.name) < ($0.quotations, $1.name) }
    }

    private func name(_ i: Int) -> SpeakerProposal.Name {
        SpeakerProposal.Name(
            name: written[i], documents: people[i].documents.all,
            quotations: people[i].quotations.all)
    }

    /// Speakers whose name may be short for several persons'.
    private var shorterNames: [SpeakerProposal] {
        doubts.filter { forms[$0.form].told.documents.all > 0 }.map { form, fuller in
            SpeakerProposal(reason: .shorter, name: name(form), candidates: named(fuller))
        }
    }

    /// Pairs of speakers whose names are nearly the same.
    private var similarNames: [SpeakerProposal] {
        var pairs: Set<[Int]> = []
        func note(_ i: Int, _ j: Int, _ isSimilar: (PersonName, PersonName) -> Bool) {
            if isSimilar(forms[i].name, forms[j].name), !contradict(i, j) {
                pairs.insert([min(i, j), max(i, j)])
            }
        }
        for namesakes in byCore.values where namesakes.count > 1 {
            let speakers = namesakes.filter(isSpeaker)
            for (k, i) in speakers.enumerated() {
                for j in speakers[(k + 1)...] { note(i, j, Self.haveSimilarGivenNames) }
            }
        }
        for (i, j) in neighbors { note(i, j, Self.haveSimilarSurnames) }
        return pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { pair in
            let names = named(pair)
            let (one, other) = (forms[pair[0]].name, forms[pair[1]].name)
            let reason: SpeakerProposal.Reason =
                one.suffix != other.suffix ? .suffix : one.core == other.core ? .given : .spelling
            return SpeakerProposal(reason: reason, name: names[1], candidates: [names[0]])
        }
    }

    private func isSpeaker(_ i: Int) -> Bool { bearer[i] == i && people[i].documents.all > 0 }

    /// Pairs of speakers of one given name whose surnames may be similar; a pair may come several times.
    private var neighbors: [(Int, Int)] {
        /// A speaker under one of its keys, and the one before it under the same key.
        struct Link {
            let speaker: Int
            let before: Int32?
        }
        var links: [Link] = []
        var last = HashTable<Int32>(expected: 1 << 12)
        var pairs: [(Int, Int)] = []
        for i in forms.indices where isSpeaker(i) {
            for key in Self.neighborKeys(of: forms[i].name) {
                let before = last.updateValue(Int32(links.count), forKey: key)
                links.append(Link(speaker: i, before: before))
                var other = before
                while let at = other.map(Int.init) {
                    if links[at].speaker != i { pairs.append((links[at].speaker, i)) }
                    other = links[at].before
                }
            }
        }
        return pairs
    }

    /// Whether documents tell that one is a man and the other a woman.
    private func contradict(_ i: Int, _ j: Int) -> Bool {
        let (one, other) = (people[i].gender, people[j].gender)
        return one != .unknown && other != .unknown && one != other
    }

    /// “Jon Roe” and “John Roe”, “Bill Roe” and “William Roe”, “John Roe” and “John Roe Jr.”; of one surname.
    private static func haveSimilarGivenNames(_ a: PersonName, _ b: PersonName) -> Bool {
        guard let one = a.first, let other = b.first, a.surname == b.surname else { return false }
        // Other middle names tell people of one name apart.
        if one == other { return a.suffix != b.suffix }
        guard a.suffix == b.suffix, one.utf8.count > 2, other.utf8.count > 2 else { return false }
        // “Jon” and “Don” are no slip.
        return GivenNameForms.areOne(one, other)
            || one.utf8.first == other.utf8.first && isOneLetterApart(one, other)
    }

    /// “John Smith” and “John Smyth”, “Maud Voss” and “Maud Ellery-Voss”.
    private static func haveSimilarSurnames(_ a: PersonName, _ b: PersonName) -> Bool {
        guard a.first == b.first, a.suffix == b.suffix, a.core != b.core else { return false }
        let (short, long) =
            a.core.utf8.count < b.core.utf8.count ? (a.core, b.core) : (b.core, a.core)
        if long.contains("-") { return long.split(separator: "-").contains { $0 == short } }
        return short.utf8.count >= 4 && isOneLetterApart(short, long)
    }

    /// Keys of which two similar surnames of one given name share at least one: the surname, the parts of a double one,
    /// and the surname with each letter left out.
    private static func neighborKeys(of name: PersonName) -> [UInt64] {
        let given = LetterFolding.key(of: (name.first ?? "") + " ")
        func key(_ letters: some Sequence<Unicode.Scalar>) -> UInt64 {
            // The table takes no 0.
            letters.reduce(given) { LetterFolding.extend($0, with: $1.value) } | 1
        }
        let surname = Array(name.core.unicodeScalars)
        var keys = [key(surname)]
        if surname.contains("-") {
            return keys + surname.split(separator: "-").map(key)
        }
        for i in surname.indices {
            // Of a double letter either one is left out.
            if i > 0, surname[i] == surname[i - 1] { continue }
            keys.append(key(surname[..<i] + surname[(i + 1)...]))
        }
        return keys
    }

    /// Whether one letter too many, too few or another, or two letters the other way round, make one of the other.
    private static func isOneLetterApart(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        guard abs(a.count - b.count) < 2 else { return false }
        let start = zip(a, b).prefix { $0 == $1 }.count
        let end = zip(a[start...].reversed(), b[start...].reversed()).prefix { $0 == $1 }.count
        let (left, right) = (a[start..<(a.count - end)], b[start..<(b.count - end)])
        if left.count < 2, right.count < 2 { return true }
        return left.count == 2 && right.count == 2 && left.reversed().elementsEqual(right)
    }
}
