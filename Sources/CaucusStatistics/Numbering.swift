/// Numbers things from 0 on, in the order in which they are first seen.
struct Numbering<Key: Hashable> {
    private var numbers: [Key: Int] = [:]

    /// How many have a number.
    var count: Int { numbers.count }

    /// The number of `key`; at first sight, the next one.
    mutating func number(of key: Key) -> Int {
        if let known = numbers[key] { return known }
        numbers[key] = numbers.count
        return numbers.count - 1
    }
}
