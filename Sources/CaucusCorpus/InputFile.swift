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

    /// The file as a place.
    func place(line: Int? = nil) -> Place { Place(file: path, line: line) }
}
