public import CaucusTarget
public import Foundation
import Yams

/// Targets as YAML: `targets: [{name, aliases, pronoun, roles}]`.
public struct TargetList: Sendable {
    /// The targets, in the order of the text; at least one.
    public let targets: [StanceTarget]

    /// Reads YAML.
    public init(yaml: Data) throws(TargetListError) {
        guard let file = try? YAMLDecoder().decode(File.self, from: yaml) else {
            throw .notTargets
        }
        guard !file.targets.isEmpty else { throw .none }
        var targets: [StanceTarget] = []
        for entry in file.targets { targets.append(try Self.target(entry)) }
        self.targets = targets
    }

    private static func target(_ entry: Entry) throws(TargetListError) -> StanceTarget {
        var target = StanceTarget(
            name: entry.name, aliases: entry.aliases ?? [], usesRoles: entry.roles ?? true)
        if let spelling = entry.pronoun {
            guard let pronoun = StanceTarget.Pronoun(rawValue: spelling) else {
                throw .pronoun(spelling)
            }
            target.pronoun = pronoun
        }
        guard !entry.name.allSatisfy(\.isWhitespace) else { throw .nameless }
        return target
    }

    private struct File: Decodable {
        var targets: [Entry]
    }

    private struct Entry: Decodable {
        var name: String
        var aliases: [String]?
        var pronoun: String?
        var roles: Bool?
    }
}

/// Why a list of targets was refused.
public enum TargetListError: Error, Equatable, CustomStringConvertible {
    /// No YAML, or YAML of something else.
    case notTargets
    /// A list without targets.
    case none
    /// A pronoun that is none of the three.
    case pronoun(String)
    /// A target whose name is white space.
    case nameless

    /// What was found and what would be right, in lower case.
    public var description: String {
        switch self {
        case .notTargets:
            "not a list of targets; expected targets: a list of name, aliases, pronoun, roles"
        case .none: "found no targets"
        case .pronoun(let found): "pronoun \"\(found)\", expected he, she or they"
        case .nameless: "a target without a name"
        }
    }
}
