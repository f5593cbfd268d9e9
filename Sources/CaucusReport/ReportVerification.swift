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
    }

    /// The files that `datapackage.json` names, in its order.
    public let findings: [(name: String, finding: Finding)]

    /// Whether every file is the same.
    public var holds: Bool { findings.allSatisfy { $0.finding == .same } }

    /// Compares the checksums in `package`, the bytes of `datapackage.json`, with the files themselves.
    ///
    /// - Parameter read: gives the bytes of a file by its name, or `nil` where there is none. Names with a slash
    ///   or backslash are never asked for; they count as missing.
    /// - Returns: `nil` where `package` is not the description of a report.
    public init?(package: [UInt8], read: (String) -> [UInt8]?) {
        guard
            let json = try? JSONSerialization.jsonObject(with: Data(package)) as? [String: Any],
            let resources = json["resources"] as? [[String: Any]]
        else { return nil }
        let others = json["files"] as? [[String: Any]] ?? []
        var findings: [(name: String, finding: Finding)] = []
        for entry in others + resources {
            guard let name = entry["path"] as? String, let recorded = entry["hash"] as? String
            else {
                return nil
            }
            let plain = !name.contains("/") && !name.contains("\\") && name != ".."
            guard plain, let bytes = read(name) else {
                findings.append((name, .missing))
                continue
            }
            let found = "sha256:" + Report.digest(bytes)
            findings.append(
                (name, found == recorded ? .same : .changed(recorded: recorded, found: found)))
        }
        guard !findings.isEmpty else { return nil }
        self.findings = findings
    }

    public static func == (a: ReportVerification, b: ReportVerification) -> Bool {
        a.findings.elementsEqual(b.findings, by: ==)
    }

    public func hash(into hasher: inout Hasher) {
        for finding in findings {
            hasher.combine(finding.name)
            hasher.combine(finding.finding)
        }
    }
}
