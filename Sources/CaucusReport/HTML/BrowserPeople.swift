import CaucusQuotes
import CaucusStance
import CaucusText

/// Who speaks in the browser of quotations: numbers in order of appearance.
struct BrowserPeople {
    private let names: [String: String]
    private let kinds: [String: Speaker.Kind]
    private var numbering = Numbering()
    private var shown: [String] = []
    private var numbersOfKinds: [Int] = []
    /// The numbers of those who speak as one, by theirs.
    private var joint: [(number: Int, members: [Int])] = []

    init(_ report: Report) {
        names = Dictionary(
            report.speakers.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
        kinds = Dictionary(
            report.speakers.map { ($0.id, $0.kind) }, uniquingKeysWith: { a, _ in a })
    }

    /// The number of who speaks, or of several who speak as one.
    mutating func number(of quotation: ScoredQuotation) -> Int {
        let speakers = quotation.facts.speakers
        guard speakers.count > 1 else { return number(of: speakers.first) }
        let members = speakers.map { self.number(of: $0) }
        let number = numbering.number(of: QuotationFacts.id(ofSeveral: speakers))
        if number == shown.count {
            add(quotation.speaker?.name ?? "", .person)
            joint.append((number, members))
        }
        return number
    }

    private mutating func number(of speaker: Speaker?) -> Int {
        let number = numbering.number(of: speaker?.id ?? "")
        if number == shown.count {
            add(
                speaker.map { names[$0.id] ?? $0.name } ?? "",
                speaker.map { kinds[$0.id] ?? $0.kind } ?? .described)
        }
        return number
    }

    private mutating func add(_ name: String, _ kind: Speaker.Kind) {
        shown.append(SafeHTML.readable(Clipping.clipped(name, to: 80)))
        let order: [Speaker.Kind] = [.person, .organization, .described]
        numbersOfKinds.append(order.firstIndex(of: kind) ?? 2)
    }

    /// Writes the names, the kinds (0 person, 1 organization, 2 described), and who several are.
    func write(to json: inout JSONWriter) {
        json.member("people", shown)
        json.key("kinds")
        json.array(numbersOfKinds) { $0.cell(.integer($1)) }
        json.key("joint")
        json.object { json in
            for (number, members) in joint {
                json.key(String(number))
                json.array(members) { $0.cell(.integer($1)) }
            }
        }
    }
}

/// Numbers for names, in order of appearance.
struct Numbering {
    private(set) var names: [String] = []
    private var numbers: [String: Int] = [:]

    mutating func number(of name: String) -> Int {
        if let known = numbers[name] { return known }
        numbers[name] = names.count
        names.append(name)
        return names.count - 1
    }
}
