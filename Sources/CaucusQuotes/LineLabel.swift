import CaucusText

/// What a line opens with to say who speaks: “ORLA PENN, HOST:”, “Mr. Tull (Northport):”, “Q.”.
struct LineLabel: Sendable {
    var kind: Kind
    /// The first word of the line: its bullet, its time stamp or the name.
    var start: Int
    /// The words that name who speaks, with titles.
    var name: Range<Int>
    /// What stands after the name, a party, an outlet, an office: `CNB CORRESPONDENT (voice-over)`.
    var role: Range<Int>
    /// The first word of what is said.
    var end: Int
    /// Whether the surname is in capitals: “PENN”, “Mr. DeLANO”.
    var isShouted: Bool
    /// Whether it ends with a stop: “Mr. BRANDT of North Carolina.”
    var hasStop: Bool

    enum Kind { case name, question, answer }
}
