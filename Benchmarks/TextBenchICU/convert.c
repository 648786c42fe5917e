#include "textbench_icu.h"
#include <unicode/ustring.h>

int32_t zarlal_bench_utf16(const uint8_t *bytes, int32_t count, uint16_t *units, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  u_strFromUTF8((UChar *)units, capacity, &length, (const char *)bytes, count, &status);
  return U_FAILURE(status) ? -1 : length;
}
