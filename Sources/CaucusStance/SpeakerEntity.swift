package import CaucusQuotes
import Foundation

/// Names the person or organization behind the speakers of several documents.
///
/// The name is made of the speaker's own words alone, and so it is the same in whatever order
/// documents are read and whichever others there are: a person's full name without titles, an
/// organization's name, both without case, accents and punctuation. Whom a document names by one word only, and
/// whom it only describes, is somebody of that document.
package enum SpeakerEntity {
    /// `ada-quill`, `org:lorn-council`, or with `@` and the document's id where the speaker stays in it.
    ///
    /// - Complexity: O(bytes of the name).
    package static func id(of speaker: Speaker, in document: String) -> String {
        var words = words(of: speaker.name)
        if speaker.kind == .person {
            // “Transport Minister Ada Quill”: all up to the last title, never the last word.
            if let title = words.dropLast().lastIndex(where: isTitle) {
                words.removeSubrange(...title)
            }
        }
        let isAlone = speaker.kind == .described || speaker.kind == .person && words.count < 2
        let name = words.isEmpty ? speaker.id : words.joined(separator: "-")
        if isAlone { return name + "@" + document }
        return speaker.kind == .organization ? "org:" + name : name
    }

    /// `ada-quill` for “Ada Quill”.
    static func slug(_ name: String) -> String {
        let words = words(of: name)
        return words.isEmpty ? "speaker" : words.joined(separator: "-")
    }

    /// The words in lower case without accents and punctuation.
    private static func words(of name: String) -> [String] {
        var folded = name
        if !name.utf8.allSatisfy({ $0 < 0x80 }) { folded = unaccented(name) }
        var words: [String] = []
        var word: [UInt8] = []
        for byte in folded.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                0x80...:
                word.append(byte)
            case UInt8(ascii: "."), UInt8(ascii: "'"): continue
            default:
                if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
                word.removeAll(keepingCapacity: true)
            }
        }
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }

    /// Letters in lower case without their accents; marks and symbols beyond ASCII become spaces.
    private static func unaccented(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in name.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            if scalar.isASCII || scalar.properties.isAlphabetic && !scalar.properties.isDiacritic {
                scalars.append(scalar)
            } else if scalar.properties.canonicalCombiningClass == .notReordered, scalar != "’" {
                scalars.append(" ")
            }
        }
        return String(scalars)
    }

    private static func isTitle(_ word: String) -> Bool { titles.contains(word) }

    private static let titles: Set = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady",
        "rev", "reverend", "sen", "senator", "rep", "representative", "gov", "governor", "mayor",
        "president", "minister", "premier", "judge", "justice", "gen", "general", "col", "colonel",
        "lt", "sgt", "sergeant", "capt", "captain", "mp", "councillor", "ambassador", "secretary",
    ]
}
