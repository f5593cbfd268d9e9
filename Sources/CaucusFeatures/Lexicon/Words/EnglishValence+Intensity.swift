/// Words that strengthen, weaken or reverse the words after them.
extension EnglishValence {
    static let intensity = """
        [intensifier word 1.15]
        all certainly clearly definitely even far increasingly indeed lot lots more much obviously
        only plainly pretty quite rather simply
        [intensifier word 1.3]
        always awfully bitterly blatantly consistently constantly deeply entirely especially ever
        extraordinarily fiercely flagrantly flatly forever fully greatly grossly highly intensely
        most never-ending openly particularly really relentlessly remarkably repeatedly roundly
        seriously severely sharply so staunchly strongly such terribly too truly vehemently very
        vigorously wholeheartedly wholly
        [intensifier word 1.5]
        absolutely astonishingly completely downright enormously exceedingly extremely hugely
        incredibly insanely massively monumentally outrageously overwhelmingly profoundly
        stunningly thoroughly totally unbelievably utterly wildly
        [diminisher word 0.5]
        a_bit a_little almost barely faintly fewer kind_of least less marginally mildly modestly
        nearly nominally ostensibly partially partly seemingly slightly somewhat sort_of vaguely
        [diminisher word 0.75]
        apparently arguably could fairly may maybe might moderately perhaps possibly potentially
        reasonably relatively reportedly would
        [negator word -0.7]
        ain't aren't can't cannot cant couldn't didn't doesn't don't dont hadn't hasn't haven't
        isn't mustn't n't needn't neither never no nobody none nor not nothing nowhere shouldn't
        wasn't weren't won't wont wouldn't
        [negator word -0.6]
        anything_but declined_to devoid fail_to failed_to failing_to fails_to failure_to far_from
        hardly instead_of lack lacked lacking lacks no_longer rarely rather_than refuse_to
        refused_to refuses_to refusing_to scarcely seldom short_of stop stopped stops unable_to
        without
        """
}
