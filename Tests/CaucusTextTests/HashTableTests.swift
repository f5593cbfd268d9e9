@_spi(HashTable) import CaucusText
import Testing

@Suite struct HashTableTests {
    /// Keys of every kind: hashes, small numbers, and numbers that differ in their highest bits alone.
    private static let keys: [UInt64] =
        (1...500).map { LetterFolding.key(of: "word\($0)") } + (1...500).map { UInt64($0) }
        + (1...500).map { UInt64($0) << 54 }

    @Test(arguments: [false, true])
    func itAnswersLikeADictionary(_ isSecret: Bool) {
        var table = HashTable<Int32>(isSecret: isSecret)
        var dictionary: [UInt64: Int32] = [:]
        for (n, key) in (Self.keys + Self.keys.reversed()).enumerated() {
            let value = Int32(n)
            #expect(
                table.updateValue(value, forKey: key) == dictionary.updateValue(value, forKey: key))
        }
        #expect(table.count == dictionary.count)
        for key in Self.keys { #expect(table[key] == dictionary[key]) }
        for key in UInt64(1000)...2000 { #expect(table[key] == nil && !table.contains(key)) }
        let contents = Dictionary(uniqueKeysWithValues: table.contents.map { ($0.key, $0.value) })
        #expect(contents == dictionary)
    }

    @Test func theKeyZeroIsNeverFound() {
        var table = HashTable<Int32>()
        #expect(table.updateValue(1, forKey: 0) == nil)
        #expect(table[0] == nil && table.count == 0 && table.contents.isEmpty)
    }

    @Test func aCopyIsAValueOfItsOwn() {
        var table = HashTable<Int32>([7: 1, 8: 2], room: 4)
        let copy = table
        #expect(copy == table)
        table.updateValue(3, forKey: 7)
        #expect(copy[7] == 1 && table[7] == 3 && copy != table)
    }

    @Test func whatIsTakenBackBackwardsLeavesTheRest() {
        var table = HashTable<Int32>()
        for (n, key) in Self.keys.enumerated() { table.updateValue(Int32(n), forKey: key) }
        for (n, key) in Self.keys.enumerated().reversed() {
            #expect(table[key] == Int32(n))
            table.takeBack(key)
            #expect(table[key] == nil && table.count == n)
        }
    }

    @Test func theOrderOfComingInMakesNoDifference() {
        var (a, b) = (HashTable<Int32>(), HashTable<Int32>(isSecret: true))
        for key in Self.keys { a.updateValue(1, forKey: key) }
        for key in Self.keys.reversed() { b.updateValue(1, forKey: key) }
        #expect(a == b)
    }
}
