#include "zarlal_translit.h"

#include <unicode/utrans.h>

zarlal_translit *zarlal_translit_open(const uint16_t *rules, int32_t length, int32_t *faultLine) {
  static const UChar name[] = {'s', 'i', 't', 'e', 0};
  if (faultLine) *faultLine = 0;
  if (length < 0) return 0;
  UParseError fault = {0};
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *handle =
      utrans_openU(name, 4, UTRANS_FORWARD, (const UChar *)rules, length, &fault, &status);
  if (U_FAILURE(status)) {
    if (faultLine && fault.line > 0) *faultLine = fault.line;
    return 0;
  }
  return (zarlal_translit *)handle;
}

int32_t zarlal_translit_apply(const zarlal_translit *rules, uint16_t *text, int32_t length, int32_t capacity) {
  if (length < 0 || capacity < length) return -2;
  UErrorCode status = U_ZERO_ERROR;
  int32_t limit = length;
  int32_t now = length;
  utrans_transUChars((const UTransliterator *)rules, (UChar *)text, &now, capacity, 0, &limit, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR) return -1;
  return U_FAILURE(status) ? -2 : now;
}

void zarlal_translit_close(zarlal_translit *rules) {
  if (rules) utrans_close((UTransliterator *)rules);
}
