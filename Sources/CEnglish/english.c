// The word lists of English, read from CaucusLanguage/English/ by the compiler: a linguist reads and changes them
// there, none lies beside the program, and none is a literal in Swift.
#include "CEnglish.h"

#include <string.h>

// C23 has `#embed`; clang takes it in every mode, and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char act_nouns[] = {
#embed "../CaucusLanguage/English/act-nouns.txt"
};
static const unsigned char act_patterns[] = {
#embed "../CaucusLanguage/English/act-patterns.txt"
};
static const unsigned char act_verbs[] = {
#embed "../CaucusLanguage/English/act-verbs.txt"
};
static const unsigned char common_verbs[] = {
#embed "../CaucusLanguage/English/common-verbs.txt"
};
static const unsigned char function_words[] = {
#embed "../CaucusLanguage/English/function-words.txt"
};
static const unsigned char given_names[] = {
#embed "../CaucusLanguage/English/given-names.txt"
};
static const unsigned char idioms[] = {
#embed "../CaucusLanguage/English/idioms.txt"
};
static const unsigned char joining_words[] = {
#embed "../CaucusLanguage/English/joining-words.txt"
};
static const unsigned char leader_names[] = {
#embed "../CaucusLanguage/English/leader-names.txt"
};
static const unsigned char leader_roles[] = {
#embed "../CaucusLanguage/English/leader-roles.txt"
};
static const unsigned char offices[] = {
#embed "../CaucusLanguage/English/offices.txt"
};
static const unsigned char organizations[] = {
#embed "../CaucusLanguage/English/organizations.txt"
};
static const unsigned char people[] = {
#embed "../CaucusLanguage/English/people.txt"
};
static const unsigned char reporting_verbs[] = {
#embed "../CaucusLanguage/English/reporting-verbs.txt"
};
static const unsigned char speech_patterns[] = {
#embed "../CaucusLanguage/English/speech-patterns.txt"
};
static const unsigned char valence[] = {
#embed "../CaucusLanguage/English/valence.txt"
};
static const unsigned char valence_competence[] = {
#embed "../CaucusLanguage/English/valence-competence.txt"
};
static const unsigned char valence_conflict[] = {
#embed "../CaucusLanguage/English/valence-conflict.txt"
};
static const unsigned char valence_economy[] = {
#embed "../CaucusLanguage/English/valence-economy.txt"
};
static const unsigned char valence_emotion[] = {
#embed "../CaucusLanguage/English/valence-emotion.txt"
};
static const unsigned char valence_evaluation[] = {
#embed "../CaucusLanguage/English/valence-evaluation.txt"
};
static const unsigned char valence_harm[] = {
#embed "../CaucusLanguage/English/valence-harm.txt"
};
static const unsigned char valence_intensity[] = {
#embed "../CaucusLanguage/English/valence-intensity.txt"
};
static const unsigned char valence_legal[] = {
#embed "../CaucusLanguage/English/valence-legal.txt"
};
static const unsigned char valence_morality[] = {
#embed "../CaucusLanguage/English/valence-morality.txt"
};
static const unsigned char valence_power[] = {
#embed "../CaucusLanguage/English/valence-power.txt"
};
static const unsigned char valence_support[] = {
#embed "../CaucusLanguage/English/valence-support.txt"
};
static const unsigned char writings[] = {
#embed "../CaucusLanguage/English/writings.txt"
};

static const struct {
    const char *name;
    const unsigned char *bytes;
    size_t count;
} lists[] = {
    {"act-nouns", act_nouns, sizeof act_nouns},
    {"act-patterns", act_patterns, sizeof act_patterns},
    {"act-verbs", act_verbs, sizeof act_verbs},
    {"common-verbs", common_verbs, sizeof common_verbs},
    {"function-words", function_words, sizeof function_words},
    {"given-names", given_names, sizeof given_names},
    {"idioms", idioms, sizeof idioms},
    {"joining-words", joining_words, sizeof joining_words},
    {"leader-names", leader_names, sizeof leader_names},
    {"leader-roles", leader_roles, sizeof leader_roles},
    {"offices", offices, sizeof offices},
    {"organizations", organizations, sizeof organizations},
    {"people", people, sizeof people},
    {"reporting-verbs", reporting_verbs, sizeof reporting_verbs},
    {"speech-patterns", speech_patterns, sizeof speech_patterns},
    {"valence", valence, sizeof valence},
    {"valence-competence", valence_competence, sizeof valence_competence},
    {"valence-conflict", valence_conflict, sizeof valence_conflict},
    {"valence-economy", valence_economy, sizeof valence_economy},
    {"valence-emotion", valence_emotion, sizeof valence_emotion},
    {"valence-evaluation", valence_evaluation, sizeof valence_evaluation},
    {"valence-harm", valence_harm, sizeof valence_harm},
    {"valence-intensity", valence_intensity, sizeof valence_intensity},
    {"valence-legal", valence_legal, sizeof valence_legal},
    {"valence-morality", valence_morality, sizeof valence_morality},
    {"valence-power", valence_power, sizeof valence_power},
    {"valence-support", valence_support, sizeof valence_support},
    {"writings", writings, sizeof writings},
};

const unsigned char *caucus_english(const char *name, size_t *count) {
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        if (strcmp(lists[i].name, name) == 0) {
            *count = lists[i].count;
            return lists[i].bytes;
        }
    }
    *count = 0;
    return NULL;
}
