import CaucusStance
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

    /// Who labeled, as far as the labels name them.
    public var people: [String] = []
    /// How many quotations most people gave each answer.
    public var answers: [HandAnswer: Int] = [:]
    /// What they make of the counts, or `nil` where none says that a quotation is not what it is counted as, or they correct
    /// nothing.
    public var counts: CorrectedCounts?
    /// What became of labels that were drawn of another run.
    public var origin = Origin()

    /// How many labels were drawn of another run, were found here by their place alone, or not at all.
    public struct Origin: Sendable, Hashable {
        public var otherRun = 0
        public var byPlace = 0
        public var unmatched = 0
    }

    /// What people corrected in single quotations, for ``notes``; `nil` where that is nothing.
    var correctedNote: String?

    /// Whether a filter or an edit of the speakers leaves quotations out.
    var isOfSome = false

    /// ``notes`` as sentences of a text.
    var sentences: [String] { notes.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." } }

    /// What to tell of them: on the page, in the text, and on standard error.
    public var notes: [String] {
        var notes = [givenNote, counts?.sentence].compactMap(\.self)
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
        return notes + [correctedNote].compactMap(\.self) + originNotes
    }

    /// Who labeled, and what was said; `nil` where there is nothing to tell of it.
    private var givenNote: String? {
        let fails = Gate.allCases.contains { answers[.fails($0)] != nil }
        guard !people.isEmpty || fails else { return nil }
        var note =
            "\(Numbers.count(quotations, "quotation")) \(quotations == 1 ? "is" : "are") labeled by hand"
        if !people.isEmpty { note += " by \(Self.listed(people))" }
        guard fails else { return note }
        let words: [(HandAnswer, String)] = [
            (.fails(.speech), "no speech"), (.fails(.about), "not about the leader"),
            (.fails(.speaker), "another speaker's"),
        ]
        let parts = words.compactMap { answer, word in
            answers[answer].map { "\(Numbers.count($0)) \(word)" }
        }
        return note + "; \(Self.listed(parts))"
    }

    private static func listed(_ words: [String]) -> String {
        let shown = words.prefix(6)
        if words.count > shown.count {
            return shown.joined(separator: ", ") + " and \(words.count - shown.count) more"
        }
        return shown.dropLast().joined(separator: ", ")
            + (words.count > 1 ? " and " : "") + (shown.last ?? "")
    }

    private var originNotes: [String] {
        var notes: [String] = []
        if origin.byPlace > 0 {
            notes.append(
                "\(Numbers.count(origin.byPlace, "label")) \(origin.byPlace == 1 ? "is" : "are") matched by document "
                    + "and place, since the borders of the words have moved")
        }
        if origin.otherRun > 0 {
            notes.append(
                "\(Numbers.count(origin.otherRun, "label")) \(origin.otherRun == 1 ? "was" : "were") drawn of another "
                    + "run, and \(Numbers.count(origin.unmatched)) of them \(origin.unmatched == 1 ? "is" : "are") about "
                    + "no quotation of this one; what this run counts and that one did not had no chance to be drawn"
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
