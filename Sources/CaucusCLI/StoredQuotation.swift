import Caucus
import Foundation

/// A quotation that a store holds, and the run that scored it.
struct StoredQuotation {
    var row: ScoredQuotation
    var run: RunDescription
    /// The model that it was scored with.
    var model: StanceModel

    /// What moved the weakest gate, found anew in the article that the command is given.
    func doubt(in command: ExplainCommand) throws -> GateExplanation {
        guard let stored = row.gates else {
            throw Failure(65, "\(row.id): the gates were not asked about it")
        }
        guard let gates = try gates(command) else {
            throw Failure(
                65,
                "\(row.id) was judged by other gates than \(command.gates ?? "this program's"); expected a store of "
                    + "this version, or the gates of the run by --gates")
        }
        let words = try command.words.resolved()
        let aliases = SpeakerAliases(run.reading)
        let reading = ReadingDescription(
            version: Caucus.version, aliases: aliases, lexicon: words.digest)
        guard reading.id == run.reading.id else {
            throw Failure(
                64,
                "--articles: they were scored by another version or with other words, "
                    + "expected the files of --lexicon that score was given")
        }
        let article = try article(command)
        let accurate = gates.provenance.encoder == nil ? nil : try AccurateModels.shipped()
        // What words alone held back, the encoder has not read.
        let asked = [gates, accurate == nil ? nil : try GateModel.shipped()].compactMap(\.self)
        let all = asked.compactMap {
            $0.explanation(
                of: Span(row.start, row.end), in: article, toward: run.target,
                by: QuotationExtractor(aliases: aliases, words: words), with: accurate)
        }
        guard let found = all.first(where: { $0.gates.agree(with: stored) }) else {
            throw Failure(
                65,
                "\(row.id): the gates say otherwise than when it was scored, expected a store of this version"
            )
        }
        return found
    }

    /// The gates that judged it, or `nil` where they are not at hand.
    private func gates(_ command: ExplainCommand) throws -> GateModel? {
        guard let path = command.gates else {
            return try run.gatesChecksum.flatMap { try GateModel.shipped(checksum: $0) }
        }
        let gates = try ModelFile.gates(path)
        return gates.checksum == run.gatesChecksum ? gates : nil
    }

    /// The article of the quotation, as it was scored.
    private func article(_ command: ExplainCommand) throws -> Document {
        let store = try Store(path: command.store ?? "", mode: .reading)
        defer { try? store.close() }
        var input = try DocumentInput(
            command.articles, command.reading, .quietly, known: try StoredIdentities(store))
        while let document = try input.next() {
            guard document.id == row.documentID else { continue }
            let hash = DocumentSummary(document).hash
            guard try store.contains(documentID: document.id, hash: hash, run: run.id) else {
                throw Failure(
                    65, "\(command.articles[0]): \(document.id) has changed since it was scored")
            }
            return document
        }
        try input.finish()
        throw Failure(
            65,
            "\(command.articles[0]): found no article \(row.documentID), expected the one of \(row.id)"
        )
    }
}

extension BatchOptions {
    /// Every record, without a word on standard error but for bad ones.
    static var quietly: BatchOptions {
        var options = BatchOptions()
        options.jobs = 1
        options.quiet = true
        options.strict = false
        options.limit = nil
        return options
    }
}
