package import CaucusQuotes

/// The former name of ``SpeakerKey``.
package enum SpeakerEntity {
    package static func id(of speaker: Speaker, in document: String) -> String {
        SpeakerKey.id(of: speaker, in: document)
    }
}
