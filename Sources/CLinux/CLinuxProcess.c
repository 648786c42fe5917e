#define _GNU_SOURCE
#include "CLinuxProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ZARLAL_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ZARLAL_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define DENY(code) BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (code))
#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define SKIP_UNLESS(value, count) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), 0, (count))

/// No socket but those inside the machine's own file system (AF_UNIX), no way round it, nothing of other processes.
/// Needs no privilege: a process may always give up rights (seccomp(2), PR_SET_NO_NEW_PRIVS).
static int forbid_network(void) {
#ifdef ZARLAL_ARCHITECTURE
  struct sock_filter rules[] = {
      LOAD(arch),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ZARLAL_ARCHITECTURE, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      LOAD(nr),
#if defined(__x86_64__)
      // The other numbering of the same machine.
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000u, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
#endif
      SKIP_UNLESS(__NR_socket, 4),
      LOAD(args[0]),
      SKIP_UNLESS(AF_UNIX, 1),
      ALLOW,
      DENY(EACCES),
      SKIP_UNLESS(__NR_io_uring_setup, 1),
      DENY(ENOSYS),
      SKIP_UNLESS(__NR_ptrace, 1),
      DENY(EPERM),
      SKIP_UNLESS(__NR_process_vm_readv, 1),
      DENY(EPERM),
      SKIP_UNLESS(__NR_process_vm_writev, 1),
      DENY(EPERM),
      ALLOW,
  };
  struct sock_fprog program = {sizeof(rules) / sizeof(rules[0]), rules};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
#else
  return -1;
#endif
}

static void bound(int resource, uint64_t value) {
  struct rlimit limit = {(rlim_t)value, (rlim_t)value};
  setrlimit(resource, &limit);
}

/// Between fork and exec: only calls that are safe there.
static void become(const zarlal_child *child, pid_t parent) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(zarlal_child_not_started);
  struct sigaction usual = {.sa_handler = SIG_DFL};
  for (int number = 1; number < 32; number++) sigaction(number, &usual, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  bound(RLIMIT_AS, child->memory);
  bound(RLIMIT_CPU, child->seconds);
  bound(RLIMIT_FSIZE, child->file);
  bound(RLIMIT_CORE, 0);
  bound(RLIMIT_NOFILE, 256);
  int nowhere = open("/dev/null", O_RDWR);
  if (nowhere < 0) _exit(zarlal_child_not_started);
  // Out of the way of 0, 1 and 2 first.
  int input = fcntl(child->input < 0 ? nowhere : child->input, F_DUPFD, 10);
  int output = fcntl(child->output < 0 ? nowhere : child->output, F_DUPFD, 10);
  if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(nowhere, 2) < 0) _exit(zarlal_child_not_started);
  syscall(SYS_close_range, 3u, ~0u, 0u);
  if (chdir(child->folder) != 0) _exit(zarlal_child_not_started);
  umask(077);
  // A network of its own with nothing in it, where the system gives one to anybody; what follows works without it.
  unshare(CLONE_NEWUSER | CLONE_NEWNET);
  if (forbid_network() != 0) _exit(zarlal_child_not_isolated);
  execve(child->arguments[0], (char *const *)child->arguments, (char *const *)child->environment);
  _exit(zarlal_child_not_started);
}

int zarlal_child_start(const zarlal_child *child) {
  pid_t parent = getpid();
  pid_t process = fork();
  if (process == 0) become(child, parent);
  if (process > 0) setpgid(process, process);
  return process;
}

int zarlal_child_wait(int process, int milliseconds, int *status) {
  for (int waited = 0;; waited += 10) {
    int raw = 0;
    pid_t ended = waitpid(process, &raw, WNOHANG);
    if (ended < 0 && errno != EINTR) return -1;
    if (ended == process) {
      *status = WIFSIGNALED(raw) ? -WTERMSIG(raw) : WEXITSTATUS(raw);
      return 1;
    }
    if (waited >= milliseconds) return 0;
    poll(NULL, 0, 10);
  }
}

void zarlal_child_kill(int process) {
  if (process > 1) kill(-process, SIGKILL);
}

int zarlal_memory_file(void) { return memfd_create("zarlal", MFD_CLOEXEC); }
