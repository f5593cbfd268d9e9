import ArgumentParser
import Caucus

/// How the columns of examples are named that are no labels.
struct ExampleColumnOptions: ParsableArguments {
    @Option(help: "The column that holds the text, also inside JSON: article.text.")
    var textColumn: String?

    @Option(help: "The column that holds the id; examples without one get their file and line.")
    var idColumn: String?

    @Option(help: "The column that names the leader.")
    var targetColumn: String?

    @Option(help: "The column that names the speaker.")
    var speakerColumn: String?

    @Option(help: "The column that holds what stands around the text.")
    var contextColumn: String?

    @Option(help: "The column that tells where the leader's mention begins.")
    var targetStartColumn: String?

    @Option(help: "The column that tells where the leader's mention ends.")
    var targetEndColumn: String?

    @Option(help: "The column that tells where the speaker's mention begins.")
    var speakerStartColumn: String?

    @Option(help: "The column that tells where the speaker's mention ends.")
    var speakerEndColumn: String?

    @OptionGroup var spelling: SpellingOptions

    /// The names, labels not read.
    var names: ExampleColumns {
        ExampleColumns(
            id: idColumn, text: textColumn, target: targetColumn, speaker: speakerColumn,
            context: contextColumn, targetStart: targetStartColumn, targetEnd: targetEndColumn,
            speakerStart: speakerStartColumn, speakerEnd: speakerEndColumn, readsLabels: false)
    }
}

/// How labels are found and what they mean.
struct LabelOptions: ParsableArguments {
    @OptionGroup var columns: ExampleColumnOptions

    @Option(
        help: ArgumentHelp(
            "The column, or the question of an annotation tool, that holds the label; given several times, each "
                + "is what one person said.", valueName: "name"))
    var labelColumn: [String] = []

    @Option(
        help: ArgumentHelp(
            "What other labels mean: \"pro=favor,con=against,1=favor\"; may be repeated.",
            valueName: "pairs"))
    var labelMap: [String] = []

    @Option(help: "The column that names the article or story.")
    var groupColumn: String?

    @Option(help: "The column that tells how much an example counts.")
    var weightColumn: String?

    @Option(help: "The column that names who labeled.")
    var annotatorColumn: String?

    /// What is said of labels in the help of a command that takes them.
    static let help = """
        Labels are read as Label Studio (JSON, JSON-MIN, CSV), doccano, Prodigy and argilla export them, and from tables \
        with the columns id, text, target, label, group, annotator; only text and label must be there. Several people \
        may have a column each, label_ada and label_ben, or annotator_1 and annotator_2, or those named by repeated \
        --label-column: each gives an example. What was rejected, ignored, skipped or discarded, and labels that say \
        "not a quotation", "not about the leader" or "wrong speaker", are left out and counted. NA is no value. Offsets count \
        code points; UTF-16 code units, as of browsers, are found and told.
        """

    /// The columns, labels read.
    var names: ExampleColumns {
        var names = columns.names
        names.labels = labelColumn
        names.group = groupColumn
        names.weight = weightColumn
        names.annotator = annotatorColumn
        names.readsLabels = true
        return names
    }

    /// What labels mean for a task.
    ///
    /// - Throws: what `--label-map` has that is no map, as an error of usage.
    func spellings(for task: StanceTask) throws -> LabelSpellings {
        do {
            return try LabelSpellings(
                expected: task.labels, besides: task == .sentiment ? StanceTask.stance.labels : [],
                maps: labelMap)
        } catch {
            throw Failure(64, "--label-map: \(error)")
        }
    }

    /// Fails where `--label-map` is none.
    func check(for task: StanceTask) throws {
        do {
            _ = try spellings(for: task)
        } catch let failure as Failure {
            throw ValidationError(failure.message)
        }
    }
}

extension StanceModel {
    /// Tells how many of the examples are in the model's training data, where any are.
    func tellOverlap(with examples: [LabeledExample], as name: String) {
        guard let count = trainingOverlap(with: examples), count > 0 else { return }
        let verb = count == 1 ? "is" : "are"
        Console.tell(
            "caucus: \(count) of \(examples.count) examples \(verb) in the model's training data (\(name)): figures "
                + "on them flatter it")
    }
}
