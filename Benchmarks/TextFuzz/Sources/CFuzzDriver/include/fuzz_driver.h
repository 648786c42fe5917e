#pragma once
#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer over `target` with the arguments of the command line; returns its exit code.
int zarlal_fuzz(int argc, char **argv, int (*target)(const uint8_t *data, size_t size));
