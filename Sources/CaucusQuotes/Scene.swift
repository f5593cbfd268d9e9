import CaucusLanguage
import CaucusText

/// What has been read of a document before quotations are put together: words, names, marks and cues.
///
/// A class only so that the passes share it without counting references to each of its arrays.
final class Scene: Sendable {
    let reading: Reading
    let phrases: PhraseReader
    let marks: [MarkedSpan]
    let quotes: QuoteMap
    let cues: [Cue]
    /// Sources that are only described, numbered after the table's entities.
    let described: [DescribedSource]

    init(_ text: String, lexicon: Lexicon) {
        reading = Reading(text, lexicon: lexicon)
        let names = EntityTable(NameFinder(reading).mentions, reading)
        var quotationMarks = QuotationMarks(reading)
        // “Robert “Bobby” Roe”: the marks of a nickname are no quotation's.
        quotationMarks.drop { names.mentionOfWord[$0.open] >= 0 }
        marks = quotationMarks.spans
        quotes = QuoteMap(marks, words: reading.words.count)
        phrases = PhraseReader(reading: reading, names: names, quoteOfWord: quotes.ofWord)
        var cues = CueFinder(reading, phrases, marks).cues
        let contents = ContentFinder(
            reading: reading, phrases: phrases, marks: marks, opening: quotes.opening)
        for i in cues.indices { contents.complete(&cues[i]) }
        var resolver = Resolver(reading, phrases)
        resolver.resolve(&cues)
        described = resolver.described
        self.cues = cues
    }

    func word(_ i: Int) -> Word { reading.words[i] }

    /// The entity of a source that is a name, or -1.
    func entity(of source: NounPhrase) -> Int {
        source.mention >= 0 ? phrases.names.mentions[source.mention].entity : -1
    }

    /// Reads the labels of lines.
    var labels: LabelReader { LabelReader(reading: reading, phrases: phrases) }

    /// The first name that starts after word `i`.
    func firstMention(after i: Int) -> Int {
        let mentions = phrases.names.mentions
        var low = 0
        var high = mentions.count
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].whole.lowerBound > i { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
