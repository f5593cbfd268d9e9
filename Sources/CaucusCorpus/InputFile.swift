import CaucusText

/// A file to read, or standard input.
package struct InputFile: Sendable, Hashable {
    /// The path to open; `-` is standard input.
    package var path: String
    /// What names it in ids: its way from the current folder, or of a file outside of it the path as given.
    package var name: String
    /// The absolute path, links resolved: one file has one, however its path is spelled.
    package var realPath: String
    /// `nil` where the first byte of standard input tells.
    package var format: DocumentFormat?
    /// Where it lies in a zip archive, or `nil` where it is a file of its own.
    var member: ArchiveMember?

    /// The file as a place.
    func place(line: Int? = nil) -> Place { Place(file: path, line: line) }
}

/// A member of a zip archive that is read as a file; shared, since each record knows its file.
final class ArchiveMember: Sendable, Hashable {
    /// The path of the archive.
    let archive: String
    let entry: ZipArchive.Entry

    /// Names a member.
    init(archive: String, entry: ZipArchive.Entry) {
        self.archive = archive
        self.entry = entry
    }

    static func == (a: ArchiveMember, b: ArchiveMember) -> Bool {
        a === b || a.archive == b.archive && a.entry == b.entry
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(archive)
        hasher.combine(entry)
    }

    /// What a member may unpack to, beside so many times its packed size: text packs to a twentieth at best.
    private static let leastSize = 1 << 24
    private static let greatestRatio = 200

    /// Opens it for reading; the file has to live as long as it is read.
    func opened() throws(UnreadableFile) -> (bytes: ZipMember, file: OpenFile) {
        let (most, isTooMuch) = entry.packedSize.multipliedReportingOverflow(by: Self.greatestRatio)
        let limit = isTooMuch ? Int.max : max(most, Self.leastSize)
        let file = try OpenFile(path: archive)
        let source = try ZipSource(descriptor: file.descriptor)
        return (try ZipMember(source, entry, limit: limit, isNamed: false), file)
    }
}
