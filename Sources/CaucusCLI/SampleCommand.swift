public import ArgumentParser
public import Caucus

struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Draw quotations of a store for people to label, each with a known probability.",
        discussion: """
            Examples:
              caucus sample run.sqlite --power                          how wide will intervals be?
              caucus sample run.sqlite --n 200 --articles articles/ -o sample.jsonl
              caucus sample run.sqlite --n 200 --by speaker -o sample.jsonl   as many of each speaker
              caucus sample run.sqlite --n 100 --uncertain --except labels.jsonl -o next.jsonl

            Drawn are quotations that count, of one leader or of all, in random order, so that those who stop early have \
            labeled a sample still. Where a side is rare, half of the draw goes to the quotations that the program \
            takes for that side (two phases); the probability of every row is known, and caucus report --labels weighs by it. The \
            store keeps a few words around a quotation: --articles gives the article's own, and lets borders be moved.

            --uncertain takes what the program is least sure of: labels to train with, marked as no sample for shares.
            """)

    @Argument(help: "The store.")
    var store: String

    @Option(help: "How many quotations to draw.")
    var n: Int = 200

    @Option(name: .shortAndLong, help: "Where to write the sample; - is standard output.")
    var output: String?

    @OptionGroup var target: TargetOptions

    @Option(
        name: .customLong("run"),
        help: "The run, by its name, where the store has several toward one leader.")
    var runName: String?

    @Option(
        help: ArgumentHelp(
            "Draw as many of each, as far as there are: article, speaker, outlet or month.",
            valueName: "what"))
    var by: SampleKey?

    @Option(
        help: ArgumentHelp(
            "Keep the proportions of these, with commas: stance, form, outlet, month, speaker, article.",
            valueName: "what"))
    var stratify: String?

    @Option(help: "What the draw depends on beside the store.")
    var seed: UInt64 = 1

    @Flag(
        inversion: .prefixedNo,
        help:
            "Draw half of the sample among the quotations of rare sides. Else where one in ten or fewer takes a side."
    )
    var twoPhase: Bool?

    @Flag(help: "Print the widths of intervals to expect of 50, 100, 200 and 400 labels.")
    var power = false

    @Option(help: "The coverage of these intervals, above 0.5 and below 1.")
    var level: Double = 0.95

    @Flag(help: "Take what the program is least sure of: for training, not for shares.")
    var uncertain = false

    @Option(
        help: ArgumentHelp(
            "With --uncertain: leave out what is labeled there already.", valueName: "labels"))
    var except: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "The files that were scored, for more words around each quotation.", valueName: "file"))
    var articles: [String] = []

    @OptionGroup var reading: DocumentOptions

    @Flag(help: "Replace an earlier file.")
    var force = false

    @Flag(help: "Say nothing on standard error but errors.")
    var quiet = false

    func validate() throws {
        guard n > 0 else { throw ValidationError("--n \(n): expected 1 or more") }
        guard level > 0.5, level < 1 else {
            throw ValidationError("--level \(level): expected a number above 0.5 and below 1")
        }
        _ = try strata()
        if output == nil, !power {
            throw ValidationError("found no -o, expected where to write the sample, or --power")
        }
        if except != nil, !uncertain {
            throw ValidationError(
                "--except without --uncertain: expected both, since a sample for shares is drawn from all"
            )
        }
        if uncertain, power || by != nil || stratify != nil || twoPhase != nil {
            throw ValidationError(
                "--uncertain with --power, --by, --stratify or --two-phase: expected it alone, since it is no sample for shares"
            )
        }
    }

    func run() throws {
        let opened = try Store(path: store, mode: .reading)
        let frame = try frame(of: opened)
        guard !frame.rows.isEmpty else {
            throw Failure(
                65, "\(store): found no quotation to draw, expected some that count")
        }
        if power { try tellPower(frame) }
        guard let output else { return try opened.close() }
        let drawn = try drawn(from: frame)
        let texts = try DrawnArticles(drawn.map(\.row), articles, reading, in: opened)
        try opened.close()
        let lines = drawn.map {
            SampleRow(
                $0.row, probability: $0.probability, article: texts[$0.row.quotation.documentID]
            )
            .json + "\n"
        }
        if output == "-" {
            var out = StandardOutput()
            for line in lines { try out.write(Array(line.utf8)) }
            return try out.flush()
        }
        try OutputFile.write(lines.joined().utf8, to: output, force: force)
        if !quiet { Console.tell("wrote \(lines.count) quotations to \(output)") }
    }

    private func strata() throws -> [SampleKey] {
        try (stratify ?? "").split(separator: ",").map { word in
            guard let key = SampleKey(rawValue: String(word)) else {
                throw ValidationError(
                    "--stratify \(stratify ?? ""): expected some of "
                        + SampleKey.allCases.map(\.rawValue).joined(separator: ", "))
            }
            return key
        }
    }

    private func design() throws -> SampleDesign {
        SampleDesign(by: by, strata: try strata(), isTwoPhase: twoPhase, seed: seed)
    }

    /// The quotations to draw from: those that count, or for training all that the program has read.
    private func frame(of opened: Store) throws -> SampleFrame {
        let wanted =
            try target.target.map { [$0] }
            ?? (target.targets == nil ? nil : target.resolved().map(\.name))
        let runs = try StoredRun.all(of: opened, named: runName, targets: wanted)
        let known = try except.map { Set(try CodedAnswers(path: $0).answers.map(\.key)) } ?? []
        var frame = SampleFrame()
        for run in runs {
            frame.add(
                try opened.quotations(run: run.id), of: try opened.documents(run: run.id), run: run
            ) { quotation in
                uncertain
                    ? quotation.probabilities != nil && quotation.status != .reprint
                        && quotation.status != .repeated
                        && !known.contains([quotation.id, quotation.target])
                    : quotation.status == .counted
            }
        }
        return frame
    }

    private func drawn(
        from frame: SampleFrame
    ) throws -> [(row: SampleFrame.Row, probability: Double?)] {
        if uncertain { return UncertainDraw().drawn(n, of: frame).map { ($0, nil) } }
        let design = try design()
        let rare = design.rareSides(frame)
        if !quiet {
            if !rare.isEmpty {
                let sides = rare.map { $0 == .favor ? "in favor" : "against" }
                Console.tell(
                    "caucus: half of the draw is among what the program takes for "
                        + sides.joined(separator: " or ") + " (two phases)")
            }
            if frame.rows.count <= n {
                Console.tell(
                    "caucus: \(frame.rows.count) quotations count, expected more than \(n): all are taken"
                )
            }
        }
        return design.drawn(n, of: frame).map { ($0.row, $0.probability) }
    }

    private func tellPower(_ frame: SampleFrame) throws {
        let power = frame.power(try design(), counts: [50, 100, 200, 400], level: level)
        let text = SamplePowerText(power, of: frame.rows.count, level: level).text
        // The sample itself may go to standard output.
        if output == "-" { return Console.tell(text) }
        var out = StandardOutput()
        try out.write(line: text)
        try out.flush()
    }
}

extension SampleKey: ExpressibleByArgument {}
