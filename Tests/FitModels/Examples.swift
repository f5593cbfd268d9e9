import CaucusCorpus
import CaucusFeatures
import CaucusQuotes
import CaucusStance
import CaucusTarget
import CaucusText
import FitSupport
import Foundation

/// Labels joined with what the program finds in their articles today.
struct Examples {
    /// A candidate with its label.
    struct Row {
        var found: FoundCandidate
        var label: Label
        /// Whether the speaker of the row is the one who speaks.
        var isSpeaker: Bool
        /// The words of the quotation.
        var words: String
        /// How many candidates it stands for; 0 where it was not drawn at random.
        var weight = 0.0
        var isRight: Bool { label.isSpeech && label.isAbout && isSpeaker }
        var isGood: Bool { label.isSpeech && label.isAbout }
    }

    /// Every label that a candidate covers.
    var rows: [Row] = []
    /// The uniform labels that are speech about their leader, found or not; and those of them with a side.
    private(set) var good = 0
    private(set) var sided = 0
    private(set) var labels = 0
    /// How many candidates there are in the articles toward the leaders that they were judged toward: with a word for the
    /// leader, and without one.
    private var candidates = (worded: 0, context: 0)

    init(articles: String, labels path: String, context: String) throws {
        var byArticle: [String: [Label]] = [:]
        for label in try Label.read(path) + Label.readContext(context) {
            byArticle[label.doc, default: []].append(label)
            labels += 1
            guard label.isUniform, label.isSpeech, label.isAbout else { continue }
            good += 1
            if label.stance != "neutral" { sided += 1 }
        }
        var resolvers: [String: TargetResolver] = [:]
        for read in try DocumentReader(paths: [articles]) {
            if case .failure(let error) = read { throw error }
            guard case .document(let document) = read, let labels = byArticle[document.id] else {
                continue
            }
            let reading = QuotationExtractor().reading(of: document)
            for (leader, labels) in Dictionary(grouping: labels, by: \.leader)
                .sorted(by: { $0.key < $1.key })
            {
                let resolver =
                    resolvers[leader] ?? TargetResolver(target: StanceTarget(name: leader))
                resolvers[leader] = resolver
                let found = resolver.candidates(in: document, read: reading)
                let context = found.count { $0.mention == .context }
                candidates.context += context
                candidates.worded += found.count - context
                for label in labels { add(label.named(in: document), found, in: document) }
            }
        }
        weigh()
    }

    /// Gives what was drawn at random its weight: 1 with a word for the leader; without one as much as makes
    /// both as many, beside each other, as they are in the articles.
    private mutating func weigh() {
        let worded = rows.count { $0.label.isUniform }
        let drawn = rows.indices.filter {
            rows[$0].label.isContext && rows[$0].found.mention == .context
        }
        let share = Double(candidates.context) / Double(max(candidates.worded, 1))
        let weight = share * Double(worded) / Double(max(drawn.count, 1))
        for i in rows.indices where rows[i].label.isUniform { rows[i].weight = 1 }
        for i in drawn { rows[i].weight = weight }
        print(
            "\(candidates.worded) candidates with a word for the leader, \(candidates.context) without; "
                + "\(drawn.count) of the latter are judged, each counts \((weight * 100).rounded() / 100)"
        )
    }

    /// The candidate that shares most with the label, and half of the shorter of both.
    private mutating func add(
        _ label: Label, _ found: [FoundCandidate], in document: Document
    ) {
        var best: (shared: Int, candidate: FoundCandidate)?
        for candidate in found {
            let (start, end) = (candidate.content.start, candidate.content.end)
            let shared = min(end, label.end) - max(start, label.start)
            if shared * 2 >= min(end - start, label.end - label.start),
                best.map({ shared > $0.shared }) ?? true
            {
                best = (shared, candidate)
            }
        }
        guard let candidate = best?.candidate else { return }
        let isSpeaker =
            label.whoSpeaks.map { who in
                candidate.speaker.map { SameSpeaker.judge($0, who) } ?? false
            } ?? (candidate.speaker == nil)
        let content = CodePoints(document.text).span(
            codePoints: candidate.content.start, candidate.content.end)
        rows.append(
            Row(
                found: candidate, label: label, isSpeaker: isSpeaker,
                words: content.map { document.text[$0] } ?? ""))
    }
}
