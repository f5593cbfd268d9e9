import CCaucus
import Foundation

/// What holds for every answer of the C functions.
enum CallAnswer {
    /// Makes a call, and tells whether it was answered; a broken promise ends the process.
    static func isGiven(
        _ call: (
            UnsafeMutablePointer<ArrowSchema>, UnsafeMutablePointer<ArrowArray>,
            UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
        ) -> Int32
    ) -> Bool {
        var (schema, array) = (ArrowSchema(), ArrowArray())
        var message: UnsafeMutablePointer<CChar>?
        let code = call(&schema, &array, &message)
        guard code == 0 else {
            let line = message.map { String(cString: $0) } ?? ""
            caucus_free(message)
            require(schema.release == nil && array.release == nil, "no result beside a failure")
            require([64, 65, 66, 73, 74, 130].contains(code), "the code \(code) of “\(line)”")
            require(!line.isEmpty && !line.contains { $0.isNewline }, "the line “\(line)”")
            return false
        }
        require(message == nil, "no message beside a result")
        require(schema.n_children == array.n_children, "a field a column")
        for n in 0..<Int(array.n_children) {
            check(schema.children[n], array.children[n], array.length)
        }
        schema.release(&schema)
        array.release(&array)
        require(schema.release == nil && array.release == nil, "structures that are released")
        return true
    }

    private static func check(
        _ field: UnsafeMutablePointer<ArrowSchema>?, _ values: UnsafeMutablePointer<ArrowArray>?,
        _ rows: Int64
    ) {
        guard let field = field?.pointee, let values = values?.pointee else {
            return require(false, "a column that is there")
        }
        require(values.length == rows && values.offset == 0, "\(rows) rows a column")
        require((0...rows).contains(values.null_count), "as many missing as there are rows")
        guard ["U", "Z"].contains(String(cString: field.format)) else { return }
        guard let offsets = values.buffers[1]?.assumingMemoryBound(to: Int64.self),
            let bytes = values.buffers[2]
        else { return require(false, "buffers of texts") }
        require(offsets[0] == 0, "texts from the start")
        for row in 0..<Int(rows) { require(offsets[row] <= offsets[row + 1], "offsets that climb") }
        let all = UnsafeRawBufferPointer(start: bytes, count: Int(offsets[Int(rows)]))
        guard String(cString: field.format) == "U" else { return }
        require(String(validating: all, as: UTF8.self) != nil, "texts that are UTF-8")
    }

    private static func require(_ holds: Bool, _ what: String) {
        guard !holds else { return }
        fatalError("a promise is broken: \(what)")
    }
}
