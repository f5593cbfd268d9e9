import ArgumentParser
import Caucus
import Foundation

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check that the files of a report are those that were written.",
        discussion: """
            Examples:
              caucus verify report/

            Recomputes the SHA-256 of every file that report/datapackage.json names, and compares those of the tables \
            with the ones that report.html names. Prints a line a file: same; missing; changed; unlisted, where the \
            description does not name a file that every report has; contradicted, where report.html names another \
            checksum; extra, where the file is no part of a report. Exit code 1 where a file is neither same nor extra.
            """)

    @Argument(help: "The folder of a report.")
    var folder: String

    func run() throws {
        let path = folder + "/datapackage.json"
        guard FileManager.default.fileExists(atPath: folder) else {
            throw Failure(66, "\(folder): found nothing, expected the folder of a report")
        }
        guard let package = bytes(of: path) else {
            throw Failure(66, "\(path): found no such file, expected the description of a report")
        }
        guard
            let verification = ReportVerification(
                package: package, present: files(), read: { bytes(of: folder + "/" + $0) })
        else {
            throw Failure(65, "\(path): found no description of a report")
        }
        var output = StandardOutput()
        for entry in verification.findings {
            try output.write(line: "\(Self.word(entry.finding))\t\(entry.name)")
        }
        try output.flush()
        guard !verification.holds else { return }
        let bad = verification.findings.count { $0.finding.isFault }
        let all = verification.findings.count { $0.finding != .extra }
        throw Failure(
            1, "\(folder): \(bad) of \(all) files \(bad == 1 ? "is" : "are") not as written")
    }

    private static func word(_ finding: ReportVerification.Finding) -> String {
        switch finding {
        case .same: "same"
        case .missing: "missing"
        case .changed: "changed"
        case .unlisted: "unlisted"
        case .contradicted: "contradicted"
        case .extra: "extra"
        }
    }

    /// The names of the files in the folder; folders hold reports of their own.
    private func files() -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(
                atPath: folder + "/" + name, isDirectory: &isFolder) && !isFolder.boolValue
        }
    }

    private func bytes(of path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path).map { [UInt8]($0) }
    }
}
