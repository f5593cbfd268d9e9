import ArgumentParser
import Caucus
import Foundation

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Print the card of a model.",
        discussion: """
            Examples:
              caucus inspect model.safetensors
              caucus inspect model.safetensors --json
            """)

    @Argument(help: "A model file.")
    var model: String

    @Flag(help: "Print JSON instead of Markdown.")
    var json = false

    func run() throws {
        let model = try ModelFile.read(model)
        var output = StandardOutput()
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
