import Caucus
import Foundation

/// A file of targets: ``TargetList``.
enum TargetsFile {
    /// Reads a file.
    static func read(_ path: String) throws -> [StanceTarget] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(66, "\(path): no such file, or it cannot be read")
        }
        do {
            return try TargetList(yaml: data).targets
        } catch {
            throw Failure(65, "\(Place(file: path, line: error.line)): \(error)")
        }
    }
}
