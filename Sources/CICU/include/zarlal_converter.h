#pragma once
#include <stdint.h>

/// Decodes `length` bytes of GB18030 (GBK and GB 2312 are subsets) strictly into UTF-8.
///
/// `out` must hold `capacity` bytes; twice the input and 16 more always suffice. The result is the number of bytes
/// written, or -1: `*error_offset` is then the offset of the first byte that isn't GB18030.
/// Codes of the user-defined areas come out as ICU maps them (F8A1 is U+E234).
int64_t zarlal_gb18030_to_utf8(const uint8_t *bytes, int64_t length, uint8_t *out, int64_t capacity,
                               int64_t *error_offset);
