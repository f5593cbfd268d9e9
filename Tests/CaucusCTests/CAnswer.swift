import CCaucus
import Testing

/// What a function gave, read through the Arrow C Data Interface, and given back to the library.
struct CAnswer {
    let code: Int32
    /// The line that tells of a failure, or `nil`.
    let message: String?
    /// The result, or `nil` after a failure.
    let table: ArrowTable?

    /// The structures of a result, and where a message goes.
    typealias Call = (
        UnsafeMutablePointer<ArrowSchema>?, UnsafeMutablePointer<ArrowArray>?,
        UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    ) -> Int32

    /// Makes a call, checks what holds for every answer, and reads it.
    init(_ call: Call) {
        var (schema, array) = (ArrowSchema(), ArrowArray())
        // What nothing may touch where a call fails.
        schema.flags = 77
        array.length = 77
        var text: UnsafeMutablePointer<CChar>?
        code = call(&schema, &array, &text)
        message = text.map { String(cString: $0) }
        caucus_free(text)
        guard code == 0 else {
            table = nil
            #expect(schema.flags == 77 && schema.release == nil, "a failure leaves the schema")
            #expect(array.length == 77 && array.release == nil, "a failure leaves the array")
            #expect([64, 65, 66, 70, 73, 74, 130].contains(code), "a code of the header")
            #expect(message?.isEmpty == false, "a failure has a message")
            #expect(message?.contains { $0.isNewline } == false, "a message is a line")
            return
        }
        #expect(message == nil, "an answer has no message")
        table = ArrowTable(schema, array)
        schema.release?(&schema)
        array.release?(&array)
        #expect(schema.release == nil && array.release == nil, "what is released says so")
    }
}

/// A record batch as its reader has it.
struct ArrowTable: Equatable {
    /// A cell.
    enum Cell: Equatable {
        case text(String), bytes([UInt8]), integer(Int), number(Double), missing
    }

    let names: [String]
    let formats: [String]
    let rows: Int
    private let cells: [[Cell]]

    /// Reads both structures, and checks them against the interface.
    init(_ schema: ArrowSchema, _ array: ArrowArray) {
        #expect(String(cString: schema.format) == "+s", "a struct array")
        #expect(schema.release != nil && array.release != nil)
        #expect(schema.n_children == array.n_children)
        #expect(array.offset == 0 && array.null_count == 0 && array.n_buffers == 1)
        rows = Int(array.length)
        let count = Int(schema.n_children)
        let fields = (0..<count).compactMap { schema.children?[$0]?.pointee }
        let values = (0..<count).compactMap { array.children?[$0]?.pointee }
        #expect(fields.count == count && values.count == count, "every child is there")
        names = fields.map { String(cString: $0.name) }
        formats = fields.map { String(cString: $0.format) }
        #expect(fields.allSatisfy { $0.flags == Int64(ARROW_FLAG_NULLABLE) && $0.release != nil })
        #expect(values.allSatisfy { $0.length == array.length && $0.release != nil })
        cells = zip(formats, values).map { Self.cells($0, $1) }
    }

    /// The cells of a column, empty where there is none of that name.
    subscript(_ name: String) -> [Cell] { names.firstIndex(of: name).map { cells[$0] } ?? [] }

    /// The texts of a column.
    func texts(_ name: String) -> [String?] {
        self[name].map { if case .text(let text) = $0 { text } else { nil } }
    }

    /// The numbers of a column.
    func numbers(_ name: String) -> [Double] {
        self[name].compactMap { cell -> Double? in
            switch cell {
            case .number(let number): number
            case .integer(let number): Double(number)
            default: nil
            }
        }
    }

    private static func cells(_ format: String, _ array: ArrowArray) -> [Cell] {
        let rows = Int(array.length)
        let isVariable = ["U", "Z"].contains(format)
        #expect(array.offset == 0 && array.n_children == 0)
        guard let buffers = array.buffers, array.n_buffers == (isVariable ? 3 : 2),
            let words = buffers[1]
        else {
            Issue.record("\(array.n_buffers) buffers of a column of format \(format)")
            return []
        }
        let valid = (0..<rows).map { row in
            buffers[0].map {
                $0.load(fromByteOffset: row / 8, as: UInt8.self) >> (row % 8) & 1 == 1
            }
                ?? true
        }
        #expect(Int(array.null_count) == valid.count { !$0 }, "the missing are counted")
        let offsets = words.assumingMemoryBound(to: Int64.self)
        if isVariable {
            #expect(offsets[0] == 0 && (0..<rows).allSatisfy { offsets[$0] <= offsets[$0 + 1] })
        }
        return (0..<rows).map { row -> Cell in
            guard valid[row] else { return .missing }
            switch format {
            case "l": return .integer(Int(offsets[row]))
            case "g": return .number(words.assumingMemoryBound(to: Double.self)[row])
            default:
                let bytes = UnsafeRawBufferPointer(
                    start: buffers[2].map { $0 + Int(offsets[row]) },
                    count: Int(offsets[row + 1] - offsets[row]))
                guard format == "U" else { return .bytes(Array(bytes)) }
                return .text(String(validating: bytes, as: UTF8.self) ?? "no UTF-8")
            }
        }
    }
}
