package import CaucusText

extension EncoderInput {
    /// A word of a text, and which of an input's pieces are its own.
    package struct Word: Sendable, Equatable {
        /// Where it stands in the text, in bytes, without the marks around it.
        package var span: Span
        /// Where its pieces stand in ``EncoderInput/pieces``.
        package var pieces: Range<Int>
    }

    /// What an encoder reads of a text, and its words as far as they are read; the target and the speaker are none.
    ///
    /// - Complexity: O(bytes).
    package static func withWords(
        _ marked: MarkedText, by tokenizer: WordPiece
    ) -> (input: EncoderInput, words: [Word]) {
        var words: [Word] = []
        var text = marked.text
        let all = text.withUTF8 { bytes in
            pieces(of: bytes, marked) { stretch, pieces in
                append(bytes, stretch, to: &pieces, &words, tokenizer)
            }
        }
        let start = cut(all)
        // The opening piece stands before them.
        let shift = 1 - start
        let read = start..<min(start + room, all.count)
        return (
            EncoderInput(all),
            words.compactMap { word in
                guard word.pieces.lowerBound >= read.lowerBound,
                    word.pieces.upperBound <= read.upperBound
                else { return nil }
                let pieces = word.pieces.lowerBound + shift..<word.pieces.upperBound + shift
                return Word(span: word.span, pieces: pieces)
            }
        )
    }

    /// Appends the pieces of a stretch, word by word: they are those of the stretch as a whole, since no piece goes past
    /// white space or a mark.
    private static func append(
        _ bytes: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>, to pieces: inout [Int32],
        _ words: inout [Word], _ tokenizer: WordPiece
    ) {
        func append(_ range: Range<Int>) {
            tokenizer.append(UnsafeBufferPointer(rebasing: bytes[range]), to: &pieces)
        }
        var start = stretch.lowerBound
        while start < stretch.upperBound {
            var end = start
            while end < stretch.upperBound, !WordPiece.isSpace(bytes[end]) { end += 1 }
            let word = inner(bytes, start..<end)
            append(start..<word.lowerBound)
            let first = pieces.count
            append(word)
            if pieces.count > first {
                words.append(
                    Word(
                        span: Span(word.lowerBound, word.upperBound),
                        pieces: first..<pieces.count))
            }
            append(word.upperBound..<end)
            start = end + 1
        }
    }

    /// A run between white space without the marks at its ends.
    private static func inner(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> Range<Int> {
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
        let scalars = text.unicodeScalars
        func width(_ marks: some Sequence<Unicode.Scalar>) -> Int {
            marks.reduce(0) { $0 + UTF8.width($1) }
        }
        let before = width(scalars.prefix(while: WordPiece.isMark))
        // Bytes that are no UTF-8 are wider as text.
        guard before < range.count, text.utf8.count == range.count else {
            return range.upperBound..<range.upperBound
        }
        let after = width(scalars.reversed().prefix(while: WordPiece.isMark))
        return range.lowerBound + before..<range.upperBound - after
    }
}
