import Foundation

/// Lets many in beside each other, or one alone; who waits to be alone goes first.
///
/// A suspect is worked on alone, so that what then ends the process is it.
final class AloneLock: Sendable {
    private let condition = NSCondition()
    private nonisolated(unsafe) var inside = 0
    private nonisolated(unsafe) var isAlone = false
    private nonisolated(unsafe) var waiting = 0

    /// Waits until the caller may go in.
    func enter(alone: Bool) {
        condition.lock()
        defer { condition.unlock() }
        if alone {
            waiting += 1
            while isAlone || inside > 0 { condition.wait() }
            waiting -= 1
            isAlone = true
        } else {
            while isAlone || waiting > 0 { condition.wait() }
            inside += 1
        }
    }

    /// Goes out again.
    func leave(alone: Bool) {
        condition.lock()
        defer { condition.unlock() }
        if alone { isAlone = false } else { inside -= 1 }
        condition.broadcast()
    }
}
