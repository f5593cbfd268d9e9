import Dispatch
import Testing

/// Runs tests on threads of their own, as callers in C have them.
///
/// A call waits on its thread for work of Swift's pool; tests of that pool would wait for themselves.
struct CallersThread: SuiteTrait, TestTrait, TestScoping {
    let isRecursive = true

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await withTaskExecutorPreference(Threads.shared) { try await function() }
    }

    private final class Threads: TaskExecutor {
        static let shared = Threads()
        private let queue = DispatchQueue(label: "callers", attributes: .concurrent)

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            let executor = asUnownedTaskExecutor()
            queue.async { job.runSynchronously(on: executor) }
        }
    }
}

extension Trait where Self == CallersThread {
    /// Runs on a thread that may wait.
    static var onCallersThread: Self { CallersThread() }
}
