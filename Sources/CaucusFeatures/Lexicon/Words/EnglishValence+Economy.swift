/// Money, work, prices.
extension EnglishValence {
    static let economy = """
        [economy verb -2.5]
        bankrupt default downsize gouge nosedive overspend/overspent overtax plummet plunge
        price-gouge tank tumble
        [economy verb -2]
        burden cut/cut devalue dip+ drop+ fall/fell/fallen furlough hike inflate lay/laid_off
        layoff offshore outsource overcharge slash tax
        [economy verb 1.5]
        create_jobs employ finance hire invest rise/rose/risen stimulate subsidise subsidize
        [economy verb 2.5]
        boom profit
        [economy noun -3]
        austerity bankruptcy depression destitution hyperinflation poverty recession
        [economy noun -2]
        bailout cut cutback debt default deficit downturn eviction fiscal_cliff foreclosure
        giveaway handout hardship homelessness inflation joblessness layoff overspending pork
        price_gouging shortage shortfall slowdown special_interest stagflation subsidy tariff
        tax_hike trade_war unemployment wage_theft waste
        [economy noun 1]
        business entrepreneur income revenue trade
        [economy noun 2]
        abundance boom dividend employment investment job jobs middle_class profit savings
        stimulus surplus tax_relief upturn wealth
        [economy adj -2.5]
        broke cash-strapped debt-ridden destitute homeless impoverished insolvent jobless
        overpriced overtaxed unaffordable unemployed wasteful
        [economy adj 2]
        affluent affordable booming job-creating lucrative profitable wealthy
        """
}
