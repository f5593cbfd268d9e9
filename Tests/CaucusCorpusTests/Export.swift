/// Exports of two articles each, in the layouts of archives.
enum Export: String, CaseIterable {
    case nexis, uni, factiva, plainFactiva, proquest, releases

    /// The file.
    var text: String {
        switch self {
        case .nexis: Self.nexisText
        case .uni: Self.uniText
        case .factiva: Self.factivaText
        case .plainFactiva: Self.plainFactivaText
        case .proquest: Self.proquestText
        case .releases: Self.releasesText
        }
    }

    private static let nexisText = """


                                       1 of 2 DOCUMENTS


                                       Lorn Courier

                                  March 5, 2031 Wednesday
                                     Late Edition - Final

        Bridge stays,
        says mayor

        BYLINE: By TOM REED

        SECTION: NEWS; Pg. 1

        LENGTH: 1,412 words

        DATELINE: LORN


        The council of Lorn met on Monday.

        “We will not close it,” said Ada Quill, the mayor
        of Lorn.

        GRAPHIC: PHOTO: Ada Quill at the bridge.

        Another photo, of the mill.

        LOAD-DATE: March 6, 2031

        LANGUAGE: ENGLISH

        PUBLICATION-TYPE: Newspaper

                             Copyright 2031 Lorn Courier Ltd.
                                  All Rights Reserved


                                       2 of 2 DOCUMENTS

                                       The Mill Post

                                  6 March 2031

        HEADLINE: Mill closes

        BODY:
        “It is over,” Bo Tull said.

        SECTION 230: nobody mentioned it.

        LOAD-DATE: March 7, 2031

        """

    private static let uniText = """
        User Name: T. Reed
        Date and Time: Monday, April 7, 2031 10:12:00 AM EDT
        Job Number: 123456
        Documents (2)
        1. Bridge stays
        2. Mill closes
        Client/Matter: -None-
        Search Terms: bridge
        Search Type: Terms and Connectors
        Narrowed by:
        Content Type\tNarrowed by
        About LexisNexis | Privacy Policy | Terms & Conditions | Copyright © 2031 LexisNexis
        Page 1 of 4

        Bridge stays

        Lorn Courier
        March 5, 2031 Wednesday

        Copyright 2031 Lorn Courier Ltd. All Rights Reserved

        Section: NEWS; Pg. 1
        Length: 412 words
        Byline: Tom Reed
        Body


        The council of Lorn met on Monday.

        Body and soul of the town is the bridge. Copyright law of 1976 says nothing of it.

        Graphic

        Ada Quill at the bridge.

        Classification

        Language: ENGLISH
        Subject: BRIDGES (90%); MAYORS (75%)
        Load-Date: March 5, 2031

        End of Document

        Mill closes
        The Mill Post
        March 6, 2031

        Length: 9 words
        Body

        “It is over,” Bo Tull said.

        Load-Date: March 7, 2031

        End of Document
        """

    private static let factivaText = """
        SE News
        HD
        Bridge stays,
        says mayor
        BY By Tom Reed
        WC 412 words
        PD 5 March 2031
        SN Lorn Courier
        SC LCOUR
        LA English
        CY (c) 2031 Lorn Courier Ltd.
        LP
        The council of Lorn met on Monday.
        TD
        “We will not close it,” said Ada Quill, the mayor
        of Lorn.

        IN THE MORNING she spoke again.

        NS gvote : Elections | gcat : Political News
        RE lorn : Lorn
        PUB Lorn Courier Ltd.
        AN
        Document LCOUR00020310305e7350001
        HD Mill closes
        WC 9 words
        PD 6 March 2031
        SN The Mill Post
        LP “It is over,” Bo Tull said.
        AN Document MPOST00020310306e7360002
        """

    private static let plainFactivaText = """
        News
        Bridge stays, says mayor of the town
        By Tom Reed
        412 words
        5 March 2031
        10:02
        Lorn Courier
        LCOUR
        1
        English
        (c) 2031 Lorn Courier Ltd.

        The council of Lorn met on Monday.

        Document LCOUR00020310305e7350001

        Mill closes after sixty years on the Lorn
        9 words
        6 March 2031
        The Mill Post
        MPOST
        English

        “It is over,” Bo Tull said.

        Document MPOST00020310306e7360002

        Search Summary
        Text\tbridge or mill
        © 2031 Factiva, Inc. All rights reserved.
        """

    private static let proquestText = """
        Report Information from ProQuest
        March 09 2031 10:12

        Table of contents
        1. Bridge stays
        2. Mill closes
        ____________________________________________________________

        Document 1 of 2

        Bridge stays

        Author: Reed, Tom

        Publication info: Lorn Courier ; Lorn [Lorn]. 05 Mar 2031: A1.

        ProQuest document link

        Abstract: The mayor of Lorn keeps the bridge.

        Full text: The council of Lorn met on Monday.

        People: they were many, and Ada Quill spoke.

        “We will not close it,” she said.

        Subject: Bridges; Mayors

        Title: Bridge stays

        Publication title: Lorn Courier; Lorn

        Publication date: Mar 5, 2031

        ProQuest document ID: 1234567

        Document URL: https://proquest.example/1234567

        Copyright: Copyright Lorn Courier Mar 5, 2031

        Database: Lorn Newsstream
        ____________________________________________________________

        Mill closes

        Full text:

        “It is over,” Bo Tull said.

        Title: Mill closes
        Publication title: The Mill Post
        Publication date: Mar 6, 2031
        ____________________________________________________________

        Contact us at: http://www.proquest.com/go/contactsupport

        Database copyright © 2031 ProQuest LLC. All rights reserved.
        """

    private static let releasesText = """
        FOR IMMEDIATE RELEASE
        March 5, 2031
        Contact: Tom Reed, 555-0100

        Mayor keeps the bridge

        LORN, March 5 – “We will not close it,” Ada Quill said.

        ###

        The city of Lorn is older than its bridge.

        FOR IMMEDIATE RELEASE: March 6, 2031

        Mill closes

        “It is over,” Bo Tull said.

        -30-
        """
}
