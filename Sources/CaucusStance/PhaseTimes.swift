import Foundation

/// Where the time of a batch goes, in seconds of the threads that do the work: two threads spend two seconds
/// in one.
public struct PhaseTimes: Sendable, Hashable, Codable {
    /// Documents from their files.
    public var read = 0.0
    /// Quotations and speakers.
    public var extract = 0.0
    /// Which quotations and acts speak of the target, and the rows they become.
    public var resolve = 0.0
    /// What an encoder says of them.
    public var encode = 0.0
    /// The features of the passages.
    public var features = 0.0
    /// Probabilities and moving words.
    public var score = 0.0
    /// Rows into the store.
    public var store = 0.0

    /// Creates times of zero.
    public init() {}

    /// Adds the times of another part of the batch.
    public static func += (sum: inout PhaseTimes, more: PhaseTimes) {
        sum.read += more.read
        sum.extract += more.extract
        sum.resolve += more.resolve
        sum.encode += more.encode
        sum.features += more.features
        sum.score += more.score
        sum.store += more.store
    }

    /// The phases by name, in the order in which a document goes through them.
    public var phases: [(name: String, seconds: Double)] {
        [
            ("read", read), ("extract", extract), ("resolve", resolve), ("encode", encode),
            ("features", features), ("score", score), ("store", store),
        ]
    }
}

/// Tells how long one step after another takes.
///
/// - Complexity: some 30 ns a step.
package struct StepClock {
    private var last = StepClock.now

    /// Starts with the first step.
    package init() {}

    /// The seconds since the step before ended; the next one begins.
    package mutating func step() -> Double {
        let now = Self.now
        defer { last = now }
        return now - last
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
