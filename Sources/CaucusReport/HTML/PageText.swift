/// Text for pages of other rooms, made harmless as those of a report.
package enum PageText {
    /// `text` for the content of an element or an attribute in quotation marks.
    package static func escaped(_ text: String) -> String { SafeHTML.escaped(text) }

    /// The digest by which a content security policy lets exactly this style or script through.
    package static func source(_ text: String) -> String { PageSecurity.source(text) }
}
