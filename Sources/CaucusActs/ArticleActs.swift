package import CaucusQuotes
package import CaucusTarget
import CaucusText

/// An article's quotations with the speech acts toward the target among them.
package struct ArticleActs: Sendable {
    /// The quotations in the order of the text, those that are speech acts alone included.
    package var extraction: Extraction
    /// The act of each quotation, or `nil`.
    package var clauses: [ActClause?]

    /// An article without acts.
    package init(_ extraction: Extraction) {
        self.extraction = extraction
        clauses = Array(repeating: nil, count: extraction.quotations.count)
    }
}

extension TargetResolver {
    /// How the rule is called that finds a quotation by its speech act alone.
    package static let actRule = "speech-act"

    /// The quotations of an article with those added that are speech acts toward the target.
    ///
    /// A clause whose verb is the cue of a quotation is that quotation: it keeps its one row and has the act.
    /// Clauses inside what somebody else says, and the target's own acts, are left out.
    ///
    /// - Complexity: O(words).
    package func acts(
        in reading: ClauseReading, by table: ActTable = .standard
    ) -> ArticleActs {
        acts(in: reading, ArticleView(reading.extraction, reading.reading, self), by: table)
    }

    package func acts(
        in reading: ClauseReading, _ article: ArticleView, by table: ActTable
    ) -> ArticleActs {
        let found = clauses(of: reading, article, by: table)
        var acts = ArticleActs(reading.extraction)
        guard !found.isEmpty else { return acts }
        let speakers = reading.speakers(of: found.map(\.source))
        var added: [(quotation: Quotation, clause: ActClause)] = []
        for (clause, resolved) in zip(found, speakers) {
            let own = acts.reporter(of: clause, reading, article)
            guard let speaker = own ?? resolved, !speaker.all.contains(where: isTarget),
                !clause.isAnybody(in: reading)
            else { continue }
            if let new = acts.take(clause, speaker, reading) { added.append(new) }
        }
        acts.insert(added)
        return acts
    }

    private func clauses(
        of reading: ClauseReading, _ article: ArticleView, by table: ActTable
    ) -> [SpeechActFinder.Clause] {
        let places = places(in: article)
        guard !places.isEmpty else { return [] }
        var finder = SpeechActFinder(reading, table)
        return finder.clauses(about: places).filter { isAboutTarget($0, reading, article) }
            .flatMap { [$0] + $0.conjuncts(in: reading) }
    }

    /// Whether the pronoun of a clause, if it has one, stands for the target rather than for somebody named
    /// since, or for the source.
    private func isAboutTarget(
        _ clause: SpeechActFinder.Clause, _ reading: ClauseReading, _ article: ArticleView
    ) -> Bool {
        guard clause.target.mention == .pronoun else { return true }
        let pronoun = clause.target.span
        let told = article.pronounGender(at: pronoun.start)
        let gender = told == .unknown ? article.gender : told
        let source = reading.span(clause.source.words)
        let after = article.anchors.partitionPoint { $0.end > pronoun.start }
        guard after > 0 else { return false }
        let anchor = article.anchors[after - 1]
        let mentions = article.extraction.mentions
        let first = mentions.partitionPoint { $0.span.start >= anchor.end }
        for mention in mentions[first...].prefix(while: { $0.span.start < pronoun.start })
        where mention.kind == .name && !mention.span.overlaps(source) {
            if mention.gender == gender || mention.gender == .unknown { return false }
        }
        // Where nothing tells the target's gender, anybody of the pronoun's may be meant.
        if article.gender == .unknown,
            mentions.contains(where: {
                $0.kind == .name && $0.gender == gender && $0.span.start < pronoun.start
                    && !$0.span.overlaps(source)
            })
        {
            return false
        }
        // “Roe defended his record”: his own, unless Roe is of another gender.
        guard clause.isOwner, clause.act.direction >= 0 else { return true }
        let named = mentions.first { $0.span.overlaps(source) && $0.kind == .name }
        guard let named else { return reading.word(clause.source.head).has(.person) }
        return named.gender != gender && named.gender != .unknown
    }
}

extension ClauseReading {
    /// Whether a cue makes another's words the speaker's own: “echoed Roe's criticism of”.
    fileprivate func echoes(_ cue: Span?) -> Bool {
        guard let cue else { return false }
        return Self.echoing.contains(key(of: word(at: cue.start)))
    }

    private static let echoing = KeySet(
        "echo echoes echoed echoing share shares shared repeat repeats repeated seconded")
}

extension ArticleActs {
    /// Gives a clause to the quotation it is the cue of, or makes a quotation of it; `nil` where there is
    /// nothing to add.
    fileprivate mutating func take(
        _ found: SpeechActFinder.Clause, _ speaker: ClauseReading.SourceSpeakers,
        _ reading: ClauseReading
    ) -> (Quotation, ActClause)? {
        let head = reading.span(found.head..<found.head + 1)
        var clause = ActClause(
            act: found.act, cue: reading.span(found.cue), head: head, place: found.target,
            traits: found.traits, pattern: found.pattern)
        var span = reading.span(found.content)
        if found.isConjunct {
            // “Roe, Hale and Vik praised her”: a row for each, from the name on; “Praising her, Roe and Hale
            // left”: a row for each, up to the name.
            let name = reading.span(found.source.words)
            span =
                name.start < span.start
                ? Span(from: name.start, to: span.end) : Span(from: span.start, to: name.end)
            return clause.act.direction == 0 ? nil : row(clause, found, span, speaker, reading)
        }
        if found.target.span.end <= span.start { span.start = found.target.span.start }
        for (i, quotation) in extraction.quotations.enumerated() {
            if let cue = quotation.cue, cue.overlaps(head) {
                attach(clause, speaker, to: i)
                return nil
            }
            if quotation.spans.contains(where: { $0.contains(head) }) {
                // “Roe said she would support Hale” is Roe's act; “Roe said critics had attacked Hale” theirs.
                if quotation.parent != nil || quotation.form == .direct { return nil }
                if quotation.speaker?.id == speaker.speaker.id {
                    attach(clause, speaker, to: i)
                    return nil
                }
                // Hearsay: whoever tells of another's act has done nothing by it.
                if found.isPromised { return nil }
                clause.traits.insert(.hearsay)
                let opening = reading.word(at: quotation.content.start) + 3
                if clauses[i] == nil,
                    min(found.source.words.lowerBound, reading.word(at: found.target.span.start))
                        <= opening
                {
                    var told = clause
                    if !reading.echoes(quotation.cue) { told.act = .reported }
                    clauses[i] = told
                }
                continue
            }
            guard quotation.content.overlaps(span), !quotation.content.contains(head) else {
                continue
            }
            if quotation.cue == nil, quotation.parent == nil, span.contains(quotation.content) {
                attach(clause, speaker, to: i)
                return nil
            }
            // Another quotation goes on after the act: “accused her of lying, saying it was late”.
            let starts = [quotation.content.start, quotation.cue?.start, quotation.source?.start]
            let border = starts.compactMap(\.self).filter {
                $0 >= found.target.span.end && $0 > head.end
            }
            .min()
            if let border, border < span.end {
                span = reading.words(from: span.start, before: border)
            }
        }
        // “urged her to keep the bill” takes no side: the extractor's own quotations hold what matters of it.
        guard clause.act.direction != 0 else { return nil }
        return row(clause, found, span, speaker, reading)
    }

    private func row(
        _ clause: ActClause, _ found: SpeechActFinder.Clause, _ span: Span,
        _ speaker: ClauseReading.SourceSpeakers, _ reading: ClauseReading
    ) -> (Quotation, ActClause) {
        let quotation = Quotation(
            form: .indirect, spans: [span], cue: clause.cue,
            source: reading.span(found.source.words), speaker: speaker.speaker,
            rule: TargetResolver.actRule, confidence: clause.probability,
            speakers: speaker.joint)
        return (quotation, clause)
    }

    /// The speaker of the indirect speech whose subject a clause's pronoun is: “Roe said he had lost confidence
    /// in her”.
    fileprivate func reporter(
        of clause: SpeechActFinder.Clause, _ reading: ClauseReading,
        _ article: TargetResolver.ArticleView
    ) -> ClauseReading.SourceSpeakers? {
        guard clause.source.isPronoun, reading.word(clause.source.head).has(.subjectPronoun) else {
            return nil
        }
        let pronoun = reading.span(clause.source.words)
        let quotation = extraction.quotations.last {
            $0.parent == nil && $0.form != .direct && $0.content.contains(pronoun)
        }
        guard let quotation, let speaker = ClauseReading.SourceSpeakers(of: quotation) else {
            return nil
        }
        let mentions = article.extraction.mentions
        let first = mentions.partitionPoint { $0.span.end <= quotation.content.start }
        let isFirst = !mentions[first...].prefix { $0.span.start < pronoun.start }
            .contains { $0.kind == .name }
        guard isFirst else { return nil }
        let named = quotation.source.flatMap { source in
            mentions.first { $0.span.overlaps(source) && $0.gender != .unknown }
        }
        let gender = article.pronounGender(at: pronoun.start)
        guard let named, gender != .unknown else { return speaker }
        return named.gender == gender ? speaker : nil
    }

    private mutating func attach(
        _ clause: ActClause, _ speaker: ClauseReading.SourceSpeakers, to i: Int
    ) {
        if extraction.quotations[i].speaker == nil {
            extraction.quotations[i].speaker = speaker.speaker
            extraction.quotations[i].speakers = speaker.joint
        }
        if let known = clauses[i], known.act != .reported,
            known.probability >= clause.probability
        {
            return
        }
        clauses[i] = clause
    }

    /// Puts new quotations among the others by their start and renumbers the parents.
    fileprivate mutating func insert(_ added: [(quotation: Quotation, clause: ActClause)]) {
        // A row is known by its stretch: one that is there already is not told again.
        var taken = Set(extraction.quotations.map(\.content))
        let free = added.filter { taken.insert($0.quotation.content).inserted }
        guard !free.isEmpty else { return }
        let new = free.enumerated().sorted {
            ($0.element.quotation.content.start, $0.offset)
                < ($1.element.quotation.content.start, $1.offset)
        }.map(\.element)
        var rest = new[...]
        var all: [Quotation] = []
        var acts: [ActClause?] = []
        // The others keep their order, by which a row finds its quotation.
        var place: [Int] = []
        for (quotation, clause) in zip(extraction.quotations, clauses) {
            while let act = rest.first,
                act.quotation.content.start < quotation.content.start
            {
                all.append(act.quotation)
                acts.append(act.clause)
                rest.removeFirst()
            }
            place.append(all.count)
            all.append(quotation)
            acts.append(clause)
        }
        all += rest.map(\.quotation)
        acts += rest.map(\.clause)
        for i in place { all[i].parent = all[i].parent.map { place[$0] } }
        extraction.quotations = all
        clauses = acts
    }
}
