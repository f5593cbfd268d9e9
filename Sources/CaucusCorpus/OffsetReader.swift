import CaucusText

/// Finds out what the offsets of a file count, and reads them.
///
/// Where letters take more than one unit the same numbers mark other words. Code points are believed unless they mark no
/// whole words where another unit does, over the first examples that tell; these wait until enough of them are seen.
struct OffsetReader {
    /// So many examples tell enough, and so many may wait.
    private static let enough = 200
    private static let most = 10_000

    private var file: String?
    /// What was found out of the file, or `nil` as long as no example told.
    private var unit: OffsetUnit?
    private var waiting: [ExampleMaker.Step] = []
    /// How many examples told so far, and how many of these fit each unit not.
    private var telling = 0
    private var misfits = [Int](repeating: 0, count: OffsetUnit.allCases.count)
    /// Spans of the file that begin or end inside a word.
    private var cut = 0
    private var spans = 0
    private var firstCut: Place?
    /// The last id that was made of a place, and how often.
    private var lastID = ""
    private var repeats = 1

    /// Takes what comes next and gives what can be read.
    mutating func take(_ step: ExampleMaker.Step) -> [ExampleReading] {
        guard case .draft(var draft) = step else {
            guard waiting.isEmpty else {
                waiting.append(step)
                return []
            }
            if case .reading(let reading) = step { return [reading] }
            return []
        }
        var ready: [ExampleReading] = []
        if draft.example.place.file != file {
            ready = finish()
            file = draft.example.place.file
        }
        number(&draft)
        if unit == nil {
            let isTelling = tells(draft)
            if isTelling { telling += 1 }
            if isTelling || !waiting.isEmpty {
                waiting.append(.draft(draft))
                guard telling >= Self.enough || waiting.count >= Self.most else { return ready }
                return ready + decide()
            }
        }
        return ready + [read(draft, unit ?? .codePoints)]
    }

    /// Reads what waits at the end of a file, and tells what was odd about its spans.
    mutating func finish() -> [ExampleReading] {
        var ready = waiting.isEmpty ? [] : decide()
        if cut > 0, let firstCut {
            let what = cut == 1 ? "span begins or ends" : "spans begin or end"
            ready.append(
                .note(
                    Diagnostic(
                        firstCut,
                        "\(cut) of \(spans) \(what) inside a word, the first one here; expected "
                            + "target_start and target_end in code points")))
        }
        let (id, repeats) = (lastID, repeats)
        self = OffsetReader()
        (lastID, self.repeats) = (id, repeats)
        return ready
    }

    /// Gives the second example of one line a number: an array may stand on one line.
    private mutating func number(_ draft: inout ExampleDraft) {
        guard draft.isNamedByPlace else { return }
        let id = draft.example.id
        guard id == lastID else {
            (lastID, repeats) = (id, 1)
            return
        }
        // Several people's answers to one record have its id.
        guard !draft.isRepeat else {
            if repeats > 1 { draft.example.id = "\(id)#\(repeats)" }
            return
        }
        repeats += 1
        draft.example.id = "\(id)#\(repeats)"
    }

    /// Whether the units differ on a draft; counts which of them fit.
    private mutating func tells(_ draft: ExampleDraft) -> Bool {
        let text = draft.example.text
        guard !draft.offsets.isEmpty, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
        var isTelling = false
        for offsets in draft.offsets {
            let spans = OffsetUnit.allCases.map { $0.span(offsets.start, offsets.end, in: text) }
            guard spans.contains(where: { $0 != spans[0] }) else { continue }
            isTelling = true
            for (i, span) in spans.enumerated() where !OffsetUnit.fits(span, in: text) {
                misfits[i] += 1
            }
        }
        return isTelling
    }

    /// Believes the unit that marks whole words, and reads what waited.
    private mutating func decide() -> [ExampleReading] {
        let doubts = misfits[OffsetUnit.codePoints.rawValue]
        let others = [OffsetUnit.utf16, .utf8].filter { misfits[$0.rawValue] * 10 <= doubts }
        let other = others.min { misfits[$0.rawValue] < misfits[$1.rawValue] }
        let best = doubts > 0 ? other ?? .codePoints : .codePoints
        unit = best
        var ready: [ExampleReading] = []
        if best != .codePoints, let file {
            ready.append(
                .note(
                    Diagnostic(
                        Place(file: file),
                        "target_start and target_end are read as \(best.name): as code points \(doubts) "
                            + "of them would begin or end inside words")))
        }
        for step in waiting {
            switch step {
            case .draft(let draft): ready.append(read(draft, best))
            case .reading(let reading): ready.append(reading)
            }
        }
        waiting = []
        return ready
    }

    private mutating func read(_ draft: ExampleDraft, _ unit: OffsetUnit) -> ExampleReading {
        let reading = draft.reading(unit)
        guard case .example(let example) = reading else { return reading }
        for span in [example.targetSpan, example.speakerSpan].compactMap(\.self) {
            spans += 1
            guard OffsetUnit.isCut(span, in: example.text) else { continue }
            cut += 1
            firstCut = firstCut ?? example.place
        }
        return reading
    }
}
