import Foundation

/// Whether the files of a report are still those that were written.
public struct ReportVerification: Sendable, Hashable {
    /// What was found of one file.
    public enum Finding: Sendable, Hashable {
        /// The file has the length and checksum that were recorded.
        case same
        /// The file is not there.
        case missing
        /// The file has other bytes.
        case changed(recorded: String, found: String)
        /// A report has such a file, and its description does not name it: what it held cannot be told.
        case unlisted
        /// The file is as described, but the page beside it names another checksum: the description was changed.
        case contradicted
        /// The file is no part of a report.
        case extra

        /// Whether the file is not as it was written.
        public var isFault: Bool { self != .same && self != .extra }
    }

    /// A file's name with what was found of it.
    public struct Entry: Sendable, Hashable {
        public var name: String
        public var finding: Finding
    }

    /// The files that `datapackage.json` names, in its order, then those it should name, then all others.
    public let findings: [Entry]

    /// Whether every file of the report is there and the same.
    public var holds: Bool { findings.allSatisfy { !$0.finding.isFault } }

    /// Compares the checksums in `package`, the bytes of `datapackage.json`, with the files themselves, and with
    /// those that `report.html` names.
    ///
    /// - Parameters:
    ///   - present: the names of the files in the folder.
    ///   - read: gives the bytes of a file by its name, or `nil` where there is none. Names with a slash or backslash
    ///     are never asked for; they count as missing.
    /// - Returns: `nil` where `package` is not the description of a report.
    public init?(package: [UInt8], present: [String] = [], read: (String) -> [UInt8]?) {
        guard
            let json = try? JSONSerialization.jsonObject(with: Data(package)) as? [String: Any],
            let resources = json["resources"] as? [[String: Any]]
        else { return nil }
        // A comparison has other files than a report.
        let isComparison = json["name"] as? String == Comparison.packageName
        let expected = isComparison ? Comparison.fileNames : Report.fileNames
        let others = json["files"] as? [[String: Any]] ?? []
        var findings: [Entry] = []
        var page: String?
        for entry in others + resources {
            guard let name = entry["path"] as? String, let recorded = entry["hash"] as? String
            else {
                return nil
            }
            let plain = !name.contains("/") && !name.contains("\\") && name != ".."
            guard plain, let bytes = read(name) else {
                findings.append(Entry(name: name, finding: .missing))
                continue
            }
            if name == "report.html" { page = String(decoding: bytes, as: UTF8.self) }
            let digest = Report.digest(bytes)
            let found = "sha256:" + digest
            let finding: Finding =
                found != recorded
                ? .changed(recorded: recorded, found: found)
                : name.hasSuffix(".csv") && page?.contains(digest) == false ? .contradicted : .same
            findings.append(Entry(name: name, finding: finding))
        }
        let named = Set(findings.map(\.name))
        for name in expected where name != Report.packageName && !named.contains(name) {
            findings.append(Entry(name: name, finding: .unlisted))
        }
        for name in present.sorted()
        where !named.contains(name) && !expected.contains(name) && name != Report.packageName {
            findings.append(Entry(name: name, finding: .extra))
        }
        self.findings = findings
    }
}
