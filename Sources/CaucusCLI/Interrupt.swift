import Dispatch
import Foundation
import Synchronization

/// Takes SIGINT and SIGTERM: what is at work is finished and kept, then the command ends with 130.
final class Interrupt: Sendable {
    private let raised = Atomic<Bool>(false)
    private let sources: [any DispatchSourceSignal & Sendable]

    /// Whether a signal came.
    var isRaised: Bool { raised.load(ordering: .relaxed) }

    init() {
        var sources: [any DispatchSourceSignal & Sendable] = []
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            sources.append(DispatchSource.makeSignalSource(signal: number, queue: .global()))
        }
        self.sources = sources
        for source in sources {
            source.setEventHandler { [self] in raised.store(true, ordering: .relaxed) }
            source.resume()
        }
    }
}
