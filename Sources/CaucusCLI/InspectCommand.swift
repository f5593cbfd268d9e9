import ArgumentParser
import Caucus
import Foundation

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Print the card of a model, or the built-in list of good and bad words.",
        discussion: """
            Examples:
              caucus inspect model.safetensors
              caucus inspect model.safetensors --json
              caucus inspect --lexicon > words.txt

            The list explains its own format; change or add words and pass your file to caucus train --lexicon.
            """)

    @Argument(help: "A model file, or the name of a built-in model.")
    var model: String?

    @Flag(help: "Print the built-in list of good and bad words instead.")
    var lexicon = false

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
    }

    func run() throws {
        var output = StandardOutput()
        guard let model else {
            let text = ValenceLexicon.builtInText
            try output.write(line: String(text.dropLast(text.hasSuffix("\n") ? 1 : 0)))
            return try output.flush()
        }
        try tell(try ModelFile.read(model), &output)
    }

    private func tell(_ model: StanceModel, _ output: inout StandardOutput) throws {
        try output.write(line: json ? try ModelSummary(model).json : model.card)
        try output.flush()
    }
}

/// A model, as JSON.
private struct ModelSummary: Encodable {
    var task: String
    var labels: [String]
    var checksum: String
    var temperature: Double
    var provenance: Provenance

    /// The summary as one line.
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    init(_ model: StanceModel) {
        task = model.task.rawValue
        labels = model.task.labels
        checksum = model.checksum
        temperature = model.temperature
        provenance = model.provenance
    }
}
