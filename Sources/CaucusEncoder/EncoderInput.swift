package import CaucusText

/// A stretch of text, and where the target, the speaker and the quotation stand in it, in bytes.
package struct MarkedText: Sendable, Hashable {
    package var text: String
    /// Where the target is meant; what overlaps one before is left out.
    package var targets: [Span]
    package var speakers: [Span]
    /// The pieces of the quotation; none where all of the text is meant.
    package var quotation: [Span]

    /// Creates a text with its marks.
    package init(text: String, targets: [Span], speakers: [Span], quotation: [Span]) {
        self.text = text
        self.targets = targets
        self.speakers = speakers
        self.quotation = quotation
    }
}

/// A stretch of text as an encoder reads it: pieces of words, with tokens of their own where the target, the speaker and
/// the quotation stand. No name is left of either: what is said of one leader is read as if said of any.
package struct EncoderInput: Sendable, Equatable {
    /// The numbers of the pieces, from the one that opens every input to the one that closes it.
    package var pieces: [Int32]
    /// Where the target stands in ``pieces``; the opening piece where it stands nowhere.
    package var targets: [Int]
    /// Where the words of the quotation stand.
    package var quotation: [Int]

    /// The pieces that stand for the target and the speaker, and those before and after a piece of a quotation.
    package enum Mark: Int32, Sendable {
        case target = 1
        case speaker, open, close
    }

    /// An input has no more pieces than this.
    package static let longest = 96
    /// So many pieces at most stand before a quotation that does not fit.
    private static let lead = 28

    /// An input of known pieces.
    package init(pieces: [Int32], targets: [Int], quotation: [Int]) {
        self.pieces = pieces
        self.targets = targets
        self.quotation = quotation
    }

    /// Reads a text with its marks.
    ///
    /// - Complexity: O(bytes).
    package init(_ marked: MarkedText, by tokenizer: WordPiece) {
        var text = marked.text
        self.init(
            text.withUTF8 { bytes in
                Self.pieces(of: bytes, marked) { stretch, pieces in
                    tokenizer.append(UnsafeBufferPointer(rebasing: bytes[stretch]), to: &pieces)
                }
            })
    }

    /// All pieces of a text with its marks, which may be too many; `append` adds those of a stretch between two marks.
    static func pieces(
        of text: UnsafeBufferPointer<UInt8>, _ marked: MarkedText,
        _ append: (_ stretch: Range<Int>, _ pieces: inout [Int32]) -> Void
    ) -> [Int32] {
        let window = Span(0, text.count)
        var marks: [(start: Int, end: Int, mark: Mark)] = []
        for (spans, mark) in [(marked.targets, Mark.target), (marked.speakers, .speaker)] {
            for span in spans where window.contains(span) && !span.isEmpty {
                marks.append((span.start, span.end, mark))
            }
        }
        for span in marked.quotation {
            let (start, end) = (max(span.start, window.start), min(span.end, window.end))
            guard start < end else { continue }
            marks.append((start, start, .open))
            marks.append((end, end, .close))
        }
        func order(_ mark: Mark) -> Int32 { mark == .close ? 0 : mark == .open ? 1 : mark.rawValue }
        marks.sort {
            ($0.start, order($0.mark), $0.end) < ($1.start, order($1.mark), $1.end)
        }
        var all: [Int32] = []
        var place = window.start
        for mark in marks {
            // A border inside of a name stands after it.
            if mark.end > mark.start, mark.start < place { continue }
            if mark.start > place { append(place..<mark.start, &all) }
            all.append(mark.mark.rawValue)
            place = max(place, mark.end)
        }
        if place < window.end { append(place..<window.end, &all) }
        return all
    }

    /// So many pieces of a text are read at most.
    static let room = longest - 2

    /// The first piece that is read of a text's pieces.
    static func cut(_ all: [Int32]) -> Int {
        guard all.count > room else { return 0 }
        let open = all.firstIndex(of: Mark.open.rawValue) ?? 0
        let start = min(max(0, open - lead), all.count - room)
        guard let target = all.firstIndex(of: Mark.target.rawValue), target >= start + room else {
            return start
        }
        return min(target - room * 2 / 3, all.count - room)
    }

    /// Cuts pieces to the longest input, and finds the marks.
    init(_ all: [Int32]) {
        let (room, start) = (Self.room, Self.cut(all))
        let pieces =
            [WordPiece.opening] + all[start..<min(start + room, all.count)] + [WordPiece.closing]
        let named = pieces.indices.filter { pieces[$0] == Mark.target.rawValue }
        var isInside = !all.contains(Mark.open.rawValue)
        // Cut after its border, a quotation goes on from the first piece.
        if start > 0, !isInside {
            let borders = [Mark.open.rawValue, Mark.close.rawValue]
            isInside = all[..<start].last(where: borders.contains) == borders[0]
        }
        var inside: [Int] = []
        for (i, piece) in pieces.enumerated().dropFirst().dropLast() {
            if piece == Mark.open.rawValue {
                isInside = true
            } else if piece == Mark.close.rawValue {
                isInside = false
            } else if isInside {
                inside.append(i)
            }
        }
        self.pieces = pieces
        targets = named.isEmpty ? [0] : named
        quotation = inside.isEmpty ? Array(pieces.indices) : inside
    }
}
