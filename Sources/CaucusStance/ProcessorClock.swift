import Foundation

/// Measures the processor seconds that this process spends.
package struct ProcessorClock: Sendable {
    private let start = ProcessorClock.now

    /// Starts at zero.
    package init() {}

    /// Seconds of all threads since the clock was made.
    package var seconds: Double { Self.now - start }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
