/// Closed word classes.
extension Lexicon.Builder {
    mutating func addFunctionWords() {
        addPronouns()
        add([.definite, .determiner, .neverName], "the")
        add([.indefinite, .determiner, .neverName], "a an another")
        add(
            [.determiner, .neverName],
            "this these those some any each every no both many few several all most such other more less half"
        )
        add(
            [.preposition, .neverName],
            """
            of in on at by for from with without within into onto about against among around between \
            during under over through throughout toward towards upon across behind beyond near off out up down \
            per despite regarding concerning amid inside outside beneath beside besides via like unlike except \
            alongside
            """)
        add([.to, .preposition, .neverName], "to")
        add([.coordinator, .neverName], "and or nor &")
        add(
            [.clauseBorder, .neverName],
            """
            but because while when if although though whereas unless until since once so yet before after as \
            than lest whenever wherever
            """)
        add(.preposition, "before after since until as than")
        add([.that, .relative, .determiner, .neverName], "that")
        add([.relative, .neverName], "who which whom whose")
        add(
            [.question, .neverName],
            "what how why whether where when who whom whose which if whatever whoever")
        add(
            [.be, .neverName],
            "is are was were be been being am isn't aren't wasn't weren't 's 're 'm ain't")
        add([.have, .neverName], "has have had having hasn't haven't hadn't 've 'd 's")
        add(
            [.modal, .neverName],
            """
            will would can could may might must shall should won't wouldn't can't couldn't shouldn't mustn't \
            cannot 'll 'd
            """)
        add([.doing, .neverName], "do does did don't doesn't didn't doing done")
        add(
            [.negation, .adverb, .neverName],
            """
            not never isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't didn't don't \
            doesn't hasn't haven't hadn't cannot neither nor hardly barely
            """)
        addAdverbs()
        add(
            [.time, .neverName],
            """
            monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun \
            january february march april may june july august september october november december jan feb \
            mar apr jun jul aug sept sep oct nov dec yesterday today tomorrow tonight morning afternoon evening \
            night week month year weekend last next earlier later recently ago now
            """)
        add(
            [.numeral, .neverName],
            """
            one two three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands \
            hundred thousand million billion trillion percent first second third half
            """)
    }

    private mutating func addPronouns() {
        add([.he, .neverName], "he")
        add([.she, .neverName], "she")
        add([.they, .neverName], "they")
        add([.first, .neverName], "i we")
        add([.you, .neverName], "you")
        add([.it, .neverName], "it")
        add(
            [.object, .neverName],
            "him her them me us himself herself themselves itself myself ourselves")
        add([.possessive, .determiner, .neverName], "his her their its my our your whose")
        add(
            [.indefinitePronoun, .neverName],
            """
            others some many most several few one both all everyone everybody someone somebody anyone anybody \
            nobody none these those two three four
            """)
        add([.neverName], "dear there here mine hers theirs ours yours")
    }

    private mutating func addAdverbs() {
        add(
            [.adverb, .neverName],
            """
            also then later still just even only ever already again too soon often always sometimes once \
            twice now instead meanwhile however therefore thus moreover furthermore nevertheless nonetheless \
            indeed perhaps maybe rather quite very so yet almost further simply reportedly allegedly \
            apparently publicly privately repeatedly recently previously earlier long first initially \
            finally eventually quickly explicitly flatly bluntly jokingly famously pointedly strongly \
            vigorously openly clearly truly really actually certainly probably likely basically essentially \
            generally largely mostly merely nearly jointly separately personally angrily quietly \
            loudly softly wryly cheerfully sarcastically tearfully emphatically firmly cautiously proudly \
            correctly rightly wrongly falsely incorrectly else away back well far there here today together \
            afterward afterwards ahead alone anyway elsewhere sure otherwise hence besides yes no ok okay please
            """)
        add(
            .adjective,
            """
            new old good bad big small great large little own political public national local federal legal \
            economic social military international private foreign possible available free high low long short \
            young early late clear strong true false real right wrong different important major current recent \
            general presidential congressional senatorial gubernatorial independent anonymous prominent \
            longtime onetime then-candidate conservative liberal progressive moderate democratic
            """)
    }
}
