#ifndef ZARLAL_CLINUX_PROCESS_H
#define ZARLAL_CLINUX_PROCESS_H
#include <stdint.h>

/// A program to be started: cut off from the network, with bounds, in a process group of its own.
typedef struct zarlal_child {
  /// The program and its arguments, ended by NULL.
  const char *const _Nullable *_Nonnull arguments;
  /// The whole environment, ended by NULL.
  const char *const _Nullable *_Nonnull environment;
  /// Where it works.
  const char *_Nonnull folder;
  /// What it reads from and writes to; every other descriptor is closed, errors go nowhere.
  int input;
  int output;
  /// Bytes of address space, seconds of processor time, bytes of one file.
  uint64_t memory;
  uint64_t seconds;
  uint64_t file;
} zarlal_child;

enum {
  /// What a child ends with where it can't be cut off from the network, or its program can't be started.
  zarlal_child_not_isolated = 125,
  zarlal_child_not_started = 126,
};

/// Starts it; answers its process number, or -1 with `errno`. It dies with the thread that started it.
int zarlal_child_start(const zarlal_child *_Nonnull child);

/// Waits up to `milliseconds` for its end: 1 and the status (below zero: a signal), 0 it still runs, -1 with `errno`.
int zarlal_child_wait(int process, int milliseconds, int *_Nonnull status);

/// Ends the whole group.
void zarlal_child_kill(int process);

/// An unnamed file in memory, or -1 with `errno`.
int zarlal_memory_file(void);

#endif
