#ifndef ZARLAL_TEXTBENCH_ICU_H
#define ZARLAL_TEXTBENCH_ICU_H

#include <stdint.h>

/// UTF-8 to UTF-16 as ICU does it: the number of code units, or -1.
int32_t zarlal_bench_utf16(const uint8_t *bytes, int32_t count, uint16_t *units, int32_t capacity);

#endif
