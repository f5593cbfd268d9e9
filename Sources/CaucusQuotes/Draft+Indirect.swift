import CaucusText

/// Indirect and mixed speech.
extension Draft {
    /// One content that may be indirect speech.
    struct Candidate {
        var cue: Int
        var content: Range<Int>
        /// What of it stands after the cue.
        var rest: Range<Int>
        /// The marked stretches inside.
        var marks: [Int]
        var score: Double
    }

    /// Adds a quotation for every cue whose content reads as speech, none inside or across another.
    mutating func findIndirect() {
        var candidates: [Candidate] = []
        candidates.reserveCapacity(scene.cues.count)
        quotations.reserveCapacity(quotations.count + scene.cues.count / 2)
        for (i, cue) in scene.cues.enumerated() {
            guard let candidate = candidate(i, cue) else { continue }
            candidates.append(candidate)
        }
        let said = candidates.filter { isClause($0) }
        candidates.removeAll { isWithin($0, said) }
        removeInner(&candidates)
        candidates.sort { ($0.score, $1.cue) > ($1.score, $0.cue) }
        for candidate in candidates { add(candidate) }
    }

    /// Whether a candidate is a clause that is said: “told the paper he admired her”.
    private func isClause(_ candidate: Candidate) -> Bool {
        let cue = scene.cues[candidate.cue]
        return Resolver.isSpeech(cue.verb) && (cue.complement == .that || cue.complement == .bare)
    }

    /// “admired her” of “told the paper he admired her”: what is felt in the clause that is said; `said` is in the order
    /// of the text.
    private func isWithin(_ candidate: Candidate, _ said: [Candidate]) -> Bool {
        let cue = scene.cues[candidate.cue]
        switch cue.verb {
        case .praise, .criticize, .support, .want:
            guard cue.complement == .phrase, candidate.marks.isEmpty else { return false }
        default: return false
        }
        let next = said.partitionPoint { $0.content.lowerBound > cue.head }
        return next > 0 && said[next - 1].content.contains(cue.head)
    }

    private mutating func candidate(_ index: Int, _ cue: Cue) -> Candidate? {
        var content = trimmed(cue.content)
        guard !content.isEmpty, !(cue.complement == .quotation && cue.pattern != .verb) else {
            return nil
        }
        guard cue.verb != .manner, !cue.needsMarks, !cue.isUnreal, !cue.isUnsaid,
            !(cue.isPassive && cue.source == nil)
        else {
            return nil
        }
        // “The bridge, Roe said, is late”: what is weighed and bounded is the longer part.
        let lead = cue.rest.isEmpty || isConnective(content) ? 0..<0 : content
        if !cue.rest.isEmpty { content = trimmed(cue.rest) }
        guard !content.isEmpty else { return nil }
        var inside = marksInside(content)
        if let last = inside.last, scene.marks[last].close > content.upperBound {
            content =
                Range(
                    from: content.lowerBound,
                    to: min(scene.marks[last].close + 1, scene.reading.words.count))
        }
        content = beforeMainClause(cue, content)
        content = beforePredicate(cue, content)
        content = beforeNextSpeaker(index, content)
        content = beforeNextAct(index, content)
        content = beforeOtherDeed(cue, content)
        if !inside.isEmpty {
            inside.removeAll { scene.marks[$0].open >= content.upperBound }
            content = beforeNextDeed(index, content)
            inside.removeAll { scene.marks[$0].open >= content.upperBound }
            content = beforeCircumstance(cue, content, inside)
        }
        if let first = inside.first,
            scene.marks[first].open == content.lowerBound || cue.complement == .preposition,
            isNamed(first)
        {
            return nil
        }
        if let only = inside.first, inside.count == 1, lead.isEmpty,
            isWhole(content, scene.marks[only])
        {
            return nil
        }
        let rest = lead.isEmpty ? 0..<0 : content
        if !lead.isEmpty {
            inside = marksInside(lead) + inside
            content = lead
        }
        let weighed = rest.count > content.count ? rest : content
        let features = ContentJudge.features(cue, weighed, scene)
        let score = judge.score(features)
        trace?.noteContent(weighed, cue, features, scene, judge)
        guard score > ContentJudge.threshold else { return nil }
        guard !namesOnly(cue), !isCondition(content), !isTime(cue, content), !isOpenQuestion(cue),
            !isPreface(cue, content), !isQuotedAlready(cue, content, inside), !isDeed(cue, content)
        else { return nil }
        return Candidate(
            cue: index, content: content, rest: rest, marks: inside, score: score)
    }

    /// “And”: joins the sentence to the one before.
    private func isConnective(_ words: Range<Int>) -> Bool {
        words.count == 1 && word(words.lowerBound).has([.coordinator, .clauseBorder])
    }

    /// A content without the clause of the next speaker: “it was safe, but Roe said it was not”.
    private func beforeNextSpeaker(_ index: Int, _ content: Range<Int>) -> Range<Int> {
        guard let source = scene.cues[index].source else { return content }
        var i = index + 1
        while i < scene.cues.count, scene.cues[i].head < content.upperBound {
            defer { i += 1 }
            guard let next = scene.cues[i].source, !scene.cues[i].isShared,
                Resolver.isSpeech(scene.cues[i].verb), scene.cues[i].pattern == .verb,
                next.mention >= 0 && source.mention >= 0 || isContrast(i, index)
            else { continue }
            let joint = next.words.lowerBound - 1
            // “it was “late,” and Roe said she agreed”
            let isMark = joint > 0 && word(joint - 1).isDoubleMark
            guard joint - 1 > content.lowerBound, isMark || word(joint - 1).kind == .comma,
                word(joint).has([.coordinator, .clauseBorder]),
                !isMark || !word(joint).has(.preposition) || word(joint - 2).kind == .comma
            else { continue }
            return Range(from: content.lowerBound, to: isMark ? joint : joint - 1)
        }
        return content
    }

    private mutating func add(_ candidate: Candidate) {
        let content = candidate.content
        let cue = scene.cues[candidate.cue]
        guard !content.isEmpty, !covered[cue.head], !covered[content.lowerBound],
            !covered[content.upperBound - 1],
            !covered[(content.lowerBound + content.upperBound) / 2],
            !candidate.rest.contains(where: { covered[$0] })
        else { return }
        let pieces = candidate.rest.isEmpty ? [content] : [content, candidate.rest]
        for i in pieces.joined() { covered[i] = true }
        var heard: [Int] = []
        for i in candidate.marks where !isTaken[i] {
            isTaken[i] = true
            if isScare(scene.marks[i]) {
                rejected.append((scene.reading.span(scene.marks[i].content), "scare"))
            } else {
                heard.append(i)
            }
        }
        quotations.append(
            DraftQuotation(
                form: heard.isEmpty ? .indirect : .mixed, pieces: pieces, cue: candidate.cue,
                source: cue.source, entity: cue.entity, rule: rule(for: cue),
                confidence: SpeakerRanker.probability(candidate.score), marks: heard))
    }

    /// “known as the Barn” tells a name; “a banner reads “Work”” shows a slogan.
    private func namesOnly(_ cue: Cue) -> Bool {
        if NoSpeech(scene: scene).isDisplay(cue.source) { return true }
        guard cue.verb == .know else { return false }
        // “has known the mayor since school”
        let hasObject = cue.complement == .phrase || cue.complement == .bare
        if hasObject, word(cue.head).form.contains(.participle), !cue.isPassive { return true }
        let end = min(cue.head + 7, scene.reading.sentence(of: cue.head).upperBound)
        return Range(from: cue.head + 1, to: end).contains { word($0).key == Self.asWord }
    }

    /// “spoke on condition that they not be named”.
    private func isCondition(_ content: Range<Int>) -> Bool {
        var i = content.lowerBound - 1
        if i > 0, word(i).has(.that) { i -= 1 }
        return i > 0 && word(i).key == Self.condition && word(i - 1).has(.preposition)
    }

    /// ““…,” she said that autumn”: when it was said.
    private func isTime(_ cue: Cue, _ content: Range<Int>) -> Bool {
        guard let source = cue.source, word(content.lowerBound).has(.time) else { return false }
        let before = min(source.words.lowerBound, cue.words.lowerBound) - 1
        return before > 0 && word(before).isDoubleMark
    }

    /// “Had he thanked the mayor?”: the writer asks, and nobody has said it yet.
    private func isOpenQuestion(_ cue: Cue) -> Bool {
        guard let source = cue.source else { return false }
        let sentence = scene.reading.sentence(of: cue.head)
        guard source.words.lowerBound == sentence.lowerBound + 1,
            word(sentence.lowerBound).has(.auxiliary)
        else { return false }
        let last = word(sentence.upperBound - 1)
        return last.kind == .stop && scene.reading.bytes[Int(last.start)] == UInt8(ascii: "?")
    }

    /// “Asked whether it could fly, she did not answer”: the question is not what the source says.
    private func isPreface(_ cue: Cue, _ content: Range<Int>) -> Bool {
        let first = word(content.lowerBound)
        return cue.pattern == .trailing && first.verb == .ask && first.form.contains(.participle)
    }

    /// ““…,” Roe said, according to the paper”: the words are Roe's, who is named right after them.
    private func isQuotedAlready(_ cue: Cue, _ content: Range<Int>, _ marks: [Int]) -> Bool {
        guard cue.pattern == .accordingTo, let only = marks.first, marks.count == 1,
            scene.marks[only].open == content.lowerBound, scene.marks[only].closed
        else { return false }
        let rest = Range(from: scene.marks[only].close + 1, to: content.upperBound)
        return rest.count <= 8 && rest.contains { Resolver.isSpeech(word($0).verb) }
    }

    private static let asWord = LetterFolding.key(of: "as")
    private static let condition = LetterFolding.key(of: "condition")

    private func rule(for cue: Cue) -> SpeakerRule {
        switch cue.pattern {
        case .accordingTo: .accordingTo
        case .trailing: .trailingCue
        case .noun: .noun
        case .verb: cue.isShared ? .sharedSubject : .subject
        }
    }

    /// The top-level stretches that open inside `content`.
    func marksInside(_ content: Range<Int>) -> [Int] {
        var found: [Int] = []
        for i in content where scene.quotes.opening[i] >= 0 {
            found.append(Int(scene.quotes.opening[i]))
        }
        return found
    }

    /// Whether the marks hold a word or two that a noun follows: “a "secret" meeting”.
    private func isScare(_ mark: MarkedSpan) -> Bool {
        guard mark.closed, mark.content.count <= 2, mark.open > 0,
            mark.close + 1 < scene.reading.words.count
        else { return false }
        let next = word(mark.close + 1)
        return word(mark.open - 1).has(.determiner) && next.kind == .word
            && !next.has([.preposition, .coordinator, .clauseBorder, .auxiliary, .to, .time])
    }

    /// “speaks on this station's “Kitchen Table” at six”: the content would open with a title.
    private func isNamed(_ mark: Int) -> Bool {
        let titles = WorkTitles(reading: scene.reading, marks: scene.marks)
        return titles.isTitle(scene.marks[mark]) && titles.isNamed(mark)
    }

    /// Whether `content` is one marked stretch and nothing else.
    private func isWhole(_ content: Range<Int>, _ mark: MarkedSpan) -> Bool {
        !content.contains { ($0 < mark.open || $0 > mark.close) && word($0).isWord }
    }

    private func trimmed(_ content: Range<Int>) -> Range<Int> {
        var low = content.lowerBound
        var high = content.upperBound
        while low < high, !word(low).isWord, scene.quotes.ofWord[low] < 0 { low += 1 }
        while high > low, !word(high - 1).isWord, scene.quotes.ofWord[high - 1] < 0 { high -= 1 }
        return low..<high
    }
}
