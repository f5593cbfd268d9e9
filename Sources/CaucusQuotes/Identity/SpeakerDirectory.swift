public import CaucusText

/// Who the speakers of many documents are: one id for everybody, whatever form of the name a document uses.
///
/// It is told of the speakers of every document and of everybody whom a document names in full, and then says, for
/// all documents at once, which names are one person's (the rules are those of `PersonName`):
///
/// ```swift
/// var directory = SpeakerDirectory()
/// for (document, extraction) in read {
///     for (speaker, quotations) in extraction.speakers { directory.add(speaker, quotations: quotations) }
///     for person in extraction.people { directory.addPerson(named: person.name, gender: person.gender) }
/// }
/// let ids = directory.ids()
/// ids.id(of: speaker, in: "d7")     // "ruth-okello"
/// ```
///
/// The answer does not depend on the order in which documents come. Memory grows with the distinct names.
public struct SpeakerDirectory: Sendable {
    /// How often a name was met, by the gender that its document told.
    struct Count: Sendable {
        var unknown = 0
        var female = 0
        var male = 0

        var all: Int { unknown + female + male }

        subscript(gender: Mention.Gender) -> Int {
            get {
                switch gender {
                case .unknown: unknown
                case .female: female
                case .male: male
                }
            }
            set {
                switch gender {
                case .unknown: unknown = newValue
                case .female: female = newValue
                case .male: male = newValue
                }
            }
        }

        static func += (count: inout Count, other: Count) {
            count.unknown += other.unknown
            count.female += other.female
            count.male += other.male
        }
    }

    /// What was told of one written name.
    struct Told: Sendable {
        /// The name as it is written.
        let written: String
        let name: PersonName
        /// Documents that name the person, speaking or not.
        var named = Count()
        /// Documents in which the person speaks.
        var documents = Count()
        var quotations = Count()

        init(_ written: String) { self.init(written, PersonName(written)) }

        init(_ written: String, _ name: PersonName) {
            self.written = written
            self.name = name
        }

        mutating func take(_ other: Told) {
            named += other.named
            documents += other.documents
            quotations += other.quotations
        }
    }

    let aliases: SpeakerAliases
    /// A number for each written name.
    private(set) var numbers: [String: Int] = [:]
    /// What was told of each, by its number.
    private(set) var people: [Told] = []

    /// Creates an empty directory; `aliases` are the names the user has joined.
    public init(aliases: SpeakerAliases = SpeakerAliases()) {
        self.aliases = aliases
    }

    /// Takes up a speaker of a document, with the number of the quotations there.
    ///
    /// Of several who speak as one each is a speaker; their joined name is nobody's.
    /// Organizations and described sources are who they are by their document's words alone, and need not be told.
    public mutating func add(_ speaker: Speaker, quotations: Int) {
        guard speaker.kind == .person else { return }
        let number = number(of: speaker.name)
        people[number].documents[speaker.gender] += 1
        people[number].quotations[speaker.gender] += quotations
    }

    /// Takes up what several documents told of a person: in how many the person speaks, how often, and how many of them
    /// give the full name.
    package mutating func add(_ person: Speaker, quotations: Int, documents: Int, named: Int) {
        if named > 0 { people[number(of: person.name)].named[person.gender] += named }
        guard documents > 0, person.kind == .person else { return }
        let number = number(of: person.name)
        people[number].documents[person.gender] += documents
        people[number].quotations[person.gender] += quotations
    }

    /// Takes up somebody whom a document names in full, whether quoted or not: a bearer of the surname.
    public mutating func addPerson(named name: String, gender: Mention.Gender) {
        people[number(of: name)].named[gender] += 1
    }

    private mutating func number(of written: String) -> Int {
        let name = aliases.primary(for: written) ?? written
        if let known = numbers[name] { return known }
        numbers[name] = people.count
        people.append(Told(name))
        return people.count - 1
    }

    /// Who everybody is, now that all documents are told.
    ///
    /// - Complexity: O(n log n) for n names, and the square of the number of full names that share surname and
    ///   initial.
    public func ids() -> Resolved { Resolved(self) }
}
