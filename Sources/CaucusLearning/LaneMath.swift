/// Exponentials and logarithms of all lanes at once, to a few units in the last place of `Float`.
///
/// The polynomials are those of the Cephes library (Moshier 1992); the platform's functions take one
/// number at a time, and would cost a tenth of a training sweep. Neither function is inlined: seeing
/// their callers, the optimizer pulls the lanes apart again.
enum LaneMath<L: SIMD> where L.Scalar == Float {
    typealias Bits = L.MaskStorage

    /// Adding it to a number below 2²² in size rounds that to the nearest integer.
    @inline(__always)
    private static var rounder: Float { 12_582_912 }

    /// e to the power of each lane; lanes outside −87…88 count as those.
    @inline(never)
    static func exp(_ x: L) -> L {
        let bounded = x.clamped(lowerBound: L(repeating: -87), upperBound: L(repeating: 88))
        let shifted = bounded * 1.442_695_04 + L(repeating: rounder)
        let n = shifted - L(repeating: rounder)
        let r = (bounded - n * 0.693_359_375) - n * -2.121_944_4e-4
        var y = r * 1.987_569_15e-4 + L(repeating: 1.398_199_95e-3)
        y = y * r + L(repeating: 8.333_451_9e-3)
        y = y * r + L(repeating: 4.166_579_6e-2)
        y = y * r + L(repeating: 1.666_666_55e-1)
        y = y * r + L(repeating: 0.5)
        y = y * (r * r) + r + L(repeating: 1)
        let power = (unsafeBitCast(shifted, to: Bits.self) &- 0x4B40_0000 &+ 127) &<< 23
        return y * unsafeBitCast(power, to: L.self)
    }

    /// The natural logarithm of each lane; lanes below 10⁻³⁷ count as that.
    @inline(never)
    static func log(_ x: L) -> L {
        let bits = unsafeBitCast(pointwiseMax(x, L(repeating: 1e-37)), to: Bits.self)
        let e = (bits &- 0x3F35_04F3) &>> 23
        let mantissa = unsafeBitCast(bits &- (e &<< 23), to: L.self)
        let exponent =
            unsafeBitCast(e &+ 0x4B40_0000, to: L.self) - L(repeating: rounder)
        let f = mantissa - L(repeating: 1)
        let square = f * f
        var y = f * 7.037_683_6e-2 + L(repeating: -1.151_461_03e-1)
        y = y * f + L(repeating: 1.167_699_87e-1)
        y = y * f + L(repeating: -1.242_014_08e-1)
        y = y * f + L(repeating: 1.424_932_28e-1)
        y = y * f + L(repeating: -1.666_805_77e-1)
        y = y * f + L(repeating: 2.000_071_48e-1)
        y = y * f + L(repeating: -2.499_999_4e-1)
        y = y * f + L(repeating: 3.333_333_1e-1)
        y = y * f * square + exponent * -2.121_944_4e-4 - square * 0.5
        return f + y + exponent * 0.693_359_375
    }
}
