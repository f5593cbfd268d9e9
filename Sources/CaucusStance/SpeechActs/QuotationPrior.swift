import CaucusQuotes
import Foundation

/// From the shares of a corpus of sentence pairs to those of what people say about a leader.
///
/// A corpus that labels how every name in a sentence stands to every other is mostly neutral: five rows of six
/// in DSE. What is said about a leader in an article is not. A model keeps the shares it was trained on in its
/// intercepts; where most of its rows were neutral, the scorer takes them out again and puts these in (the
/// correction for a shift of the label shares: p · share here / share there). Models trained on quotations
/// stay as they are.
struct QuotationPrior: Sendable {
    /// The shares of against, neutral and favor among quotations about a leader. Set on the tuning half of
    /// `Tests/Benchmarks/stance-articles.jsonl`, where shares from a fifth to a half of neutral, and against
    /// from once to twice favor, differ by less than its 25 articles can tell.
    static let shares = [0.35, 0.4, 0.25]
    /// The shares among the words of those who only report (``isReport(_:)``): what a poll or a paper tells is
    /// hardly ever a side they take.
    static let reportShares = [0.05, 0.9, 0.05]
    /// Above this share of neutral rows a training set is one of pairs.
    private static let mostlyNeutral = 0.6

    /// What is added to the logits of against, neutral and favor.
    let logits: [Double]

    /// The correction for a model trained on so many rows of each label, or `nil` where it needs none.
    ///
    /// `balance` is how far the training raised rare labels (``StanceTrainer/balance``): the model has the shares
    /// after that in its intercepts.
    init?(trainedOn counts: [Int], balance: Double = 0, shares: [Double] = Self.shares) {
        let total = Double(counts.reduce(0, +))
        guard counts.count == 3, counts.allSatisfy({ $0 > 0 }),
            Double(counts[1]) / total > Self.mostlyNeutral
        else { return nil }
        let raised = counts.map { pow(Double($0), 1 - balance) }
        let sum = raised.reduce(0, +)
        logits = zip(shares, raised).map { log($0 * sum / $1) }
    }

    /// The probabilities with the shares exchanged.
    func applied(to probabilities: [Double]) -> [Double] { Self.raised(probabilities, by: logits) }

    /// Probabilities of three labels after something is added to their logits.
    static func raised(_ probabilities: [Double], by logits: [Double]) -> [Double] {
        guard probabilities.count == 3 else { return probabilities }
        let raised = zip(probabilities, logits).map { $0 * exp($1) }
        let sum = raised.reduce(0, +)
        return sum > 0 ? raised.map { $0 / sum } : probabilities
    }

    /// Whether a source reports rather than takes sides: an outlet, a poll, a document, or words that name
    /// nobody. Their words are taken for neutral unless the model is very sure (``reportShares``).
    static func isReport(_ speaker: Speaker?) -> Bool {
        guard let speaker, speaker.kind != .person else { return false }
        let words = speaker.name.lowercased().split { !$0.isLetter }.map(String.init)
        if words.contains(where: reports.contains) { return true }
        return speaker.kind == .described && !words.contains(where: people.contains)
    }

    private static let reports = Set(
        """
        times post journal news press cnn nbc abc cbs fox reuters ap politico bloomberg tribune herald guardian bbc
        npr msnbc hill axios buzzfeed telegraph gazette globe chronicle observer examiner magazine daily newspaper
        newspapers agency poll polls survey surveys report reports study studies data figures results statistics
        analysis document documents transcript transcripts records record average tally estimate estimates letter
        statement book memo email emails lawsuit indictment ruling website headline story article articles percent
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Words that make a description one of people who may take sides.
    private static let people = Set(
        """
        republican republicans democrat democrats conservative conservatives liberal liberals progressive progressives
        tories labour unionists nationalists socialists leftists centrists moderates evangelicals catholics christians
        jews muslims critic critics opponent opponents rival rivals challenger challengers foe foes enemies detractors
        skeptics sceptics dissidents rebels supporter supporters backers ally allies loyalists defenders fans followers
        friend friends aide aides adviser advisers advisor advisors lawyer lawyers attorney attorneys official officials
        officer officers spokesman spokeswoman spokesperson spokespeople staff staffers team campaign campaigns candidate
        candidates senator senators congressman congresswoman congressmen representative representatives lawmaker
        lawmakers legislator legislators governor governors mayor mayors minister ministers member members mp mps
        politician politicians leader leaders leadership chairman chair director executive executives president judge
        judges justice justices court prosecutors police sheriff veterans soldiers general generals diplomat diplomats
        ambassador ambassadors economist economists scientist scientists expert experts professor professors scholars
        historian doctor doctors nurse nurses teacher teachers student students worker workers farmer farmers miners
        union unions voter voters resident residents citizens neighbors mother father parents wife husband son daughter
        brother sister family families survivors victims woman women man men people activist activists advocate advocates
        protester protesters demonstrators campaigners donors investors businessmen crowd audience delegates
        group groups organization organizations committee caucus party coalition commission panel council board
        administration government ministry department embassy white house senate commentator commentators columnist
        columnists pundits host analyst analysts strategist strategists pollster observers accuser accusers nominee many
        some others several both
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
