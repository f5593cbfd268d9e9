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
    private let notes: TranscriptNotes
    private(set) var lines: [TranscriptLine] = []
    private var hasQuestion = false
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
    private static let reach = 12

    private func word(_ i: Int) -> Word { scene.reading.words[i] }

    // MARK: Lines

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
        }
    }

    private func isWithinLine(_ paragraph: Int) -> Bool { lines.last?.paragraph == paragraph }

    private mutating func add(from start: Int, to end: Int, _ paragraph: Int, opens: Bool) {
        guard let label = labels.label(from: start, to: end) else { return }
        let isInner = !opens
        if isInner, label.hasStop || !(label.isShouted || label.kind != .name) { return }
        // “A. Tull came late”: an answer follows a question.
        if label.kind == .answer, !hasQuestion { return }
        if label.kind == .question { hasQuestion = true }
        let mention = labels.mention(of: label)
        var evidence = labels.evidence(of: label)
        let isSentence =
            label.isShouted || label.kind != .name || readsAsSpeech(label, end)
        let isMarked = isMarked(label, end)
        if !isSentence, !isMarked { evidence = .none }
        var source = scene.phrases.headed(label.name)
        if mention >= 0 { source.mention = mention }
        let entity = label.kind == .name ? entity(of: label, mention) : -1
        if isWithinLine(paragraph) { lines[lines.count - 1].end = start }
        lines.append(
            TranscriptLine(
                label: label, source: source, entity: entity,
                voice: entity >= 0 ? UInt64(entity) : voice(of: label), evidence: evidence,
                isMarked: isMarked, paragraph: paragraph, end: end))
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
        if mention >= 0 {
            let entity = scene.phrases.names.mentions[mention].entity
            let isShort = label.name.count == 1 && label.isShouted && entity >= 0
            if !isShort || scene.phrases.names.entities[entity].name.count > 1 { return entity }
            // “OP:” may be Orla Penn.
            return named(label) ?? entity
        }
        guard !labels.isOffice(label), label.name.count < 3 else {
            return -1
        }
        return named(label) ?? -1
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

    // MARK: Decisions

    /// Gives the lines of one stretch what they say, where the stretch is a transcript.
    private mutating func decide(_ block: Range<Int>) {
        let named = block.filter { lines[$0].evidence != .none }
        let bare = named.filter { !lines[$0].isMarked }
        guard named.count > 1, !bare.isEmpty else { return }
        var counts: [UInt64: Int] = [:]
        for i in bare { counts[lines[i].voice, default: 0] += 1 }
        let repeated = counts.count { $0.value > 1 }
        let turns = zip(bare, bare.dropFirst()).count { lines[$0].voice != lines[$1].voice }
        // Penn, Tull, Penn: of people nothing else is known of, both speak again, or say “I” and “you”.
        let isSure =
            bare.contains { lines[$0].evidence == .strong }
            || bare.count { notes.isSpoken(Range(from: lines[$0].label.end, to: lines[$0].end)) }
                > 1
        let takesTurns = turns > 1 && repeated > (isSure ? 0 : 1)
        var accepted: [Int] = []
        for (k, i) in named.enumerated() where !lines[i].isMarked {
            let isAgain = takesTurns && counts[lines[i].voice, default: 0] > 1
            let isSure = takesTurns && lines[i].evidence == .strong
            let isBeside =
                k > 0 && areBeside(named[k - 1], i)
                || k + 1 < named.count && areBeside(i, named[k + 1])
            if isAgain || isSure || isBeside { accepted.append(i) }
        }
        let isClear = takesTurns && isClear(accepted)
        if takesTurns { accepted = withGuests(accepted, of: bare, isClear: isClear) }
        fill(accepted, isClear: isClear)
    }

    /// The lines of a transcript with those of people who speak once among them.
    private func withGuests(_ accepted: [Int], of named: [Int], isClear: Bool) -> [Int] {
        let known = Set(accepted)
        func isNear(_ a: Int, _ b: Int) -> Bool {
            known.contains(a) && (isClear || abs(lines[a].paragraph - lines[b].paragraph) < 2)
        }
        return named.enumerated().filter { k, i in
            known.contains(i)
                || (isClear && lines[i].label.isShouted || lines[i].label.name.count > 1)
                    && (k == 0 || isNear(named[k - 1], i))
                    && (k + 1 == named.count || isNear(named[k + 1], i))
        }.map(\.element)
    }

    /// Whether two lines with sure names have nothing but directions between them.
    private func areBeside(_ a: Int, _ b: Int) -> Bool {
        guard lines[a].evidence == .strong, lines[b].evidence == .strong else { return false }
        if lines[a].label.kind == .question, lines[b].label.kind == .answer { return true }
        if lines[a].label.kind != .name || lines[b].label.kind != .name { return false }
        if lines[a].label.hasStop, lines[b].label.hasStop { return true }
        guard isWhole(lines[a].label), isWhole(lines[b].label) else { return false }
        return (lines[a].paragraph + 1..<max(lines[b].paragraph, lines[a].paragraph + 1))
            .allSatisfy { isDirection($0) }
    }

    /// Whether a label tells by itself that it is one: not “Penn:” alone.
    private func isWhole(_ label: LineLabel) -> Bool {
        label.name.count > 1 || label.isShouted || !label.role.isEmpty
    }

    /// Whether paragraphs without a label belong to the label before: most labels are in capitals, of a
    /// parliament, or of questions and answers.
    private func isClear(_ accepted: [Int]) -> Bool {
        let formal = accepted.count {
            let label = lines[$0].label
            return label.isShouted || label.kind != .name || label.hasStop
                || label.role.first.map { word($0).kind == .openBracket } ?? false
                || labels.isOffice(label)
        }
        return formal * 2 > accepted.count
    }

    /// “(CROSSTALK)”, “[Laughter]”, “Senator Penn interjecting—”: nobody says it.
    func isDirection(_ number: Int) -> Bool {
        let paragraph = scene.reading.paragraphs[number]
        let last = paragraph.upperBound - 1
        if word(paragraph.lowerBound).kind == .openBracket, word(last).kind == .closeBracket {
            return true
        }
        return word(last).kind == .dash && paragraph.count <= 10
            && scene.reading.endsLike(max(last - 1, paragraph.lowerBound), "ing")
    }

    // MARK: What is said

    private mutating func fill(_ accepted: [Int], isClear: Bool) {
        for (k, i) in accepted.enumerated() {
            let line = lines[i]
            let own = notes.said(Range(from: line.label.end, to: line.end))
            var pieces = own.isEmpty ? [] : [own]
            let next = i + 1 < lines.count ? lines[i + 1].paragraph : scene.reading.paragraphs.count
            let isLast = k + 1 == accepted.count
            if isClear || own.isEmpty && line.label.isShouted {
                var stop = min(next, line.paragraph + Self.reach + 1)
                if isLast {
                    stop = isWhole(accepted) ? min(stop, line.paragraph + 4) : line.paragraph
                }
                if next > line.paragraph {
                    pieces += rest(of: line, to: stop, isLast: isLast, accepted)
                }
            }
            lines[i].pieces = pieces
        }
    }

    /// Whether the transcript is the document rather than a part of it.
    private func isWhole(_ accepted: [Int]) -> Bool {
        guard let first = accepted.first, let last = accepted.last, accepted.count > 3 else {
            return false
        }
        return lines[first].paragraph <= 10 && last + 1 == lines.count
    }

    /// The paragraphs after a line that go on with it.
    private func rest(
        of line: TranscriptLine, to stop: Int, isLast: Bool, _ accepted: [Int]
    ) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        for number in Range(from: line.paragraph + 1, to: stop) {
            let paragraph = scene.reading.paragraphs[number]
            if isDirection(number) { continue }
            if notes.isNotice(paragraph) { break }
            let isSpoken = notes.isSpoken(paragraph)
            if isLast, !isSpoken || names(accepted.map { lines[$0].entity }, in: paragraph) {
                break
            }
            if !isSpoken, names([line.entity], in: paragraph) { break }
            if notes.opensWithShout(paragraph, after: line.label) { break }
            if !line.label.isShouted, word(paragraph.upperBound - 1).kind == .colon { break }
            let said = notes.said(paragraph)
            if !said.isEmpty { pieces.append(said) }
        }
        return pieces
    }

    /// Whether a paragraph names somebody who speaks: the writer tells of the transcript.
    private func names(_ entities: [Int], in paragraph: Range<Int>) -> Bool {
        let voices = Set(entities.suffix(64))
        let names = scene.phrases.names
        return paragraph.contains { i in
            let mention = Int(names.mentionOfWord[i])
            return mention >= 0 && voices.contains(names.mentions[mention].entity)
        }
    }
}
