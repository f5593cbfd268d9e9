import CaucusText

/// An article as a reader of a kind of file finds it: a file may hold several.
struct ReadArticle: Sendable, Hashable {
    var text: String
    var title: String?
    var source: String?
    /// The date of publication as written.
    var published: String?
    var url: String?
    /// What else the file says of it.
    var fields: [Document.Field] = []
    /// Where it begins: the line of the file's text, counted from 1, where the file holds several.
    var line: Int?
    /// What of the file could not be read, a line each; on the first article of a file.
    var faults: [String] = []
}

/// Why a file gives no articles: what was found and what would be right, in lower case.
struct UnreadableFile: Error, Hashable {
    var message: String
}
