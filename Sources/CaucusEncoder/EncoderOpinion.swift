/// What an encoder's heads say of an input, as log odds.
package struct EncoderOpinion: Sendable, Equatable {
    /// Against, neutral and favor about their mean; about the leader, speech, speaker right.
    package var values: [Float]
    /// What each number is for.
    package static let names = ["against", "neutral", "favor", "about", "speech", "speaker"]
    /// How many numbers it has.
    package static let count = 6

    init(_ raw: [Float]) {
        values = raw
        let mean = (raw[0] + raw[1] + raw[2]) / 3
        for i in 0..<3 { values[i] -= mean }
    }
}
