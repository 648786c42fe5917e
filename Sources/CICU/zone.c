#include "zarlal_zone.h"

#include <string.h>
#include <unicode/ucal.h>
#include <unicode/ustring.h>

int zarlal_zone_offset(const char *zone, double milliseconds, int32_t *offset) {
  UChar name[128];
  UChar canonical[128];
  UBool is_system = 0;
  UErrorCode status = U_ZERO_ERROR;
  size_t length = strlen(zone);
  if (length == 0 || length >= 128) return 0;
  u_charsToUChars(zone, name, (int32_t)length);
  ucal_getCanonicalTimeZoneID(name, (int32_t)length, canonical, 128, &is_system, &status);
  if (U_FAILURE(status) || !is_system) return 0;
  UCalendar *calendar = ucal_open(name, (int32_t)length, "en_US", UCAL_GREGORIAN, &status);
  if (U_FAILURE(status)) return -1;
  ucal_setMillis(calendar, milliseconds, &status);
  *offset = ucal_get(calendar, UCAL_ZONE_OFFSET, &status) + ucal_get(calendar, UCAL_DST_OFFSET, &status);
  ucal_close(calendar);
  return U_FAILURE(status) ? -1 : 1;
}
