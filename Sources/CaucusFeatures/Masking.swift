import CaucusText

extension Passage {
    /// What stands for the target in a masked text.
    static let targetPlaceholder = "target_"
    /// What stands for the speaker in a masked text.
    static let speakerPlaceholder = "speaker_"

    /// A stretch of the text that a placeholder replaces.
    struct Mask {
        var span: Span
        var placeholder: String
    }

    /// The masks in order, without those that overlap an earlier one or leave the text; the target
    /// goes before the speaker.
    func masks(byteCount: Int) -> [Mask] {
        var all = targets.map { Mask(span: $0, placeholder: Self.targetPlaceholder) }
        all += speakers.map { Mask(span: $0, placeholder: Self.speakerPlaceholder) }
        var kept: [Mask] = []
        for mask in all
        where mask.span.start >= 0 && mask.span.end <= byteCount && !mask.span.isEmpty {
            if !kept.contains(where: { $0.span.overlaps(mask.span) }) { kept.append(mask) }
        }
        return kept.sorted { $0.span < $1.span }
    }

    /// Calls `body` with the bytes the features are read from.
    @inline(__always)
    func withBytes(_ settings: FeatureSettings, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        if settings.masksMentions, !targets.isEmpty || !speakers.isEmpty {
            masked().bytes.withUnsafeBufferPointer(body)
            return
        }
        if text.utf8.withContiguousStorageIfAvailable(body) == nil {
            Array(text.utf8).withUnsafeBufferPointer(body)
        }
    }

    /// The masked bytes, and for each of them where it comes from in `text`.
    func masked() -> (bytes: [UInt8], origins: [Span]) {
        let utf8 = Array(text.utf8)
        var bytes: [UInt8] = []
        var origins: [Span] = []
        var place = 0
        func copy(upTo end: Int) {
            while place < end {
                bytes.append(utf8[place])
                origins.append(Span(place, place + 1))
                place += 1
            }
        }
        for mask in masks(byteCount: utf8.count) {
            copy(upTo: mask.span.start)
            bytes.append(contentsOf: mask.placeholder.utf8)
            for _ in mask.placeholder.utf8 { origins.append(mask.span) }
            place = mask.span.end
        }
        copy(upTo: utf8.count)
        return (bytes, origins)
    }
}
