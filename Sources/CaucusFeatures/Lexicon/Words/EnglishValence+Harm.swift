/// Violence, illness, disaster; safety and rescue.
extension EnglishValence {
    static let harm = """
        [harm verb -4]
        assassinate behead butcher execute exterminate gas+ massacre murder slaughter torture
        [harm verb -3.5]
        abduct annihilate bomb brutalise brutalize decimate kidnap+ kill maim mutilate obliterate
        poison stab+ strangle terrorise terrorize
        [harm verb -3]
        assault burn die drown enslave grope gun+_down harm hurt/hurt injure invade open_fire
        persecute ransack ravage set/set_fire shoot/shot starve suffocate wound
        [harm verb -2.5]
        ambush batter bombard contaminate damage displace evict hijack infect kick pollute punch
        riot shatter shell slap+ smash stalk strike/struck torch
        [harm verb -2]
        ache ail bleed/bled bury crack detonate explode fall/fell/fallen_ill hit/hit
        lose/lost_life mourn sicken snatch trap+
        [harm verb 2.5]
        cure defuse disarm liberate survive
        [harm noun -4]
        assassination bloodshed carnage crimes_against_humanity ethnic_cleansing execution
        holocaust lynching mass_shooting massacre slaughter torture war_crime
        [harm noun -3.5]
        assassin beheading bomb bombing brutality death gunman/gunmen homicide hostage kidnapping
        killer killing sex_offender shooting suicide suicide_bomber terror violence war warfare
        [harm noun -3]
        abuse aggression aggressor apartheid arson attacker blast casualties casualty deportation
        destruction devastation epidemic explosion famine injury insurgent invader invasion
        jihadist looting militant missile mob overdose pandemic persecution plague riot rioter
        slave slavery torture_chamber victim weapon wound
        [harm noun -2.5]
        air_strike airstrike cancer cartel damage danger disease drug earthquake emergency flood
        gang gun harm havoc horror hunger hurricane illness infection nuclear_weapon ordeal
        outbreak pain refugee_crisis siege smuggler suffering trafficker tragedy trauma unrest
        virus wildfire wreckage
        [harm noun -1.5]
        accident crash fever fire funeral hospitalization scare sickness storm surgery
        [harm noun 2.5]
        cease-fire ceasefire disarmament healing lifeline rescue safety survivor
        [harm adj -4]
        bloodthirsty genocidal murderous
        [harm adj -3.5]
        barbarous bloody brutal dead deadly fatal gruesome homicidal horrific lethal violent
        [harm adj -3]
        armed dangerous destructive devastating dying harmful injured killed militant radicalized
        war-torn wounded
        [harm adj -2.5]
        crime-ridden explosive fragile hazardous hungry hurt ill infected painful perilous sick
        suffering traumatic unsafe
        [harm adj -1.5]
        slain
        [harm adj 2]
        life-saving lifesaving nonviolent peaceful protective safe secure unharmed
        [harm word -4]
        lynched lynches
        """
}
