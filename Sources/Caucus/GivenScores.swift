/// Answers of another model to the quotations of a run, read from a table.
///
/// The table has `quote_id`, and `p_against`, `p_neutral` and `p_favor` that sum to 1, or a stance alone (`stance` or
/// `label`), which then is certain. Where `target` names a leader, rows about other leaders are passed over.
public struct GivenScores: Sendable {
    /// The scores in the order of the file, one a quotation.
    public private(set) var scores: [GivenScore] = []
    /// What was wrong with single records.
    public private(set) var diagnostics: [Diagnostic] = []

    /// How far the probabilities of a row may sum beside 1, since tables round them.
    private static let slack = 0.02

    private struct Problem: Error {
        var message: String
    }

    /// Reads the answers about `target` from the table at `path`; `-` is standard input.
    ///
    /// - Throws: where the file is missing or unreadable, or of no known format.
    public init(path: String, target: String) throws(CorpusError) {
        let (records, diagnostics) = try RecordReader(paths: [path]).all()
        self.diagnostics = diagnostics
        var seen: Set<String> = []
        for record in records where record.text(of: ["target"]) ?? target == target {
            do throws(Problem) {
                let score = try Self.score(record)
                guard seen.insert(score.quotation).inserted else {
                    throw Problem(
                        message: "\(score.quotation) is answered twice; the first answer is taken")
                }
                scores.append(score)
            } catch {
                self.diagnostics.append(Diagnostic(record.place, error.message))
            }
        }
    }

    private static func score(_ record: Record) throws(Problem) -> GivenScore {
        guard let id = record.text(of: ["quote_id", "id"]) else {
            throw Problem(message: "found no quote_id, expected the id of a quotation")
        }
        let names = ["p_against", "p_neutral", "p_favor"]
        let texts = names.map { record.text(of: [$0]) }
        guard texts.contains(where: { $0 != nil }) else {
            guard let word = record.text(of: ["stance", "label"]),
                case .stance(let stance)? = CodedLabel(word: word)
            else {
                throw Problem(
                    message:
                        "\(id) has no answer, expected p_against, p_neutral and p_favor, or a stance"
                )
            }
            let p = Stance.allCases.map { $0 == stance ? 1.0 : 0 }
            return GivenScore(
                quotation: id,
                probabilities: StanceProbabilities(against: p[0], neutral: p[1], favor: p[2]))
        }
        let p = texts.compactMap { $0.flatMap { Double($0) } }
        let sum = p.reduce(0, +)
        guard p.count == 3, p.allSatisfy({ (0...1).contains($0) }), abs(sum - 1) <= slack else {
            throw Problem(
                message:
                    "the probabilities of \(id) are \(texts.map { $0 ?? "none" }.joined(separator: ", ")), "
                    + "expected three that sum to 1")
        }
        return GivenScore(
            quotation: id,
            probabilities: StanceProbabilities(
                against: p[0] / sum, neutral: p[1] / sum, favor: p[2] / sum))
    }
}

extension RunDescription {
    /// What the card of a run says whose answers are another model's.
    private static let importNote = "Answers that were brought along with `caucus import`"

    /// Whether the run holds answers of another model to the quotations of a run beside it.
    public var isImported: Bool { modelCard.contains(Self.importNote) }

    /// The run that holds the answers of another model to the quotations of this one.
    public func answered(by model: String, _ scores: [GivenScore]) -> RunDescription {
        let lines = scores.map {
            "\($0.quotation) \($0.probabilities.against) \($0.probabilities.neutral) \($0.probabilities.favor)"
        }
        var run = self
        let digest = SHA256.hex(of: [id, model].joined(separator: "\u{1F}"))
        run.id = "\(target.slug)-\(digest.prefix(8))"
        run.model = model
        run.modelChecksum = SHA256.hex(of: lines.joined(separator: "\n"))
        run.gatesChecksum = nil
        run.version = Caucus.version
        run.modelCard =
            "# \(model.split(whereSeparator: \.isWhitespace).joined(separator: " "))\n\n"
            + Self.importNote + ": Caucus knows nothing of how they were made. Quotations, "
            + "speakers and what counts are those of the run `\(id)`.\n"
        return run
    }
}
