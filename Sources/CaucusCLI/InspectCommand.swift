import ArgumentParser
import Caucus
import Foundation

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract:
            "Print the card of a model, what the names of its features mean, or the built-in list of good and bad words.",
        discussion: """
            Examples:
              caucus inspect model.safetensors
              caucus inspect model.safetensors --json
              caucus inspect stance-en-2 --features
              caucus inspect gates-en-1
              caucus inspect --lexicon > words.txt

            The gates, gates-en-1, tell whether words are speech, about the leader, and by the named speaker; their \
            card lists what weighs most in each. --features is the glossary of what caucus explain and the cards call \
            the features, with an example of each kind.

            The list explains its own format; change or add words and pass your file to caucus train --lexicon.
            """)

    @Argument(help: "A model file, or the name of a built-in model or of the gates.")
    var model: String?

    @Flag(help: "Print the built-in list of good and bad words instead.")
    var lexicon = false

    @Flag(help: "Print what the names of the model's features mean instead of its card.")
    var features = false

    @Flag(help: "Print JSON instead of Markdown.")
    var json = false

    func validate() throws {
        guard (model == nil) == lexicon else {
            throw ValidationError(
                lexicon
                    ? "--lexicon with a model: expected one of the two"
                    : "missing MODEL: expected a model file, or --lexicon")
        }
        if lexicon, json { throw ValidationError("--lexicon --json: the list is plain text") }
        if lexicon, features {
            throw ValidationError("--lexicon --features: expected one of the two")
        }
    }

    func run() throws {
        var output = StandardOutput()
        guard let model else {
            let text = ValenceLexicon.builtInText
            try output.write(line: String(text.dropLast(text.hasSuffix("\n") ? 1 : 0)))
            return try output.flush()
        }
        try output.write(line: try text(of: try ModelFile.any(model)))
        try output.flush()
    }

    private func text(of model: ModelFile.Content) throws -> String {
        switch model {
        case .stance(let model):
            if features { return text(of: FeatureGlossary(model)) }
            return json ? try ModelSummary(model).json : model.card
        case .gates(let gates):
            if features { return text(of: FeatureGlossary(gates)) }
            return json ? try GateSummary(gates).json : gates.card
        }
    }

    private func text(of glossary: FeatureGlossary) -> String {
        json ? glossary.json : glossary.text
    }
}

/// A model, as JSON.
private struct ModelSummary: Encodable {
    var task: String
    var labels: [String]
    var checksum: String
    var temperature: Double
    var provenance: Provenance

    init(_ model: StanceModel) {
        task = model.task.rawValue
        labels = model.task.labels
        checksum = model.checksum
        temperature = model.temperature
        provenance = model.provenance
    }
}

/// The gates, as JSON.
private struct GateSummary: Encodable {
    struct Feature: Encodable {
        var feature: String
        var weight: Double
    }

    var task = "gates"
    var checksum: String
    var provenance: GateProvenance
    /// The strongest features of each gate, those for it and those against it.
    var strongest: [String: [Feature]]

    init(_ gates: GateModel) {
        checksum = gates.checksum
        provenance = gates.provenance
        strongest = [:]
        for gate in Gate.allCases {
            let found = gates.strongest(for: gate, limit: 20)
            strongest[gate.rawValue] = (found.toward + found.away).map {
                Feature(feature: $0.name, weight: $0.weight)
            }
        }
    }
}

extension Encodable {
    /// A summary as one line.
    fileprivate var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
