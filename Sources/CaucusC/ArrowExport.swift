import CCaucus
import Foundation

/// Writes a table into the structures of the Arrow C Data Interface; they own their memory until they are released.
enum ArrowExport {
    /// Fills both structures with a struct array of the table's columns.
    static func write(
        _ table: ResultTable, _ schema: UnsafeMutablePointer<ArrowSchema>,
        _ array: UnsafeMutablePointer<ArrowArray>
    ) {
        schema.pointee = self.schema(
            "+s", "", flags: 0,
            children: table.columns.map {
                self.schema(format($0.kind), $0.name, flags: Int64(ARROW_FLAG_NULLABLE))
            })
        array.pointee = self.array(
            length: table.rows, missing: 0, buffers: [nil], children: table.columns.map(column))
    }

    private static func format(_ kind: ResultTable.Kind) -> String {
        switch kind {
        case .text: "U"
        case .bytes: "Z"
        case .integer: "l"
        case .number: "g"
        }
    }

    private static func column(_ column: ResultTable.Column) -> ArrowArray {
        let validity = column.missing > 0 ? copied(column.validity) : nil
        let values: [UnsafeMutableRawPointer?] =
            column.kind == .text || column.kind == .bytes
            ? [copied(column.offsets), copied(column.bytes)] : [copied(column.words)]
        return array(length: column.count, missing: column.missing, buffers: [validity] + values)
    }

    /// A copy that `free` gives back; never null, since some readers take no null for nothing.
    private static func copied<Element>(_ elements: [Element]) -> UnsafeMutableRawPointer {
        let bytes = elements.count * MemoryLayout<Element>.stride
        let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes, 64), alignment: 64)
        elements.withUnsafeBytes {
            if let base = $0.baseAddress { copy.copyMemory(from: base, byteCount: bytes) }
        }
        return copy
    }

    private static func schema(
        _ format: String, _ name: String, flags: Int64, children: [ArrowSchema] = []
    ) -> ArrowSchema {
        let places = pointers(children)
        return ArrowSchema(
            format: UnsafePointer(strdup(format)), name: UnsafePointer(strdup(name)), metadata: nil,
            flags: flags, n_children: Int64(children.count), children: places, dictionary: nil,
            release: { schema in
                guard let schema, schema.pointee.release != nil else { return }
                ArrowExport.release(schema.pointee.children, schema.pointee.n_children) {
                    $0.pointee.release?($0)
                }
                free(UnsafeMutablePointer(mutating: schema.pointee.format))
                free(UnsafeMutablePointer(mutating: schema.pointee.name))
                schema.pointee.release = nil
            }, private_data: nil)
    }

    private static func array(
        length: Int, missing: Int, buffers: [UnsafeMutableRawPointer?], children: [ArrowArray] = []
    ) -> ArrowArray {
        let kept = UnsafeMutablePointer<UnsafeRawPointer?>.allocate(capacity: buffers.count)
        for (i, buffer) in buffers.enumerated() {
            (kept + i).initialize(to: buffer.map { UnsafeRawPointer($0) })
        }
        return ArrowArray(
            length: Int64(length), null_count: Int64(missing), offset: 0,
            n_buffers: Int64(buffers.count), n_children: Int64(children.count), buffers: kept,
            children: pointers(children), dictionary: nil,
            release: { array in
                guard let array, array.pointee.release != nil else { return }
                ArrowExport.release(array.pointee.children, array.pointee.n_children) {
                    $0.pointee.release?($0)
                }
                for i in 0..<Int(array.pointee.n_buffers) {
                    UnsafeMutableRawPointer(mutating: array.pointee.buffers?[i])?.deallocate()
                }
                array.pointee.buffers?.deallocate()
                array.pointee.release = nil
            }, private_data: nil)
    }

    /// Places for the children of a structure, each in memory of its own, as the interface asks for.
    private static func pointers<Child>(
        _ children: [Child]
    ) -> UnsafeMutablePointer<UnsafeMutablePointer<Child>?>? {
        guard !children.isEmpty else { return nil }
        let places = UnsafeMutablePointer<UnsafeMutablePointer<Child>?>.allocate(
            capacity: children.count)
        for (i, child) in children.enumerated() {
            let place = UnsafeMutablePointer<Child>.allocate(capacity: 1)
            place.initialize(to: child)
            (places + i).initialize(to: place)
        }
        return places
    }

    /// Releases children that nobody has moved away, and the places of all.
    private static func release<Child>(
        _ children: UnsafeMutablePointer<UnsafeMutablePointer<Child>?>?, _ count: Int64,
        _ release: (UnsafeMutablePointer<Child>) -> Void
    ) {
        for i in 0..<Int(count) {
            guard let child = children?[i] else { continue }
            release(child)
            child.deallocate()
        }
        children?.deallocate()
    }
}
