import CaucusMatrix
import Testing

@Suite("SparseMatrix")
struct SparseMatrixTests {
    /// The second row is empty, the third one unsorted.
    private let rows = SparseMatrix(
        columns: 4, rowStarts: [0, 2, 2, 5], indices: [0, 3, 2, 0, 1], values: [1, 2, 3, 4, 5])
    private let weights = Matrix(rows: 4, columns: 2, values: [1, 2, 3, 4, 5, 6, 7, 8])

    @Test func productsAgreeWithTheDenseOnes() {
        #expect(rows.times(weights) == rows.dense.times(weights))
        let residuals = Matrix(rows: 3, columns: 2, values: [1, -1, 2, 0, 3, 1])
        #expect(rows.transposedTimes(residuals) == rows.dense.transposedTimes(residuals))
    }

    @Test func theDenseFormAndBackIsTheSameMatrix() {
        #expect(SparseMatrix(rows.dense).dense == rows.dense)
    }

    @Test func rowsCanBeTakenInAnyOrderAndTwice() {
        let taken = rows.rows(at: [2, 0, 2])
        #expect(taken.dense == rows.dense.rows(at: [2, 0, 2]))
        #expect(taken.nonzeros == 8)
    }

    @Test func matricesStandBesideEachOther() {
        let both = rows.beside(rows)
        #expect(both.columns == 8 && both.nonzeros == 10)
        #expect(both.dense[2, 4] == 4 && both.dense[2, 0] == 4)
    }

    @Test func normsAndFrequenciesAreCounted() {
        #expect(rows.squaredRowNorms == [5, 0, 50])
        #expect(rows.documentFrequencies == [2, 1, 1, 1])
    }
}
