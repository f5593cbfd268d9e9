import ArgumentParser
import Caucus

struct AgreeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agree",
        abstract: "Tell how far people who labeled the same quotations agree, and where not.",
        discussion: """
            Examples:
              caucus agree labels.jsonl
              caucus agree ann.jsonl ben.jsonl --sample sample.jsonl -o disagreements.html
              caucus agree labels.jsonl --sample sample.jsonl --disputed disputed.jsonl
              caucus label disputed.jsonl --annotator judge              decide, with both answers in sight

            Krippendorff's alpha is 1 for perfect agreement and 0 for what chance gives; it is told of each question that a label \
            answers, of each label and of each person, with bootstrap intervals over quotations. The ordinal one takes \
            against, neutral, favor for a scale. Files are those of caucus label, or tables with quote_id, annotator and \
            label, or with a column a person: label_ann, label_ben. What was skipped is no answer.
            """)

    @Argument(help: "Files of labels.")
    var labels: [String]

    @Option(help: "The sample that was labeled: it gives the context of disagreements.")
    var sample: String?

    @Option(name: .shortAndLong, help: "Write a page with every disagreement.")
    var output: String?

    @Option(help: "Write the disagreements as a sample that one person decides with caucus label.")
    var disputed: String?

    @Option(help: "The coverage of the intervals, above 0.5 and below 1.")
    var level: Double = 0.95

    @Option(help: "The seed of the bootstrap.")
    var seed: UInt64 = 1

    @Flag(help: "Print JSON instead of tables.")
    var json = false

    @Flag(help: "Replace earlier files.")
    var force = false

    @Flag(help: "Say nothing on standard error but errors.")
    var quiet = false

    private static let mostLabels = 200

    func validate() throws {
        guard level > 0.5, level < 1 else {
            throw ValidationError("--level \(level): expected a number above 0.5 and below 1")
        }
        guard disputed == nil || sample != nil else {
            throw ValidationError(
                "--disputed without --sample: expected the sample that was labeled")
        }
    }

    func run() throws {
        let read = try CodedAnswers(paths: labels)
        for diagnostic in read.diagnostics.prefix(BadRecords.printed) where !quiet {
            Console.tell("caucus: \(diagnostic)")
        }
        // The labels of a code book; a column of free text would ask for a table of all its pairs.
        let different = Set(read.answers.map(\.label)).count
        guard different <= Self.mostLabels else {
            throw Failure(
                65,
                "\(labels.joined(separator: ", ")): found \(different) different labels, expected at most "
                    + "\(Self.mostLabels)")
        }
        let agreement: Agreement
        do {
            agreement = try Agreement(read.answers, level: level, seed: seed)
        } catch {
            throw Failure(
                65,
                "\(labels.joined(separator: ", ")): found no quotation with labels of two people among "
                    + "\(read.answers.count) labels, expected some")
        }
        let rows = try sample.map { try SampleFile(path: $0).rows } ?? []
        if let output {
            try OutputFile.write(
                AgreementPage(agreement, sample: rows).html.utf8, to: output, force: force)
        }
        if let disputed {
            let lines = agreement.disputed(in: rows).map { $0.json + "\n" }
            try OutputFile.write(lines.joined().utf8, to: disputed, force: force)
        }
        let text = AgreementText(agreement)
        var out = StandardOutput()
        try out.write(line: json ? text.json : text.text)
        try out.flush()
        if !quiet {
            for path in [output, disputed].compactMap(\.self) { Console.tell("wrote \(path)") }
        }
    }
}
