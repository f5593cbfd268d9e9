import CaucusStatistics

/// What became of the hand labels: whether they corrected anything, and why not.
public struct LabelUse: Sendable, Hashable {
    /// How many quotations of the run are labeled.
    public var quotations: Int
    /// How many of them count, and of how many stories they are.
    public var counted: Int
    public var stories: Int
    /// Whether the overall shares are corrected by them.
    public var isCorrected: Bool
    /// Whether pooled estimates and ranks are those of the model alone, since not every speaker has enough labels.
    public var comparesModelAlone: Bool

    /// Whether a filter or an edit of the speakers leaves quotations out.
    var isOfSome = false

    /// ``notes`` as sentences of a text.
    var sentences: [String] { notes.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." } }

    /// What to tell of them: on the page, in the text, and on standard error.
    public var notes: [String] {
        var notes: [String] = []
        let needed =
            "\(CountedRow.leastLabels) labeled quotations from \(CountedRow.leastClusters) articles"
        if !isCorrected {
            notes.append(
                "\(Numbers.count(counted, "counted quotation")) from \(Numbers.count(stories, "article")) "
                    + "\(counted == 1 ? "is" : "are") labeled by hand; at least \(needed) are needed, so they "
                    + "correct nothing")
        } else if comparesModelAlone {
            notes.append(
                "a number is corrected only where there are at least \(needed); pooled estimates and ranks "
                    + "compare all speakers by the model alone")
        }
        if quotations > counted {
            let rest = quotations - counted
            notes.append(
                "\(Numbers.count(rest, "labeled quotation")) \(rest == 1 ? "does" : "do") not count: too "
                    + "close to call, without a speaker, not about the leader, a reprint, a repetition, or the leader's own"
                    + (isOfSome ? ", or left out by the filter or with its speaker" : "")
            )
        }
        return notes
    }
}

extension StanceEstimates {
    /// Whether hand labels corrected the numbers.
    var isCorrected: Bool { net.method == DesignBasedMean.method }

    /// What a number is made by, where that is not the same for all of them; `nil` without labels.
    func basis(_ report: Report) -> String? {
        report.labelUse.map { _ in isCorrected ? "corrected by labels" : "model alone" }
    }
}
