import CaucusText

/// Which lines are a transcript, and what they say.
extension Transcript {
    /// Gives the lines of one stretch what they say, where the stretch is a transcript.
    mutating func decide(_ block: Range<Int>) {
        let named = block.filter { lines[$0].evidence != .none && !tellsOfItself(lines[$0]) }
        let bare = named.filter { !lines[$0].isMarked }
        guard named.count > 1, !bare.isEmpty else { return }
        var counts: [UInt64: Int] = [:]
        for i in bare { counts[lines[i].voice, default: 0] += 1 }
        let repeated = counts.count { $0.value > 1 }
        let turns = zip(bare, bare.dropFirst()).count { lines[$0].voice != lines[$1].voice }
        // Penn, Tull, Penn: somebody who is known to be one, or who says “I” and “you”; in capitals both speak again.
        let isSure =
            bare.contains { lines[$0].evidence == .strong }
            || bare.count { notes.isSpoken(Range(from: lines[$0].label.end, to: lines[$0].end)) }
                > 1
        let isShouted = bare.allSatisfy { lines[$0].label.isShouted }
        let takesTurns = turns > 1 && (isSure && repeated > 0 || isShouted && repeated > 1)
        let answers = bare.count { answersLine($0) }
        var accepted: [Int] = []
        for (k, i) in named.enumerated() where !lines[i].isMarked {
            let isAgain = takesTurns && counts[lines[i].voice, default: 0] > 1
            let isSure = takesTurns && lines[i].evidence == .strong
            let isBeside =
                k > 0 && areBeside(named[k - 1], i)
                || k + 1 < named.count && areBeside(i, named[k + 1])
            if isAgain || isSure || isBeside || answers > 1 && answersLine(i) { accepted.append(i) }
        }
        let isRecord = accepted.allSatisfy { lines[$0].label.hasStop }
        let isClear = (takesTurns || isRecord) && isClear(accepted)
        if takesTurns { accepted = withGuests(accepted, of: bare, isClear: isClear) }
        fill(accepted, isClear: isClear)
    }

    /// Whether a line of a person follows a question that has no label: an interview whose questions are in bold type.
    private func answersLine(_ i: Int) -> Bool {
        let number = lines[i].paragraph - 1
        guard lines[i].evidence == .strong, lines[i].entity >= 0, number >= 0,
            scene.reading.paragraphs[lines[i].paragraph].lowerBound == lines[i].label.start
        else { return false }
        return notes.asks(scene.reading.paragraphs[number].upperBound - 1)
    }

    /// “Peter Tull: Said that he was for it.”, “Ann Roe: A spokesman says that Roe is against.”: a list of what people
    /// think, not what they say.
    private func tellsOfItself(_ line: TranscriptLine) -> Bool {
        let start = line.label.end
        guard !line.label.isShouted, start < line.end, line.label.kind == .name else {
            return false
        }
        if word(start).has(.reporting), word(start).form.contains(.past) { return true }
        return names([line.entity], in: Range(from: start, to: min(line.end, start + 40)))
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
        let isSure = lines[a].evidence == .strong && lines[b].evidence == .strong
        guard isSure || talks(a, b) else { return false }
        if lines[a].label.kind == .question, lines[b].label.kind == .answer { return true }
        if lines[a].label.kind != .name || lines[b].label.kind != .name { return false }
        if lines[a].label.hasStop, lines[b].label.hasStop { return true }
        guard isWhole(lines[a].label), isWhole(lines[b].label) else { return false }
        return (lines[a].paragraph + 1..<max(lines[b].paragraph, lines[a].paragraph + 1))
            .allSatisfy { isDirection($0) }
    }

    /// “TULL: Is it late? PENN: It is.”: two surnames in capitals that nothing else is known of, where one asks or says
    /// “I”.
    private func talks(_ a: Int, _ b: Int) -> Bool {
        guard lines[a].label.isShouted, lines[b].label.isShouted, lines[a].voice != lines[b].voice,
            lines[a].label.name.count == 1 || lines[a].evidence == .strong,
            lines[b].label.name.count == 1 || lines[b].evidence == .strong
        else { return false }
        return [a, b].contains { i in
            let said = Range(from: lines[i].label.end, to: lines[i].end)
            return said.suffix(2).contains { notes.asks($0) }
                || said.prefix(80).contains { word($0).has(.first) }
        }
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

    private mutating func fill(_ accepted: [Int], isClear: Bool) {
        for (k, i) in accepted.enumerated() {
            let line = lines[i]
            let own = notes.said(Range(from: line.label.end, to: line.end))
            var pieces = own.isEmpty ? [] : notes.pieces(of: own)
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
            if notes.isNarrated(paragraph) { break }
            if notes.isHeading(paragraph, after: line.label) { break }
            if !line.label.isShouted, word(paragraph.upperBound - 1).kind == .colon { break }
            let said = notes.said(paragraph)
            if !said.isEmpty { pieces += notes.pieces(of: said) }
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
