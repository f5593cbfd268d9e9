import CaucusLanguage
package import CaucusQuotes
package import CaucusTarget
import CaucusText

/// Finds the clauses of a document in which somebody acts by speech toward the target: accuses, praises,
/// calls on to resign.
///
/// Only sentences that hold the target are read. A clause inside quotation marks is none: it is the speaker's.
package struct SpeechActFinder {
    /// One such clause, in words of the reading.
    package struct Clause: Sendable {
        package var act: SpeechAct
        /// The verb or noun with its auxiliaries.
        package var cue: Range<Int>
        /// From the verb to the end of its complement.
        package var content: Range<Int>
        /// Where the clause names the target.
        package var target: TargetPlace
        package var source: NounPhrase
        /// How it was read.
        package var traits: ActTraits
        /// The word that carries the act.
        package var head: Int
        /// The target owns what the act is about: “criticized her plan”.
        package var isOwner = false
        /// The source shares a verb that has a row of its own: “Vik” in “Vik and Roe praised her”.
        var isConjunct = false
        /// “would”: the source does not act yet.
        var isPromised = false
        /// The row of the table that it was read by, as a number of ``ActPatterns/rows``.
        package var pattern = 0

        var probability: Double { traits.probability(row: pattern) }
    }

    let reading: ClauseReading
    let table: ActTable
    /// The words of the current sentence, and the places of the target in it, in words.
    var words: [Word] = []
    var sentence: Range<Int> = 0..<0
    var places: [(words: Range<Int>, place: TargetPlace)] = []
    var clauses: [Clause] = []
    var marks: [WordMarks] = []
    /// The word that rows are tried at.
    var trigger = Trigger()

    package init(_ reading: ClauseReading, _ table: ActTable = .standard) {
        self.reading = reading
        self.table = table
    }

    /// The clauses about `places`, which stand in the order of the text.
    ///
    /// - Complexity: O(words of the sentences that hold a place).
    package mutating func clauses(about places: [TargetPlace]) -> [Clause] {
        var next = 0
        while next < places.count {
            let first = reading.word(at: places[next].span.start)
            guard first < reading.count else { break }
            sentence = reading.sentence(of: first)
            guard let last = sentence.last, sentence.contains(first) else {
                // A place between two paragraphs, such as an alias of white space, stands in no sentence.
                next += 1
                continue
            }
            let end = reading.span(last..<last + 1).end
            self.places = []
            while next < places.count, places[next].span.start < end {
                let low = reading.word(at: places[next].span.start)
                if !reading.word(low).has(.quoted) { add(places[next]) }
                next += 1
            }
            if sentence.count <= Self.longest { readSentence() }
        }
        return clauses.sorted {
            ($0.head, $0.content.lowerBound) < ($1.head, $1.content.lowerBound)
        }
    }

    /// Longer ones are lists or texts without stops.
    private static let longest = 200

    mutating func add(_ place: TargetPlace) {
        let low = reading.word(at: place.span.start)
        var high = low
        while high < sentence.upperBound, reading.span(high..<high + 1).start < place.span.end {
            high += 1
        }
        guard high > low else { return }
        // “Prime Minister Jane Roe”: the whole name with its title, where the place ends it.
        var words = low..<high
        if let name = reading.name(at: low), name.upperBound == high {
            words = name.clamped(to: sentence)
        }
        places.append((words, place))
    }

    private mutating func readSentence() {
        // Most sentences hold no word of the table: their words need not be classed.
        guard !places.isEmpty, sentence.contains(where: { table.knows(reading.key(of: $0)) }) else {
            return
        }
        words.removeAll(keepingCapacity: true)
        for i in sentence { words.append(reading.word(i)) }
        readWords()
    }

    /// Reads what hangs on each word of the lists.
    mutating func readWords() {
        mark()
        for i in sentence where table.knows(words[i - sentence.lowerBound].key) {
            let word = word(i)
            guard word.key != 0, word.isWord, !word.has(.quoted) else { continue }
            if let verb = table.verbs[word.key], !word.has(.name) { readVerb(verb, at: i) }
            if let noun = table.nouns[word.key], !word.has(.name) {
                readNoun(noun, at: i, .noun, .noun)
            }
            if let adjective = table.adjectives[word.key] {
                readNoun(adjective, at: i, .adjective, .adjective)
            }
        }
    }

    /// A word of the current sentence; beyond its ends one that has no key and no trait.
    ///
    /// Rules ask for the word before and the word after: “Chorus of criticism of the mayor” has none before.
    func word(_ i: Int) -> Word {
        let offset = i - sentence.lowerBound
        return words.indices.contains(offset) ? words[offset] : .outside
    }

    /// The place of the target that word `i` stands in, as an index, or `nil`.
    func place(at i: Int) -> Int? {
        places.firstIndex { $0.words.contains(i) }
    }

    /// Whether a source neither begins nor ends in the middle of a phrase.
    private func isWhole(_ source: NounPhrase) -> Bool {
        guard let first = source.words.first, let last = source.words.last else { return false }
        if source.isPronoun { return true }
        return !word(first).isClitic
            && (word(last).has(.name) || !word(last).has([.preposition, .coordinator, .determiner])
                || word(last).has(.indefinitePronoun))
    }

    /// Adds a clause, unless its source is the target's own name or a better reading of the verb is known.
    mutating func add(_ clause: Clause) {
        if let own = place(at: clause.source.head) {
            // “he” in “he has lost confidence in the mayor” is not the mayor, or it would be “himself”.
            guard clause.source.isPronoun, places[own].place != clause.target,
                places[own].place.mention == .pronoun, clause.target.mention != .pronoun
            else { return }
        }
        guard isWhole(clause.source) else { return }
        var clause = clause
        if !isSomebody(clause.source), !word(clause.source.head).has(.possessive) {
            // A head the lists do not know: a plural may be people (“loyalists”), the rest seldom is.
            guard reading.endsInS(clause.source.head) else { return }
            clause.traits.insert(.unlisted)
        }
        if clause.target.mention != .explicit { clause.traits.insert(.unnamed) }
        // “voiced support for”: the verb with its noun and the noun alone are one act.
        let same = clauses.lastIndex {
            $0.head == clause.head || $0.cue.overlaps(clause.cue) && $0.target == clause.target
        }
        if let same {
            if clauses[same].probability < clause.probability {
                clauses[same] = clause
            }
            return
        }
        clauses.append(clause)
    }
}
