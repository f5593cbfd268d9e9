/// The order of the month and the day in dates of numbers.
public enum DateOrder: String, CaseIterable, Sendable {
    /// The month first, as in the United States: 03/05/2031 is in March.
    case mdy
    /// The day first: 03/05/2031 is in May.
    case dmy
}
