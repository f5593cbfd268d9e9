import CCaucus
import Foundation

/// How a call works, and how its caller watches it.
///
/// `@unchecked`: what the pointers lead to lives as long as the call, and is read and written atomically.
struct CallWork: @unchecked Sendable {
    let jobs: Int
    private let cancel: UnsafePointer<Int32>?
    private let done: UnsafeMutablePointer<Int64>?

    init(_ work: UnsafePointer<caucus_work>?) throws(CallError) {
        let work = work?.pointee ?? caucus_work(jobs: 1, cancel: nil, done: nil)
        guard (0...4096).contains(work.jobs) else {
            throw .usage("found \(work.jobs) jobs; expected 0 to 4096")
        }
        jobs = work.jobs == 0 ? ProcessInfo.processInfo.activeProcessorCount : Int(work.jobs)
        (cancel, done) = (work.cancel, work.done)
    }

    /// Whether the caller wants the call to end.
    var isCanceled: Bool { caucus_is_set(cancel) != 0 }

    /// Ends the call where its caller wants that.
    func check() throws(CallError) {
        if isCanceled { throw .interrupted }
    }

    /// Tells that so many more documents are done.
    func add(_ documents: Int) { caucus_add(done, Int64(documents)) }
}
