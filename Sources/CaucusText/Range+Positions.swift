extension Range where Bound == Int {
    /// From `start` up to `end`, or the empty range at `start` where `end` lies before it.
    ///
    /// Rules of language find the two ends of a stretch each for itself, and a sentence that nobody thought of
    /// brings them in the other order: “Disputing Marwick's plan, Penn and Tull emphasized” has its subject after
    /// its clause. `start..<end` stops the program there; a stretch of nothing finds nothing (issue 13).
    @inlinable
    package init(from start: Int, to end: Int) {
        self = start..<Swift.max(start, end)
    }
}

extension Span {
    /// From `start` up to `end`, or the empty span at `start` where `end` lies before it.
    @inlinable
    package init(from start: Int, to end: Int) {
        self.init(start, Swift.max(start, end))
    }

    /// What of the span lies in the first `size` bytes of a text; empty where nothing does.
    package func clamped(to size: Int) -> Span {
        let first = Swift.min(Swift.max(start, 0), Swift.max(size, 0))
        return Span(from: first, to: Swift.min(end, size))
    }
}
