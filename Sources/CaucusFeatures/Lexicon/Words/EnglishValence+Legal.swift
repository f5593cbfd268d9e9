/// Crime, courts, inquiries.
extension EnglishValence {
    static let legal = """
        [legal verb -3.5]
        bribe convict defraud embezzle extort imprison incarcerate jail launder perjure swindle
        [legal verb -3]
        arraign arrest blackmail break/broke/broken_the_law cheat collude conspire detain
        fabricate falsify flout forge handcuff impeach indict loot obstruct_justice
        plead/pleaded_guilty plunder prosecute racketeer scam+ steal/stole/stolen subpoena tamper
        traffic/trafficked violate
        [legal verb -2.5]
        charge circumvent confiscate criminalise criminalize deport disbar+ evade fine implicate
        incriminate outlaw penalise penalize punish raid sanction seize sentence smuggle sue
        trespass
        [legal verb -2]
        allege audit ban+ bar+ breach contravene depose eavesdrop+ hack infringe interrogate
        investigate leak litigate overstep+ probe prohibit+ recuse spy testify_against wiretap+
        [legal verb -1.5]
        attempt catch/caught disclose divulge expose
        [legal verb -1]
        plead search settle testify
        [legal verb 1]
        decriminalize enshrine legalise legalize ratify
        [legal verb 2.5]
        absolve acquit+ clear_of exculpate exonerate vindicate
        [legal noun -4]
        genocide murder murderer paedophile pedophile rape rapist terrorism terrorist traitor
        treason
        [legal noun -3.5]
        bribe bribery collusion con_artist con_man conspiracy conviction corruption cover-up
        coverup crime criminal crook embezzlement extortion felon felony fraud fraudster
        high_crimes hoax kickback money_laundering obstruction_of_justice perjury quid_pro_quo
        racketeering scam scammer scandal smoking_gun swindler theft thief/thieves
        [legal noun -3]
        arrest assault blackmail criminality cronyism graft guilt handcuffs hush_money illegality
        impeachment indictment inmate jail lawbreaker malfeasance malpractice misconduct
        misdemeanor misdemeanour misuse molestation mugshot nepotism offence offense pay-to-play
        payoff prison prisoner prosecution slush_fund violation wrongdoing
        [legal noun -2.5]
        accomplice accuser allegation breach charge co-conspirator complicity conflict_of_interest
        conflicts_of_interest conspirator culprit defendant fine grand_jury guilty_plea infraction
        insider_trading lawsuit penalty perpetrator plea plea_deal punishment raid sanction
        sentence subpoena suspect tampering transgression
        [legal noun -2]
        audit bail custody deposition enquiry hack hacker hearing_into impropriety inquiry
        investigation irregularity leak leaker litigation loophole parole probation probe
        prosecutor recusal special_counsel special_prosecutor surveillance trial whistle-blower
        whistleblower wiretapping
        [legal noun -1.5]
        affair apology behavior behaviour complaint conduct cop disclosure immunity incident
        inquest police revelation secret sex
        [legal noun -1]
        affidavit attorney court investigator lawyer testimony witness
        [legal noun -0.5]
        document evidence judge jury records statement transcript
        [legal noun 2]
        acquittal clemency due_process innocence justice rule_of_law
        [legal adj -3.5]
        convicted corrupt criminal crooked felonious fraudulent guilty treacherous treasonous
        [legal adj -3]
        complicit culpable disgraced illegal illicit impeachable imprisoned indicted jailed
        lawless unconstitutional unlawful
        [legal adj -2]
        accused alleged fugitive illegitimate impeached investigative liable punitive questionable
        [legal adj -1.5]
        classified confidential redacted secret sexual unauthorised unauthorized undisclosed
        unsealed
        [legal adj 0.5]
        legal
        [legal adj 2]
        constitutional exonerated innocent law-abiding lawful legitimate rightful
        [legal word -2.5]
        above_the_law behind_bars in_contempt in_violation_of on_trial under_arrest
        under_indictment under_investigation
        [legal word -1.5]
        allegedly purportedly supposedly
        """
}
