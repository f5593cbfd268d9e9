import CaucusText

/// An example whose offsets are not yet read.
struct ExampleDraft: Sendable {
    /// Offsets as they stand in the file.
    struct Offsets: Sendable {
        var start: Int
        var end: Int
        /// Whose they are: `target` or `speaker`.
        var of: String
    }

    /// The example, without spans.
    var example: LabeledExample
    var target: Offsets?
    var speaker: Offsets?
    /// Whether the record brought no id.
    var isNamedByPlace = false
    /// Whether somebody else's answer to the same record came before.
    var isRepeat = false

    /// Both where they are given.
    var offsets: [Offsets] { [target, speaker].compactMap(\.self) }

    /// The example with its spans, or what is wrong with them.
    func reading(_ unit: OffsetUnit) -> ExampleReading {
        var example = example
        for offsets in offsets {
            guard let span = unit.span(offsets.start, offsets.end, in: example.text) else {
                let what = offsets.of
                return .diagnostic(
                    Diagnostic(
                        example.place,
                        "\(what)_start and \(what)_end of \(example.id) are \(offsets.start) and "
                            + "\(offsets.end); expected start < end within the "
                            + "\(unit.count(of: example.text)) \(unit.name) of its text"))
            }
            if offsets.of == "target" {
                example.targetSpan = span
            } else {
                example.speakerSpan = span
            }
        }
        return .example(example)
    }
}
