package import CaucusTarget

/// How well gates and stance model do on judged quotations that have something in common, about leaders whom they were not
/// fitted to. Shares are of what was drawn at random, each as often as it stands for others.
public struct JudgedSlice: Sendable, Hashable, Codable {
    /// What the quotations have in common.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case form, mention, leader
    }

    /// What they have in common, and its value: `direct`, `pronoun`, a name.
    public var kind: Kind
    public var name: String
    /// How many were judged, and how many of them count.
    public var judged: Int
    public var counted: Int
    /// The share of those that count which are speech of that speaker about the leader.
    public var right: Double
    /// How many of those that count got a side, and the share of these that is right in everything.
    public var sides: Int
    public var sidesRight: Double
    /// How many of those that count are speech about the leader; the share of them whose likeliest stance is right, and
    /// the mean F1 of the three stances.
    public var stances: Int
    public var stancesRight: Double
    public var macroF1: Double

    /// Fewer judged quotations of a leader tell nothing of that leader.
    package static let least = 20

    /// Whether its numbers are what they are called.
    var isSound: Bool {
        [counted, sides, stances].allSatisfy { $0 >= 0 && $0 <= judged }
            && [right, sidesRight, stancesRight, macroF1].allSatisfy { (0...1).contains($0) }
    }
}

/// A judged quotation as fits to other leaders answer it.
package struct HeldOutAnswer: Sendable {
    /// `direct`, `mixed`, `indirect`, or `act` where it was found by what the speaker does alone.
    package var form: String
    package var mention: TargetMention
    package var leader: String
    package var row: JudgedSample.Row
    /// How likely the likelier of the two sides is right in everything.
    package var right: Double

    /// Creates an answer.
    package init(
        form: String, mention: TargetMention, leader: String, row: JudgedSample.Row, right: Double
    ) {
        self.form = form
        self.mention = mention
        self.leader = leader
        self.row = row
        self.right = right
    }

    /// The likeliest stance.
    fileprivate var stance: Int {
        row.stances.indices.max { row.stances[$0] < row.stances[$1] } ?? 1
    }

    /// The value of what quotations have in common.
    fileprivate func name(_ kind: JudgedSlice.Kind) -> String {
        switch kind {
        case .form: form
        case .mention: mention.rawValue
        case .leader: leader
        }
    }
}

extension JudgedSlice {
    /// The slices of judged quotations by form, mention and leader.
    ///
    /// - Parameters:
    ///   - keep: From which probability of all gates on a quotation counts.
    ///   - side: From which probability on that all of it is right a side is answered.
    package static func all(
        of answers: [HeldOutAnswer], keeping keep: Double, answeringFrom side: Double
    ) -> [JudgedSlice] {
        Kind.allCases.flatMap { kind in
            Dictionary(grouping: answers) { $0.name(kind) }
                .filter { kind != .leader || $0.value.count >= least }
                .sorted {
                    kind == .leader
                        ? ($1.value.count, $0.key) < ($0.value.count, $1.key)
                        : order($0.key) < order($1.key)
                }
                .map { JudgedSlice(kind, $0.key, $0.value, keep, side) }
        }
    }

    /// The plainest form and mention first.
    private static func order(_ name: String) -> Int {
        ["direct", "mixed", "indirect", "act", "explicit", "pronoun", "epithet", "context"]
            .firstIndex(of: name) ?? 9
    }

    private init(
        _ kind: Kind, _ name: String, _ answers: [HeldOutAnswer], _ keep: Double, _ side: Double
    ) {
        let kept = answers.filter { $0.row.pass >= keep }
        let sided = kept.filter { $0.stance != 1 && $0.right >= side }
        let good = kept.filter { $0.row.label >= 0 }
        func share(_ answers: [HeldOutAnswer], _ isRight: (HeldOutAnswer) -> Bool) -> Double {
            let whole = answers.reduce(0) { $0 + $1.row.weight }
            let part = answers.reduce(0) { $0 + (isRight($1) ? $1.row.weight : 0) }
            return whole > 0 ? part / whole : 0
        }
        self.kind = kind
        self.name = name
        judged = answers.count
        counted = kept.count
        right = share(kept) { $0.row.isRight }
        sides = sided.count
        sidesRight = share(sided) { $0.row.isRight && $0.row.label == $0.stance }
        stances = good.count
        stancesRight = share(good) { $0.row.label == $0.stance }
        macroF1 = Self.macroF1(good)
    }

    /// The mean F1 of the stances that coders or the model give.
    private static func macroF1(_ answers: [HeldOutAnswer]) -> Double {
        func weight(_ holds: (HeldOutAnswer) -> Bool) -> Double {
            answers.reduce(0) { $0 + (holds($1) ? $1.row.weight : 0) }
        }
        let scores = (0..<3).compactMap { k -> Double? in
            let all = weight { $0.row.label == k } + weight { $0.stance == k }
            return all > 0 ? 2 * weight { $0.row.label == k && $0.stance == k } / all : nil
        }
        return scores.isEmpty ? 0 : scores.reduce(0, +) / Double(scores.count)
    }
}
