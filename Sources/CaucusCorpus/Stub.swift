protocol Unpacker: AnyObject {
    func step(
        _ packed: UnsafeMutableRawBufferPointer, limit: Int, at offset: Int,
        into buffer: inout [UInt8]
    ) throws(CorpusError) -> Inflater.Step
}
extension Inflater: Unpacker {}
extension Packing {
    func unpacker(path: String) throws(CorpusError) -> any Unpacker { try Inflater(path: path) }
}
extension HTMLPage { static func declaredEncoding(_ bytes: [UInt8]) -> String? { nil } }
enum HTMLFragment { static func text(of s: String) -> String? { nil } }
extension DocumentFormat {
    func articles(_ bytes: [UInt8], path: String) throws(UnreadableFile) -> [ReadArticle] {
        throw UnreadableFile(message: "stub")
    }
}
