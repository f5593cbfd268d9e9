#ifndef CAUCUS_ENGLISH_H
#define CAUCUS_ENGLISH_H

#include <stddef.h>

/// The bytes of the list `name`.txt, and in `count` how many there are; NULL where there is no such list.
const unsigned char *caucus_english(const char *name, size_t *count);

#endif
