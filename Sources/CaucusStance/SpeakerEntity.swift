package import CaucusQuotes
import CaucusText
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
        var words = NameWords(speaker.name)
        if speaker.kind == .person {
            // “Transport Minister Ada Quill”: all up to the last title, never the last word.
            words.dropTitles()
        }
        let isAlone = speaker.kind == .described || speaker.kind == .person && words.count < 2
        let name = words.isEmpty ? speaker.id : words.joined
        if isAlone { return name + "@" + document }
        return speaker.kind == .organization ? "org:" + name : name
    }

    /// `ada-quill` for “Ada Quill”.
    static func slug(_ name: String) -> String {
        let words = NameWords(name)
        return words.isEmpty ? "speaker" : words.joined
    }

    /// The words of a name in lower case without accents and punctuation.
    private struct NameWords {
        /// The words, with a hyphen between.
        private var bytes: [UInt8] = []
        /// Where each word starts and ends, and its key.
        private var words: [(start: Int, end: Int, key: UInt64)] = []

        init(_ name: String) {
            if name.utf8.allSatisfy({ $0 < 0x80 }) {
                read(name)
            } else {
                read(SpeakerEntity.unaccented(name))
            }
        }

        private mutating func read(_ name: String) {
            bytes.reserveCapacity(name.utf8.count)
            var start = 0
            var key = LetterFolding.seed
            for byte in name.utf8 {
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
                    let isCapital = byte &- 65 < 26
                    if bytes.count == start, !words.isEmpty {
                        bytes.append(UInt8(ascii: "-"))
                        start += 1
                    }
                    bytes.append(isCapital ? byte | 0x20 : byte)
                    // No title holds a byte beyond ASCII.
                    key = byte < 0x80 ? LetterFolding.extend(key, with: UInt32(byte)) : 0
                case UInt8(ascii: "."), UInt8(ascii: "'"): continue
                default: close(&start, &key)
                }
            }
            close(&start, &key)
        }

        private mutating func close(_ start: inout Int, _ key: inout UInt64) {
            guard bytes.count > start else { return }
            words.append((start, bytes.count, key))
            start = bytes.count
            key = LetterFolding.seed
        }

        var count: Int { words.count }
        var isEmpty: Bool { words.isEmpty }

        /// The words with a hyphen between.
        var joined: String {
            String(decoding: bytes[(words.first?.start ?? bytes.count)...], as: UTF8.self)
        }

        /// Drops all up to the last title, the last word apart.
        mutating func dropTitles() {
            let title = words.dropLast().lastIndex { SpeakerEntity.titles.contains($0.key) }
            if let title { words.removeSubrange(...title) }
        }
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

    private static let titles = KeySet(
        """
        mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend sen senator rep representative \
        gov governor mayor president minister premier judge justice gen general col colonel lt sgt sergeant \
        capt captain mp councillor ambassador secretary
        """)
}
