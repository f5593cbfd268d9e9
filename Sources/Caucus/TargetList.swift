public import CaucusTarget
public import Foundation
import Yams

/// Targets as YAML: `targets: [{name, aliases, pronoun, roles}]`.
public struct TargetList: Sendable {
    /// The targets, in the order of the text; at least one.
    public let targets: [StanceTarget]

    /// Reads YAML.
    public init(yaml: Data) throws(TargetListError) {
        guard let text = String(data: yaml, encoding: .utf8), let node = Self.composed(text),
            case .mapping(let file) = node
        else { throw .notTargets }
        try Self.check(file, ["targets"])
        guard let list = file["targets"], case .sequence(let entries) = list else {
            throw .notTargets
        }
        guard !entries.isEmpty else { throw .none }
        var targets: [StanceTarget] = []
        for entry in entries { targets.append(try Self.target(entry)) }
        self.targets = targets
    }

    private static func composed(_ text: String) -> Node? {
        guard let node = try? Yams.compose(yaml: text) else { return nil }
        return node
    }

    /// The keys of a target.
    private static let keys = ["name", "aliases", "pronoun", "roles"]

    private static func target(_ entry: Node) throws(TargetListError) -> StanceTarget {
        guard case .mapping(let entry) = entry else { throw .notTargets }
        try check(entry, keys)
        guard let name = entry["name"]?.scalar?.string else {
            throw .unnamed(line: entry.mark?.line ?? 1)
        }
        guard !name.allSatisfy(\.isWhitespace) else { throw .nameless }
        var target = StanceTarget(name: name)
        if let aliases = entry["aliases"] {
            guard let names = strings(aliases) else {
                throw .value(key: "aliases", expected: "names", line: aliases.mark?.line ?? 1)
            }
            target.aliases = names
        }
        if let roles = entry["roles"], roles.tag != Tag(.null) {
            guard let roles = roles.bool else {
                throw .value(key: "roles", expected: "true or false", line: roles.mark?.line ?? 1)
            }
            target.usesRoles = roles
        }
        if let node = entry["pronoun"], node.tag != Tag(.null) {
            let line = node.mark?.line ?? 1
            guard let spelling = node.scalar?.string else {
                throw .value(key: "pronoun", expected: "he, she or they", line: line)
            }
            guard let pronoun = StanceTarget.Pronoun(rawValue: spelling.lowercased()) else {
                throw .pronoun(spelling, line: line)
            }
            target.pronoun = pronoun
        }
        return target
    }

    /// A list of names, or one name.
    private static func strings(_ node: Node) -> [String]? {
        switch node {
        case .scalar(let scalar): return node.tag == Tag(.null) ? [] : [scalar.string]
        case .sequence(let nodes):
            var names: [String] = []
            for node in nodes {
                guard let name = node.scalar?.string else { return nil }
                names.append(name)
            }
            return names
        default: return nil
        }
    }

    private static func check(_ mapping: Node.Mapping, _ known: [String]) throws(TargetListError) {
        for (key, _) in mapping {
            let name = key.scalar?.string ?? ""
            guard known.contains(name) else {
                throw .unknownKey(name, expected: known, line: key.mark?.line ?? 1)
            }
        }
    }
}

/// Why a list of targets was refused.
public enum TargetListError: Error, Equatable, CustomStringConvertible {
    /// No YAML, or YAML of something else.
    case notTargets
    /// A list without targets.
    case none
    /// A pronoun that is none of the three.
    case pronoun(String, line: Int)
    /// A target whose name is white space.
    case nameless
    /// A target that has no name.
    case unnamed(line: Int)
    /// A key that means nothing here.
    case unknownKey(String, expected: [String], line: Int)
    /// A value of another kind.
    case value(key: String, expected: String, line: Int)

    /// The line it stands in, or `nil` where the whole list is meant.
    public var line: Int? {
        switch self {
        case .unnamed(let line), .unknownKey(_, _, let line), .value(_, _, let line),
            .pronoun(_, let line):
            line
        case .notTargets, .none, .nameless: nil
        }
    }

    /// What was found and what would be right, in lower case.
    public var description: String {
        switch self {
        case .notTargets:
            "not a list of targets; expected targets: a list of name, aliases, pronoun, roles"
        case .none: "found no targets"
        case .pronoun(let found, _): "pronoun \"\(found)\", expected he, she or they"
        case .nameless: "a target without a name"
        case .unnamed: "found a target without name; expected name, and aliases, pronoun, roles"
        case .unknownKey(let found, let expected, _):
            "found \(found), expected \(expected.joined(separator: ", "))"
        case .value(let key, let expected, _): "\(key): expected \(expected)"
        }
    }
}
