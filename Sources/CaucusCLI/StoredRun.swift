import Caucus
import Foundation

/// The runs of a store that a command is about.
enum StoredRun {
    /// One run a leader: that of the name, or those of the leaders, where they are given.
    ///
    /// Runs that hold another model's answers to the quotations of a run beside them are left out, unless they are named.
    static func all(
        of store: Store, named name: String?, targets: [String]?
    ) throws -> [RunDescription] {
        let runs = try store.runs(named: name).filter {
            targets?.contains($0.target.name) ?? true && (name != nil || !$0.isImported)
        }
        guard !runs.isEmpty else {
            let whom = targets.map { " toward " + $0.joined(separator: ", ") } ?? ""
            throw Failure(65, "\(store.path): found no run\(whom), expected one")
        }
        for run in runs {
            let same = runs.filter { $0.target.name == run.target.name }
            guard same.count > 1 else { continue }
            throw Failure(
                64,
                "\(store.path): found \(same.count) runs toward \(run.target.name), expected --run with one of: "
                    + same.prefix(6).map(\.id).joined(separator: ", "))
        }
        return runs
    }

    /// The only run of that name and leader.
    static func one(
        of path: String, named name: String?, target: String?
    ) throws -> RunDescription {
        let store = try Store(path: path, mode: .reading)
        let runs = try all(of: store, named: name, targets: target.map { [$0] })
        try store.close()
        guard runs.count == 1 else {
            throw Failure(
                64,
                "\(path): found \(runs.count) leaders, expected --target with one of: "
                    + runs.prefix(6).map(\.target.name).joined(separator: ", "))
        }
        return runs[0]
    }

    /// Whether the file begins as SQLite files do, or is named as they are.
    static func isStore(_ path: String) -> Bool {
        // A file that is called a store and is none is told by what opens it.
        let ending = path.lowercased()
        if [".sqlite", ".sqlite3", ".db"].contains(where: ending.hasSuffix) { return true }
        // What a pipe gives to one reader it does not give to the next.
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            let file = FileHandle(forReadingAtPath: path)
        else { return false }
        defer { try? file.close() }
        return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
    }
}
