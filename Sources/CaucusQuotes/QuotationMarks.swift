import CaucusLanguage
import CaucusText

/// A stretch between quotation marks.
struct MarkedSpan: Sendable {
    /// The word that is the opening mark.
    var open: Int
    /// The word that is the closing mark, or the end of the paragraph where it is missing.
    var close: Int
    /// Whether the closing mark was found.
    var closed: Bool
    /// The stretch around this one, as an index, or -1.
    var parent: Int
    /// The stretch that an opening mark in the next paragraph goes on with, or -1.
    var next = -1
    /// The stretch in the paragraph before that this one goes on with, or -1.
    var previous = -1
    /// Whether the marks are single ones.
    var single: Bool

    /// The words between the marks.
    var content: Range<Int> { Range(from: open + 1, to: close) }
}

/// Pairs the quotation marks of a document, paragraph by paragraph, in one pass.
///
/// Doubled marks of any style close each other (`“…"`), single ones only inside a stack of depth 4, and an
/// apostrophe is told from a mark by the white space around it and by whether a closing mark follows in
/// the paragraph. A mark left open ends with its paragraph; if the next paragraph opens with a mark, it
/// goes on there.
struct QuotationMarks {
    private let reading: Reading
    private(set) var spans: [MarkedSpan] = []
    /// Open stretches of the paragraph: indices into `spans`.
    private var stack: [Int] = []
    /// The last single mark of the paragraph that may close, or -1.
    private var lastSingleClose = -1

    init(_ reading: Reading) {
        self.reading = reading
        var unclosed = -1
        var rest = reading.quotationMarks[...]
        for paragraph in reading.paragraphs {
            // A paragraph without marks neither opens nor goes on.
            let marks = rest.prefix { Int($0) < paragraph.upperBound }
            rest = rest[marks.endIndex...]
            unclosed = marks.isEmpty ? -1 : scan(paragraph, marks, continuing: unclosed)
        }
        sortByOpening()
    }

    /// Pairs the marks of one paragraph and returns the doubled one that is left open, or -1.
    private mutating func scan(
        _ paragraph: Range<Int>, _ marks: ArraySlice<Int32>, continuing: Int
    ) -> Int {
        lookAhead(marks)
        stack.removeAll(keepingCapacity: true)
        var continuing = continuing
        if continuing >= 0, let end = unopened(paragraph, marks) {
            goOn(continuing, paragraph, to: end)
            continuing = -1
        }
        for (k, i) in marks.lazy.map(Int.init).enumerated() {
            let word = reading.words[i]
            if isInches(i, next: marks.dropFirst(k + 1).first.map(Int.init)) { continue }
            switch word.kind {
            case .doubleOpen, .guillemetOpen: openOrClose(i, prefersOpening: true)
            case .doubleClose where Int(word.end - word.start) == 2: straight(i)
            case .doubleClose, .guillemetClose: openOrClose(i, prefersOpening: false)
            case .doubleStraight: straight(i)
            case .singleOpen: if opensSingle(i, paragraph) { push(i, single: true) }
            case .singleStraight, .singleClose: single(i, paragraph)
            default: break
            }
        }
        return finish(paragraph, continuing: continuing)
    }

    /// “…said: “We called. / Nobody came.””: the first mark of a paragraph, where it closes and the paragraph opens
    /// without one.
    private func unopened(_ paragraph: Range<Int>, _ marks: ArraySlice<Int32>) -> Int? {
        guard let first = marks.first.map(Int.init), first - paragraph.lowerBound > 1,
            first - paragraph.lowerBound < 200, paragraph.lowerBound > 0
        else { return nil }
        let word = reading.words[first]
        guard word.kind == .doubleClose || word.kind == .doubleStraight,
            attachesLeft(first), !attachesRight(first), !reading.words[first - 1].isWord
        else { return nil }
        return first
    }

    /// Adds the stretch that goes on with an open one and closes at `end`; the break before it opens it.
    private mutating func goOn(_ continuing: Int, _ paragraph: Range<Int>, to end: Int) {
        var stretch = MarkedSpan(
            open: paragraph.lowerBound - 1, close: end, closed: true, parent: -1, single: false)
        stretch.previous = continuing
        spans[continuing].next = spans.count
        spans.append(stretch)
    }

    /// “the 9" pipe” inside straight marks: a number right before, a word after, and then another closing mark.
    private func isInches(_ i: Int, next: Int?) -> Bool {
        guard reading.words[i].kind == .doubleStraight, topDouble != nil, let next, i > 0,
            reading.words[i - 1].kind == .number, attachesLeft(i), !attachesRight(i),
            i + 1 < reading.words.count, reading.words[i + 1].isWord
        else { return false }
        return reading.words[next].kind == .doubleStraight && attachesLeft(next)
    }

    private mutating func finish(_ paragraph: Range<Int>, continuing: Int) -> Int {
        let first = paragraph.lowerBound
        if continuing >= 0, let start = spans.lastIndex(where: { $0.open <= first }),
            spans[start].open == first, spans[start].parent < 0
        {
            spans[start].previous = continuing
            spans[continuing].next = start
        }
        var left = -1
        for index in stack {
            if spans[index].single {
                spans[index].close = -1
            } else {
                spans[index].close = paragraph.upperBound
                if left < 0 { left = index }
            }
        }
        return left
    }

    private mutating func lookAhead(_ marks: ArraySlice<Int32>) {
        lastSingleClose = -1
        for i in marks.reversed().lazy.map(Int.init) {
            let kind = reading.words[i].kind
            if kind == .singleClose || kind == .singleStraight, attachesLeft(i) {
                lastSingleClose = i
                return
            }
        }
    }

    private func attachesLeft(_ i: Int) -> Bool { !reading.words[i].shape.contains(.spaceBefore) }
    private func attachesRight(_ i: Int) -> Bool { !reading.words[i].shape.contains(.spaceAfter) }

    private var topDouble: Int? { stack.lastIndex { !spans[$0].single } }
    private var topIsSingle: Bool { stack.last.map { spans[$0].single } ?? false }

    private mutating func push(_ i: Int, single: Bool) {
        guard stack.count < 4 else { return }
        spans.append(
            MarkedSpan(open: i, close: i, closed: false, parent: stack.last ?? -1, single: single))
        stack.append(spans.count - 1)
    }

    /// Closes the stretch at `place` of the stack and drops single marks left open inside it.
    private mutating func close(_ i: Int, at place: Int) {
        for index in stack[(place + 1)...] { spans[index].close = -1 }
        spans[stack[place]].close = i
        spans[stack[place]].closed = true
        stack.removeSubrange(place...)
    }

    /// `“` and `”`: what they say, unless the white space says the reverse.
    private mutating func openOrClose(_ i: Int, prefersOpening: Bool) {
        let left = attachesLeft(i)
        let right = attachesRight(i)
        if let place = topDouble {
            if prefersOpening && !(left && !right) {
                abandon(place, at: i)
                push(i, single: false)
            } else {
                close(i, at: place)
            }
        } else if prefersOpening || (right && !left) {
            push(i, single: false)
        }
    }

    /// Ends the stretch at `place`, whose closing mark is missing, before the mark `i`.
    private mutating func abandon(_ place: Int, at i: Int) {
        for index in stack[(place + 1)...] { spans[index].close = -1 }
        spans[stack[place]].close = i
        stack.removeSubrange(place...)
    }

    private mutating func straight(_ i: Int) {
        let opens = attachesRight(i) && !attachesLeft(i)
        if let place = topDouble {
            if opens {
                abandon(place, at: i)
                push(i, single: false)
            } else {
                close(i, at: place)
            }
        } else if attachesRight(i) || !attachesLeft(i) && !follows(number: i) {
            push(i, single: false)
        }
    }

    /// “9 " pipe”: inches, where white space stands around the mark.
    private func follows(number i: Int) -> Bool { i > 0 && reading.words[i - 1].kind == .number }

    private func opensSingle(_ i: Int, _ paragraph: Range<Int>) -> Bool {
        guard attachesRight(i), i + 1 < paragraph.upperBound,
            i < lastSingleClose, !topIsSingle
        else { return false }
        return reading.words[i + 1].kind != .number || reading.words[i].kind == .singleOpen
    }

    private mutating func single(_ i: Int, _ paragraph: Range<Int>) {
        if topIsSingle, attachesLeft(i) {
            let previous = reading.words[max(i - 1, 0)]
            let next = i + 1 < paragraph.upperBound ? reading.words[i + 1] : nil
            let plural =
                previous.isWord && reading.bytes[Int(previous.end) - 1] == UInt8(ascii: "s")
                && next?.isWord == true && !attachesRight(i)
            if plural && i < lastSingleClose { return }
            if next?.isWord == true && attachesRight(i) { return }
            close(i, at: stack.count - 1)
        } else if reading.words[i].kind == .singleStraight {
            let free =
                !attachesLeft(i)
                || (i > paragraph.lowerBound && !reading.words[i - 1].isWord
                    && reading.words[i - 1].kind != .stop)
            if free, opensSingle(i, paragraph) { push(i, single: true) }
        }
    }

    /// Drops the stretches that `isNone` takes.
    mutating func drop(where isNone: (MarkedSpan) -> Bool) {
        guard spans.contains(where: isNone) else { return }
        keep { !isNone($0) }
    }

    /// Drops what was never closed.
    private mutating func sortByOpening() { keep { $0.close > $0.open + 1 } }

    private mutating func keep(where isKept: (MarkedSpan) -> Bool) {
        var place = [Int](repeating: -1, count: spans.count)
        var kept: [MarkedSpan] = []
        kept.reserveCapacity(spans.count)
        for (i, span) in spans.enumerated() where isKept(span) {
            place[i] = kept.count
            kept.append(span)
        }
        for i in kept.indices {
            kept[i].parent = kept[i].parent < 0 ? -1 : place[kept[i].parent]
            kept[i].next = kept[i].next < 0 ? -1 : place[kept[i].next]
            kept[i].previous = kept[i].previous < 0 ? -1 : place[kept[i].previous]
        }
        spans = kept
    }
}
