import CaucusText

/// Lines of a transcript: “ROE: It is late.”
extension Draft {
    /// Adds a quotation for every paragraph that opens with a name and a colon and stands beside another
    /// such paragraph.
    mutating func findTranscript() {
        var previous = -2
        var labels: [(paragraph: Int, label: NounPhrase)] = []
        for (number, paragraph) in scene.reading.paragraphs.enumerated() {
            guard scene.quotes.ofWord[paragraph.lowerBound] < 0,
                let label = scene.label(from: paragraph.lowerBound, to: paragraph.upperBound),
                label.words.upperBound + 2 < paragraph.upperBound
            else { continue }
            labels.append((number, label))
        }
        for (i, line) in labels.enumerated() {
            let next = i + 1 < labels.count ? labels[i + 1].paragraph : -2
            if line.paragraph - previous == 1 || next - line.paragraph == 1 { addLine(line) }
            previous = line.paragraph
        }
    }

    private mutating func addLine(_ line: (paragraph: Int, label: NounPhrase)) {
        let paragraph = scene.reading.paragraphs[line.paragraph]
        let content = Range(from: line.label.words.upperBound + 1, to: paragraph.upperBound)
        for i in paragraph {
            covered[i] = true
            if scene.quotes.opening[i] >= 0 { isTaken[Int(scene.quotes.opening[i])] = true }
        }
        quotations.append(
            DraftQuotation(
                form: .direct, pieces: [content], cue: -1, source: line.label,
                entity: scene.entity(of: line.label), rule: .transcript, confidence: 0.9))
    }
}
