import Dispatch
import Synchronization

/// Work shared out between a few threads, whose answers keep the order of the work.
struct Jobs {
    private let count: Int

    /// - Parameter count: how many threads may work at once; less than 1 counts as 1.
    init(_ count: Int) { self.count = max(count, 1) }

    /// What `transform` makes of each element; of several errors, the first element's is thrown.
    func map<Element: Sendable, Result: Sendable, Failure: Error>(
        _ elements: [Element], _ transform: @Sendable (Element) throws(Failure) -> Result
    ) throws(Failure) -> [Result] {
        guard count > 1, elements.count > 1 else {
            var results: [Result] = []
            for element in elements { results.append(try transform(element)) }
            return results
        }
        let ends = Mutex([Swift.Result<Result, Failure>?](repeating: nil, count: elements.count))
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: min(count, elements.count)) { _ in
            while true {
                let n = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard n < elements.count else { return }
                let end = Self.end(elements[n], transform)
                ends.withLock { $0[n] = end }
            }
        }
        var results: [Result] = []
        for end in ends.withLock({ $0 }) {
            if let end { results.append(try end.get()) }
        }
        return results
    }

    private static func end<Element, Result, Failure: Error>(
        _ element: Element, _ transform: (Element) throws(Failure) -> Result
    ) -> Swift.Result<Result, Failure> {
        do {
            return .success(try transform(element))
        } catch {
            return .failure(error)
        }
    }
}
