import CaucusLanguage
import CaucusText

/// One line of a transcript: its label, who speaks, and where what is said ends.
struct TranscriptLine: Sendable {
    var label: LineLabel
    var source: NounPhrase
    var entity: Int
    /// A number that the lines of one speaker share.
    var voice: UInt64
    var evidence: LabelEvidence
    /// Whether marks give what is said: “Penn: “It is late.””.
    var isMarked: Bool
    var paragraph: Int
    /// One past the last word of the line.
    var end: Int
    /// What is said, the paragraphs that go on with it too; empty where the line is none of a transcript.
    var pieces: [Range<Int>] = []
}

/// The lines of a document that give speech by labels, where the document as a whole shows that they do: labels
/// come again and take turns, or stand beside each other.
struct Transcript {
    let scene: Scene
    let labels: LabelReader
    let notes: TranscriptNotes
    var lines: [TranscriptLine] = []
    private var hasQuestion = false
    /// Who holds an office that has been a label, by the words for it.
    private var offices: [UInt64: Int] = [:]
    /// People by surname, for labels that the text gives no mention for: “CHASE:”.
    private var surnames: [UInt64: Int]?

    init(_ scene: Scene) {
        self.scene = scene
        labels = scene.labels
        notes = TranscriptNotes(scene: scene)
        findLines()
        guard lines.count > 1 else {
            lines = []
            return
        }
        var start = 0
        for i in lines.indices
        where i + 1 == lines.count || lines[i + 1].paragraph - lines[i].paragraph > Self.reach {
            decide(start..<i + 1)
            start = i + 1
        }
    }

    /// Paragraphs between two lines that still belong together.
    static let reach = 12

    func word(_ i: Int) -> Word { scene.reading.words[i] }

    /// Reads the label of every line, and of every sentence whose label is in capitals: “… PENN: Good evening.”
    private mutating func findLines() {
        let reading = scene.reading
        for sentence in reading.sentences {
            let start = sentence.lexemes.lowerBound
            guard scene.quotes.ofWord[start] < 0 else { continue }
            let paragraph = reading.paragraphs[sentence.paragraph]
            let opens = start == paragraph.lowerBound || word(start - 1).kind == .lineBreak
            guard
                opens || word(start).kind == .other
                    || !word(start).shape.isDisjoint(with: [.allCapitals, .wide])
                    || word(start).isCapitalized && isWithinLine(sentence.paragraph)
            else { continue }
            add(from: start, to: paragraph.upperBound, sentence.paragraph, opens: opens)
            guard isWithinLine(sentence.paragraph) else { continue }
            // “I don't know which— TULL: This one.”
            for i in sentence.lexemes.dropFirst()
            where word(i - 1).kind == .dash && word(i).isCapitalized {
                add(from: i, to: paragraph.upperBound, sentence.paragraph, opens: false)
            }
        }
    }

    private func isWithinLine(_ paragraph: Int) -> Bool { lines.last?.paragraph == paragraph }

    private mutating func add(from start: Int, to end: Int, _ paragraph: Int, opens: Bool) {
        guard let label = labels.label(from: start, to: end) else { return }
        // “A. Tull came late”: an answer follows a question.
        if label.kind == .answer, !hasQuestion { return }
        if label.kind == .question { hasQuestion = true }
        var evidence = labels.evidence(of: label)
        if !opens, label.hasStop { return }
        if !opens, !label.isShouted, evidence != .strong || !endsSentence(start - 1) { return }
        let isSentence =
            label.isShouted || label.kind != .name || readsAsSpeech(label, end)
        let isMarked = isMarked(label, end)
        if !isSentence, !isMarked { evidence = .none }
        let source = labels.source(of: label)
        let entity = label.kind == .name ? entity(of: label, labels.mention(of: label)) : -1
        if isWithinLine(paragraph) { lines[lines.count - 1].end = start }
        lines.append(
            TranscriptLine(
                label: label, source: source, entity: entity,
                voice: entity >= 0 ? UInt64(entity) : voice(of: label), evidence: evidence,
                isMarked: isMarked, paragraph: paragraph, end: end))
    }

    /// Whether a sentence ends at a word: not at “Penn v.”.
    private func endsSentence(_ i: Int) -> Bool {
        if word(i).kind == .dash || word(i).isDoubleMark { return true }
        return i > 0 && word(i).kind == .stop && !word(i - 1).shape.contains(.wide)
    }

    private func isMarked(_ label: LineLabel, _ end: Int) -> Bool {
        guard label.end < end, case let mark = Int(scene.quotes.opening[label.end]), mark >= 0
        else {
            return false
        }
        // “GOODMAN: “Natural Blue” by Julie Hale.” goes on after its marks.
        return !label.isShouted || scene.marks[mark].close + 2 >= end
            || !scene.marks[mark].content.allSatisfy { !word($0).isWord || word($0).isCapitalized }
    }

    /// Whether the words after a label in small letters are a sentence: not “dockers' leader”, “12,345 votes”.
    private func readsAsSpeech(_ label: LineLabel, _ end: Int) -> Bool {
        guard label.end < end else { return false }
        let first = word(label.end)
        guard first.kind != .word || first.isCapitalized else { return false }
        let last = word(end - 1)
        let said = label.end..<min(end, label.end + 40)
        if [.stop, .dash, .closeBracket].contains(last.kind) || last.isDoubleMark { return true }
        if said.contains(where: { word($0).kind == .stop }) { return true }
        // “Ann Tull: Candidates were worlds apart in the debate”
        return label.name.count > 1 && said.count > 5
            && said.dropFirst().contains { scene.reading.canBeFinite($0) }
    }

    private mutating func entity(of label: LineLabel, _ mention: Int) -> Int {
        if labels.isOffice(label) {
            // “The Minister for Ports (Peter Tull):” tells who “The Minister for Ports:” is.
            if mention >= 0 {
                offices[voice(of: label)] = scene.phrases.names.mentions[mention].entity
            }
            return offices[voice(of: label)] ?? -1
        }
        if mention >= 0 {
            let entity = scene.phrases.names.mentions[mention].entity
            let isShort = label.name.count == 1 && label.isShouted && entity >= 0
            if !isShort || scene.phrases.names.entities[entity].name.count > 1 { return entity }
            // “OP:” may be Orla Penn.
            return named(label) ?? entity
        }
        return label.name.count < 3 ? named(label) ?? -1 : -1
    }

    /// The person of that surname, or with these initials.
    private mutating func named(_ label: LineLabel) -> Int? {
        guard let last = label.name.last else { return nil }
        if surnames == nil {
            var found: [UInt64: Int] = [:]
            for (i, entity) in scene.phrases.names.entities.enumerated()
            where entity.kind == .person && entity.name.count > 1 {
                for key in [word(entity.name.upperBound - 1).key, initials(of: entity.name)]
                where found[key] == nil {
                    found[key] = i
                }
            }
            surnames = found
        }
        return surnames?[word(last).key]
    }

    /// The key of “OP” for “Orla Penn”.
    private func initials(of name: Range<Int>) -> UInt64 {
        name.reduce(LetterFolding.seed) {
            let byte = scene.reading.bytes[Int(word($1).start)]
            return LetterFolding.extend($0, with: UInt32(byte))
        }
    }

    private func voice(of label: LineLabel) -> UInt64 {
        if label.kind != .name { return label.kind == .question ? .max : .max - 1 }
        return label.name.reduce(1 << 63) { ($0 ^ word($1).key) &* 0x9e37_79b9_7f4a_7c15 } | 1 << 63
    }
}
