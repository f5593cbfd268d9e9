public import CaucusQuotes
public import CaucusStance
public import CaucusStatistics
public import CaucusText

/// What a run says of a leader, speaker by speaker: values first, files after.
///
/// Whether a quotation counts, and why not, its status says; every number of the report is a sum over statuses. The
/// leader's own words are kept apart. The same inputs give the same bytes.
/// ```swift
/// let report = Report(run: run, documents: documents, quotations: quotations)
/// for file in try report.files() { try writer.write(file.bytes, to: file.name) }
/// ```
public struct Report: Sendable {
    /// What was run.
    public let run: RunDescription
    /// Every document of the run.
    public let documents: [DocumentSummary]
    /// Every quotation toward the target, in the order given.
    public let quotations: [ScoredQuotation]
    /// Why documents were left out, by their id: reading them stopped the program.
    public let faults: [String: String]
    /// Whether everything that the run was given has been scored.
    public let isComplete: Bool
    /// How many documents and quotations got how far, counted from ``quotations``.
    public let audit: LossAudit
    /// What went wrong with single records.
    public let diagnostics: [Diagnostic]
    /// How the report counts.
    public let options: ReportOptions
    /// What people said of quotations drawn with known probabilities; of those that several labeled, what most said.
    public let labels: [HandLabel]
    /// What became of the labels, or `nil` without any.
    public let labelUse: LabelUse?
    /// How far people who labeled the same quotations agree (Krippendorff's α, nominal), or `nil` where no
    /// quotation has two labels.
    public let agreement: Estimate?
    /// The same of each question, where people also said what a quotation is not; else empty.
    public let agreements: [QuestionAgreement]
    /// How many people labeled.
    public let annotators: Int
    /// The stances that the model tells apart: a model of two labels gives the third no probability.
    public let stances: [Stance]

    /// All counted quotations of all speakers but the leader, or `nil` without any.
    public let overall: StanceEstimates?
    /// The same without any correction, by hand labels or by what is known of the model's errors: it stands beside ``overall`` wherever they differ.
    public let plain: StanceEstimates?
    /// The overall shares by estimators that trust the model's errors to be those of its gold items, beside the
    /// plain mean; empty without gold items.
    public let corrections: [ShareCorrection]
    /// What is known of the model's errors, or `nil` without gold items.
    public let modelErrors: ModelErrors?
    /// Speakers with at least one counted quotation, most quoted first; never the leader.
    public let speakers: [SpeakerSummary]
    /// The leader's own words, or `nil` where no article quotes any.
    public let leader: LeaderSummary?
    /// Speakers without a counted quotation, by name.
    public let unscored: [SpeakerSummary]
    /// The timeline of the counted quotations, gaps included.
    public let periods: [PeriodSummary]
    /// How many counted quotations have no date that can be read: with those of ``periods`` they are all.
    public let undated: Int
    /// The outlets, most counted quotations first.
    public let sources: [SourceSummary]
    /// The values of the column that ``ReportOptions/column`` names, most counted quotations first.
    public let columnValues: [SourceSummary]

    /// What the filter left in and out, or `nil` without one.
    public let filterUse: FilterUse?
    /// The speakers whom the reader merged into others, and those who are excluded.
    public let merged: [SpeakerEditUse]
    public let excluded: [SpeakerEditUse]
    /// Edits of speakers whom the run does not know, and edits that contradict each other: neither is followed.
    public let unknownEdits: [Diagnostic]
    public let conflictingEdits: [Diagnostic]

    /// What most people who labeled single quotations corrected in them, in the order of the quotations.
    public let corrected: [CorrectedQuotation]
    let correctedByID: [String: CorrectedQuotation]

    /// The joins of speakers that a person should decide, as an alias file; empty without any.
    public let proposals: String
    /// Whom the run takes for the speaker of a quotation that the reader gave to another one, by quotation.
    let originalSpeakers: [String: String]
    /// What judged quotations about other leaders tell of these numbers.
    let measured: MeasuredNotes
    let documentByID: [String: DocumentSummary]
    /// How many of ``diagnostics``, the first ones, are of records and not of labels.
    package let recordDiagnostics: Int
    /// The documents of counted quotations.
    let countedDocuments: Int

    /// Counts, estimates and orders everything a report shows.
    ///
    /// With `labels`, shares are corrected by design-based estimation wherever at least ten quotations of five
    /// articles are labeled. A label whose sampling probability is not above 0 and up to 1, or whose
    /// quotation is unknown, is left out and told in ``diagnostics``.
    /// - Parameters:
    ///   - faults: why some of the documents were left out, by their id.
    ///   - identities: what speakers are called across documents, by their id; where one is missing, the quotations
    ///     tell.
    ///   - proposals: an alias file of the joins that a person should decide, for `aliases.proposed.txt`.
    ///   - edits: whom the reader takes for one speaker, and whom the reader leaves out.
    ///   - isComplete: whether everything that the run was given has been scored; else the report says so.
    /// - Complexity: O(quotations + draws × speakers²).
    public init(
        run: RunDescription, documents: [DocumentSummary], quotations: [ScoredQuotation],
        faults: [String: String] = [:], diagnostics: [Diagnostic] = [],
        options: ReportOptions = ReportOptions(), labels: [HandLabel] = [],
        gold: GoldSample? = nil, identities: [String: SpeakerIdentity] = [:],
        proposals: String = "", edits: SpeakerEdits = SpeakerEdits(), isComplete: Bool = true
    ) {
        self.run = run
        self.documents = documents
        let edited = EditedSpeakers(
            edits, quotations.filter { $0.target == run.target.name }, identities,
            leader: run.target)
        (merged, excluded) = (edited.merged, edited.excluded)
        (unknownEdits, conflictingEdits) = (edited.unknown, edited.conflicts)
        originalSpeakers = edited.originals
        documentByID = Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        let selection = Selection(options.filter, of: edited, documentByID)
        self.quotations = selection.quotations
        self.faults = faults
        self.isComplete = isComplete
        self.options = options
        self.proposals = proposals
        let checked = CheckedLabels(labels, self.quotations, of: run)
        self.labels = checked.labels
        self.diagnostics = diagnostics + checked.diagnostics
        recordDiagnostics = diagnostics.count
        agreement = checked.agreement(options)
        agreements = checked.agreements(options)
        annotators = checked.annotators
        corrected = checked.corrected(self.quotations, edited.identities)
        correctedByID = Dictionary(
            corrected.map { ($0.quotation, $0) }, uniquingKeysWith: { first, _ in first })
        let counting = Counting(
            run: run, documents: documentByID, quotations: self.quotations,
            clusters: DocumentClusters(documents, self.quotations), options: options,
            labels: checked.answers, judgesGates: checked.judgesGates,
            identities: edited.identities, selection: selection)
        let all = counting.speakers()
        leader = counting.leader()
        speakers = counting.compared(all.filter { !$0.counted.isEmpty })
        unscored = all.filter { $0.counted.isEmpty }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        // What several say as one counts for each of them, and here once.
        let counted = Set(speakers.flatMap(\.counted)).sorted()
        countedDocuments = Set(counted.map { counting.quotations[$0].documentID }).count
        let counts = counting.estimates(counted, unit: options.unit)
        let errors = MeasuredShares(gold, options: options, excluded: self.quotations)
        overall = errors.corrected(counts, counted.map { counting.quotations[$0] })
        var use = counting.labelUse(counted, speakers, overall, of: checked)
        use?.correctedNote = Self.correctedNote(corrected)
        labelUse = use
        stances = Self.stances(of: self.quotations)
        audit = LossAudit(
            counting: self.quotations, documents: documents.count, crashed: faults.count)
        plain = counting.estimates(counted, unit: options.unit, labeled: false)
        // What confuses the model in all quotations need not confuse it in some of them.
        corrections =
            options.filter.isActive
            ? []
            : ShareCorrection.all(
                counting.rows(counted, options.unit, labeled: false), plain: plain, gold: gold,
                options: options)
        filterUse = selection.use(counting, errors, options)
        modelErrors = ModelErrors(gold, options: options)
        measured = MeasuredNotes(
            gold, counted.map { counting.quotations[$0] }, overall: overall, plain: plain,
            options.filter)
        periods = counting.periods(counted)
        undated = counted.count - periods.reduce(0) { $0 + $1.quotations }
        sources = counting.sources(counted)
        columnValues = counting.columnValues(counted)
    }

    /// The stances that any quotation has a probability of; all three where none was scored.
    private static func stances(of quotations: [ScoredQuotation]) -> [Stance] {
        var most = [0.0, 0, 0]
        for p in quotations.lazy.compactMap(\.probabilities) {
            most = [max(most[0], p.against), max(most[1], p.neutral), max(most[2], p.favor)]
        }
        let known = zip(Stance.allCases, most).filter { $0.1 > 0 }.map(\.0)
        return known.isEmpty ? Stance.allCases : known
    }

    /// Whether some document has a value in a column, though none of its quotations may count.
    public func hasValues(of column: String) -> Bool {
        documents.contains { $0.value(of: column)?.isEmpty == false }
    }

    /// The document of a quotation, or `nil` where the run does not know it.
    package func document(of quotation: ScoredQuotation) -> DocumentSummary? {
        documentByID[quotation.documentID]
    }

    /// The names of those of ``files()`` that every report has, of which `datapackage.json` describes the others; charts and
    /// `corrections.csv` are there where they have something to show.
    public static let fileNames = [
        "report.html", "report.md", "report.json", "aliases.proposed.txt", "speakers.csv",
        "quotations.csv", "contributions.csv", packageName,
    ]

    /// Every file of the report: the page, the text, the tables and their description.
    ///
    /// - Parameter drawing: gives the PNG of a chart in SVG, or `nil` where nothing at hand draws it; those it gives are
    ///   files of the report, too.
    public func files(
        drawing: (ReportFile) -> [UInt8]? = { _ in nil }
    ) throws(ReportError) -> [ReportFile] {
        let tables =
            [speakersTable(), quotationsTable(), contributionsTable()]
            + [correctionsTable()].compactMap(\.self)
        let tableFiles = tables.map { ReportFile(name: $0.fileName, bytes: $0.csv()) }
        let charts = charts().flatMap { chart in
            let picture = drawing(chart).map {
                ReportFile(name: chart.name.dropLast(3) + "png", bytes: $0)
            }
            return [chart] + (picture.map { [$0] } ?? [])
        }
        let texts =
            [
                ReportFile(name: "report.html", text: try html(tables: tableFiles, charts: charts)),
                ReportFile(name: "report.md", text: markdown()),
                ReportFile(name: "report.json", bytes: json()),
                ReportFile(
                    name: "aliases.proposed.txt",
                    text: proposals.isEmpty ? Self.noProposals : proposals),
            ] + charts
        let package = dataPackage(tables, tableFiles, beside: texts)
        return texts + tableFiles + [ReportFile(name: Self.packageName, bytes: package)]
    }

    /// What `aliases.proposed.txt` says where there is nothing to decide.
    private static let noProposals = "# Nothing to decide: no two names may be one speaker's.\n"

    /// The file that holds the checksums of all others.
    static let packageName = "datapackage.json"
}

/// A step of the timeline.
public struct PeriodSummary: Sendable, Hashable {
    /// `2031-04`, or the Monday of a week.
    public var label: String
    /// How many quotations count.
    public var quotations: Int
    /// Shares and net stance, or `nil` for a gap.
    public var estimates: StanceEstimates?
}

/// An outlet, or a value of another column.
public struct SourceSummary: Sendable, Hashable {
    /// The outlet's name or the column's value, or `nil` for documents without one.
    public var name: String?
    /// How many quotations count.
    public var quotations: Int
    /// How many documents they come from.
    public var documents: Int
    /// Shares and net stance.
    public var estimates: StanceEstimates
}
