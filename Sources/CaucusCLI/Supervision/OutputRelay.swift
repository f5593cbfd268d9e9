import Foundation
import Synchronization

/// Passes on what a worker prints, whole frames only, so that what a worker had begun to print when it ended is
/// printed once, by the next one.
///
/// A frame is two numbers of eight bytes, how many items it has and how many bytes, and the bytes.
///
/// `@unchecked`: one thread works, and tells when it is finished.
final class OutputRelay: @unchecked Sendable {
    static let headerBytes = 16

    private let descriptor: Int32
    private let record: WorkRecord
    private let finished = Atomic<Bool>(false)

    /// Whether the worker's end of the pipe is closed and all has been passed on.
    var isFinished: Bool { finished.load(ordering: .acquiring) }

    /// Passes on what comes from `descriptor`, on a thread of its own.
    init(_ descriptor: Int32, _ record: WorkRecord) {
        self.descriptor = descriptor
        self.record = record
        // F_SETPIPE_SZ: fewer turns of worker and command; refused where pipes are short.
        _ = fcntl(descriptor, 1031, 1 << 20)
        Thread.detachNewThread { [self] in
            var frame: [UInt8] = []
            while passFrame(&frame) {}
            close(descriptor)
            finished.store(true, ordering: .releasing)
        }
    }

    /// Passes one frame on; `false` at the end, and where nobody takes it.
    private func passFrame(_ frame: inout [UInt8]) -> Bool {
        guard read(Self.headerBytes, into: &frame) else { return false }
        let (items, count) = frame.withUnsafeBytes {
            (
                $0.loadUnaligned(as: UInt64.self),
                $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            )
        }
        guard read(Int(count), into: &frame) else { return false }
        let error = Self.write(frame, count: Int(count), to: STDOUT_FILENO)
        guard error == 0 else {
            record[.outputError] = UInt64(error)
            return false
        }
        record[.itemsPassed] += items
        record[.framesPassed] += 1
        return true
    }

    /// Reads `count` bytes to the start of `frame`; `false` where there are not so many.
    private func read(_ count: Int, into frame: inout [UInt8]) -> Bool {
        if frame.count < count {
            frame.append(contentsOf: repeatElement(0, count: count - frame.count))
        }
        return frame.withUnsafeMutableBytes { bytes in
            var done = 0
            while done < count {
                let got = Foundation.read(
                    descriptor, bytes.baseAddress.map { $0 + done }, count - done)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { return false }
                done += got
            }
            return true
        }
    }

    /// Writes the first `count` bytes; the error number, or 0.
    static func write(_ bytes: [UInt8], count: Int, to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { bytes in
            var done = 0
            while done < count {
                let written = Foundation.write(
                    descriptor, bytes.baseAddress.map { $0 + done }, count - done)
                if written < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                done += written
            }
            return 0
        }
    }
}
