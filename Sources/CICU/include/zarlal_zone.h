#ifndef ZARLAL_ZONE_H
#define ZARLAL_ZONE_H
#include <stdint.h>

/// The offset from UTC of a zone at a moment, by ICU's time zone data.
///
/// `zone` is an IANA name in ASCII, `milliseconds` counts from 1970-01-01 UTC. Answers 1 and writes the offset in milliseconds east of
/// Greenwich, 0 for a name that ICU doesn't know, -1 for a fault of ICU.
int zarlal_zone_offset(const char *_Nonnull zone, double milliseconds, int32_t *_Nonnull offset);

#endif
