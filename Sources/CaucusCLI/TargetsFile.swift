import Caucus
import Foundation
import Yams

/// Targets as YAML: `targets: [{name, aliases, pronoun}]`.
struct TargetsFile: Decodable {
    private var targets: [Entry]

    private struct Entry: Decodable {
        var name: String
        var aliases: [String]?
        var pronoun: String?
    }

    /// Reads a file.
    static func read(_ path: String) throws -> [StanceTarget] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(66, "\(path): no such file, or it cannot be read")
        }
        let file: TargetsFile
        do {
            file = try YAMLDecoder().decode(TargetsFile.self, from: data)
        } catch {
            let expected = "expected targets: a list of name, aliases, pronoun"
            throw Failure(65, "\(path): not a list of targets; \(expected)")
        }
        guard !file.targets.isEmpty else { throw Failure(65, "\(path): found no targets") }
        return try file.targets.map { entry in
            let pronoun = entry.pronoun.map(StanceTarget.Pronoun.init(rawValue:))
            guard pronoun != .some(.none) else {
                let found = entry.pronoun ?? ""
                throw Failure(65, "\(path): pronoun \"\(found)\", expected he, she or they")
            }
            guard !entry.name.allSatisfy(\.isWhitespace) else {
                throw Failure(65, "\(path): a target without a name")
            }
            return StanceTarget(
                name: entry.name, aliases: entry.aliases ?? [], pronoun: pronoun ?? nil)
        }
    }
}
