package import CaucusText

extension Encoder {
    /// How far each word that is read moves the encoder toward favor: its log odds of favor over against, less those without
    /// the word, whose pieces are covered by ``WordPiece/mask``. The numbers do not add up to anything: what a word does hangs
    /// on the others.
    ///
    /// All is read in one go; a text has at most ``EncoderInput/longest`` words that are read.
    ///
    /// - Complexity: as many inputs as there are words.
    package func weights(ofWordsIn marked: MarkedText) -> [(span: Span, weight: Float)] {
        let (input, words) = EncoderInput.withWords(marked, by: tokenizer)
        let covered = words.map { word in
            var input = input
            for i in word.pieces { input.pieces[i] = tokenizer.mask }
            return input
        }
        let sides = opinions(on: [input] + covered).map(\.side)
        return zip(words, sides.dropFirst()).map { ($0.span, sides[0] - $1) }
    }
}

extension EncoderOpinion {
    /// The log odds of favor over against.
    fileprivate var side: Float { values[2] - values[0] }
}
