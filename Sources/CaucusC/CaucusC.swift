import Caucus
import Foundation

// C functions over the façade, for languages that call C. A string that a function returns belongs to the
// caller and is given back with `caucus_free`.

/// The version of Caucus, as UTF-8 that ends with a zero byte; to be freed, or null without memory.
@c(caucus_version)
public func caucusVersion() -> UnsafeMutablePointer<CChar>? {
    strdup(Caucus.version)
}

/// The quotations of one text: the line that `caucus extract` prints for a document with the id `text`.
///
/// `text` is `length` bytes of UTF-8 without an end mark; bytes that are none are read as U+FFFD. Null
/// where `text` is null or `length` negative, or without memory.
@c(caucus_extract)
public func caucusExtract(_ text: UnsafePointer<UInt8>?, _ length: Int) -> UnsafeMutablePointer<
    CChar
>? {
    guard let text, length >= 0 else { return nil }
    let bytes = UnsafeBufferPointer(start: text, count: length)
    let document = Document(id: "text", text: String(decoding: bytes, as: UTF8.self))
    let extraction = QuotationExtractor().extraction(of: document)
    return strdup(ExtractionRecord(document, extraction).json)
}

/// Gives back what another function returned; null is allowed.
@c(caucus_free)
public func caucusFree(_ pointer: UnsafeMutableRawPointer?) {
    free(pointer)
}
