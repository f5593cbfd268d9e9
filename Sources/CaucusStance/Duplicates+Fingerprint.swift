import CaucusMatrix
import CaucusText

extension Duplicates {
    /// What is kept of a quotation's words to find its copies: a hash of them all, and of long ones the bands of a
    /// MinHash signature over their triples.
    ///
    /// Sixteen minima in eight bands of two: two quotations that share 60 % of their triples meet in a band with a
    /// probability of 0.97, 80 % of them with 0.9997, 30 % with 0.53 (and are then told apart). Short ones are
    /// alike where they are equal but for a word: they share a hash with one word left out.
    package struct Fingerprint: Sendable {
        static let bands = 8
        private static let minimaOfBand = 2

        /// The hash of the speaker and all words.
        let exact: UInt64
        /// Whether there are so many words that their agreement alone makes a copy.
        let isLong: Bool
        /// What two quotations of documents that are copies have in common where they are equal but for a word;
        /// empty for long ones, whose bands do as well.
        let near: [UInt64]
        /// The bands, cut to 32 bits: those that meet are looked at.
        private let keys: SIMD8<UInt32>

        /// Up to so many words, those with one left out are kept; so that one that is a little longer than a
        /// short one meets it.
        private static let mostNear = Duplicates.leastWords + 1
        /// Fewer words than this are equal or something else.
        private static let leastNear = 4

        /// The fingerprint, or `nil` where there are no words.
        init?(_ text: String, speaker: String) {
            let words = Self.words(of: text)
            guard !words.isEmpty else { return nil }
            var seed: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in speaker.utf8 { seed = (seed ^ UInt64(byte)) &* 0x100_0000_01B3 }
            func hash(without left: Int?) -> UInt64 {
                var hash = SplitMix.mixed(seed)
                for (i, word) in words.enumerated() where i != left {
                    hash = SplitMix.mixed(hash ^ word)
                }
                return hash
            }
            exact = hash(without: nil)
            isLong = words.count >= Duplicates.leastWords
            near =
                words.count > Self.mostNear
                ? []
                : [exact] + (words.count < Self.leastNear ? [] : words.indices.map(hash(without:)))
            guard isLong else {
                keys = SIMD8()
                return
            }
            var minima = [UInt64](repeating: .max, count: Self.bands * Self.minimaOfBand)
            for triple in Self.triples(of: words) {
                for k in minima.indices {
                    minima[k] = min(minima[k], SplitMix.mixed(triple &+ Self.salt(k)))
                }
            }
            func key(_ band: Int) -> UInt64 {
                let first = band * Self.minimaOfBand
                return minima[first..<(first + Self.minimaOfBand)].reduce(
                    seed &+ Self.salt(band)
                ) { SplitMix.mixed($0 ^ $1) }
            }
            var keys = SIMD8<UInt32>()
            for band in 0..<Self.bands { keys[band] = UInt32(truncatingIfNeeded: key(band)) }
            self.keys = keys
        }

        /// What two quotations that are alike have in common in one band, with some luck.
        func band(_ number: Int) -> UInt32 { keys[number] }

        /// What two long quotations have in common wherever one of them may be found to repeat the other: the hash of all
        /// words, and the bands with their numbers; empty for short ones.
        var links: [UInt64] {
            guard isLong else { return [] }
            return [exact]
                + (0..<Self.bands).map { SplitMix.mixed(UInt64($0 + 1) << 32 | UInt64(band($0))) }
        }

        /// The keys of the words in order, without “’s” and its like.
        static func words(of text: String) -> [UInt64] {
            Tokenizer().lexemes(of: Array(text.utf8))
                .filter { $0.isWord && !$0.shape.contains(.clitic) }.map(\.key)
        }

        private static func triples(of words: [UInt64]) -> [UInt64] {
            words.indices.dropLast(2).map { i in
                SplitMix.mixed(
                    words[i] ^ SplitMix.mixed(words[i + 1] ^ SplitMix.mixed(words[i + 2])))
            }
        }

        /// The different triples of a text's words, sorted.
        static func triples(of text: String) -> [UInt64] {
            Set(triples(of: words(of: text))).sorted()
        }

        /// How much of two sorted sets is common to both (Jaccard), from 0 to 1.
        static func share(_ a: [UInt64], _ b: [UInt64]) -> Double {
            var (i, j, common) = (0, 0, 0)
            while i < a.count, j < b.count {
                if a[i] == b[j] { common += 1 }
                let step = a[i] <= b[j]
                if a[i] >= b[j] { j += 1 }
                if step { i += 1 }
            }
            let all = a.count + b.count - common
            return all == 0 ? 1 : Double(common) / Double(all)
        }

        private static func salt(_ number: Int) -> UInt64 {
            UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15
        }
    }
}
