import CaucusCorpus
import CaucusLearning
import CaucusQuotes
import Foundation

/// `FitAttribution TRAIN.jsonl ARTICLES.jsonl LABELS.jsonl FOLDER`: fits the weights of the attribution to annotated
/// articles and to labels of quotations, and writes them as the two Swift sources that hold them. `make
/// attribution-weights` calls it.
@main
enum Command {
    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("FitAttribution: \(error)\n".utf8))
            exit(code(error))
        }
    }

    private static func run(_ arguments: [String]) throws {
        guard arguments.count == 4 else { throw Failure.usage }
        let folder = arguments[3]
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
            isFolder.boolValue
        else { throw Failure.noFolder(folder) }

        let labeled = try LabeledArticle.articles(at: arguments[1], labels: arguments[2])
        let (ranker, judge) = try fits(
            to: try GoldArticle.articles(at: arguments[0]), labeled)
        let sources = [
            ("SpeakerRanker+Weights.swift", WeightSource.ranker(ranker)),
            ("ContentJudge+Weights.swift", WeightSource.judge(judge)),
        ]
        for (name, source) in sources {
            let place = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            let isSame = FileManager.default.contents(atPath: place) == Data(source.utf8)
            if !isSame { try OutputFile.write(source.utf8, to: place, force: true) }
            print("\(place): \(isSame ? "as it was" : "written")")
        }
    }

    /// The weights fitted to `articles`, round by round from weights of 0, so that the present ones play no
    /// part.
    ///
    /// Whom the extractor took for the speaker before is a feature of what it weighs next, hence the rounds.
    /// They end where a round changes no weight, and after ``rounds`` at the latest: the last ones swing
    /// between tables that differ in hundredths.
    private static func fits(
        to articles: [GoldArticle], _ labeled: [LabeledArticle]
    ) throws -> (RankerFit, JudgeFit) {
        var weights = TrialWeights.zero
        var round = 0
        while true {
            round += 1
            let examples = AttributionExamples(articles, labeled, under: weights)
            let ranker = try RankerFit(examples.groups)
            let judge = try JudgeFit(examples.contents)
            print("round \(round): \(examples.summary)")
            print("  SpeakerRanker: \(ranker.summary)")
            print("  ContentJudge: \(judge.summary)")
            let next = TrialWeights(
                ranker: ranker.weights, judge: judge.weights, intercept: judge.intercept)
            if next == weights || round == rounds { return (ranker, judge) }
            weights = next
        }
    }

    /// The most rounds of a fit.
    private static let rounds = 6

    /// The exit codes of the `caucus` command.
    private static func code(_ error: any Error) -> Int32 {
        switch error {
        case Failure.usage: 64
        case Failure.missing: 66
        case Failure.noFolder, is CorpusError: 73
        default: 65
        }
    }
}

/// Why no weights can be fitted.
enum Failure: Error, CustomStringConvertible {
    case usage
    case missing(path: String)
    case noFolder(String)
    case badArticle(path: String, line: Int, reason: String)
    case noExamples(of: String)
    case notConverged(String, Convergence)
    case unsettled(String)

    var description: String {
        switch self {
        case .usage:
            """
            expected four arguments: TRAIN.jsonl, the labeled articles, their labels and the folder of the \
            sources to write
            """
        case .missing(let path): "cannot read \(path): no such file, or it cannot be opened"
        case .noFolder(let path): "cannot write into \(path): no such folder"
        case .badArticle(let path, let line, let reason): "\(path), line \(line): \(reason)"
        case .noExamples(let name):
            "cannot fit the \(name): the articles give it nothing to tell apart"
        case .notConverged(let name, let convergence):
            "the fit of the \(name) did not settle in \(convergence.iterations) iterations"
        case .unsettled(let name): "the fit of the \(name) did not settle"
        }
    }
}
