/// Why a model cannot be fitted.
public enum FitError: Error, Equatable, Sendable {
    /// There are no rows.
    case noRows
    /// Every example carries the same class, so there is nothing to tell apart.
    case singleClass(Int)
    /// A label lies outside `0..<classes`.
    case labelOutOfRange(row: Int, label: Int, classes: Int)
    /// Two inputs that must be of one length are not.
    case lengthMismatch(name: String, expected: Int, found: Int)
    /// A number in the rows is infinite or not a number.
    case notFinite(row: Int)
    /// A number in the rows is so large that its square is no number any more.
    case tooLarge(row: Int, value: Double, most: Double)
    /// A setting that no solver can follow.
    case badSetting(name: String, value: Double)
    /// There are fewer groups than folds, so that some fold would be empty.
    case tooFewGroups(groups: Int, folds: Int)
    /// A fold's training part holds one class only.
    case singleClassFold(fold: Int)
}
