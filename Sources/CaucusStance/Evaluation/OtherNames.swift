import CaucusMatrix

/// Names to put in the place of others, by kind; all of our own choice.
struct OtherNames {
    /// What kind of name some words are.
    enum Kind: Equatable {
        case person, acronym, organization, group, place
    }

    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    /// The kind of a name, or `nil` where the words are none: a pronoun, or a role in lower case.
    static func kind(of name: String) -> Kind? {
        let words = name.split(separator: " ").map(NameWords.bare)
        let capitalized = words.filter { $0.first?.isUppercase == true && !pronouns.contains($0) }
        guard let last = capitalized.last else { return nil }
        if places.contains(name) || capitalized.count == 1 && countries.contains(last) {
            return .place
        }
        let letters = last.filter(\.isLetter)
        if capitalized.count == 1, letters.count > 1, letters.allSatisfy(\.isUppercase) {
            return .acronym
        }
        if capitalized.contains(where: organizationWords.contains) { return .organization }
        if capitalized.count == 1, groupEndings.contains(where: last.hasSuffix) { return .group }
        let opens = words.first.map { $0 == "the" || $0 == "The" } ?? false
        return opens ? .organization : .person
    }

    /// A new given name and surname, none of whose words are in `taken`.
    mutating func person(avoiding taken: Set<String>) -> (given: String, surname: String) {
        (draw(Self.givenNames, avoiding: taken), draw(Self.surnames, avoiding: taken))
    }

    /// A new name of a kind that is no person.
    mutating func name(_ kind: Kind, avoiding taken: Set<String>) -> String {
        switch kind {
        case .person: draw(Self.surnames, avoiding: taken)
        case .acronym: draw(Self.acronyms, avoiding: taken)
        case .organization: draw(Self.organizations, avoiding: taken)
        case .group: draw(Self.groups, avoiding: taken)
        case .place: draw(Self.otherPlaces, avoiding: taken)
        }
    }

    private mutating func draw(_ names: [String], avoiding taken: Set<String>) -> String {
        let free = names.filter { !taken.contains($0) }
        return (free.isEmpty ? names : free).randomElement(using: &random) ?? "Lindqvist"
    }

    private static let pronouns: Set<String> = [
        "He", "She", "They", "It", "His", "Her", "Him", "Their", "Them", "We", "I", "You", "The",
        "This", "That", "These", "Those", "Who", "A", "An", "Its", "Our", "My", "Your", "Us",
    ]

    private static let givenNames = [
        "Ada", "Anton", "Beatriz", "Carl", "Celia", "Dario", "Edith", "Emil", "Farah", "Felix",
        "Greta", "Hugo", "Ingrid", "Ivan", "Jonas", "Karin", "Leon", "Lucia", "Marek", "Nadia",
        "Oscar", "Paula", "Rafael", "Selma", "Tobias", "Ursula", "Viktor", "Yusuf", "Zoe", "Amara",
    ]

    private static let surnames = [
        "Adeyemi", "Bergström", "Castellano", "Dvorak", "Eriksen", "Fonseca", "Grabowski",
        "Herrera", "Ibsen", "Jankovic", "Kowalczyk", "Lindqvist", "Marchetti", "Novak", "Okafor",
        "Petrosyan", "Quintana", "Rasmussen", "Sandoval", "Takahashi", "Ulrich", "Varga",
        "Whitcombe", "Yamada", "Zielinski", "Aldridge", "Bellweather", "Chaudhary", "Delacroix",
        "Ferreira",
    ]

    private static let acronyms = ["NLF", "BCU", "TRD", "OAC", "KVP", "MRA", "FDN", "UHC"]

    private static let organizations = [
        "the Harbor Council", "the Northern Party", "the Civic Assembly", "the Land Office",
        "the Rail Commission", "the Coastal League", "the Mercer Institute", "the Eastern Court",
    ]

    private static let groups = [
        "Coastalists", "Federalists", "Northerners", "Agrarians", "Progressives", "Unionists",
    ]

    private static let otherPlaces = [
        "Norway", "Portugal", "Chile", "Kenya", "Estonia", "Uruguay", "Nepal", "Ghana", "Croatia",
    ]

    private static let countries: Set<String> = [
        "America", "Argentina", "Australia", "Austria", "Belgium", "Brazil", "Britain", "Canada",
        "China", "Colombia", "Cuba", "Egypt", "England", "Europe", "France", "Germany", "Greece",
        "Hungary", "India", "Iran", "Iraq", "Ireland", "Israel", "Italy", "Japan", "Lebanon",
        "Libya", "London", "Mexico", "Moscow", "Beijing", "Pakistan", "Palestine", "Poland",
        "Qatar", "Russia", "Scotland", "Spain", "Sweden", "Syria", "Taiwan", "Texas", "Turkey",
        "Ukraine", "Venezuela", "Vietnam", "Washington", "Yemen", "Afghanistan", "Florida",
        "California", "Tehran", "Brussels", "Berlin", "Paris", "Damascus", "Pyongyang",
    ]

    private static let places: Set<String> = [
        "North Korea", "South Korea", "Saudi Arabia", "New York", "United States",
        "the United States", "the United Kingdom", "United Kingdom", "Hong Kong", "South Africa",
    ]

    private static let organizationWords: Set<String> = [
        "Administration", "Agency", "Army", "Assembly", "Association", "Authority", "Bank",
        "Board", "Bureau", "Cabinet", "Campaign", "Center", "Centre", "Church", "Club", "College",
        "Commission", "Committee", "Company", "Conference", "Congress", "Corp", "Corporation",
        "Council", "Court", "Department", "Federation", "Force", "Foundation", "Fund",
        "Government", "Group", "Guard", "House", "Inc", "Industries", "Institute", "Journal",
        "Justice", "Kremlin", "League", "Left", "Ministry", "Movement", "Nations", "News",
        "Office", "Parliament", "Party", "Pentagon", "Police", "Post", "Right", "School", "Senate",
        "Service", "Society", "State", "States", "Times", "Treasury", "Union", "University",
        "Google", "Facebook", "Twitter", "Apple", "Amazon", "Microsoft",
    ]

    private static let groupEndings = ["ans", "ats", "ists", "ives", "ers", "ese", "ims"]
}
