import Foundation

/// The files of a folder that are a report which Caucus wrote there: no article, wherever the report lies.
///
/// Only what a walk finds is looked at. Who names a file means it.
struct OwnReport {
    /// The file that describes a report, and the name it gives there.
    private static let description = (file: "datapackage.json", name: "caucus-report")
    /// A description is some kilobytes.
    private static let longestDescription = 1 << 20

    private var names: Set<String> = []

    /// Looks for the description of a report among the `entries` of `folder`, a path with a slash at its end.
    init(folder: String, entries: [String]) {
        guard entries.contains(Self.description.file),
            let bytes = Self.start(of: folder + Self.description.file, Self.longestDescription),
            let json = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any],
            json["name"] as? String == Self.description.name
        else { return }
        names = [Self.description.file]
        for key in ["resources", "files"] {
            for entry in json[key] as? [[String: Any]] ?? [] {
                if let path = entry["path"] as? String { names.insert(path) }
            }
        }
    }

    /// Whether the report has a file of this name.
    func holds(_ entry: String) -> Bool { names.contains(entry) }

    /// What a page of Caucus says of itself in its head.
    private static let mark = Data("<meta name=\"generator\" content=\"Caucus".utf8)

    /// Whether the web page at `path` is one that Caucus wrote: a report, or articles with marked quotations.
    static func isPage(_ path: String) -> Bool {
        start(of: path, 1 << 10)?.range(of: mark) != nil
    }

    private static func start(of path: String, _ count: Int) -> Data? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        return try? file.read(upToCount: count)
    }
}
