import CaucusText

/// What labels look like.
extension LabelReader {
    /// “Mr. BRANDT” of “Mr. BRANDT of North Carolina”.
    func core(_ name: Range<Int>) -> Range<Int> {
        let end = name.first { !word($0).isCapitalized && !word($0).has(.particle) }
        guard let end, end > name.lowerBound else { return name }
        return name.lowerBound..<end
    }

    /// Whether the name's last word before “of” is in capitals.
    func isShouted(_ name: Range<Int>) -> Bool {
        guard let last = core(name).last(where: { word($0).kind == .word }) else { return false }
        if word(last).shape.contains(.allCapitals) { return true }
        // “Ms. DeLANO”
        let (start, stop) = (Int(word(last).start), Int(word(last).end))
        return stop - start > 3 && reading.bytes[stop - 1] &- 65 < 26
            && reading.bytes[stop - 2] &- 65 < 26
    }

    /// Whether a name may end with a stop: “Mr. TULL.”, “The SPEAKER pro tempore.”, not “Mr. Tull.”.
    func isCalled(_ label: LineLabel) -> Bool {
        let first = word(label.name.lowerBound)
        guard label.isShouted, label.name.count > 1, label.role.isEmpty else { return false }
        if first.has(.definite) {
            return !first.shape.contains(.allCapitals)
                && word(label.name.lowerBound + 1).has([.title, .role])
        }
        return first.has(.title) && !first.shape.contains(.allCapitals)
    }
}
