#include "arena.h"
#include <stdlib.h>
#include <time.h>

struct arena_block {
  arena_block *before;
};

static double processor_seconds(void) {
  struct timespec now = {0};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

void arena_start(arena *memory, size_t limit, double seconds) {
  memory->limit = limit;
  memory->seconds = seconds;
  memory->started = processor_seconds();
}

void *arena_take(void *userdata, size_t size) {
  arena *memory = userdata;
  if ((++memory->requests & 1023) == 0 && processor_seconds() - memory->started > memory->seconds)
    longjmp(memory->refuse, 1);
  size_t rounded = (size + 15) & ~(size_t)15;
  if (rounded < size || rounded > memory->limit - memory->used) longjmp(memory->refuse, 1);
  memory->used += rounded;
  if (!memory->next || (size_t)(memory->end - memory->next) < rounded) {
    size_t room = rounded > 65536 - 32 ? rounded : 65536 - 32;
    arena_block *block = malloc(room + 16);
    if (!block) longjmp(memory->refuse, 2);
    block->before = memory->blocks;
    memory->blocks = block;
    memory->next = (char *)block + 16;
    memory->end = memory->next + room;
  }
  memory->last = memory->next;
  memory->next += rounded;
  return memory->last;
}

// Only the latest piece comes back at once; this is what gumbo's buffers do most.
void arena_give_back(void *userdata, void *pointer) {
  arena *memory = userdata;
  if (!pointer || pointer != memory->last) return;
  memory->used -= (size_t)(memory->next - memory->last);
  memory->next = memory->last;
  memory->last = NULL;
}

void arena_free(arena *memory) {
  while (memory->blocks) {
    arena_block *block = memory->blocks;
    memory->blocks = block->before;
    free(block);
  }
}
