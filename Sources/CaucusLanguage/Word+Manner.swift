import CaucusText

extension Word {
    /// Whether the word is an adverb of no list: “overwhelmingly”, “inaccurately”.
    @inline(__always)
    func isManner(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        // Its end first, which few words have.
        guard end > 4, bytes[Int(end) - 1] == UInt8(ascii: "y"),
            bytes[Int(end) - 2] == UInt8(ascii: "l"), end - start > 4, kind == .word,
            classes.isEmpty, !isCapitalized
        else { return false }
        return !Self.notManner.contains(key)
    }

    /// Nouns, adjectives and verbs on “-ly”.
    private static let notManner = KeySet(
        """
        family stepfamily ally rally supply assembly reassembly anomaly monopoly oligopoly duopoly bully belly \
        jelly tally folly homily butterfly dragonfly lily doily gully trolley rely comply multiply misapply resupply \
        friendly unfriendly elderly daily weekly biweekly monthly yearly hourly nightly quarterly costly deadly lovely \
        ugly lonely lively silly holy unholy orderly disorderly timely untimely scholarly motherly fatherly brotherly \
        sisterly ghastly worldly otherworldly cowardly hilly curly burly surly wily oily smelly jolly chilly homely \
        unruly heavenly leisurely bodily melancholy sickly stately unsightly ungodly godly neighborly neighbourly \
        bubbly wobbly prickly cuddly measly beastly masterly miserly saintly princely womanly manly gentlemanly \
        courtly comely steely woolly grizzly gnarly portly pearly panoply shapely spindly frilly squiggly
        """)
}
