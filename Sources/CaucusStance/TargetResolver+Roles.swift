import CaucusQuotes
import CaucusText

/// Which roles stand for the target in an article.
extension TargetResolver {
    /// Words of office: “the secretary” is the target where the article calls the target so and nobody else.
    static let offices = [
        "president", "prime minister", "premier", "chancellor", "governor", "mayor", "senator",
        "secretary", "minister", "speaker", "congressman", "congresswoman", "representative",
        "justice", "judge", "chairman", "chairwoman", "chief executive", "leader", "king", "queen",
        "pope", "attorney general", "nominee", "candidate", "first minister", "party leader",
    ]

    /// How titles are cut short before a name.
    private static let shortened = [
        "gov.": "governor", "sen.": "senator", "rep.": "representative", "pres.": "president",
        "lt. gov.": "governor",
    ]

    /// Who an article gives an office to.
    struct Bearers {
        var target = false
        var others = false
    }

    /// Who bears each of ``offices``, in its order.
    func bearers(in extraction: Extraction) -> [Bearers] {
        var bearers = [Bearers](repeating: Bearers(), count: Self.offices.count)
        for speaker in extraction.entities where speaker.kind == .person {
            let titles = ([speaker.role].compactMap(\.self) + speaker.aliases).joined(
                separator: " "
            )
            .lowercased()
            guard !titles.isEmpty else { continue }
            let words = titles.split(separator: " ").map(String.init)
            let known = Set(words.map { Self.shortened[$0] ?? $0 })
            let isTarget = isTarget(speaker)
            for (i, office) in Self.offices.enumerated() {
                let holds = office.contains(" ") ? titles.contains(office) : known.contains(office)
                guard holds else { continue }
                if isTarget { bearers[i].target = true } else { bearers[i].others = true }
            }
        }
        return bearers
    }

    /// Whether an epithet speaks of an office that the article gives to somebody else and not to the target.
    static func isTaken(_ epithet: String, _ bearers: [Bearers]) -> Bool {
        for (office, bearer) in zip(offices, bearers) where epithet.hasSuffix(" " + office) {
            // “the prime minister” ends in “minister” as well: the longer office decides.
            if office == "minister", epithet.hasSuffix("prime minister") { continue }
            if bearer.others, !bearer.target { return true }
        }
        return false
    }

    /// “the secretary”, “the governor”: the offices that are the target's alone in the article.
    static func own(_ bearers: [Bearers]) -> [String] {
        zip(offices, bearers).filter { $1.target && !$1.others }.map { "the " + $0.0 }
    }
}
