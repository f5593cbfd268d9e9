import CaucusEncoder

/// What an encoder has said before, so that nothing is read twice: copies of an article, and what a run with other options or
/// another stance model asks again.
///
/// What it says of an input has the same bits whatever is read beside it: an answer does not tell whether it was known.
package protocol KnownOpinions: Sendable {
    /// The opinions that are known, by their keys.
    func opinions(by keys: [String]) -> [String: [Float]]

    /// Takes new ones.
    func add(_ opinions: [String: [Float]])
}

extension Encoder {
    /// The opinions on inputs: what is known is looked up; the rest is read, each input once, and becomes known.
    func opinions(on inputs: [EncoderInput], _ known: (any KnownOpinions)?) -> [[Float]] {
        let keys = inputs.map(key)
        var opinions = known?.opinions(by: keys) ?? [:]
        // What is no opinion is as good as none.
        opinions = opinions.filter { $0.value.count == EncoderOpinion.count }
        var open: [(key: String, input: EncoderInput)] = []
        var isOpen: Set<String> = []
        for (key, input) in zip(keys, inputs) where opinions[key] == nil {
            if isOpen.insert(key).inserted { open.append((key, input)) }
        }
        let read = self.opinions(on: open.map(\.input))
        let new = Dictionary(
            zip(open.map(\.key), read.map(\.values)), uniquingKeysWith: { a, _ in a })
        known?.add(new)
        opinions.merge(new) { a, _ in a }
        return keys.compactMap { opinions[$0] }
    }
}
