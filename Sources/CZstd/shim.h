// The door to libzstd, for compressed input.
#ifndef CAUCUS_CZSTD_SHIM_H
#define CAUCUS_CZSTD_SHIM_H

#include <zstd.h>

#endif
