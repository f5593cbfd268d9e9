import CaucusText
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    /// The examples of FIPS 180-4's companion document.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func knownTextsHaveTheirKnownDigest(text: String, digest: String) {
        #expect(SHA256.hex(of: text) == digest)
    }

    @Test func aMillionLettersHaveTheirKnownDigest() {
        var digest = SHA256()
        for _ in 0..<1000 { digest.update([UInt8](repeating: UInt8(ascii: "a"), count: 1000)) }
        #expect(
            digest.hex() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func howBytesAreCutDoesNotMatter() {
        let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        var whole = SHA256()
        whole.update(bytes)
        for cut in 0...300 {
            var parts = SHA256()
            parts.update(Array(bytes[..<cut]))
            parts.update(Array(bytes[cut...]))
            #expect(parts.hex() == whole.hex())
        }
    }
}
