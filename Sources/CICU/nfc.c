#include "zarlal_nfc.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

uint8_t zarlal_combining_class(uint32_t scalar) {
  return scalar <= 0x10FFFF ? u_getCombiningClass((UChar32)scalar) : 0;
}

int32_t zarlal_nfc(const uint16_t *text, int32_t length, uint16_t *out, int32_t capacity) {
  if (length < 0 || capacity < 0) return -2;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return -2;
  int32_t written = unorm2_normalize(nfc, (const UChar *)text, length, (UChar *)out, capacity, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR) return -1;
  return U_FAILURE(status) ? -2 : written;
}
