import CaucusLanguage
import CaucusText

/// Tells the name of a photographer from the people of the text: “Photograph: Ann Tull/Northport Press”.
enum PhotoCredit {
    /// Whether a name is that of a photographer or an agency under a picture.
    static func holds(_ mention: NameMention, _ reading: Reading) -> Bool {
        let before = mention.whole.lowerBound - 1
        let after = mention.whole.upperBound
        // “Photograph:” itself
        if mention.name.count == 1, credits.contains(reading.words[mention.name.lowerBound].key) {
            return true
        }
        if after < reading.words.count, isSlash(after, reading) { return true }
        guard before > 0 else { return false }
        // “AFP/Ann Tull”, “© Ann Tull”
        if isSlash(before, reading) || isCopyright(before, reading) { return true }
        let word = reading.words[before]
        guard word.kind == .colon || openers.contains(word.key)
        else { return false }
        return credits.contains(reading.words[before - 1].key)
    }

    private static func isSlash(_ i: Int, _ reading: Reading) -> Bool {
        reading.words[i].kind == .other
            && reading.bytes[Int(reading.words[i].start)] == UInt8(ascii: "/")
    }

    private static func isCopyright(_ i: Int, _ reading: Reading) -> Bool {
        let start = Int(reading.words[i].start)
        return reading.words[i].kind == .other && reading.bytes[start] == 0xC2
            && reading.bytes[start + 1] == 0xA9
    }

    private static let openers = KeySet("by of")
    private static let credits = KeySet(
        """
        credit credits photo photos photograph photographs photographer photography photographed image images \
        picture pictures pic illustration illustrations illustrator artwork graphic composite cartoon \
        copyright courtesy video videos
        """)
}
