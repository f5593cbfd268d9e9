import CaucusStance
import CaucusStatistics
import CaucusText

/// What a report says about its numbers and about what it leaves out.
extension Wording {
    /// “3 less decisive ones are in quotations.csv.”
    static func less(_ hidden: Int) -> String {
        "\(Numbers.count(hidden)) less decisive \(hidden == 1 ? "one is" : "ones are") in quotations.csv."
    }

    /// “3 more are in quotations.csv, with the status leader.”
    static func moreOwn(_ hidden: Int) -> String {
        "\(Numbers.count(hidden)) more \(hidden == 1 ? "is" : "are") in quotations.csv, with the status leader."
    }

    /// `−0.40 (−0.61 to −0.20)`.
    static func withInterval(_ estimate: Estimate) -> String {
        Numbers.signed(estimate.value) + (Numbers.interval(estimate).map { " (\($0))" } ?? "")
    }

    /// How far people agree who labeled the same quotations.
    static func agreement(_ estimate: Estimate, _ annotators: Int) -> String {
        var range = ""
        if let low = estimate.low, let high = estimate.high {
            range =
                " (\(Numbers.level(estimate.level)) interval \(alpha(low)) to \(alpha(high)))"
        }
        return "Krippendorff's alpha (nominal) of \(Numbers.count(annotators, "annotator")) on "
            + "\(Numbers.count(estimate.items, "quotation")) that several of them labeled: "
            + "\(alpha(estimate.value))\(range). 1 is perfect agreement, 0 what chance gives."
    }

    /// How many quotations labels move to a speaker, and what that does to numbers.
    static func moved(_ count: Int) -> String {
        "\(Numbers.count(count, "quotation")) moved here by label"
    }

    static let movedNote =
        "The run gives them to others, for whom labels count them as not right. They are in no share of this speaker, since "
        + "nobody labeled where this speaker stands in them; corrections.csv has them."

    private static func alpha(_ x: Double) -> String {
        (x < 0 ? "\u{2212}" : "") + Numbers.fixed(x, 2)
    }

    /// The columns of the agreement question by question.
    static let agreementHeads = ["question", "quotations", "alpha (nominal)", "alpha (ordinal)"]

    /// A row of them.
    static func agreementCells(_ part: QuestionAgreement) -> [String] {
        func cell(_ estimate: Estimate) -> String {
            guard let low = estimate.low, let high = estimate.high else {
                return alpha(estimate.value)
            }
            return "\(alpha(estimate.value)) (\(alpha(low)) to \(alpha(high)))"
        }
        return [
            part.question, Numbers.count(part.nominal.items), cell(part.nominal),
            part.ordinal.map(cell) ?? "",
        ]
    }

    /// Where calibration and confusions are missing, what gives them.
    static func lackingModel(_ model: String) -> String {
        "How often the model is right is not shown, since none of its held-out answers were at hand. Give the file "
            + "of \(model), which may keep some, with --model."
    }

    /// Why the numbers of an unfinished run are not the last word.
    static let unfinished =
        "This run is not complete: not everything that it was given has been scored. All numbers are of what had been "
        + "scored when this report was written, and reprints may not all be recognized yet. Score the same documents "
        + "again to finish it."

    /// How many counted quotations the timeline leaves out, or `nil` where it holds them all.
    static func undated(_ undated: Int, of counted: Int) -> String? {
        guard undated > 0 else { return nil }
        let all = Numbers.count(counted, "counted quotation")
        if undated == counted {
            return "None of \(all) has a date that can be read, so there is no timeline."
        }
        let have = undated == 1 ? "has" : "have"
        return "\(Numbers.count(undated)) of \(all) \(have) no date that can be read: "
            + "the timeline holds the other \(Numbers.count(counted - undated))."
    }

    /// `12 quotations in 5 articles, 4 Mar 2031 – 6 Jun 2031`: how much the articles quote the leader saying.
    static func own(_ leader: LeaderSummary) -> String {
        var text = Numbers.count(leader.quotations.count, "quotation") + " in "
        text += Numbers.count(leader.documents, "article")
        if let days = days(leader.firstPublished, leader.lastPublished) { text += ", " + days }
        return text
    }

    /// `4 Mar 2031 – 6 Jun 2031`, one of them where they are the same, or `nil` without any.
    static func days(_ first: String?, _ last: String?) -> String? {
        guard let first = first.flatMap({ CalendarDay($0) }),
            let last = last.flatMap({ CalendarDay($0) })
        else { return nil }
        return first == last ? first.words : first.words + " – " + last.words
    }

    /// Why a speaker has no interval, or `nil` where there is one.
    static func notEstimable(_ speaker: SpeakerSummary) -> String? {
        guard let net = speaker.estimates?.net, !net.hasInterval else { return nil }
        if speaker.documents > 1 {
            return
                "\(Numbers.count(speaker.documents, "article")) of one story: interval not estimable"
        }
        return "1\u{A0}article: interval not estimable"
    }

    /// The same of all speakers together.
    static func notEstimable(_ estimates: StanceEstimates, documents: Int) -> String? {
        guard !estimates.net.hasInterval else { return nil }
        let articles = Numbers.count(documents, "article")
        return documents > 1
            ? "\(articles) of one story: interval not estimable"
            : "\(articles): interval not estimable"
    }

    /// `12 articles of 3 outlets`, or without the outlets where none is told.
    static func corpus(_ documents: Int, _ outlets: Int) -> String {
        let articles = Numbers.count(documents, "article")
        return outlets > 0
            ? articles + " of " + Numbers.count(outlets, "outlet") : articles + ", outlets not told"
    }
}
