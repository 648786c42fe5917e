#pragma once
#include <setjmp.h>
#include <stddef.h>

/// Memory that is given back all at once. gumbo doesn't look whether it got any, and takes its tree apart by recursion:
/// so a request over the limit jumps out of the parse, and nothing is taken apart. The same way ends a parse that has used
/// far more processor time than its text is worth: tangled elements (`<b><table></b></table>`) cost gumbo the square of their number.
typedef struct arena_block arena_block;
typedef struct {
  arena_block *blocks;
  char *next, *end, *last;
  size_t used, limit;
  unsigned requests;
  double seconds, started;
  jmp_buf refuse;
} arena;

void arena_start(arena *memory, size_t limit, double seconds);
void *arena_take(void *userdata, size_t size);
void arena_give_back(void *userdata, void *pointer);
void arena_free(arena *memory);
