import CaucusEncoder
public import CaucusFeatures
import CaucusText

extension StanceModel {
    /// How far each word of a passage moves what the model's encoder says toward favor, by covering a word at a time,
    /// strongest first; `nil` where no encoder has a say. They add up to nothing, unlike ``StanceExplanation/terms``.
    ///
    /// Offsets are code points of the passage's text. Names of the target and the speaker, which the encoder does not read,
    /// are no words.
    ///
    /// - Parameter quotation: The quotation, where it is a part of the passage: the encoder reads its borders.
    /// - Complexity: the encoder reads the passage once a word; a long one has some ninety that are read at all.
    public func encoderWords(in passage: Passage, quoting quotation: String? = nil) -> [MovingWord]?
    {
        guard let encoder = encoder ?? bases.first?.encoder else { return nil }
        let place = quotation.flatMap { Array(passage.text.utf8).firstRange(of: Array($0.utf8)) }
        let marked = MarkedText(
            text: passage.text, targets: passage.targets, speakers: passage.speakers,
            quotation: place.map { [Span($0.lowerBound, $0.upperBound)] } ?? [])
        let points = CodePoints(passage.text)
        return encoder.weights(ofWordsIn: marked)
            .map { word in
                let span = points.codePoints(word.span)
                // As many digits as the words have whose features are summed.
                let weight = (Double(word.weight) * 1e4).rounded() / 1e4
                return MovingWord(start: span.start, end: span.end, weight: weight)
            }
            .sorted { (-abs($0.weight), $0.start) < (-abs($1.weight), $1.start) }
    }
}
