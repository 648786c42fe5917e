#include "zarlal_converter.h"
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf16.h>

enum { piece = 1024 };

int64_t zarlal_gb18030_to_utf8(const uint8_t *bytes, int64_t length, uint8_t *out, int64_t capacity,
                               int64_t *error_offset) {
  UErrorCode status = U_ZERO_ERROR;
  *error_offset = 0;
  UConverter *converter = ucnv_open("gb18030", &status);
  if (U_FAILURE(status)) return -1;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);

  const char *source = (const char *)bytes;
  const char *end = source + length;
  UChar units[piece];
  UChar high = 0;
  int64_t written = 0;
  UBool more = 1;
  while (more) {
    UChar *target = units;
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &target, units + piece, &source, end, NULL, 1, &status);
    more = status == U_BUFFER_OVERFLOW_ERROR;
    if (U_FAILURE(status) && !more) {
      char wrong[16];
      int8_t wrong_length = sizeof wrong;
      UErrorCode ignored = U_ZERO_ERROR;
      ucnv_getInvalidChars(converter, wrong, &wrong_length, &ignored);
      int64_t at = source - (const char *)bytes;
      *error_offset = U_SUCCESS(ignored) && at >= wrong_length ? at - wrong_length : at;
      written = -1;
      break;
    }
    for (const UChar *unit = units; unit < target; unit++) {
      uint32_t scalar = *unit;
      if (written + 4 > capacity) { more = 0; written = -1; break; }
      if (U16_IS_LEAD(scalar)) { high = *unit; continue; }
      if (U16_IS_TRAIL(scalar)) { scalar = U16_GET_SUPPLEMENTARY(high, scalar); }
      if (scalar < 0x80) {
        out[written++] = (uint8_t)scalar;
      } else if (scalar < 0x800) {
        out[written++] = (uint8_t)(0xC0 | scalar >> 6);
        out[written++] = (uint8_t)(0x80 | (scalar & 0x3F));
      } else if (scalar < 0x10000) {
        out[written++] = (uint8_t)(0xE0 | scalar >> 12);
        out[written++] = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
        out[written++] = (uint8_t)(0x80 | (scalar & 0x3F));
      } else {
        out[written++] = (uint8_t)(0xF0 | scalar >> 18);
        out[written++] = (uint8_t)(0x80 | (scalar >> 12 & 0x3F));
        out[written++] = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
        out[written++] = (uint8_t)(0x80 | (scalar & 0x3F));
      }
    }
  }
  ucnv_close(converter);
  return written;
}
