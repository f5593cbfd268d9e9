import CaucusText

/// A text that an archive exported: several articles in one file, or one with lines that tell about it.
///
/// Known are the layouts of Nexis and Nexis Uni, Factiva, ProQuest, and of press releases and plain files whose
/// first lines are labels. A layout is believed where two of its marks and more are there.
enum ArticleSplitter {
    /// The articles of `text`, in order; `nil` where it is a plain text.
    ///
    /// Lines that tell about an article are in its fields and not in its text.
    ///
    /// - Complexity: O(bytes).
    static func articles(in text: String) -> [ReadArticle]? {
        let lines = TextLines(text, labels: known)
        // ProQuest numbers its documents as Nexis does, and has labels of its own.
        return ProQuestLayout.articles(lines) ?? FactivaLayout.articles(lines)
            ?? NexisLayout.articles(lines) ?? ReleaseLayout.articles(lines)
    }

    private static let known = NexisLayout.labels.union(ProQuestLayout.labels).union(
        ReleaseLayout.labels)
}

extension ReadArticle {
    /// Adds a field, unless its value is empty; the first one of a name stays.
    mutating func add(_ name: String, _ value: String) {
        guard !value.isEmpty, !fields.contains(where: { $0.name == name }) else { return }
        fields.append(Document.Field(name: name, value: value))
    }
}
