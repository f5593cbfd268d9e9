/// Praise, help, agreement.
extension EnglishValence {
    static let support = """
        [support verb 0.5]
        name pick
        [support verb 1]
        appoint confirm defend elect meet/met offer propose rally select
        [support verb 1.5]
        accept accommodate advise assure back_up believe_in bridge care_for co-sponsor coalesce
        compromise concur+ contribute cosponsor donate embrace ensure extend_a_hand facilitate
        fight/fought_for find/found_common_ground grant greet guide invite keep/kept_safe listen
        mentor permit+ reach_out recruit serve stand/stood_up_for urge_support volunteer
        [support verb 2]
        admit+_admiration advocate affirm agree aid ally appreciate assist bolster boost buoy
        collaborate comfort console cooperate corroborate dignify empathise empathize empower
        enable encourage favor favour forgive/forgave/forgiven foster help inspire join nominate
        nurture pardon partner prefer+ prize promote protect reassure recommend reconcile reunite
        safeguard shield sing/sang/sung_praises soothe sustain sympathise sympathize trumpet unite
        validate value welcome
        [support verb 2.5]
        back befriend bless come/came/come_to_the_defense commemorate compliment credit crow
        get/got/gotten_behind go/went/gone_to_bat gush rave reward side_with
        speak/spoke/spoken_highly stand/stood_by stand/stood_with stick/stuck_by stick/stuck_with
        support thank throw/threw/thrown_weight_behind tout trust
        [support verb 3]
        admire applaud celebrate champion cheer commend congratulate endorse esteem hail
        heap_praise honor honour love pay/paid_tribute praise rally_around rally_behind salute
        sing/sang/sung_the_praises swear/swore/sworn_by treasure vouch_for
        [support verb 3.5]
        acclaim cherish exalt extol+ glorify laud worship
        [support verb 4]
        adore idolise idolize lionise lionize revere venerate
        [support noun 1]
        camaraderie colleague confidant defence defense fellowship invitation nomination rapport
        recommendation sponsor teammate
        [support noun 1.5]
        commitment community donor embrace family handclasp neighbor neighborhood neighbour
        service teamwork togetherness understanding voice volunteer
        [support noun 2]
        accord advocacy advocate agreement aid alliance assistance believer bipartisanship cheer
        cheerleader coalition collaboration comfort common_ground compromise consensus cooperation
        devotee enthusiast fan follower guidance handshake help hug mediator partner partnership
        peace peacemaker proponent protection protector reassurance reconciliation sympathy truce
        trust welcome
        [support noun 2.5]
        admirer ally appreciation approval backer backing blessing compliment congratulations
        defender encouragement friend friendship goodwill gratitude harmony loyalist mandate
        mentor respect solidarity support supporter thanks unity vote_of_confidence warmth
        [support noun 3]
        affection applause commendation devotion endorsement esteem exoneration heroine idol kudos
        love plaudit praise rave salute tribute vindication
        [support noun 3.5]
        acclaim accolade admiration adoration adulation hero's_welcome reverence standing_ovation
        [support adj 1]
        agreeable allied approving close cosy cozy receptive
        [support adj 2]
        amicable bipartisan caring collaborative committed complimentary conciliatory
        congratulatory cooperative cordial empathetic encouraging favorable favourable flattering
        glowing helpful hospitable laudatory like-minded neighborly steadfast sympathetic unified
        united unwavering welcoming willing
        [support adj 2.5]
        affectionate appreciative comforting dear devoted enthusiastic esteemed friendly grateful
        honored honoured kind-hearted kindhearted loyal popular reassuring stalwart staunch
        supportive thankful trusted warm well-respected
        [support adj 3]
        acclaimed admired adored adoring beloved celebrated cherished exalted loved revered
        venerable
        [support word 1.5]
        alongside in_partnership on_behalf_of together working_together
        [support word 2]
        arm_in_arm hand_in_hand hats_off in_favor in_favour in_good_hands in_lockstep on_board
        shoulder_to_shoulder side_by_side thank_you thumbs_up
        """
}
