/// Numbers that stay where they are, for loops that must not look after an array's ownership.
struct Fixed<Element: BitwiseCopyable>: ~Copyable {
    let base: UnsafeMutablePointer<Element>
    /// How many there are.
    let count: Int

    init(_ elements: [Element]) {
        count = elements.count
        base = .allocate(capacity: max(elements.count, 1))
        for (i, element) in elements.enumerated() { base[i] = element }
    }

    /// Room for `count` of them, to be written through ``base``.
    init(count: Int) {
        self.count = count
        base = .allocate(capacity: max(count, 1))
    }

    deinit { base.deallocate() }

    @inline(__always)
    subscript(index: Int) -> Element { base[index] }
}
