/// Winning, holding and losing office.
extension EnglishValence {
    static let power = """
        [power verb -3.5]
        dethrone overthrow/overthrew/overthrown topple
        [power verb -3]
        banish boot_out call_for_resignation cashier crush defrock defund demote
        drive/drove/driven_out drop+_out drum+_out expel+ fire force_out kick_out
        lose/lost_reelection oust purge push_out quit/quit_in_disgrace resign rout sack
        shove_aside stand/stood_down step+_down throw/threw/thrown_out trounce unseat vote_out
        [power verb -2.5]
        abdicate axe break/broke/broken_with bulldoze coerce cross_the_floor cut/cut_ties defect
        dictate distance_herself distance_himself ditch drub+ dump eject exile isolate marginalise
        marginalize ostracise ostracize override/overrode/overridden overrule part_ways quit/quit
        ram+_through recall remove replace sideline steamroll step+_aside strip+_of strong-arm
        thrash turn_on usurp veto
        [power verb -2]
        bypass censor+ constrain curb disenfranchise dismantle exclude gag+ gerrymander gut+
        hem+_in impose limit+ muzzle nullify overturn quash rein_in repeal rescind restrict revoke
        rig+ silence squelch stifle subjugate suppress tie_hands void withdraw/withdrew/withdrawn
        [power verb -1]
        command control dominate influence lobby mandate maneuver order
        [power verb -0.5]
        retire
        [power verb 1.5]
        govern preside represent steer swear/swore/sworn_in
        [power verb 2.5]
        crown inaugurate re-elect reelect restore_power
        [power noun -3.5]
        coup junta martial_law ouster overthrow police_state power_grab puppet_regime stranglehold
        [power noun -3]
        autocracy autocrat censorship expulsion firing no-confidence no_confidence oligarch
        oligarchy overreach purge regime removal resignation sacking strongman/strongmen
        subversion suppression usurpation vote_of_no_confidence voter_suppression
        [power noun -2.5]
        cabal clique coercion deep_state defection defector demotion departure exit exodus
        kingmaker machine recall repeal shutdown termination veto
        [power noun -2]
        ban bureaucracy bureaucrat curb establishment exclusion gerrymandering insider isolation
        lobbyist red_tape reshuffle restriction shake-up shakeup special_interests turnover
        vacancy withdrawal
        [power noun -1]
        ex-president former scramble
        [power noun -0.5]
        retirement
        [power noun 1]
        leader
        [power noun 1.5]
        appointment autonomy inauguration independence presidency promotion re-election reelection
        sovereignty
        [power noun 2.5]
        democracy freedom_fighter liberation liberator majority public_servant supermajority
        [power adj -3]
        deposed fired ousted rigged toppled undemocratic
        [power adj -2]
        bureaucratic departing domineering entrenched heavy-handed imperious isolated marginalized
        outgoing overbearing sidelined unaccountable unchecked unelected
        [power adj -0.5]
        former private
        [power adj 2]
        democratic elected free independent reelected sovereign
        [power word -2.5]
        forced_out on_her_way_out on_his_way_out on_the_chopping_block on_the_way_out
        out_of_office out_of_power under_pressure
        """
}
