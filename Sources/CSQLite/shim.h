// The door to SQLite's own interface, where rows are bound by the hundred thousand; all else goes by GRDB.
#ifndef CAUCUS_CSQLITE_SHIM_H
#define CAUCUS_CSQLITE_SHIM_H

#include <sqlite3.h>

#endif
