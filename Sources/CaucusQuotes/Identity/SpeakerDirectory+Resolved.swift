import CaucusText

extension SpeakerDirectory {
    /// The ids of all speakers, and the joins that a person should decide.
    public struct Resolved: Sendable {
        /// The id of every full name, by its slug.
        private var full: [String: String] = [:]
        /// The id of every full name as it is written: names come again and again, and need not be taken apart.
        private var written: [String: String] = [:]
        /// The id of every surname that exactly one person can bear.
        private var bare: [BareName: String] = [:]
        private let aliases: SpeakerAliases
        /// What a person should decide, the names with most quotations first.
        public let proposals: [SpeakerProposal]

        init(_ directory: SpeakerDirectory) {
            aliases = directory.aliases
            let bearers = Bearers(directory.people)
            for (i, form) in bearers.forms.enumerated() {
                full[form.name.slug] = bearers.ids[bearers.bearer[i]]
            }
            var open: [(told: BareName.Told, candidates: [Int])] = []
            for told in BareName.told(directory.people) {
                let candidates = bearers.candidates(for: told.bare)
                if candidates.count == 1 {
                    bare[told.bare] = bearers.ids[candidates[0]]
                } else if candidates.count > 1 {
                    open.append((told, candidates))
                }
            }
            proposals = bearers.proposals(for: open)
            written.reserveCapacity(directory.people.count)
            for person in directory.people where person.name.isFull && person.documents.all > 0 {
                written[person.written] = full[person.name.slug] ?? person.name.slug
            }
        }

        /// The id of a speaker of `document`: `donald-roe`, `org:lorn-council`; `okello@DOC` and
        /// `a-senior-official@DOC` where nothing tells who of the corpus it is.
        public func id(of speaker: Speaker, in document: String) -> String {
            guard speaker.kind == .person else { return SpeakerKey.id(of: speaker, in: document) }
            let primary = aliases.primary(for: speaker.name)
            if let known = written[primary ?? speaker.name] { return known }
            let name = PersonName(primary ?? speaker.name)
            if name.isFull { return full[name.slug] ?? name.slug }
            // One word that the user has made a speaker's name is that speaker everywhere.
            if primary != nil, !name.surname.isEmpty { return name.slug }
            return bare[BareName(name, speaker.gender)] ?? SpeakerKey.id(of: speaker, in: document)
        }
    }

    /// A surname without a given name, and what its document tells of gender.
    struct BareName: Hashable, Sendable {
        let surname: String
        let core: String
        let suffix: String?
        let gender: Mention.Gender

        init(_ name: PersonName, _ gender: Mention.Gender) {
            surname = name.surname
            core = name.core
            suffix = name.suffix
            self.gender = gender == .unknown ? name.gender : gender
        }

        /// A surname by which documents told speakers.
        struct Told {
            let bare: BareName
            /// The spelling met most often.
            var written: String
            var documents = 0
            var quotations = 0
        }

        /// All of them, in order.
        static func told(_ people: [SpeakerDirectory.Told]) -> [Told] {
            var told: [BareName: Told] = [:]
            var most: [BareName: Int] = [:]
            let bare = people.filter {
                !$0.name.isFull && $0.documents.all > 0 && !$0.name.surname.isEmpty
                    && !$0.name.isTitle
            }
            for person in bare.sorted(by: { $0.written > $1.written }) {
                for gender in [Mention.Gender.unknown, .female, .male]
                where person.documents[gender] > 0 {
                    let bare = BareName(person.name, gender)
                    let documents = person.documents[gender]
                    told[bare, default: Told(bare: bare, written: person.written)].documents +=
                        documents
                    told[bare]?.quotations += person.quotations[gender]
                    if documents > most[bare] ?? 0 {
                        told[bare]?.written = person.written
                        most[bare] = documents
                    }
                }
            }
            return told.values.sorted {
                ($0.bare.surname, $0.bare.suffix ?? "", $0.bare.gender.rawValue)
                    < ($1.bare.surname, $1.bare.suffix ?? "", $1.bare.gender.rawValue)
            }
        }
    }
}
