import CaucusActs
import CaucusQuotes
import CaucusTarget
import CaucusText

/// A quotation that may speak of the leader, with what the steps before the models know of it.
struct Candidate {
    let quotation: Quotation
    let resolution: TargetResolver.Resolution
    let clause: ActClause?
    let reading: ClauseReading
    let document: Document

    /// Words of the article that are read on each side of the content.
    private static let reach = 8

    /// What the gates weigh.
    ///
    /// - Complexity: O(words of the content).
    func row(keepsNames: Bool = false) -> GateRow {
        var row = GateRow(keepsNames: keepsNames)
        addKinds(to: &row)
        addSource(to: &row)
        addMentions(to: &row)
        addWords(to: &row)
        addEvidence(to: &row)
        addSurroundings(to: &row)
        return row
    }

    /// How the words mean the leader, and who else may be meant.
    private func addEvidence(to row: inout GateRow) {
        guard let evidence = resolution.evidence else { return }
        let kind = evidence.kind.rawValue
        row.add(.evidence, kind)
        row.add(.evidence, kind + " " + evidence.place.rawValue)
        row.add(.evidence, kind + " " + evidence.agreement.rawValue)
        row.add(.evidence, kind + " words \(evidence.wordsSinceName.map(Self.size) ?? -1)")
        row.add(
            .evidence, kind + " sentences \(evidence.sentencesSinceName.map { min($0, 5) } ?? -1)")
        row.add(.evidence, kind + " others \(min(evidence.othersSinceName, 4))")
        row.add(.evidence, kind + " rivals \(min(evidence.rivalsSinceName, 3))")
        row.add(.evidence, kind + " mentions \(min(evidence.mentions, 4))")
        row.add(.evidence, "named \(Self.size(evidence.namedInArticle))")
        row.add(.evidence, kind + " named \(Self.size(evidence.namedInArticle))")
        let share = 10 * evidence.namedInArticle / max(evidence.namesInArticle, 1)
        row.add(.evidence, kind + " share \(min(share, 10))")
        row.add(.evidence, kind + " beside \(min(evidence.rivalsBeside, 3))")
        row.add(.evidence, kind + " speaker " + evidence.speaker.rawValue)
        for (holds, name) in [
            (evidence.hasNamesake, "namesake"), (evidence.isNamedInFull, "named in full"),
            (evidence.isOfficeTold, "office told"), (evidence.isLabel, "label"),
        ] where holds {
            row.add(.evidence, kind + " " + name)
        }
    }

    /// What stands around words that have none for the leader; and they themselves, of which “it” tells otherwise more
    /// than in words that name the leader.
    private func addSurroundings(to row: inout GateRow) {
        guard let around = resolution.evidence?.surroundings else { return }
        func size(_ number: Int?) -> Int { number.map { min(Self.size($0), 12) } ?? -1 }
        row.add(.context, "since \(around.paragraphsSince.map { min($0, 4) } ?? -1) paragraphs")
        row.add(.context, "until \(around.paragraphsUntil.map { min($0, 4) } ?? -1) paragraphs")
        row.add(.context, "since \(size(around.bytesSince)) bytes")
        row.add(.context, "before " + around.before.rawValue)
        row.add(.context, "after " + around.after.rawValue)
        row.add(.context, "own since \(size(around.bytesSinceOwn)) bytes")
        row.add(.context, around.isSourceOfTarget ? "source of the leader" : "another source")
        row.add(.context, "\(around.others) others")
        if around.isSaidOfTarget { row.add(.context, "said of the leader") }
        row.add(.context, "rule " + quotation.rule)
        row.add(.context, "form " + quotation.form.rawValue)
        for i in words(in: quotation.content) { row.add(.context, reading.key(of: i), text(i)) }
    }

    private func addKinds(to row: inout GateRow) {
        let (rule, mention) = (quotation.rule, resolution.mention.rawValue)
        row.add(.rule, rule)
        row.add(.form, quotation.form.rawValue)
        row.add(.mention, mention)
        row.add(.ruleMention, rule + " " + mention)
        row.add(.sure, rule + " \(Int(quotation.confidence * 10))")
        if let cue = quotation.cue {
            for i in words(in: cue) {
                row.add(.cue, reading.key(of: i), text(i))
                row.add(
                    .ruleCue, reading.key(of: i) ^ LetterFolding.key(of: rule),
                    rule + " " + text(i))
            }
        } else {
            row.add(.cue, "")
        }
        if let clause {
            row.add(.act, "\(clause.act.direction) \(clause.act.strength)")
            row.add(.act, "\(rule) \(clause.place.mention.rawValue)")
            row.add(.act, clause.row)
            for (trait, name) in ActTraits.all where clause.traits.contains(trait) {
                row.add(.act, name)
            }
        }
    }

    private func addSource(to row: inout GateRow) {
        let kind = quotation.isJoint ? "several" : quotation.speaker?.kind.rawValue ?? "nobody"
        row.add(.speakerKind, kind)
        row.add(.ruleKind, quotation.rule + " " + kind)
        guard let source = quotation.source else {
            row.add(.sourceLength, -1)
            return
        }
        let words = words(in: source)
        row.add(.sourceLength, min(words.count, 6))
        for i in words { row.add(.source, reading.key(of: i), text(i)) }
        if let last = words.last {
            row.add(.sourceHead, reading.key(of: last), text(last))
            let first = document.text.utf8[utf8: source.start]
            row.add(.sourceLength, (first & 0x20 == 0 ? "capital " : "small ") + quotation.rule)
        }
        // How far the source stands from the words.
        let gap =
            source.start >= quotation.content.end
            ? source.start - quotation.content.end : quotation.content.start - source.end
        row.add(.sourceLength, "gap \(Self.size(gap))")
    }

    private func addMentions(to row: inout GateRow) {
        let content = quotation.content
        row.add(.mentions, min(resolution.spans.count, 4))
        for (n, span) in resolution.spans.enumerated() {
            let words = words(in: span)
            if resolution.mention != .explicit, resolution.mention != .context {
                for i in words { row.add(.mentionWords, reading.key(of: i), text(i)) }
            }
            guard n == 0, let first = words.first, let last = words.last else { continue }
            row.add(.mentionPlace, "\(words.count) words \(resolution.mention.rawValue)")
            if content.contains(span) {
                let place = first - reading.word(at: content.start)
                row.add(.mentionPlace, min(place, 8))
                row.add(
                    .mentionPlace, "from the end \(min(reading.word(at: content.end) - last, 6))")
            } else {
                row.add(.mentionPlace, "outside")
            }
            if last + 1 < reading.count {
                row.add(.afterMention, reading.key(of: last + 1), text(last + 1))
            }
            if first > 0 { row.add(.beforeMention, reading.key(of: first - 1), text(first - 1)) }
        }
    }

    private func addWords(to row: inout GateRow) {
        let words = words(in: quotation.content)
        row.add(.length, Self.size(words.count))
        guard let first = words.first, let last = words.last else { return }
        row.add(.opening, reading.key(of: first), text(first))
        let byte = document.text.utf8[utf8: quotation.content.start]
        row.add(.opening, byte & 0x20 == 0 ? "capital" : "small")
        row.add(.ending, Int(document.text.utf8[utf8: quotation.content.end - 1]) & 0x7F)
        for i in words { row.add(.word, reading.key(of: i), text(i)) }
        for i in max(0, first - Self.reach)..<first {
            row.add(.before, reading.key(of: i), text(i))
        }
        for i in last + 1..<min(reading.count, last + 1 + Self.reach) {
            row.add(.after, reading.key(of: i), text(i))
        }
        row.add(.place, Self.size(first))
    }

    /// The words and marks that lie in a stretch of the article.
    private func words(in span: Span) -> Range<Int> {
        let first = min(reading.word(at: span.start), reading.count)
        let end = min(reading.word(at: max(span.end - 1, span.start)) + 1, reading.count)
        return first..<max(first, end)
    }

    /// A word as it is named.
    private func text(_ i: Int) -> String {
        let span = reading.span(i..<i + 1)
        return span.count > 60 ? "…" : document.text[span].lowercased()
    }

    /// A number on a scale of doublings.
    private static func size(_ number: Int) -> Int {
        number <= 0 ? 0 : Int.bitWidth - number.leadingZeroBitCount
    }
}

extension String.UTF8View {
    /// The byte at an offset; 0 outside.
    fileprivate subscript(utf8 offset: Int) -> UInt8 {
        guard offset >= 0, offset < count else { return 0 }
        return self[index(startIndex, offsetBy: offset)]
    }
}
