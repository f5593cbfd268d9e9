@_exported public import CaucusActs
@_exported public import CaucusCorpus
@_exported public import CaucusFeatures
@_exported public import CaucusLabeling
@_exported public import CaucusLanguage
@_exported public import CaucusLearning
import CaucusMatrix
@_exported public import CaucusQuotes
@_exported public import CaucusReport
@_exported public import CaucusStance
@_exported public import CaucusStatistics
@_exported public import CaucusStore
@_exported public import CaucusTarget
@_exported public import CaucusText

/// Facts about this build.
public enum Caucus {
    /// The version, as `caucus --version` prints it.
    public static let version = "0.1.0"

    /// Ends the threads that OpenBLAS starts when it is loaded, which cost a short command more processor
    /// time than its work; for a process that leaves threads to Caucus.
    public static func endIdleThreads() { BLAS.endThreads() }
}
