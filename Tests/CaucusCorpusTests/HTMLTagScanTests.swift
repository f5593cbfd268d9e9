import Testing

@testable import CaucusCorpus

/// What stands before a tag of too many attributes does not hide it.
@Suite struct HTMLTagScanTests {
    private func tag(_ count: Int) -> String {
        "<p " + (0..<count).map { "a\($0)" }.joined(separator: " ") + ">words</p>"
    }

    private func isRefused(_ page: String) -> Bool {
        var page = page
        return page.withUTF8 { HTMLTagScan.hasTooManyAttributes($0) }
    }

    @Test(arguments: [
        "", "<!-->", "<!--->", "<!-- -->", "<!----!>", "<!-- > --!>", "<!-- <b c=\" -->", "<!x \">",
        "<?a>", "</b c=\">", "<script>a<b \"</script>", "<script>\"</script>", "<style>\"</style >",
        "<p a=\">\" b='>'>", "<p \"x=\">", "<p a = '>' / b>", "<P A=b\"c>", "<a<b>", "<.x \"'>",
        "<p a=>", "<br/>", "<p a b=\"\"/>", "<3 \"", "<",
    ])
    func nothingHidesATag(_ before: String) {
        #expect(isRefused(before + tag(1001)))
        #expect(!isRefused(before + tag(900)))
    }

    /// Words of scripts and comments, and long values, are no attributes.
    @Test func whatIsNoAttributeIsNotCounted() {
        let words = (0..<3000).map { "w\($0)" }.joined(separator: " ")
        #expect(!isRefused("<script>if (a <b \(words))</script><!-- \(words) --><p a='\(words)'>"))
        #expect(!isRefused("a < \(words)"))
        for cut in [
            "<", "<p", "<p a", "<p a=", "<p a='", "<!--", "<!-", "</", "<script>", "<script><",
        ] {
            #expect(!isRefused(cut))
        }
    }
}
