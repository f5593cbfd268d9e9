extension FitError: CustomStringConvertible {
    /// One line in lower case: what was found and what would be right.
    public var description: String {
        switch self {
        case .noRows: "cannot fit: no examples"
        case .singleClass(let label):
            "cannot fit: every example has class \(label); a model needs at least two"
        case .labelOutOfRange(let row, let label, let classes):
            "cannot fit: row \(row) has class \(label), expected 0..<\(classes)"
        case .lengthMismatch(let name, let expected, let found):
            "cannot fit: \(found) \(name), expected \(expected)"
        case .notFinite(let row): "cannot fit: row \(row) holds a number that is not finite"
        case .tooLarge(let row, let value, let most):
            "cannot fit: row \(row) holds \(value), expected at most \(most) in size"
        case .badSetting(let name, let value): "cannot fit: \(name) is \(value)"
        case .tooFewGroups(let groups, let folds):
            "cannot cross-validate: \(groups) groups for \(folds) folds; expected at least as many "
                + "groups, or --folds 0"
        case .singleClassFold(let fold):
            "cannot cross-validate: without fold \(fold) one label is left; expected more groups a "
                + "label, or --folds 0"
        }
    }
}
