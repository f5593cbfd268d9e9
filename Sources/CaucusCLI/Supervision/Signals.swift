#if os(Linux)
    import Foundation

    /// The signals that a command which looks after a worker waits for; they are blocked and taken one by one.
    enum Signals {
        private static let waitedFor = [SIGINT, SIGTERM, SIGCHLD]

        private static var set: sigset_t {
            var set = sigset_t()
            sigemptyset(&set)
            for number in waitedFor { sigaddset(&set, number) }
            return set
        }

        /// Blocks the signals in this thread and those that it starts, and gives what was blocked before.
        static func block() -> sigset_t {
            // Where the ends of children were ignored, nobody could wait for one.
            signal(SIGCHLD, SIG_DFL)
            var set = set
            var before = sigset_t()
            pthread_sigmask(SIG_BLOCK, &set, &before)
            return before
        }

        static func restore(_ before: sigset_t) {
            var before = before
            pthread_sigmask(SIG_SETMASK, &before, nil)
        }

        /// What a worker blocks: the signals of the user's reach the command, which passes them on.
        static var ofWorker: sigset_t {
            var set = sigset_t()
            sigemptyset(&set)
            sigaddset(&set, SIGINT)
            sigaddset(&set, SIGTERM)
            return set
        }

        /// The next signal, or `nil` where none comes within so many seconds.
        static func next(within seconds: Double) -> Int32? {
            var set = set
            var time = timespec(tv_sec: 0, tv_nsec: Int(seconds * 1e9))
            let number = sigtimedwait(&set, nil, &time)
            return number > 0 ? number : nil
        }
    }

    /// A pipe, whose ends no other program inherits.
    struct Pipe {
        /// Where is read.
        let end: Int32
        /// Where is written.
        let start: Int32

        init?() {
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { return nil }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            (end, start) = (ends[0], ends[1])
        }
    }

    /// Starts this program once more.
    enum WorkerProcess {
        /// Starts a worker with the arguments of this process, which inherits `descriptors` besides standard input and
        /// output; its number, or `nil` where it cannot be started.
        static func start(
            inheriting descriptors: [Int32], feeds: [InputFeed], variable: String
        ) -> pid_t? {
            var actions = posix_spawn_file_actions_t()
            posix_spawn_file_actions_init(&actions)
            defer { posix_spawn_file_actions_destroy(&actions) }
            // Onto itself: the copy is one that is inherited.
            for descriptor in descriptors {
                posix_spawn_file_actions_adddup2(&actions, descriptor, descriptor)
            }
            for feed in feeds {
                guard let end = feed.end else { continue }
                posix_spawn_file_actions_adddup2(&actions, end, feed.descriptor)
            }
            var attributes = posix_spawnattr_t()
            posix_spawnattr_init(&attributes)
            defer { posix_spawnattr_destroy(&attributes) }
            var mask = Signals.ofWorker
            posix_spawnattr_setsigmask(&attributes, &mask)
            posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
            var environment = ProcessInfo.processInfo.environment
            environment[Worker.variable] = variable
            // The worker's crash is told in a line of ours; a trace is written where it is asked for.
            if environment["SWIFT_BACKTRACE"] == nil {
                environment["SWIFT_BACKTRACE"] = "enable=no"
            }
            var strings = environment.map { strdup("\($0.key)=\($0.value)") }
            strings.append(nil)
            defer { for string in strings { free(string) } }
            var process: pid_t = 0
            let failed = posix_spawn(
                &process, "/proc/self/exe", &actions, &attributes, CommandLine.unsafeArgv, strings)
            return failed == 0 ? process : nil
        }
    }
#endif
