// The door to libxml2: its parser of HTML, which calls back for every element and builds no tree.
#ifndef CAUCUS_CLIBXML_SHIM_H
#define CAUCUS_CLIBXML_SHIM_H

#include <libxml/xmlversion.h>
// Debian's libxml2 was built with ICU, whose headers clash with those in Foundation. They concern the inside of
// a structure that is only ever pointed to.
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#endif
