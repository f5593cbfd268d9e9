extension RandomAccessCollection {
    /// The first index whose element meets `condition`, where every element after one that meets it meets it
    /// too; `endIndex` where none does.
    ///
    /// - Complexity: O(log n).
    @inlinable
    package func partitionPoint(where condition: (Element) -> Bool) -> Index {
        var low = startIndex
        var count = self.count
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if condition(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}
