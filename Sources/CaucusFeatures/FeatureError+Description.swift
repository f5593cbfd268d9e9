extension FeatureError: CustomStringConvertible {
    /// One line in lower case: what was found and what would be right.
    public var description: String {
        switch self {
        case .emptyVocabulary(let documents, let minimumDocuments):
            "cannot make features: no term occurs in \(minimumDocuments) of \(documents) texts; "
                + "expected more or longer texts"
        case .badSetting(let name, let value): "feature setting \(name) is \(value)"
        case .damagedVocabulary(let reason): "damaged vocabulary: \(reason)"
        }
    }
}
