public import CaucusQuotes

/// A document with its quotations, once, and what each run says of them: what the store takes in.
public struct ScoredDocument: Sendable, Hashable {
    /// A quotation of a run.
    public struct Row: Sendable, Hashable {
        /// Where its facts are: among those of the document, or here, where the run alone found it by a speech act
        /// toward its leader.
        public enum Place: Sendable, Hashable {
            case fact(Int)
            case act(QuotationFacts)
        }

        /// Where its facts are.
        public var place: Place
        /// What the run says of it.
        public var score: QuotationScore
        /// Who speaks, where only the act toward the leader tells; else `nil`.
        public var speaker: Speaker?
        /// Those who speak as one, where ``speaker`` is several; see ``QuotationFacts/joint``.
        public var joint: [Speaker]

        /// Creates a row.
        public init(
            place: Place, score: QuotationScore, speaker: Speaker? = nil, joint: [Speaker] = []
        ) {
            self.place = place
            self.score = score
            self.speaker = speaker
            self.joint = joint
        }
    }

    /// What one run says of the document.
    public struct Run: Sendable, Hashable {
        /// The leader's name.
        public var target: String
        /// The quotations that speak of the leader or are the leader's, in the order of the text; of all others there
        /// is nothing to say.
        public var rows: [Row]

        /// Creates what a run says.
        public init(target: String, rows: [Row] = []) {
            self.target = target
            self.rows = rows
        }
    }

    /// The document without its text.
    public var summary: DocumentSummary
    /// Its quotations in the order of the text.
    public var facts: [QuotationFacts]
    /// Everybody whom it names in full, speaker or not.
    public var people: [NamedPerson]
    /// What each run says, or `nil` of a run that is done with the document.
    public var runs: [Run?]

    /// Creates a scored document.
    public init(
        summary: DocumentSummary, facts: [QuotationFacts] = [], people: [NamedPerson] = [],
        runs: [Run?]
    ) {
        self.summary = summary
        self.facts = facts
        self.people = people
        self.runs = runs
    }

    /// The quotations of the first run, in the order of the text.
    public var quotations: [ScoredQuotation] { quotations(ofRun: 0) }

    /// All quotations of a run by its number, in the order of the text, those that do not speak of its leader among
    /// them; empty where it is done with the document.
    ///
    /// - Complexity: O(quotations).
    public func quotations(ofRun number: Int) -> [ScoredQuotation] {
        guard runs.indices.contains(number), let run = runs[number] else { return [] }
        var all = facts.map {
            ScoredQuotation(
                facts: $0, score: QuotationScore(target: run.target, ofUnrelated: $0))
        }
        var acts: [ScoredQuotation] = []
        for row in run.rows {
            switch row.place {
            case .fact(let i):
                all[i].score = row.score
                if let speaker = row.speaker {
                    all[i].facts.speaker = speaker
                    all[i].facts.speakerID =
                        row.joint.isEmpty
                        ? SpeakerKey.id(of: speaker, in: summary.id)
                        : QuotationFacts.id(ofSeveral: row.joint)
                    all[i].facts.joint = row.joint
                }
            case .act(let facts): acts.append(ScoredQuotation(facts: facts, score: row.score))
            }
        }
        guard !acts.isEmpty else { return all }
        let order = (all + acts).enumerated().sorted {
            ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
        }
        return order.map(\.element)
    }
}
