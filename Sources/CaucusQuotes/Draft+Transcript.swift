import CaucusText

/// Lines of a transcript: “ROE: It is late.”
extension Draft {
    /// Adds a quotation for every line of a transcript.
    mutating func findTranscript() {
        let transcript = Transcript(scene)
        guard transcript.lines.contains(where: { !$0.pieces.isEmpty }) else { return }
        let answerer = Interviewee(scene).entity(before: transcript.lines)
        let hasAnswers = transcript.lines.contains { $0.label.kind == .answer }
        for line in transcript.lines where !line.pieces.isEmpty {
            // Questions and answers of nobody are how a newspaper explains things.
            if line.label.kind == .name || answerer >= 0 || !hasAnswers { add(line, answerer) }
        }
    }

    private mutating func add(_ line: TranscriptLine, _ answerer: Int) {
        var quotation = DraftQuotation(
            form: .direct, pieces: line.pieces, cue: -1, source: line.source, entity: line.entity,
            rule: .transcript, confidence: 0.9)
        for piece in [line.label.start..<line.label.end] + line.pieces {
            for i in piece {
                covered[i] = true
                guard scene.quotes.opening[i] >= 0 else { continue }
                isTaken[Int(scene.quotes.opening[i])] = true
                quotation.inner.append(Int(scene.quotes.opening[i]))
            }
        }
        switch line.label.kind {
        case .name: break
        case .question: quotation.source = nil
        case .answer: quotation.entity = answerer
        }
        quotations.append(quotation)
    }
}
