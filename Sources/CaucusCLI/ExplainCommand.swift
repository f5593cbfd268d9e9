import ArgumentParser
import Caucus

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract:
            "Show what adds up to a model's answer: every feature's value × weight, largest first.",
        discussion: """
            Examples:
              caucus explain model.safetensors --text "Marwick has let us down." --target "Helen Marwick"
              caucus explain model.safetensors labels.jsonl --id budget-vote-07
              caucus explain model.safetensors --quote "a1:120-188" --store run.sqlite

            The intercepts and the contributions of a label add up to its logit; --json has all of them, not \
            rounded. For a stored quotation all of it adds up to what score stored: the store keeps the sentences that \
            the model read, and how likely the words are speech of that speaker about the leader.
            """)

    @Argument(help: "A model file.")
    var model: String

    @Argument(help: "Labeled examples, where --id names one.")
    var labeled: [String] = []

    @Option(help: "The text: a quotation or a sentence.")
    var text: String?

    @OptionGroup var target: TargetOptions

    @Option(help: "The speaker's name, where it stands in the text.")
    var speaker: String?

    @Option(help: "The id of an example.")
    var id: String?

    @Option(help: "The id of a quotation, as in quotations.csv.")
    var quote: String?

    @Option(help: "The store that holds the quotation.")
    var store: String?

    @Option(help: "How many features to list; the others are summed up.")
    var features: Int = 20

    @Flag(help: "Print JSON with every feature.")
    var json = false

    func validate() throws {
        let chosen = [text, id, quote].compactMap(\.self).count
        guard chosen == 1 else {
            throw ValidationError(
                "\(chosen) of --text, --id and --quote: expected one of the three")
        }
        if text != nil, target.target == nil, target.targets == nil {
            throw ValidationError("--text without --target: expected the leader's name")
        }
        if id == nil, !labeled.isEmpty {
            throw ValidationError("labeled examples without --id: expected an example's id")
        }
        if id != nil, labeled.isEmpty {
            throw ValidationError("--id without labeled examples: expected the file that holds it")
        }
        if quote != nil, store == nil {
            throw ValidationError("--quote without --store: expected the store that holds it")
        }
        guard features >= 0 else {
            throw ValidationError("--features \(features): expected 0 or more")
        }
    }

    func run() throws {
        let model = try ModelFile.read(model)
        let explanation: StanceExplanation
        var gates: GateProbabilities?
        var isOpen = false
        if let text {
            guard let target = try target.resolved().first else { return }
            explanation = model.explanation(
                of: Passage(text: text, target: target, speaker: speaker))
        } else if let id {
            explanation = model.explanation(of: try example(id))
        } else {
            let row = try quotation(quote ?? "", store ?? "", model)
            gates = row.gates
            isOpen = row.stance == nil
            if let gates, row.probabilities == nil { return try tell(row, gates) }
            explanation = model.explanation(of: try passage(of: row))
        }
        let record = StanceExplanationRecord(
            explanation, id: id ?? quote, gates: gates, isOpen: isOpen)
        var output = StandardOutput()
        try output.write(line: json ? record.json : record.text(limit: features))
        try output.flush()
    }

    private func example(_ id: String) throws -> Passage {
        var input = try LabeledInput(labeled, .quietly)
        while let example = try input.next() {
            guard example.id == id else { continue }
            return PassageMaker.passages(of: [example])[0]
        }
        try input.finish()
        throw Failure(65, "\(labeled[0]): found no example \(id), expected its id")
    }

    /// The row of a stored quotation, with what the model read.
    private func quotation(
        _ id: String, _ path: String, _ model: StanceModel
    ) throws -> ScoredQuotation {
        let store = try Store(path: path, mode: .reading)
        defer { try? store.close() }
        var otherModel: String?
        for run in try store.runs() where target.target == nil || run.target.name == target.target {
            guard let row = try store.quotations(run: run.id).first(where: { $0.id == id })
            else { continue }
            guard run.modelChecksum == model.checksum else {
                otherModel = run.model
                continue
            }
            return row
        }
        if let otherModel {
            throw Failure(
                65,
                "\(path): \(id) was scored by another model, \(otherModel); expected the file it "
                    + "was scored with")
        }
        throw Failure(65, "\(path): found no quotation \(id), expected one of quotations.csv")
    }

    /// Why a quotation that did not pass the gates does not count.
    private func tell(_ row: ScoredQuotation, _ gates: GateProbabilities) throws {
        let record = GateRecord(row, gates)
        var output = StandardOutput()
        try output.write(line: json ? record.json : record.text)
        try output.flush()
    }

    private func passage(of row: ScoredQuotation) throws -> Passage {
        guard row.probabilities != nil, let passage = row.scoredPassage else {
            let why = row.abstention?.rawValue ?? "the store holds no sentence that the model read"
            throw Failure(65, "\(row.id) was not scored toward \(row.target): \(why)")
        }
        return passage
    }
}

extension BatchOptions {
    /// Every record, without a word on standard error but for bad ones.
    fileprivate static var quietly: BatchOptions {
        var options = BatchOptions()
        options.jobs = 1
        options.quiet = true
        options.strict = false
        options.limit = nil
        return options
    }
}
