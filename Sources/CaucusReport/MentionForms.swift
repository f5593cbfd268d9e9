import CaucusTarget
import CaucusStance

/// By which words quotations speak of the leader, and how many of them by each.
struct MentionForms {
    /// What kind of words.
    enum Kind: String, CaseIterable {
        case name, title, role, pronoun

        var heading: String {
            switch self {
            case .name: "names"
            case .title: "titles"
            case .role: "roles and epithets"
            case .pronoun: "pronouns"
            }
        }
    }

    /// Words with the number of quotations that hold them.
    struct Form {
        var kind: Kind
        var words: String
        var count: Int
    }

    /// The most frequent first.
    let forms: [Form]
    /// Aliases that the user gave and no quotation holds.
    let unmatched: [String]

    init(_ quotations: [ScoredQuotation], _ target: StanceTarget) {
        var counts: [String: Int] = [:]
        var spellings: [String: [String: Int]] = [:]
        for quotation in quotations {
            guard let passage = quotation.passage, quotation.status.speaksOfTarget else { continue }
            var seen: Set<String> = []
            for words in passage.mentions(in: quotation.text) {
                let key = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                    .lowercased()
                spellings[key, default: [:]][words, default: 0] += 1
                if seen.insert(key).inserted { counts[key, default: 0] += 1 }
            }
        }
        let own = Set(Self.words(target.name))
        forms = counts.map { key, count in
            let words = spellings[key]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
            return Form(kind: Self.kind(key, own), words: words ?? key, count: count)
        }.sorted { ($1.count, $0.words) < ($0.count, $1.words) }
        unmatched =
            counts.isEmpty ? [] : target.aliases.filter { counts[$0.lowercased()] == nil }
    }

    /// The forms of one kind.
    func forms(_ kind: Kind) -> [Form] { forms.filter { $0.kind == kind } }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static func kind(_ form: String, _ own: Set<String>) -> Kind {
        let words = words(form)
        if words.allSatisfy(pronouns.contains) { return .pronoun }
        guard words.contains(where: own.contains) else { return .role }
        return words.allSatisfy { own.contains($0) || $0 == "s" } ? .name : .title
    }

    private static let pronouns = Set(
        """
        he him his himself she her hers herself they them their theirs themself themselves i me my mine myself you your
        yours we us our who whom whose
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
