// The door to libbz2, for compressed input.
#ifndef CAUCUS_CBZIP2_SHIM_H
#define CAUCUS_CBZIP2_SHIM_H

// Its header uses FILE where nothing is said of it.
#include <stdio.h>
#include <bzlib.h>

#endif
