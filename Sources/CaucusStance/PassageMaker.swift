package import CaucusFeatures
package import CaucusText

/// Makes passages of labeled examples: the target where the record tells, else where the target's name
/// stands in the text.
package struct PassageMaker: Sendable {
    /// What finds a target, by its name: corpora name few targets and have many rows.
    private var resolvers: [String: TargetResolver] = [:]

    /// Creates a maker.
    package init() {}

    /// The passage of one example.
    package mutating func passage(of example: LabeledExample) -> Passage {
        let speakers = example.speakerSpan.map { [$0] } ?? []
        guard example.targetSpan == nil, let target = example.target else {
            let targets = example.targetSpan.map { [$0] } ?? []
            return Passage(text: example.text, targets: targets, speakers: speakers)
        }
        let resolver = resolvers[target] ?? TargetResolver(target: StanceTarget(name: target))
        resolvers[target] = resolver
        return Passage(
            text: example.text, targets: resolver.spans(in: example.text), speakers: speakers)
    }

    /// The passages of many examples, in their order.
    package static func passages(of examples: some Sequence<LabeledExample>) -> [Passage] {
        var maker = PassageMaker()
        return examples.map { maker.passage(of: $0) }
    }
}
