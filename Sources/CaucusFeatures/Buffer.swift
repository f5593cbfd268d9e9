import Foundation

/// A growing run of plain values on the heap, for the loops that touch every letter.
///
/// It grows by `realloc`, which moves a large block by its pages instead of copying it.
struct Buffer<Element: BitwiseCopyable>: ~Copyable {
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int = 16) {
        self.capacity = max(capacity, 16)
        base = Self.block(nil, self.capacity)
    }

    /// `count` zeros; pages that are never touched cost nothing.
    init(zeros count: Int) {
        self.count = count
        capacity = max(count, 16)
        guard let memory = calloc(capacity, MemoryLayout<Element>.stride) else {
            fatalError("no memory for \(capacity) elements")
        }
        base = memory.bindMemory(to: Element.self, capacity: capacity)
    }

    deinit { free(base) }

    private static func block(
        _ old: UnsafeMutablePointer<Element>?, _ capacity: Int
    ) -> UnsafeMutablePointer<Element> {
        let bytes = capacity * MemoryLayout<Element>.stride
        guard let new = realloc(old, bytes) else { fatalError("no memory for \(bytes) bytes") }
        return new.bindMemory(to: Element.self, capacity: capacity)
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { reserve(count + 1) }
        base[count] = element
        count += 1
    }

    mutating func append(_ elements: UnsafePointer<Element>, _ number: Int) {
        reserve(count + number)
        (base + count).update(from: elements, count: number)
        count += number
    }

    /// Makes room for `needed` elements in all.
    @inline(__always)
    mutating func reserve(_ needed: Int) {
        if needed > capacity { grow(needed) }
    }

    @inline(never)
    private mutating func grow(_ needed: Int) {
        capacity = max(needed, capacity * 2)
        base = Self.block(base, capacity)
    }

    mutating func removeAll() { count = 0 }

    /// Counts `number` more elements, which were written behind the last one after ``reserve(_:)``.
    mutating func lengthen(by number: Int) { count += number }

    /// Forgets what stands behind the first `kept` elements.
    mutating func shorten(to kept: Int) { count = min(count, kept) }

    @inline(__always)
    subscript(index: Int) -> Element {
        get { base[index] }
        nonmutating set { base[index] = newValue }
    }

    /// The elements as an array.
    var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }
}

/// Holds a value that cannot be copied, where closures must reach it.
///
/// Whoever shares one between threads lets each touch a value of its own.
final class Held<Value: ~Copyable>: @unchecked Sendable {
    var value: Value

    init(_ value: consuming Value) { self.value = value }
}
