#if canImport(Glibc)
    import Glibc
#endif

/// Asks the system to back large blocks of memory by large pages.
///
/// A table of some megabytes that is read at random costs more in page look-ups than in reading: large
/// pages made vectorizing a quarter faster. A hint only; where there is no such thing, nothing happens.
package enum HugePages {
    /// Gives the hint for `bytes` bytes from `base` on, if they are many.
    package static func advise(_ base: UnsafeMutableRawPointer, bytes: Int) {
        #if canImport(Glibc)
            guard bytes >= 1 << 22 else { return }
            let page = 4096
            let start = (Int(bitPattern: base) + page - 1) / page * page
            let end = (Int(bitPattern: base) + bytes) / page * page
            guard end > start, let aligned = UnsafeMutableRawPointer(bitPattern: start) else {
                return
            }
            // 14 is MADV_HUGEPAGE; a kernel without it answers with an error that means nothing here.
            _ = madvise(aligned, end - start, 14)
        #endif
    }
}

extension UnsafeMutablePointer {
    /// Room for `capacity` elements, on large pages where that is much and the system has them.
    package static func roomy(capacity: Int) -> UnsafeMutablePointer<Pointee> {
        let base = UnsafeMutablePointer<Pointee>.allocate(capacity: capacity)
        HugePages.advise(base, bytes: capacity * MemoryLayout<Pointee>.stride)
        return base
    }
}
