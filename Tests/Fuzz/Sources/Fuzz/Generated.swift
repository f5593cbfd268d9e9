import Caucus
import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Scores generated articles, and keeps the seed of the one in hand where a crash cannot take it.
struct Generated {
    private let seed: UnsafeMutablePointer<UInt64>

    /// `place` is a file of eight bytes, mapped: what is written there outlives the process.
    init(place: String) throws {
        let descriptor = open(place, O_RDWR | O_CREAT, 0o600)
        guard descriptor >= 0, ftruncate(descriptor, 8) == 0,
            let memory = mmap(nil, 8, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
            memory != MAP_FAILED
        else { throw CocoaError(.fileWriteUnknown) }
        close(descriptor)
        seed = memory.bindMemory(to: UInt64.self, capacity: 1)
    }

    /// Scores the articles of the seeds from `first` on, each toward its leader.
    func score(_ count: UInt64, from first: UInt64) throws {
        let started = Date()
        var quotations = 0
        for n in first..<(first + count) {
            seed.pointee = n
            let article = NewspaperText.article(seed: n)
            let document = Document(id: "\(n)", text: article)
            let scorer = Scorers.all[Int(n % UInt64(Scorers.all.count))]
            let scored = scorer.scored(document)
            Promise.check(scored, of: document)
            quotations += scored.quotations.count
        }
        let seconds = Date().timeIntervalSince(started)
        print(
            "\(count) documents from seed \(first), \(quotations) quotations, \(Int(seconds)) s")
    }
}
