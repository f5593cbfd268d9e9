public import CaucusFeatures
import CaucusText

extension Passage {
    /// A passage whose target stands in square brackets and whose speaker stands in braces.
    public init(marked text: String, isSpeech: Bool = false) {
        self.init(text: "", isSpeech: isSpeech)
        var bare = ""
        var start = 0
        for character in text {
            switch character {
            case "[", "{": start = bare.utf8.count
            case "]": targets.append(Span(start, bare.utf8.count))
            case "}": speakers.append(Span(start, bare.utf8.count))
            default: bare.append(character)
            }
        }
        self.text = bare
    }
}
