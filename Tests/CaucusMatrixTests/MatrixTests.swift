import CaucusMatrix
import Testing

@Suite("Matrix")
struct MatrixTests {
    /// Small integers, so that every product is exact.
    private let a = Matrix(rows: 2, columns: 3, values: [1, 2, 3, 4, 5, 6])
    private let b = Matrix(rows: 3, columns: 2, values: [7, 8, 9, 10, 11, 12])

    @Test func theProductIsTheSumsOfRowsTimesColumns() {
        #expect(a.times(b) == Matrix(rows: 2, columns: 2, values: [58, 64, 139, 154]))
    }

    @Test func theTransposedProductNeedsNoTranspose() {
        #expect(b.transposedTimes(a.transposed) == b.transposed.times(a.transposed))
        #expect(a.transposed.transposed == a)
    }

    @Test func aMatrixTimesAVectorIsAVector() {
        #expect(a.times([1, 0, -1]) == [-2, -2])
    }

    @Test func theGramMatrixIsSymmetric() {
        #expect(a.gram == a.transposedTimes(a))
    }

    @Test func aMatrixWithoutColumnsGivesZeros() {
        let empty = Matrix(rows: 2, columns: 0)
        #expect(empty.times(Matrix(rows: 0, columns: 2)) == Matrix(rows: 2, columns: 2))
        #expect(empty.times([]) == [0, 0])
    }

    @Test func choleskySolvesADefiniteSystem() throws {
        let system = Matrix(rows: 2, columns: 2, values: [4, 2, 2, 3])
        let x = try #require(system.solution(of: [2, 5]))
        // Two divisions of small integers: a few units in the last place.
        #expect(abs(x[0] + 0.5) < 1e-14 && abs(x[1] - 2) < 1e-14)
    }

    @Test func anIndefiniteSystemHasNoCholeskySolution() {
        #expect(Matrix(rows: 2, columns: 2, values: [1, 2, 2, 1]).solution(of: [1, 1]) == nil)
    }

    @Test func openBLASRunsAndSaysWhichKernels() {
        #expect(!BLAS.coreName.isEmpty)
        #expect(BLAS.dot(3, [1, 2, 3], [4, 5, 6]) == 32)
        var y = [1.0, 1]
        BLAS.axpy(2, 2, [1, 2], &y)
        #expect(y == [3, 5])
    }

    /// The first numbers of the published generator from the seed 0.
    @Test func theGeneratorGivesThePublishedNumbers() {
        var random = SplitMix(seed: 0)
        #expect(random.next() == 0xE220_A839_7B1D_CDAF)
        #expect(random.next() == 0x6E78_9E6A_A1B9_65F4)
        #expect(random.next() == 0x06C4_5D18_8009_454F)
    }
}
