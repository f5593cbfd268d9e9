import CaucusQuotes
import CaucusText

/// Which roles stand for the target in an article.
extension TargetResolver {
    /// Words for a leader, or for somebody in an office.
    struct Epithet: Sendable {
        let words: String
        /// The user gave it: it stands for the target whoever else is in office.
        let isUsers: Bool
        /// The offices it ends with, as positions in ``TargetResolver/offices``.
        let offices: [Int]

        init(_ words: String, isUsers: Bool) {
            self.words = words
            self.isUsers = isUsers
            let words = words.lowercased()
            offices = TargetResolver.offices.indices.filter { i in
                let office = TargetResolver.offices[i]
                guard words.hasSuffix(" " + office) else { return false }
                // “the prime minister” ends in “minister” as well: the longer office decides.
                return !["minister", "president"].contains(office)
                    || !TargetResolver.offices.contains {
                        $0 != office && words.hasSuffix($0) && $0.hasSuffix(office)
                    }
            }
        }

        /// Whether it is an office that the article gives to somebody else and not to the target, or that the
        /// target, who heads something else in the article, does not bear.
        func isTaken(_ bearers: [Bearers]) -> Bool {
            guard !offices.isEmpty, !offices.contains(where: { bearers[$0].target }) else {
                return false
            }
            if offices.contains(where: { bearers[$0].others }) { return true }
            guard let own = offices.first.map({ TargetResolver.offices[$0] }),
                TargetResolver.headOffices.contains(own)
            else { return false }
            let heads = TargetResolver.offices.indices.filter { bearers[$0].target }
                .map { TargetResolver.offices[$0] }.filter(TargetResolver.headOffices.contains)
            let isPremier = TargetResolver.premiers.contains(own)
            return !heads.isEmpty
                && !(isPremier && heads.contains(where: TargetResolver.premiers.contains))
        }
    }

    /// Words for a leader that name nobody.
    static let commonEpithets = [
        "the boss", "his boss", "her boss", "our boss", "my boss", "their boss", "the big boss",
        "the man at the top", "the woman at the top", "the person at the top", "the top man",
        "the top woman", "somebody at the top", "someone at the top", "anyone at the top",
        "anybody at the top", "whoever is at the top", "the one at the top",
        "the man in charge", "the woman in charge", "the person in charge", "whoever is in charge",
        "the leader", "our leader", "this leader", "the party leader", "the party's leader",
        "the party’s leader", "the prime minister", "this prime minister", "our prime minister",
        "a prime minister", "the president", "this president", "our president", "the premier",
        "our premier", "the chancellor", "our chancellor", "the head of government",
        "the head of state", "the chief executive", "the commander in chief",
        "the chief minister", "our chief minister", "the taoiseach", "our taoiseach", "the PM",
        "The PM", "our PM", "this PM", "Mr. President", "Mr President", "Madam President",
        "Madame President", "Mr. Prime Minister", "Mr Prime Minister", "Madam Prime Minister",
        "Mr. Mayor", "Madam Mayor", "Mr. Chancellor", "Madam Chancellor",
    ].map { Epithet($0, isUsers: false) }

    /// What finds ``commonEpithets``.
    static let commonPhrases = PhraseMatcher(commonEpithets.map(\.words), inAnySpelling: true)

    /// Words of office: “the secretary” is the target where the article calls the target so and nobody else.
    static let offices = [
        "president", "prime minister", "premier", "chancellor", "governor", "mayor", "senator",
        "secretary", "minister", "speaker", "congressman", "congresswoman", "representative",
        "justice", "judge", "chairman", "chairwoman", "chief executive", "leader", "king", "queen",
        "pope", "attorney general", "nominee", "candidate", "first minister", "party leader",
        "chief minister", "taoiseach", "commission president", "pm",
    ]

    /// Offices at the head of something: who has one is not meant by the name of another.
    static let headOffices: Set<String> = [
        "president", "prime minister", "premier", "chancellor", "governor", "mayor",
        "first minister",
        "chief minister", "taoiseach", "commission president", "pm", "king", "queen", "pope",
    ]

    /// Names of one office.
    static let premiers: Set<String> = ["prime minister", "premier", "pm", "taoiseach"]

    /// What finds “the president”, “the governor” and the like.
    private static let definiteOffices = PhraseMatcher(
        offices.map { "the " + $0 }, inAnySpelling: true)

    /// Who an article gives an office to.
    struct Bearers {
        var target = false
        var others = false
    }

    /// Who bears each of ``offices``, in its order.
    func bearers(in extraction: Extraction) -> [Bearers] {
        var bearers = [Bearers](repeating: Bearers(), count: Self.offices.count)
        var titles = TitleWords()
        for speaker in extraction.entities where speaker.kind == .person {
            titles.read(speaker)
            guard !titles.offices.isEmpty else { continue }
            let isTarget = isTarget(speaker)
            for i in titles.offices {
                if isTarget { bearers[i].target = true } else { bearers[i].others = true }
            }
        }
        return bearers
    }

    /// The places of “the secretary”, “the governor”: of the offices that are the target's alone in the article.
    func ownOffices(
        _ bearers: [Bearers], in bytes: UnsafeBufferPointer<UInt8>, words: Set<UInt64>
    ) -> [Span] {
        let own = bearers.indices.filter { i in
            bearers[i].target && !bearers[i].others
                && !target.epithets.contains("the " + Self.offices[i])
        }
        guard !own.isEmpty else { return [] }
        return Self.definiteOffices.matches(in: bytes, within: Span(0, bytes.count))
            .filter { own.contains($0.phrase) && !isOfOthers(after: $0.span.end, in: bytes, words) }
            .map(\.span)
    }
}

/// Finds words of office in what an article calls somebody; its buffer is kept from person to person.
private struct TitleWords {
    /// Those found last, as positions in ``TargetResolver/offices``.
    private(set) var offices: [Int] = []
    /// Those of them that are somebody's no longer: “former president”.
    private var former: [Int] = []
    /// Role and names in lower case, with a space between.
    private var bytes: [UInt8] = []

    /// How titles are cut short before a name.
    private static let shortened = [
        "gov.": "governor", "sen.": "senator", "rep.": "representative", "pres.": "president",
    ]

    /// Offices of one word, and their short forms, by the number of bytes.
    private static let words: [[(bytes: [UInt8], office: Int)]] = {
        var words = [[(bytes: [UInt8], office: Int)]](repeating: [], count: 32)
        for (i, office) in TargetResolver.offices.enumerated() where !office.contains(" ") {
            for form in [office] + shortened.filter({ $0.value == office }).map(\.key).sorted() {
                words[form.utf8.count].append((Array(form.utf8), i))
            }
        }
        return words
    }()

    /// Offices of several words.
    private static let phrases: [(bytes: [UInt8], office: Int)] =
        TargetResolver.offices.enumerated().filter { $1.contains(" ") }.map { (Array($1.utf8), $0) }

    /// Reads what somebody is called.
    mutating func read(_ speaker: Speaker) {
        bytes.removeAll(keepingCapacity: true)
        offices.removeAll(keepingCapacity: true)
        former.removeAll(keepingCapacity: true)
        if let role = speaker.role { append(role) }
        for alias in speaker.aliases { append(alias) }
        var start = 0
        for end in 0...bytes.count where end == bytes.count || bytes[end] == 0x20 {
            if end > start { lookUp(start, end) }
            start = end + 1
        }
        if !former.isEmpty { offices.removeAll { former.contains($0) } }
    }

    private mutating func append(_ title: String) {
        if !bytes.isEmpty { bytes.append(0x20) }
        let first = bytes.count
        for byte in title.utf8 {
            guard byte < 0x80 else {
                bytes.removeSubrange(first...)
                bytes.append(contentsOf: title.lowercased().utf8)
                return
            }
            bytes.append(byte &- 65 < 26 ? byte | 0x20 : byte)
        }
    }

    /// Words before an office that somebody no longer has, or not yet.
    private static let past = [
        "former", "ex", "late", "onetime", "past", "retired", "then", "future",
    ]
    .map { Array($0.utf8) }

    /// Whether the word before `start`, or the first part of a word with a hyphen, says so.
    private func isPast(_ start: Int) -> Bool {
        guard start > 1 else { return false }
        var first = start - 1
        while first > 0, bytes[first - 1] != 0x20, bytes[first - 1] != 0x2D { first -= 1 }
        return Self.past.contains { $0.count == start - 1 - first && holds($0, at: first) }
    }

    /// Notes the office that the word at `start` is, or that begins within it.
    private mutating func lookUp(_ start: Int, _ end: Int) {
        if end - start < Self.words.count {
            for word in Self.words[end - start] where holds(word.bytes, at: start) {
                if isPast(start) { former.append(word.office) }
                offices.append(word.office)
            }
        }
        for phrase in Self.phrases {
            for i in start..<end where bytes[i] == phrase.bytes[0] && holds(phrase.bytes, at: i) {
                if isPast(i) { former.append(phrase.office) }
                offices.append(phrase.office)
            }
        }
    }

    private func holds(_ word: [UInt8], at start: Int) -> Bool {
        guard start + word.count <= bytes.count else { return false }
        for k in word.indices where bytes[start + k] != word[k] { return false }
        return true
    }
}
