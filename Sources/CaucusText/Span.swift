/// A half-open range of UTF-8 bytes in a text.
///
/// Inside Caucus every offset counts UTF-8 bytes of the text as given; ``CodePoints`` turns them into the
/// Unicode code points that files, tables and reports show.
public struct Span: Sendable, Hashable, Codable {
    /// The first byte.
    public var start: Int
    /// One past the last byte.
    public var end: Int

    /// Creates the span `start..<end`.
    ///
    /// - Precondition: `start <= end`.
    public init(_ start: Int, _ end: Int) {
        precondition(start <= end, "a span cannot end (\(end)) before it starts (\(start))")
        self.start = start
        self.end = end
    }

    /// The number of bytes.
    public var count: Int { end - start }
    /// Whether no byte lies inside.
    public var isEmpty: Bool { start == end }

    /// Whether the byte at `offset` lies inside.
    public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
    /// Whether all of `other` lies inside.
    public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
    /// Whether the two share at least one byte.
    public func overlaps(_ other: Span) -> Bool {
        Swift.max(start, other.start) < Swift.min(end, other.end)
    }
}

extension Span: Comparable {
    /// Orders by start, then by end.
    public static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
