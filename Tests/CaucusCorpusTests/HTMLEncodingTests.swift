import CaucusMatrix
import Testing

@testable import CaucusCorpus

/// Issue 17: the encoding that a page declares is found as browsers find it.
@Suite struct HTMLEncodingTests {
    private func declared(_ page: [UInt8]) -> String? {
        page.withUnsafeBufferPointer { HTMLPage.declaredEncoding($0) }
    }

    @Test(arguments: [
        "<meta charset=windows-1252>", "<META CHARSET='windows-1252'/>",
        "<meta  charset = \"windows-1252\" >",
        "<meta charset=' windows-1252 '>", "<meta/charset=windows-1252>",
        "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1252\"><title>T</title>",
        "<meta content='text/html;charset = windows-1252' http-equiv=content-type>",
        "<meta content='text/html;charset=\"windows-1252\"; x' http-equiv=content-type>",
        "<?xml version=\"1.0\" encoding=\"windows-1252\"?><html>",
        "<?xml version='1.0' encoding='windows-1252' ?>",
        "<!-- > <meta charset=utf-8> --><meta charset=windows-1252>",
        "<!--><meta charset=windows-1252>",
        "<!DOCTYPE html><a title='<meta charset=utf-8>'><meta charset=windows-1252>",
        "<meta name=description content='charset=utf-8'><meta charset=windows-1252>",
        "<metas charset=utf-8><meta charset=windows-1252><meta charset=utf-8>",
        "< <<meta charset=windows-1252>",
        "</p charset=utf-8><meta charset=windows-1252>", "caf\u{E9} <meta charset=windows-1252>",
    ])
    func theDeclarationIsFound(_ page: String) {
        #expect(declared(Array(page.utf8)) == "windows-1252")
    }

    @Test(arguments: [
        "", "<", "<meta", "<meta ", "<meta charset", "<meta charset=", "<meta charset=''>",
        "<p>charset=utf-8</p>",
        "<meta http-equiv=refresh content='0; charset=utf-8'>", "<!-- <meta charset=utf-8>",
        "<meta content='charset=utf-8'>",
        "<meta http-equiv=content-type content='text/html'>", " <?xml encoding='utf-8'?>",
        "<?xml version='1.0'?>",
        "<a title='<meta charset=utf-8>",
        String(repeating: " ", count: 4096) + "<meta charset=utf-8>",
        "<meta http-equiv=content-type content='charsetcharset'>", "<!", "<!-", "<?", "</",
    ])
    func whatDeclaresNothingIsNil(_ page: String) {
        #expect(declared(Array(page.utf8)) == nil)
    }

    @Test func utf16IsNotReadByteByByte() {
        #expect(declared(Array("<meta charset=UTF-16LE>".utf8)) == "utf-8")
        #expect(declared(Array("<meta charset=UTF-8>".utf8)) == "UTF-8")
    }

    @Test func noiseIsHarmless() {
        let parts = [
            "<", "meta", " ", "charset", "=", "'", "\"", ">", "/", "!--", "-->", "?xml", "utf-8",
            "content", "http-equiv", "a", ";",
        ]
        var generator = SplitMix(seed: 17)
        for _ in 0..<3000 {
            let text = (0..<25).map { _ in parts[Int.random(in: 0..<parts.count, using: &generator)]
            }.joined()
            if let name = declared(Array(text.utf8)) { #expect(!name.isEmpty) }
        }
        for flood in ["<meta ", "<", "<!--", "<a ", "a=", "<!-->"] {
            #expect(declared(Array(String(repeating: flood, count: 100_000).utf8)) == nil)
        }
    }
}
