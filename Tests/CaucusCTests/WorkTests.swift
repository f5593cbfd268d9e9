import CCaucus
import Foundation
import Synchronization
import Testing

/// How calls work: on several threads, watched, and until they are asked to end.
@Suite(.onCallersThread) struct WorkTests {
    private static let documents = 40

    /// Makes a call with work whose flag is `cancel`; gives what it counted, too.
    private static func watched(
        jobs: Int32 = 1, cancel: Int32 = 0, _ call: (UnsafePointer<caucus_work>) -> CAnswer
    ) -> (answer: CAnswer, done: Int64) {
        var (cancel, done) = (cancel, Int64(0))
        let answer = withUnsafeMutablePointer(to: &cancel) { cancel in
            withUnsafeMutablePointer(to: &done) { done in
                var work = caucus_work(jobs: jobs, cancel: UnsafePointer(cancel), done: done)
                return call(&work)
            }
        }
        return (answer, done)
    }

    @Test func rowsDoNotDependOnThreads() {
        let table = Samples.documents(Self.documents)
        let one = Self.watched { Calls.extract(table, nil, $0) }
        #expect(one.answer.table?.rows == 2 * Self.documents && one.done == Self.documents)
        for jobs: Int32 in [0, 2, 8] {
            let several = Self.watched(jobs: jobs) { Calls.extract(table, nil, $0) }
            #expect(several.answer.table == one.answer.table && several.done == one.done)
        }
    }

    @Test func callsOnSeveralThreadsAtOnceGiveTheRowsOfOne() {
        let expected = Calls.extract(Samples.documents(Self.documents)).table
        let shares = Calls.estimate(Samples.quotations()).table
        let found = Mutex<[Bool]>([])
        DispatchQueue.concurrentPerform(iterations: 8) { n in
            let isSame =
                switch n % 4 {
                case 0, 1: Calls.extract(Samples.documents(Self.documents)).table == expected
                case 2: Calls.estimate(Samples.quotations()).table == shares
                default:
                    Calls.extract(nil).code == 64
                        && Calls.read(nil).message == "found no option path"
                }
            found.withLock { $0.append(isSame) }
        }
        #expect(found.withLock { $0 } == [Bool](repeating: true, count: 8))
    }

    @Test func oneStoreIsReadByTwoThreads() throws {
        try Samples.withFolder { folder in
            let path = Samples.scored(in: folder).path
            @Sendable func quotations() -> ArrowTable? {
                Calls.store(CTable([("store", [path]), ("table", ["quotations"])])).table
            }
            let expected = quotations()
            let found = Mutex(0)
            DispatchQueue.concurrentPerform(iterations: 4) { _ in
                if quotations() == expected { found.withLock { $0 += 1 } }
            }
            #expect((expected?.rows ?? 0) >= 6 && found.withLock { $0 } == 4)
        }
    }

    @Test(arguments: [Int32(-1), 4097, .max, .min]) func jobsHaveALimit(jobs: Int32) {
        let answer = Self.watched(jobs: jobs) { Calls.extract(Samples.documents(), nil, $0) }.answer
        #expect(answer.code == 64 && answer.message == "found \(jobs) jobs; expected 0 to 4096")
    }

    @Test func aCallThatIsAskedToEndEnds() throws {
        try Samples.withFolder { folder in
            let path = folder.appendingPathComponent("a.txt").path
            try Data(Samples.sentence.utf8).write(to: URL(fileURLWithPath: path))
            let store = folder.appendingPathComponent("s.sqlite").path
            let scoring = CTable([("store", [store]), ("targets", [Samples.targets])])
            let plain = CTable([("features", ["plain"])])
            let calls: [(UnsafePointer<caucus_work>) -> CAnswer] = [
                { Calls.read(CTable([("path", [path])]), $0) },
                { Calls.extract(Samples.documents(), nil, $0) },
                { Calls.score(Samples.documents(), scoring, $0) },
                { Calls.fit(Samples.examples(), plain, $0) },
                { Calls.vectorizer(Samples.examples(), plain, $0) },
            ]
            for (n, call) in calls.enumerated() {
                let answer = Self.watched(cancel: 1, call).answer
                #expect(answer.code == 130 && answer.message == "interrupted", "call \(n)")
                #expect(Self.watched(cancel: 0, call).answer.code == 0, "call \(n)")
            }
        }
    }

    @Test(.timeLimit(.minutes(1))) func aCallThatIsAskedWhileItWorksEndsBeforeItsDocuments() {
        let count = 20_000
        let table = Samples.documents(count)
        let flag = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
        let done = UnsafeMutablePointer<Int64>.allocate(capacity: 1)
        flag.initialize(to: 0)
        done.initialize(to: 0)
        defer {
            flag.deallocate()
            done.deallocate()
        }
        nonisolated(unsafe) let (watchedFlag, watchedDone) = (flag, done)
        let watcher = Thread {
            while caucus_is_set(UnsafeRawPointer(watchedDone).assumingMemoryBound(to: Int32.self))
                == 0
            {
                Thread.sleep(forTimeInterval: 0.001)
            }
            watchedFlag.pointee = 1
        }
        watcher.start()
        var work = caucus_work(jobs: 2, cancel: flag, done: done)
        let answer = Calls.extract(table, nil, &work)
        #expect(answer.code == 130 && done.pointee > 0 && done.pointee < Int64(count))
    }
}
