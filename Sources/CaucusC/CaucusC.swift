public import CCaucus
import Caucus
import Foundation

// The functions of Sources/CCaucus/include/caucus.h, which says what each takes and gives: the compiler holds every one
// here against its declaration there.

@c @implementation
public func caucus_version() -> UnsafeMutablePointer<CChar>? {
    strdup(Caucus.version)
}

@c @implementation
public func caucus_free(_ pointer: UnsafeMutableRawPointer?) {
    free(pointer)
}

@c @implementation
public func caucus_contents(
    _ schema: UnsafeMutablePointer<ArrowSchema>?, _ array: UnsafeMutablePointer<ArrowArray>?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    answered(schema, array, message) {
        var table = ResultTable([("kind", .text), ("name", .text)])
        let names: [(String, [String])] = [
            ("model", StanceModel.shippedNames),
            ("table", StoreExport.Table.allCases.map(\.rawValue)),
            ("features", FeatureSettings.names),
        ]
        for (kind, names) in names {
            for name in names { table.add([.text(kind), .text(name)]) }
        }
        return table
    }
}
