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
              caucus explain stance-en-2 --quote "a1:120-188" --store run.sqlite --articles corpus.jsonl

            The intercepts and the contributions of a label add up to its logit; --json has all of them, not \
            rounded. For a stored quotation all of it adds up to what score stored: the store keeps the sentences that \
            the model read, and how likely the words are speech of that speaker about the leader. What made that likely or \
            unlikely stands in the whole article, which no store keeps: give it by --articles, and the facts that weigh \
            most in the greatest doubt are listed, with what they add to its log odds. caucus inspect MODEL --features \
            tells what the names of features mean.

            Where an encoder has a say (stance-en-3, a run of --accurate), its part of the sum is one line. What it reads is \
            shown beside: how far its own log odds of favor over against fall where a word is masked, one at a time. These \
            do not add up; --json has them as encoder_words. Of a stored quotation it reads the sentences that the store \
            keeps, without the sentence before them.
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

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "With --quote: the files that were scored, to tell what made the gates doubt.",
            valueName: "file"))
    var articles: [String] = []

    @Option(
        help: ArgumentHelp(
            "With --articles: the gates that the run was scored with, where they are not built in.",
            valueName: "file"))
    var gates: String?

    @OptionGroup var words: WordOptions
    @OptionGroup var reading: DocumentOptions

    @Option(help: "How many features to list; the others are summed up.")
    var features: Int = 20

    @Flag(help: "Print JSON with every feature.")
    var json = false

    func validate() throws {
        try target.checkOne()
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
        if quote == nil, !articles.isEmpty {
            throw ValidationError("--articles without --quote: expected the id of a quotation")
        }
        if articles.isEmpty, gates != nil {
            throw ValidationError(
                "--gates without --articles: expected the files that were scored")
        }
        if articles.isEmpty, !words.lexicon.isEmpty {
            throw ValidationError(
                "--lexicon without --articles: expected the files that were scored")
        }
        guard features >= 0 else {
            throw ValidationError("--features \(features): expected 0 or more")
        }
    }

    func run() throws {
        let model = try ModelFile.read(model)
        var output = StandardOutput()
        if let quote {
            try output.write(line: try explained(try quotation(quote, store ?? "", model)))
            return try output.flush()
        }
        let passage: Passage
        if let id {
            passage = try example(id)
        } else {
            guard let target = try target.resolved().first else { return }
            passage = Passage(text: text ?? "", target: target, speaker: speaker)
        }
        let record = StanceExplanationRecord(
            model.explanation(of: passage), id: id, encoderWords: model.encoderWords(in: passage))
        try output.write(line: told(record))
        try output.flush()
    }

    private func told(_ record: StanceExplanationRecord) -> String {
        json ? record.json : record.text(limit: features)
    }

    /// What is told of a stored quotation: why it does not count, or what adds up to its stance.
    private func explained(_ found: StoredQuotation) throws -> String {
        let row = found.row
        let doubt = try articles.isEmpty ? nil : found.doubt(in: self)
        if let gates = row.gates, row.probabilities == nil {
            let record = GateRecord(row, gates, doubt)
            return json ? record.json : record.text
        }
        let passage = try passage(of: row)
        return told(
            StanceExplanationRecord(
                found.model.explanation(of: passage), id: row.id,
                gates: row.gates.map { GateRecord(row, $0, doubt) }, isOpen: row.stance == nil,
                encoderWords: found.model.encoderWords(in: passage, quoting: row.text)))
    }

    private func example(_ id: String) throws -> Passage {
        let columns = ExampleColumns(
            id: reading.content.columns.idColumn, text: reading.content.columns.textColumn,
            readsLabels: false)
        var input = try LabeledInput(
            labeled, .quietly, columns, reading.content.spelling.options)
        while let example = try input.next() {
            guard example.id == id else { continue }
            return PassageMaker.passages(of: [example])[0]
        }
        try input.finish()
        throw Failure(65, "\(labeled[0]): found no example \(id), expected its id")
    }

    /// The model that a run was scored with: the one at hand, or a built-in one; `nil` where it was another.
    private func model(of run: RunDescription, _ model: StanceModel) throws -> StanceModel? {
        if run.modelChecksum == model.checksum { return model }
        guard StanceModel.shippedNames.contains(run.model),
            let shipped = try StanceModel.shipped(named: run.model),
            shipped.checksum == run.modelChecksum
        else { return nil }
        return shipped
    }

    /// The row of a stored quotation, with what the model read; of several leaders' the first that is about its leader.
    private func quotation(
        _ id: String, _ path: String, _ model: StanceModel
    ) throws -> StoredQuotation {
        let store = try Store(path: path, mode: .reading)
        defer { try? store.close() }
        var otherModel: String?
        var other: StoredQuotation?
        for run in try store.runs() where target.target == nil || run.target.name == target.target {
            guard let row = try store.quotations(run: run.id).first(where: { $0.id == id })
            else { continue }
            guard let model = try self.model(of: run, model) else {
                otherModel = run.model
                continue
            }
            let found = StoredQuotation(row: row, run: run, model: model)
            if row.gates != nil || row.probabilities != nil { return found }
            other = other ?? found
        }
        if let other { return other }
        if let otherModel {
            throw Failure(
                65,
                "\(path): \(id) was scored by another model, \(otherModel); expected the file it "
                    + "was scored with")
        }
        throw Failure(65, "\(path): found no quotation \(id), expected one of quotations.csv")
    }

    private func passage(of row: ScoredQuotation) throws -> Passage {
        guard row.probabilities != nil, let passage = row.scoredPassage else {
            let why = row.abstention?.rawValue ?? "the store holds no sentence that the model read"
            throw Failure(65, "\(row.id) was not scored toward \(row.target): \(why)")
        }
        return passage
    }
}
