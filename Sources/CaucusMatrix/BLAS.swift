import CBLAS
import Foundation

/// The calls into OpenBLAS, on one thread: Caucus runs its own tasks over folds, penalties and targets.
package enum BLAS {
    /// Runs once, before the first call: OpenBLAS would otherwise use a thread a core.
    ///
    /// It has started them when it was loaded, and they wait for work by spinning, at the price of tens
    /// of milliseconds of processor time: they are ended. No call needs them again.
    private static let oneThread: Void = {
        openblas_set_num_threads(1)
        caucus_blas_end_threads()
    }()

    /// Ends the threads that OpenBLAS started; for a command, as its first step.
    package static func endThreads() { _ = oneThread }

    /// The name of the kernels OpenBLAS picked for this processor, for benchmark records.
    package static var coreName: String { String(cString: openblas_get_corename()) }

    /// `c ← alpha · op(a) · op(b) + beta · c`, all row-major and densely packed.
    ///
    /// `m × n` is the shape of `c` and `k` the shared length; a transposed operand is stored as its
    /// transpose is read.
    package static func gemm(
        transposeA: Bool, transposeB: Bool, m: Int, n: Int, k: Int, alpha: Double = 1,
        _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, beta: Double = 0,
        _ c: UnsafeMutablePointer<Double>
    ) {
        guard m > 0, n > 0 else { return }
        _ = oneThread
        cblas_dgemm(
            CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans,
            transposeB ? CblasTrans : CblasNoTrans, blasint(m), blasint(n), blasint(k), alpha, a,
            blasint(max(1, transposeA ? m : k)), b, blasint(max(1, transposeB ? k : n)), beta, c,
            blasint(n))
    }

    /// `y ← alpha · op(a) · x + beta · y` for a row-major `rows × columns` matrix.
    package static func gemv(
        transpose: Bool, rows: Int, columns: Int, alpha: Double = 1, _ a: UnsafePointer<Double>,
        _ x: UnsafePointer<Double>, beta: Double = 0, _ y: UnsafeMutablePointer<Double>
    ) {
        guard rows > 0, columns > 0 else { return }
        _ = oneThread
        cblas_dgemv(
            CblasRowMajor, transpose ? CblasTrans : CblasNoTrans, blasint(rows), blasint(columns),
            alpha, a, blasint(columns), x, 1, beta, y, 1)
    }

    /// The upper triangle of `c ← alpha · aᵀ · a + beta · c` for a row-major `rows × columns` matrix.
    package static func syrk(
        rows: Int, columns: Int, alpha: Double = 1, _ a: UnsafePointer<Double>, beta: Double = 0,
        _ c: UnsafeMutablePointer<Double>, stride: Int
    ) {
        guard columns > 0 else { return }
        _ = oneThread
        cblas_dsyrk(
            CblasRowMajor, CblasUpper, CblasTrans, blasint(columns), blasint(rows), alpha, a,
            blasint(columns), beta, c, blasint(stride))
    }

    /// The inner product of two vectors of `count` numbers.
    package static func dot(
        _ count: Int, _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>
    ) -> Double {
        _ = oneThread
        return cblas_ddot(blasint(count), x, 1, y, 1)
    }

    /// `y ← alpha · x + y` over `count` numbers.
    package static func axpy(
        _ count: Int, _ alpha: Double, _ x: UnsafePointer<Double>,
        _ y: UnsafeMutablePointer<Double>
    ) {
        _ = oneThread
        cblas_daxpy(blasint(count), alpha, x, 1, y, 1)
    }

    /// Replaces the upper triangle (row-major) of a symmetric matrix by its Cholesky factor.
    ///
    /// Returns false where the matrix is not positive definite.
    package static func potrf(_ n: Int, _ a: UnsafeMutablePointer<Double>) -> Bool {
        guard n > 0 else { return true }
        _ = oneThread
        // Row-major upper is what Fortran reads as column-major lower.
        var size = blasint(n)
        var stride = blasint(n)
        var info: blasint = 0
        dpotrf_("L", &size, a, &stride, &info)
        return info == 0
    }

    /// Solves with the factor that ``potrf(_:_:)`` left, in place.
    package static func potrs(
        _ n: Int, _ a: UnsafePointer<Double>, _ b: UnsafeMutablePointer<Double>
    ) {
        guard n > 0 else { return }
        _ = oneThread
        var size = blasint(n)
        var stride = blasint(n)
        var one: blasint = 1
        var info: blasint = 0
        dpotrs_("L", &size, &one, a, &stride, b, &size, &info)
    }
}
