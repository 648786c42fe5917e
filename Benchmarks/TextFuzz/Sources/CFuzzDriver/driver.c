#include "fuzz_driver.h"

extern int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*target)(const uint8_t *data, size_t size));

int zarlal_fuzz(int argc, char **argv, int (*target)(const uint8_t *data, size_t size)) {
  return LLVMFuzzerRunDriver(&argc, &argv, target);
}
