/// What the kinds of office files share: a zip archive, and a part that tells their title.
enum OfficeFile {
    /// The archive of a file; throws where it is none.
    static func archive(
        _ source: ZipSource, _ kind: String, _ ending: String
    ) throws(UnreadableFile) -> ZipArchive {
        let first = try source.read(min(8, source.size), at: 0)
        // The container of files before 2007, and of those with a password.
        if first.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw UnreadableFile(
                message: "found a file in the format before 2007 or with a password; "
                    + "expected \(kind) saved as .\(ending) without one")
        }
        guard ZipArchive.begins(first) else {
            throw UnreadableFile(message: "found no zip; expected \(kind) (.\(ending))")
        }
        return try ZipArchive(source)
    }

    /// The title that the file's properties tell, or `nil`.
    static func title(of archive: ZipArchive) throws(UnreadableFile) -> String? {
        guard let entry = archive.entry("docProps/core.xml") else { return nil }
        let reader = TitleReader()
        try XMLPart.read(
            ZipMember(archive.source, entry, limit: 1 << 20), named: entry.name, reader)
        let words = String(decoding: reader.title, as: UTF8.self).split(
            whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}

/// Takes the title of Dublin Core.
private final class TitleReader: XMLPartHandler {
    let space = "purl.org/dc/elements"
    var title: [UInt8] = []
    private var isInside = false

    func start(_ name: String, isMeant: Bool, _ attributes: XMLAttributes) {
        if isMeant, name == "title" { isInside = true }
    }

    func end(_ name: String, isMeant: Bool) {
        if isMeant, name == "title" { isInside = false }
    }

    func add(_ text: UnsafeBufferPointer<UInt8>) {
        if isInside, title.count < 4096 { title += text }
    }
}
