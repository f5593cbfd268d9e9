/// The plain words of the appendix.
enum Explanations {
    /// What a reader should not conclude.
    static let cautions = [
        "These numbers describe what the articles quote, not what the speakers believe: an outlet chooses "
            + "whom and which words to print.",
        "Net stance is not importance, truth or popularity, and a share of quotations is not a share of people.",
        "A stance is a model's estimate. Single quotations can be wrong; read them before you cite them.",
        "Speakers whose intervals overlap are not told apart. A rank without its interval says nothing.",
        "A warm tone is not support, and a harsh tone is not opposition: tone and stance are scored apart.",
        "A quotation that is missing here may have been lost on the way: see what was dropped at each step.",
    ]

    /// What the names in the table of other estimators mean.
    static let estimators =
        "They correct the model’s known errors without hand labels from these articles, and hold only if each stance is "
        + "worded here as it was where the model was trained. They stand beside the plain mean, never instead of it. "
        + "PACC (probabilistic adjusted classify and count) turns the model’s known confusions around; EM "
        + "(expectation maximization) lets the shares move until they fit its probabilities. The condition number says how much an "
        + "estimator magnifies noise: 1 not at all, and the larger it is, the less is known."

    /// How the numbers are made: a heading and a paragraph each.
    static let methods = [
        (
            "Quotations and speakers",
            "Direct, indirect and mixed quotations are found in each article together with the words that name "
                + "the speaker. Pronouns and short names are followed back to the fullest name in the same "
                + "article; across articles, speakers are one where their full names agree, and a shorter name joins a "
                + "fuller one where the articles know exactly one who bears it. Sources that are only described "
                + "(“a senior official”) are never merged. aliases.proposed.txt lists the joins that a person should "
                + "decide."
        ),
        (
            "Stance",
            "A quotation is scored only where it speaks of the leader, and never where the leader speaks. The model "
                + "gives three probabilities that sum to one, calibrated where it was trained; what the source does by "
                + "speaking, and whether it is an organization, are among its features. How well they are calibrated on "
                + "these articles only hand labels tell. With the models of the program a quotation counts where it is "
                + "likely enough to be speech, about the leader and by that speaker; a stance is given where all of it "
                + "with the stance is likely right, and what is not sure enough counts in the shares by its "
                + "probabilities. With another model, what is too close to call does not count. The marked words moved the score most: solid underline toward favor, "
                + "dashed toward against."
        ),
        (
            "Shares and net stance",
            "A share is the mean probability over the quotations that count. Net stance is the share in favor "
                + "minus the share against, from −1 (all against) to +1 (all in favor). A quotation reprinted by "
                + "several outlets counts once: the same words of one speaker, whole or edited, and short ones where "
                + "the articles are known to be copies; and so does one that its own article says twice."
        ),
        (
            "Intervals",
            "Quotations of one article resemble each other, so articles, not quotations, are the independent "
                + "pieces; reprints of a story are one piece. From a single article nothing tells how another "
                + "would differ: the interval is then not estimable, and none is shown."
        ),
        (
            "Hand labels",
            "Where people have labeled quotations drawn at random, shares are corrected by what they said "
                + "(design-based estimation): the result holds however wrong the model is. It needs at least ten "
                + "labeled quotations from five articles; every number says whether it was corrected. Where several people "
                + "labeled a quotation, it counts as the share of them that read each stance."
        ),
        (
            "Beside the other speakers",
            "A speaker with few quotations looks extreme by chance. What a card says beside the other speakers (net_pooled in "
                + "the tables) moves each speaker toward what is common among all, the more so the less is known of them."
        ),
        (
            "Ranks",
            "Speakers are ranked by net stance, 1 the most favorable. The places from rank_low to rank_high, and those on a "
                + "card, are all that the data leave open, for all speakers at once."
        ),
    ]
}
