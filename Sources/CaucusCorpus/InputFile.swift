import CaucusText

/// A file to read, or standard input.
package struct InputFile: Sendable, Hashable {
    /// The path to open; `-` is standard input.
    package var path: String
    /// What names it in ids: the path as given, or relative to the directory it was found in.
    package var name: String
    /// `nil` where the first byte of standard input tells.
    package var format: DocumentFormat?

    /// The file as a place.
    func place(line: Int? = nil) -> Place { Place(file: path, line: line) }
}
