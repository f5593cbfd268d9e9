import CaucusText

/// Given names of which one is a form of the other: “Bill” and “William”.
///
/// Within a document such names before one surname are one person. Across documents they are only proposed, since
/// “Jim Roe” and “James Roe” of two towns may well be two.
enum GivenNameForms {
    /// Whether two given names, as ``CaucusText/LetterFolding`` keys, are forms of one.
    static func areOne(_ a: UInt64, _ b: UInt64) -> Bool {
        guard let one = groups[a], let other = groups[b] else { return false }
        return !one.isDisjoint(with: other)
    }

    /// The same of two names in lower case.
    static func areOne(_ a: String, _ b: String) -> Bool {
        areOne(LetterFolding.key(of: a), LetterFolding.key(of: b))
    }

    /// The lines of ``lines`` that each name stands on, by its key.
    private static let groups: [UInt64: Set<Int>] = {
        var groups: [UInt64: Set<Int>] = [:]
        for (number, line) in lines.split(separator: "\n").enumerated() {
            for name in line.split(separator: " ") {
                groups[LetterFolding.key(of: name), default: []].insert(number)
            }
        }
        return groups
    }()

    /// A line a name: the full one and what bearers of it are called.
    private static let lines = """
        william bill will billy willie
        robert bob rob bobby robbie
        richard dick rick rich ricky
        james jim jimmy jamie
        john jack johnny jon
        jonathan jon
        joseph joe joey
        michael mike mick
        thomas tom tommy
        charles charlie chuck
        edward ed eddie ted ned
        edmund ed ted
        theodore ted teddy theo
        donald don donnie
        daniel dan danny
        david dave
        stephen steven steve
        benjamin ben benny
        samuel sam sammy
        samantha sam
        anthony tony
        christopher chris
        christine chris tina christina
        timothy tim
        gregory greg
        jeffrey geoffrey jeff geoff
        matthew matt
        nicholas nick
        patrick pat paddy
        patricia pat patty tricia
        peter pete
        philip phillip phil
        raymond ray
        ronald ron ronnie
        kenneth ken kenny
        lawrence laurence larry
        leonard len lenny
        frederick fred freddie
        francis frank
        franklin frank
        andrew andy drew
        alexander alex sandy alec
        albert al bert
        alan allan allen al
        alfred al fred
        arthur art
        bernard bernie
        douglas doug
        eugene gene
        gerald gerry jerry
        henry harry hank
        harold harry hal
        walter walt
        vincent vince
        elizabeth liz beth betty betsy lizzie eliza
        margaret maggie meg peggy
        katherine kathryn catherine kate kathy katie cathy
        jennifer jen jenny
        susan sue susie
        deborah debbie deb debra
        barbara barb
        rebecca becky
        victoria vicky tori
        kimberly kim
        pamela pam
        sandra sandy
        judith judy
        jacqueline jackie
        mitchell mitch
        zachary zach zack
        joshua josh
        nathaniel nathan nate
        abraham abe
        marcus marc
        antonio tony
        """
}
