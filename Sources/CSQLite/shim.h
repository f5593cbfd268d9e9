// The door to SQLite's own interface, where rows are bound by the hundred thousand; all else goes by GRDB.
#ifndef CAUCUS_CSQLITE_SHIM_H
#define CAUCUS_CSQLITE_SHIM_H

#include <sqlite3.h>

// Leaves out the count of SQLite's memory, which takes a lock for every piece of it; to be called before SQLite is
// used for the first time. Here, because Swift calls no function of variable arguments.
static inline int caucus_sqlite_count_no_memory(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

#endif
