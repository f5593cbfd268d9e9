/// Writes JSON with its keys in the order given: a line of a table, or a whole file for people to read.
///
/// Numbers have at most six digits after the point, unless they are written exactly; what is not finite is
/// `null`.
/// ```swift
/// var json = JSONWriter()
/// json.object {
///     $0.member("id", "a1")
///     $0.key("spans")
///     $0.array(spans) { $0.integer($1.start) }
/// }
/// ```
package struct JSONWriter {
    /// How the text is laid out, and what it may stand in.
    package enum Form: Sendable {
        /// Without white space.
        case line
        /// Indented by two spaces.
        case indented
        /// Without white space, `<` escaped, so that the text may stand inside a script element of a page.
        case embedded
    }

    var buffer: UTF8Buffer
    let form: Form
    private var depth = 0

    /// Creates an empty text with room for `capacity` bytes, so that a long one is not copied as it grows.
    package init(_ form: Form = .line, capacity: Int = 0) {
        self.form = form
        buffer = UTF8Buffer(capacity: capacity)
    }

    /// The text so far.
    package var text: String { buffer.text }

    /// How many bytes were written and not taken yet.
    package var count: Int { buffer.count }

    /// The text so far with the end of its line, as UTF-8.
    package consuming func ended() -> [UInt8] {
        endLine()
        return buffer.taken()
    }

    /// Ends the line: the next value stands on one of its own.
    package mutating func endLine() { buffer.put(UInt8(ascii: "\n")) }

    /// The bytes written so far, which the writer forgets: many lines leave in pieces.
    package mutating func take() -> [UInt8] { buffer.take() }

    /// An object; `fill` writes its members.
    package mutating func object(_ fill: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"))
        fill(&self)
        close(UInt8(ascii: "}"))
    }

    /// An array of the elements that `write` writes.
    package mutating func array<S: Sequence>(
        _ elements: S, _ write: (inout JSONWriter, S.Element) -> Void
    ) {
        open(UInt8(ascii: "["))
        for element in elements {
            separate()
            write(&self, element)
        }
        close(UInt8(ascii: "]"))
    }

    /// An array of strings.
    package mutating func array(_ strings: [String]) {
        array(strings) { $0.string($1) }
    }

    /// A member's key; its value is written next.
    package mutating func key(_ name: String) {
        separate()
        string(name)
        buffer.put(UInt8(ascii: ":"))
        if form == .indented { buffer.put(UInt8(ascii: " ")) }
    }

    private mutating func open(_ bracket: UInt8) {
        buffer.put(bracket)
        depth += 1
    }

    private mutating func close(_ bracket: UInt8) {
        depth -= 1
        // An empty list stays on its line.
        if form == .indented, !isAtStart { breakLine() }
        buffer.put(bracket)
    }

    /// Whether nothing stands before the next value at this level.
    ///
    /// No string ends in a bracket: its quotation mark stands behind.
    private var isAtStart: Bool {
        guard let last = buffer.last else { return true }
        return last == UInt8(ascii: "{") || last == UInt8(ascii: "[")
    }

    /// A comma where something stands before at this level.
    private mutating func separate() {
        guard let last = buffer.last else { return }
        if last != UInt8(ascii: "{"), last != UInt8(ascii: "[") { buffer.put(UInt8(ascii: ",")) }
        if form == .indented { breakLine() }
    }

    private mutating func breakLine() {
        buffer.put(UInt8(ascii: "\n"))
        for _ in 0..<depth {
            buffer.put(UInt8(ascii: " "))
            buffer.put(UInt8(ascii: " "))
        }
    }
}
