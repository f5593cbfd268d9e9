#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension PDFFile {
    /// A file without a name, for a program that reads none from a pipe; where the system has no names for descriptors
    /// it has one as long as this lives.
    final class TemporaryFile {
        /// The open file; not passed on to programs unless they are given it, as number 3.
        let descriptor: Int32
        /// What a program that has it as number 3 opens.
        let path: String
        private let isNamed: Bool

        /// Writes a file with these bytes into the folder for temporary files.
        init(_ bytes: [UInt8]) throws(UnreadableFile) {
            let given = getenv("TMPDIR").map { String(cString: $0) } ?? ""
            let folder = given.isEmpty ? "/tmp" : given
            func fail(_ number: Int32) -> UnreadableFile {
                UnreadableFile(message: "cannot write to \(folder): \(ByteInput.reason(number))")
            }
            var template = Array("\(folder)/caucus-XXXXXX".utf8CString)
            let first = mkstemp(&template)
            let path = String(
                decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard first >= 0 else { throw fail(errno) }
            // A number that no end of a program that is started has.
            let descriptor = fcntl(first, F_DUPFD_CLOEXEC, 16)
            let number = errno
            close(first)
            isNamed = descriptor < 0 || access("/dev/fd/\(descriptor)", R_OK) != 0
            if !isNamed || descriptor < 0 { unlink(path) }
            self.path = isNamed ? path : "/dev/fd/3"
            self.descriptor = descriptor
            guard descriptor >= 0 else { throw fail(number) }
            var written = 0
            while written < bytes.count {
                let count = bytes.withUnsafeBytes {
                    write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
                }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw fail(errno) }
                written += count
            }
            // Where a descriptor's name is a second one of the same place in the file.
            lseek(descriptor, 0, SEEK_SET)
        }

        deinit {
            if descriptor >= 0 { close(descriptor) }
            if isNamed { unlink(path) }
        }
    }
}
