// Debian's libxml2 is built with ICU and its headers bring ICU's own, which contradict the copy inside
// Foundation. Nothing that is used here depends on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
#include <libxml/parserInternals.h>
