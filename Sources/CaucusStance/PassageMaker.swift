import CaucusLanguage
import CaucusTarget
package import CaucusFeatures
package import CaucusText

/// Makes passages of labeled examples: target and speaker where the record tells, else where their names
/// stand in the text.
package struct PassageMaker: Sendable {
    /// What finds a name in a text.
    private struct Finder {
        var resolver: TargetResolver
        var names: PhraseTable
        var words: NameFinder
    }

    /// By name: corpora name few targets and have many rows.
    private var finders: [String: Finder] = [:]

    /// Whether to look for what a speaker does by speaking.
    private var findsFacts = true

    /// Creates a maker.
    package init() {}

    /// The passage of one example.
    ///
    /// A speaker who is named, but not in the text, makes the text a speech (``Passage/isSpeech``).
    package mutating func passage(of example: LabeledExample) -> Passage {
        var passage = Passage(text: example.text)
        lazy var words = Reading(example.text)
        if let span = example.targetSpan {
            passage.targets = [span]
        } else if let target = example.target {
            passage.targets = spans(of: target, in: words, byRole: true)
        }
        if let span = example.speakerSpan {
            passage.speakers = [span]
        } else if let speaker = example.speaker {
            passage.speakers = spans(of: speaker, in: words, byRole: false)
                .filter { span in !passage.targets.contains { $0.overlaps(span) } }
            passage.isSpeech = passage.speakers.isEmpty
        }
        if findsFacts { passage.facts = PassageFact.found(in: passage) }
        return passage
    }

    /// Where a name stands: as a whole or by its surname; by a role; by a word of it.
    private mutating func spans(of name: String, in text: Reading, byRole: Bool) -> [Span] {
        let finder =
            finders[name]
            ?? Finder(
                resolver: TargetResolver(target: StanceTarget(name: name)),
                names: PhraseTable(StanceTarget(name: name).names), words: NameFinder(name))
        finders[name] = finder
        let named =
            byRole ? finder.resolver.spans(in: text) : finder.names.matches(in: text).map(\.span)
        return named.isEmpty ? finder.words.spans(in: text) : named
    }

    /// The passages of many examples, in their order; mentions are looked for where `settings` read them.
    package static func passages(
        of examples: some Sequence<LabeledExample>, for settings: FeatureSettings? = nil
    ) -> [Passage] {
        var maker = PassageMaker()
        return maker.passages(of: examples, for: settings)
    }

    /// The same with the names that this maker knows already.
    package mutating func passages(
        of examples: some Sequence<LabeledExample>, for settings: FeatureSettings?
    ) -> [Passage] {
        findsFacts = settings?.around?.spaces.contains(.fact) ?? true
        if let settings, !settings.masksMentions, settings.around == nil {
            return examples.map { Passage(text: $0.text) }
        }
        return examples.map { passage(of: $0) }
    }
}

extension StanceModel {
    /// The settings that tell whether mentions are read, or `nil` where a model beneath this one may.
    package var mentionSettings: FeatureSettings? { bases.isEmpty ? vectorizer.settings : nil }
}

extension Passage {
    /// The same as what a speaker said whom it does not mention, unless it names one.
    var asSpeech: Passage {
        var passage = self
        passage.isSpeech = speakers.isEmpty
        return passage
    }
}
