import CaucusActs
import CaucusFeatures
import CaucusTarget
import CaucusQuotes
import CaucusText

/// A document's text with what turns its bytes into rows.
struct DocumentView {
    let document: Document
    let points: CodePoints

    /// Bytes of context kept on each side of a quotation.
    static let context = 160

    init(_ document: Document) {
        self.document = document
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

    /// The last words before `byte`, cut at a paragraph's border.
    private func before(_ byte: Int) -> String {
        let window = Span(max(0, byte - Self.context), byte)
        let cut = document.text.utf8.withContiguousStorageIfAvailable { bytes -> Span? in
            guard let letters = PlainText(bytes, window, cutAt: .start) else { return nil }
            if window.isEmpty || letters.isNewline(endingAt: window.end) {
                return Span(window.end, window.end)
            }
            var start = letters.lineStart
            if byte > Self.context, start == window.start {
                while start < window.end, letters.blank(at: start) == 0 { start += 1 }
                while start < window.end, case let length = letters.blank(at: start), length > 0 {
                    start += length
                }
            }
            return Span(start, window.end)
        }
        if let cut = cut ?? nil { return document.text[cut] }
        return CharacterContext.before(document.text[window], isWhole: byte <= Self.context)
    }

    /// The first words after `byte`, cut at a paragraph's border.
    private func after(_ byte: Int) -> String {
        let size = document.text.utf8.count
        let window = Span(byte, min(size, byte + Self.context))
        let cut = document.text.utf8.withContiguousStorageIfAvailable { bytes -> Span? in
            guard let letters = PlainText(bytes, window, cutAt: .end) else { return nil }
            var end = window.start
            while end < window.end, !letters.isNewline(at: end) { end += 1 }
            guard end == window.end, end < size else { return Span(byte, end) }
            while end > byte {
                end -= 1
                if letters.blank(at: end) > 0 { return Span(byte, end) }
            }
            return nil
        }
        if let cut = cut ?? nil { return document.text[cut] }
        return CharacterContext.after(document.text[window], isLast: window.end == size)
    }
}

/// A stretch of bytes in which every blank and every line break is a character of its own, so that they can be
/// told without `Character`: ASCII, Latin letters and general punctuation.
private struct PlainText {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let window: Span

    /// The end that lies away from the quotation, where a letter may be cut in two.
    enum Edge {
        case start, end
    }

    /// `nil` where the stretch holds anything else: combining marks, joiners, other scripts.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ window: Span, cutAt edge: Edge) {
        guard window.end <= bytes.count else { return nil }
        self.bytes = bytes
        self.window = window
        var i = window.start
        while i < window.end {
            let byte = bytes[i]
            i += 1
            if byte < 0x80 { continue }
            if byte == 0xE2 {
                guard i + 1 < bytes.count, bytes[i] & 0xFE == 0x80 else { return nil }
                // U+200C to U+200F join letters or turn their direction.
                if bytes[i] == 0x80, (0x8C...0x8F).contains(bytes[i + 1]) { return nil }
                i += 2
            } else if (0xC2...0xC5).contains(byte) {
                i += 1
            } else {
                guard edge == .start, byte & 0xC0 == 0x80, i - window.start <= 2 else {
                    return nil
                }
            }
        }
        if i > window.end, edge == .start { return nil }
    }

    /// Where the last line of the stretch starts.
    var lineStart: Int {
        var i = window.end
        while i > window.start {
            if isNewline(endingAt: i) { return i }
            i -= 1
        }
        return i
    }

    /// Whether a line break starts at `i`.
    func isNewline(at i: Int) -> Bool {
        switch bytes[i] {
        case 0x0A...0x0D: true
        case 0xC2: i + 1 < window.end && bytes[i + 1] == 0x85
        case 0xE2:
            i + 2 < window.end && bytes[i + 1] == 0x80 && bytes[i + 2] & 0xFE == 0xA8
        default: false
        }
    }

    /// Whether a line break ends before `end`, all of it inside the stretch.
    func isNewline(endingAt end: Int) -> Bool {
        if (0x0A...0x0D).contains(bytes[end - 1]) { return true }
        if end - 2 >= window.start, bytes[end - 2] == 0xC2 { return isNewline(at: end - 2) }
        return end - 3 >= window.start && bytes[end - 3] == 0xE2 && isNewline(at: end - 3)
    }

    /// The number of bytes of the white space at `i`; 0 where there is none.
    func blank(at i: Int) -> Int {
        switch bytes[i] {
        case 0x20, 0x09...0x0D: return 1
        case 0xC2:
            guard i + 1 < window.end else { return 0 }
            return bytes[i + 1] == 0x85 || bytes[i + 1] == 0xA0 ? 2 : 0
        case 0xE2:
            guard i + 2 < window.end else { return 0 }
            if bytes[i + 1] == 0x81 { return bytes[i + 2] == 0x9F ? 3 : 0 }
            switch bytes[i + 2] {
            case 0x80...0x8A, 0xA8, 0xA9, 0xAF: return 3
            default: return 0
            }
        default: return 0
        }
    }
}

/// The words around a quotation in any script.
enum CharacterContext {
    /// The last line of `text`, which ends where the quotation starts; its first word may be cut, unless the
    /// text is whole.
    static func before(_ text: String, isWhole: Bool) -> String {
        let line = text.split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
        guard text.last?.isNewline == false else { return "" }
        let whole = isWhole || line.utf8.count < text.utf8.count
        return whole ? line : String(line.drop { !$0.isWhitespace }.drop(while: \.isWhitespace))
    }

    /// The first line of `text`, which starts where the quotation ends; its last word may be cut, unless the
    /// text is the last of its document.
    static func after(_ text: String, isLast: Bool) -> String {
        let line = text.prefix { !$0.isNewline }
        guard line.utf8.count == text.utf8.count, !isLast else { return String(line) }
        return String(line[..<(line.lastIndex(where: \.isWhitespace) ?? line.endIndex)])
    }
}
