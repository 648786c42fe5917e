#ifndef ZARLAL_FUZZ_DRIVER_H
#define ZARLAL_FUZZ_DRIVER_H

#include <stddef.h>
#include <stdint.h>

/// Tries one input; answers 0.
typedef int (*zarlal_fuzz_target)(const uint8_t *bytes, size_t count);

/// Runs libFuzzer with its usual arguments on one target.
int zarlal_fuzz_run(int argc, char **argv, zarlal_fuzz_target target);

#endif
