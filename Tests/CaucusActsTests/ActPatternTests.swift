import CaucusLanguage
import CaucusQuotes
import CaucusTarget
import CaucusText
import Testing

@testable import CaucusActs

@Suite("the table of constructions")
struct ActPatternTests {
    /// A row of the list with one of its sentences.
    struct Case: CustomTestStringConvertible, Sendable {
        var row: String
        var sentence: String
        var testDescription: String { "\(row): \(sentence)" }
    }

    private static let groups = English.groups(of: .actPatterns)
    private static func name(_ group: WordGroup) -> String {
        group.fields.prefix(2).joined(separator: " ")
    }
    static let examples = groups.filter { $0.name != "piece" }.flatMap { group in
        group.examples.map { Case(row: name(group), sentence: $0) }
    }
    static let counterexamples = groups.filter { $0.name != "piece" }.flatMap { group in
        group.counterexamples.map { Case(row: name(group), sentence: $0) }
    }
    /// Each row of a piece with its only sentence, by the row's number in the list.
    static let pieces = groups.indices.filter { groups[$0].name == "piece" }

    /// A sentence without its marks, and where they were.
    private struct Marked {
        var text = ""
        var source: Span?
        var target: Span?

        init(_ sentence: some StringProtocol) {
            var start = 0
            for character in sentence {
                switch character {
                case "{", "<": start = text.utf8.count
                case "}": source = Span(from: start, to: text.utf8.count)
                case ">": target = Span(from: start, to: text.utf8.count)
                default: text.append(character)
                }
            }
        }
    }

    private struct Found: Equatable {
        var row: String
        var direction: Int
        var source: String
    }

    /// What the finder says of a sentence: of the speaker's own words where `isContent`.
    private func found(
        in marked: Marked, isContent: Bool, by table: ActTable = .standard
    ) throws -> [Found] {
        let text = marked.text
        let reading = QuotationExtractor().reading(of: Document(id: "d", text: text))
        let span = try #require(marked.target, "\(text)")
        let isPronoun = ["she", "her", "him", "he"].contains(text[span].lowercased())
        let place = TargetPlace(span: span, mention: isPronoun ? .pronoun : .explicit)
        var finder = SpeechActFinder(reading, table)
        let names = table.patternNames
        if isContent {
            guard let quotation = reading.extraction.quotations.first else { return [] }
            let act = finder.act(of: quotation.spans, toward: [place])
            let source = quotation.source.map { text[$0] } ?? ""
            return act.map {
                [Found(row: names[$0.pattern], direction: $0.act.direction, source: source)]
            }
                ?? []
        }
        return finder.clauses(about: [place]).map {
            Found(
                row: names[$0.pattern], direction: $0.act.direction,
                source: text[reading.span($0.source.words)])
        }
    }

    @Test(arguments: examples)
    func aRowFindsItsExample(_ given: Case) throws {
        let side = try #require(["-": -1, "+": 1, "0": 0][given.sentence.prefix(1)])
        let marked = Marked(given.sentence.dropFirst(2))
        let source = try #require(marked.source.map { marked.text[$0] })
        let found = try found(in: marked, isContent: given.row.hasPrefix("content"))
        #expect(found.count == 1, "\(found)")
        let act = try #require(found.first)
        #expect(act.row == given.row)
        #expect(act.direction == side)
        #expect(act.source.hasPrefix(source), "\(act.source)")
    }

    @Test(arguments: counterexamples)
    func aRowFindsNothingInItsCounterexample(_ given: Case) throws {
        let marked = Marked(given.sentence)
        let found = try found(in: marked, isContent: given.row.hasPrefix("content"))
        #expect(found.isEmpty)
    }

    /// What a piece does to the side is seen in its sentence: by a row whose side is turned it says something else.
    @Test(arguments: pieces)
    func theSentenceOfAPieceHangsOnItsRow(_ number: Int) throws {
        let group = Self.groups[number]
        let sentences = group.examples + group.counterexamples
        let sentence = try #require(sentences.first, "\(group.fields)")
        let side = ["-": -1, "+": 1, "0": 0][sentence.prefix(1)]
        let marked = Marked(side == nil ? sentence[...] : sentence.dropFirst(2))
        let source = try #require(marked.source.map { marked.text[$0] })
        /// The sides that are found, of the source that is marked.
        func sides(by table: ActTable) throws -> [Int] {
            let own = try found(in: marked, isContent: false, by: table)
            let all = try own.isEmpty ? found(in: marked, isContent: true, by: table) : own
            return all.map { $0.source.hasPrefix(source) ? $0.direction : 99 }
        }
        #expect(try sides(by: .standard) == (side.map { [$0] } ?? []), "\(group.fields)")
        #expect((group.fields[2] == "none") == (side == nil))
        var rows = Self.groups
        let turned = ["+": "-", "-": "+", "none": "+", "against": "favor", "favor": "against"]
        rows[number].fields[2] = try #require(turned[group.fields[2]])
        let others = try sides(by: ActTable.standard.with(rows: rows))
        #expect(side.map { others == [-$0] } ?? !others.isEmpty, "\(group.fields)")
    }

    @Test func everyRowHasAnExampleAndANameOfItsOwn() {
        let rows = Self.groups.filter { $0.name != "piece" }
        for row in rows {
            let sentences = row.fields[2] == "none" ? row.counterexamples : row.examples
            #expect(!sentences.isEmpty, "\(row.fields)")
        }
        #expect(Set(rows.map(Self.name)).count == rows.count)
        #expect(ActTable.standard.patternNames == rows.map(Self.name))
    }

    /// A piece or a group that is not there would be a word in capitals, which no text has, and a class that is not
    /// there would ask for nothing.
    @Test func everyNameInARowIsKnown() {
        let lists = [English.List.actVerbs, .actNouns].flatMap { English.groups(of: $0) }
        let pieces = Self.groups.filter { $0.name == "piece" }.map { $0.fields[1].lowercased() }
        let known = Set(lists.map(\.name) + pieces)
        for group in Self.groups {
            #expect(ActPattern(group) != nil, "\(group.fields)")
            for slot in group.words {
                var rest = slot[...]
                while let open = rest.firstIndex(of: "("), let close = rest.firstIndex(of: ")") {
                    for name in rest[open..<close].dropFirst().split(separator: "|") {
                        let name = name.filter { $0 != "!" }
                        let isClass = !WordClass(names: [name]).isEmpty
                        #expect(
                            isClass || !WordMarks(names: [name]).isEmpty,
                            "\(group.fields): \(name)")
                    }
                    rest = rest[close...].dropFirst()
                }
                let names = slot.split { !$0.isLetter && $0 != "-" }
                for name in names where name.first?.isUppercase == true {
                    let isKnown = known.contains(name.lowercased())
                    #expect(
                        isKnown || ActPattern.Part(rawValue: String(name)) != nil,
                        "\(group.fields): \(name)")
                }
            }
        }
    }
}
