import CaucusActs
import CaucusFeatures
import CaucusLanguage
import CaucusTarget
import CaucusQuotes
import CaucusText

/// A document's text with what turns its bytes into rows.
struct DocumentView {
    let document: Document
    let points: CodePoints
    private let reading: Reading

    /// Bytes of context kept on each side of a quotation.
    static let context = 160

    /// - Parameter reading: The words of the document.
    init(_ document: Document, _ reading: Reading) {
        self.document = document
        self.reading = reading
        points = CodePoints(document.text)
    }

    /// What the article says by a quotation, to whomever it is about.
    func facts(_ quotation: Quotation, speakerID: String? = nil) -> QuotationFacts {
        let content = points.codePoints(quotation.content)
        let joint = joint(quotation)
        return QuotationFacts(
            documentID: document.id, start: content.start, end: content.end,
            pieces: quotation.spans.count == 1 && quotation.spans[0] == quotation.content
                ? [content] : quotation.spans.map(points.codePoints),
            text: text(of: quotation), form: quotation.form,
            cue: quotation.cue.map { document.text[$0] },
            source: quotation.source.map { document.text[$0] }, speaker: quotation.speaker,
            speakerID: speakerID ?? id(ofSpeakerOf: quotation, joint), joint: joint,
            rule: quotation.rule, confidence: (quotation.confidence * 1e4).rounded() / 1e4,
            status: quotation.parent != nil
                ? .nested : quotation.speaker == nil ? .noSpeaker : .notAbout)
    }

    /// Those who speak as one, each with its id across documents; nobody where one speaks.
    func joint(_ quotation: Quotation) -> [Speaker] {
        guard quotation.isJoint else { return [] }
        return quotation.speakers.map { speaker in
            var speaker = speaker
            speaker.id = SpeakerKey.id(of: speaker, in: document.id)
            return speaker
        }
    }

    private func id(ofSpeakerOf quotation: Quotation, _ joint: [Speaker]) -> String? {
        joint.isEmpty
            ? quotation.speaker.map { SpeakerKey.id(of: $0, in: document.id) }
            : QuotationFacts.id(ofSeveral: joint)
    }

    /// The facts of all quotations of a document, in their order.
    func facts(_ quotations: [Quotation]) -> [QuotationFacts] {
        // A speaker has a handful of quotations, and an id that takes a look at each letter of the name.
        var known: [(speaker: Speaker, id: String)] = []
        return quotations.map { quotation in
            guard let speaker = quotation.speaker, !quotation.isJoint else {
                return facts(quotation)
            }
            // Those who spoke last speak again.
            if let same = known.suffix(8).last(where: { $0.speaker == speaker }) {
                return facts(quotation, speakerID: same.id)
            }
            known.append((speaker, SpeakerKey.id(of: speaker, in: document.id)))
            return facts(quotation, speakerID: known.last?.id)
        }
    }

    /// The words around a quotation.
    func context(of quotation: Quotation) -> (before: String, after: String) {
        (before(quotation.content.start), after(quotation.content.end))
    }

    /// What stands between the pieces of a split quotation.
    private static let joint = " … "

    func text(of quotation: Quotation) -> String {
        if quotation.spans.count == 1 { return document.text[quotation.spans[0]] }
        return quotation.spans.map { document.text[$0] }.joined(separator: Self.joint)
    }

    /// What a model reads of a quotation: the sentences around it where they are given, else itself.
    func passage(
        _ quotation: Quotation, _ resolution: TargetResolver.Resolution, _ act: SpeechAct?,
        around: [Sentence]?
    ) -> ArticlePassage {
        let facts = PassageFact.facts(act: act, speaker: quotation.speaker)
        guard let around else {
            return ArticlePassage(
                alone: quotation, resolution.spans, text: text(of: quotation),
                joint: Self.joint.utf8.count, facts: facts)
        }
        return ArticlePassage(
            around: quotation, resolution.spans, in: document, sentences: around, facts: facts)
    }

    /// The words of a passage that moved its score, as words of the quotation's text, strongest first; the word that
    /// carries an act has the act's weight as well, where the quotation holds it.
    func movingWords(
        _ words: [(span: Span, weight: Double)], in passage: ArticlePassage,
        with act: (head: Span, weight: Double)?
    ) -> [MovingWord] {
        let joint = Self.joint.unicodeScalars.count
        var moved = passage.inQuotation(words, of: points, joint: joint)
        guard let act, act.weight != 0,
            let head = passage.word(at: act.head, act.weight, of: points, joint: joint)
        else { return moved }
        if let same = moved.firstIndex(where: { $0.start < head.end && head.start < $0.end }) {
            moved[same].weight += head.weight
        } else {
            moved.append(head)
        }
        let order = moved.indices.sorted {
            (-abs(moved[$0].weight), $0) < (-abs(moved[$1].weight), $1)
        }
        return order.map { moved[$0] }
    }

    /// The last words before `byte` in its paragraph; what white space parts from them is cut.
    private func before(_ byte: Int) -> String {
        var start = byte
        for word in reading.words[..<reading.word(at: byte)].reversed() {
            if word.kind == .lineBreak || byte - Int(word.start) > Self.context { break }
            if word.shape.contains(.spaceBefore) { start = Int(word.start) }
        }
        return document.text[Span(start, byte)]
    }

    /// The first words after `byte` in its paragraph; what white space parts from them is cut.
    private func after(_ byte: Int) -> String {
        var end = byte
        for word in reading.words[reading.word(at: byte)...] where word.start >= byte {
            if word.kind == .lineBreak || Int(word.end) - byte > Self.context { break }
            if word.shape.contains(.spaceAfter) { end = Int(word.end) }
        }
        return document.text[Span(byte, end)]
    }
}
