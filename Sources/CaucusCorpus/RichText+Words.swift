extension RichText {
    /// Groups that hold no text.
    static let silent: Set<String> = [
        "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl",
        "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "footnote", "annotation",
        "comment", "filetbl", "listtable", "revtbl", "fldinst", "bkmkstart", "bkmkend", "listtext",
        "pntext", "nonshppict", "generator", "themedata", "datastore",
        "shprslt", "sp", "sn", "sv", "xe", "tc", "txe", "rxe",
    ]

    /// The control words that are letters.
    static let letters: [String: String] = [
        "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
        "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ",
        "qmspace": " ",
    ]
}
