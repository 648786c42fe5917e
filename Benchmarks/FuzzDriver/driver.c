#include "fuzz_driver.h"

// LLVM declares it in no installed header: "Using libFuzzer as a library", llvm.org/docs/LibFuzzer.html.
int LLVMFuzzerRunDriver(int *argc, char ***argv, zarlal_fuzz_target target);

int zarlal_fuzz_run(int argc, char **argv, zarlal_fuzz_target target) {
  return LLVMFuzzerRunDriver(&argc, &argv, target);
}
