// The door to OpenBLAS: the C interface of BLAS, and the few LAPACK routines Caucus calls by their
// Fortran names (Debian's libopenblas carries them; LAPACKE it does not).
#ifndef CAUCUS_CBLAS_SHIM_H
#define CAUCUS_CBLAS_SHIM_H

#include <cblas.h>

/// Cholesky factor of a symmetric positive definite matrix, in place.
void dpotrf_(const char *uplo, const int *n, double *a, const int *lda, int *info);
/// Solves with the factor that `dpotrf_` left.
void dpotrs_(const char *uplo, const int *n, const int *nrhs, const double *a, const int *lda,
             double *b, const int *ldb, int *info);

// No header declares it, and a build without threads does not have it.
extern int blas_thread_shutdown_(void) __attribute__((weak));

/// Ends the threads that OpenBLAS started, if it has any.
static inline void caucus_blas_end_threads(void) {
    if (blas_thread_shutdown_) blas_thread_shutdown_();
}

#endif
