import CaucusQuotes

/// Names that somebody may have meant who wrote another one.
package enum NearNames {
    /// Up to three of the names, nearest first, by how many letters differ (Levenshtein 1966); of equally near ones those
    /// that weigh most. Names that hold all the words are near as well, and names that differ by more than a third are not.
    ///
    /// - Parameter names: weights by name in lower case and without accents.
    package static func of(_ name: String, among names: [String: Int]) -> [String] {
        let wanted = Array(SpeakerAliases.key(name).prefix(80))
        let words = Set(String(wanted).split(separator: " "))
        let most = max(wanted.count / 3, 1)
        let near = names.compactMap {
            other, weight -> (distance: Int, weight: Int, name: String)? in
            if !words.isEmpty, words.isSubset(of: Set(other.split(separator: " "))) {
                return (1, weight, other)
            }
            let letters = Array(other.prefix(120))
            guard abs(letters.count - wanted.count) <= most else { return nil }
            let distance = distance(wanted, letters)
            return distance <= most ? (distance, weight, other) : nil
        }
        return near.sorted {
            ($0.distance, -$0.weight, $0.name) < ($1.distance, -$1.weight, $1.name)
        }
        .prefix(3).map(\.name)
    }

    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var corner = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let next = min(row[j] + 1, row[j + 1] + 1, corner + (x == y ? 0 : 1))
                corner = row[j + 1]
                row[j + 1] = next
            }
        }
        return row[b.count]
    }
}
