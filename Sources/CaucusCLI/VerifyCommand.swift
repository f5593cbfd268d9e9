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

            Recomputes the SHA-256 of every file that report/datapackage.json names. Prints a line a file: same, \
            missing or changed. Exit code 1 where a file is missing or changed.
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
                package: package, read: { bytes(of: folder + "/" + $0) })
        else {
            throw Failure(65, "\(path): found no description of a report")
        }
        var output = StandardOutput()
        for (name, finding) in verification.findings {
            let word: String
            switch finding {
            case .same: word = "same"
            case .missing: word = "missing"
            case .changed: word = "changed"
            }
            try output.write(line: "\(word)\t\(name)")
        }
        try output.flush()
        guard !verification.holds else { return }
        let bad = verification.findings.count { $0.finding != .same }
        throw Failure(
            1,
            "\(folder): \(bad) of \(verification.findings.count) files are not as they were written"
        )
    }

    private func bytes(of path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path).map { [UInt8]($0) }
    }
}
