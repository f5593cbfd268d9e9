/// Names a speaker as far as one document tells who it is.
package enum SpeakerKey {
    /// `ruth-okello`, `org:lorn-council`, or, where the speaker is told only in that document, `okello@DOC` for a
    /// surname and `a-senior-official@DOC` for a description.
    ///
    /// - Complexity: O(bytes of the name).
    package static func id(of speaker: Speaker, in document: String) -> String {
        switch speaker.kind {
        case .described: return named(speaker.name, or: speaker.id) + "@" + document
        case .organization: return "org:" + named(speaker.name, or: speaker.id)
        case .person:
            let parts = NameParts(speaker.name)
            if !parts.given.isEmpty { return parts.slug }
            let name = PersonName(parts)
            guard !name.surname.isEmpty else {
                return named(speaker.name, or: speaker.id) + "@" + document
            }
            // “Mr. Roe” and “Ms. Roe”, where a document has both and gives neither a first name.
            let titled = name.gender == .unknown ? nil : name.honorific
            return (titled.map { $0 + "-" } ?? "") + name.slug + "@" + document
        }
    }

    private static func named(_ name: String, or id: String) -> String {
        let slug = NameSlug.slug(name)
        return slug.isEmpty ? id : slug
    }
}
