/// The first eight mentions of an entity that are kept, in place: most entities are named once or twice, and an array
/// for each of them would be most of what is allocated for a text.
struct Spellings: RandomAccessCollection, Sendable {
    private var first = SIMD4<Int32>()
    private var second = SIMD4<Int32>()
    private(set) var count = 0

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    subscript(i: Int) -> Int { Int(i < 4 ? first[i] : second[i - 4]) }

    /// Keeps `mention`, as an index into the table's mentions, unless there are eight.
    mutating func add(_ mention: Int) {
        guard count < 8 else { return }
        if count < 4 { first[count] = Int32(mention) } else { second[count - 4] = Int32(mention) }
        count += 1
    }
}
