/// A small generator of random numbers whose whole state is its seed (SplitMix64; Steele, Lea & Flood
/// 2014): the same seed gives the same numbers on every machine.
package struct SplitMix: RandomNumberGenerator, Sendable {
    @usableFromInline
    package var state: UInt64

    @inlinable
    package init(seed: UInt64) { state = seed }

    @inlinable
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// A number whose every bit depends on every bit of `number`; no two numbers give the same.
    @inlinable
    package static func mixed(_ number: UInt64) -> UInt64 {
        var z = number
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    /// A number in 0..<1, one of 2⁵³.
    @inlinable
    package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
