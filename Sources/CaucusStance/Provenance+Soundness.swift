import CaucusStatistics

extension Provenance {
    /// The most that a count may say.
    private static let most = 1 << 40

    /// Whether its lists are as long as those of a task with `labels`, and its counts can be summed.
    ///
    /// A file's checksum says that nobody changed it since, not that what it tells of itself fits together; the
    /// model card and the report read these lists by position.
    func isSound(labels: Int, classes: Int) -> Bool {
        let measured = [metrics, baseline].compactMap(\.self)
        let areWhole = measured.allSatisfy {
            min($0.f1.count, $0.precision.count, $0.recall.count) >= classes
        }
        let isShifted =
            shift.isEmpty || (shift.count == classes && shift.allSatisfy(\.isFinite))
        return labelCounts.count == labels
            && labelCounts.allSatisfy { (0...Self.most).contains($0) }
            && slices?.allSatisfy(\.isSound) ?? true && areWhole && isShifted
            && (-10...10).contains(balance)
    }
}
