import CCaucus
import Caucus
import Foundation

/// The options of a call: a table of one row.
struct CallOptions {
    private let table: InputTable?

    /// Reads options and refuses those that are not `known`.
    init(_ table: UnsafePointer<caucus_table>?, _ known: [String]) throws(CallError) {
        guard table != nil else {
            self.table = nil
            return
        }
        let read = try InputTable(table, "options")
        guard read.rows == 1 else {
            throw .usage("found \(read.rows) rows of options; expected 1")
        }
        for column in read.columns where !known.contains(column.name) {
            throw .usage("found option \(column.name); expected \(known.joined(separator: ", "))")
        }
        self.table = read
    }

    /// The option as text, or `nil` where it is not given.
    subscript(_ name: String) -> String? { table?.column(name)?.text(0) }

    /// The option as bytes, or `nil`.
    func bytes(_ name: String) -> [UInt8]? { table?.column(name)?.bytes(0).map(Array.init) }

    /// The option, which must be given.
    func needed(_ name: String) throws(CallError) -> String {
        guard let text = self[name], !text.isEmpty else { throw .usage("found no option \(name)") }
        return text
    }

    /// The option as a number in `range`, or `nil`.
    func number<Number: LosslessStringConvertible & Comparable>(
        _ name: String, in range: ClosedRange<Number>
    ) throws(CallError) -> Number? {
        guard let text = self[name] else { return nil }
        guard let number = Number(text), range.contains(number) else {
            throw .usage(
                "\(name) \(text): expected a number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    /// Whether the option is 1.
    func flag(_ name: String) throws(CallError) -> Bool { try number(name, in: 0...1) ?? 0 == 1 }

    /// The option as a value of JSON, or `nil`.
    func json<Value: Decodable>(
        _ name: String, _ type: Value.Type, _ expected: String
    ) throws(CallError) -> Value? {
        guard let text = self[name] else { return nil }
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            throw .usage("\(name): expected \(expected)")
        }
    }

    /// The option as one of the cases of an enumeration, or `nil`.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, _ type: Choice.Type
    ) throws(CallError) -> Choice? where Choice.RawValue == String {
        guard let text = self[name] else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let expected = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw .usage("\(name) \(text): expected one of \(expected)")
        }
        return choice
    }
}
