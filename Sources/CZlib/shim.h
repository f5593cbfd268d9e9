// The door to zlib, for compressed input.
#ifndef CAUCUS_CZLIB_SHIM_H
#define CAUCUS_CZLIB_SHIM_H

#include <zlib.h>

#endif
