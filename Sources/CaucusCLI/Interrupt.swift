import Dispatch
import Foundation
import Synchronization

/// Takes SIGINT and SIGTERM: what is at work is finished and kept, then the command ends with 130. A second
/// signal ends it at once; what was committed is kept all the same.
///
/// `@unchecked`: the sources are made once and never touched again.
final class Interrupt: @unchecked Sendable {
    private let raised = Atomic<Bool>(false)
    private let sources: [any DispatchSourceSignal]

    /// Whether a signal came.
    var isRaised: Bool { raised.load(ordering: .relaxed) }

    init() {
        if let worker = Worker.current {
            // The command takes the signals, and tells its worker.
            sources = []
            worker.onInterruption { [self] in take() }
            return
        }
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            return DispatchSource.makeSignalSource(signal: number, queue: .global())
        }
        for source in sources {
            source.setEventHandler { [self] in take() }
            source.resume()
        }
    }

    private func take() {
        if raised.exchange(true, ordering: .relaxed) { _exit(130) }
    }
}
