@_spi(HashTable) import CaucusText

/// The words that join others, by kind: a small table looked up by bytes.
struct FunctionWords: Sendable {
    /// The one table.
    static let table = FunctionWords()

    /// With much room: most words are in no list.
    private let kinds: HashTable<WordClass>

    private static let words: [(WordClass, String)] = [
        (
            .auxiliary,
            """
            is are was were be been being am has have had having do does did will would shall should can \
            could may might must 's're 've 'll 'd get gets got getting become becomes became ought
            """
        ),
        (
            .determiner,
            """
            the a an this that these those each every some any all both its my your our another such
            """
        ),
        (
            .preposition,
            """
            of to in on at by for from with about into onto over under against toward towards upon after \
            before during through among amid between within without as than despite regarding concerning \
            around behind beyond near off out up down across along like via per
            """
        ),
        (
            .pronoun,
            """
            i you he she it we they me him her us them his hers theirs their himself herself itself \
            themselves myself ourselves yourself who's one someone anyone everyone somebody
            """
        ),
        (.conjunction, "and or nor plus &"),
        (
            .breaker,
            """
            but while although though whereas because since unless until yet however if when where so
            """
        ),
        (.relative, "who whom whose which"),
        (
            .negator,
            """
            not no never none nobody nothing neither cannot hardly barely scarcely without lack lacks lacked \
            failed fails fail refuse refuses refused denied denies deny don't doesn't didn't isn't \
            aren't wasn't weren't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't ain't \
            mustn't needn't
            """
        ),
        (
            .intensifier,
            """
            very so too really extremely highly deeply totally completely absolutely utterly more most \
            much far even quite particularly especially truly strongly sharply bitterly
            """
        ),
        (
            .title,
            """
            mr mrs ms dr president senator sen rep gov governor mayor minister premier chancellor judge \
            justice general secretary chairman leader prime former then-president
            """
        ),
    ]

    private init() {
        var kinds = HashTable<WordClass>(expected: 250, room: 4)
        for (kind, list) in Self.words {
            for word in list.split(separator: " ") {
                let bytes = Array(word.utf8)
                let hash = bytes.withUnsafeBufferPointer {
                    $0.baseAddress.map { TermKey.hash($0, bytes.count) } ?? 0
                }
                // A word of two lists is of the first kind.
                if !kinds.contains(hash) { kinds.updateValue(kind, forKey: hash) }
            }
        }
        self.kinds = kinds
    }

    /// The kind of the word with that hash; ``WordClass/content`` where it is in no list.
    @inline(__always)
    func kind(_ hash: UInt64) -> WordClass { kinds[hash] ?? .content }
}
