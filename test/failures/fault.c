/*
 * Stands between a program and its disk: preloaded, it lets one call of one kind on files below a folder fail. `io.ts` compiles it and says in the environment:
 *
 *   FAULT_UNDER   the folder
 *   FAULT_CALL    open, write, sync, truncate or read
 *   FAULT_AT      the number of the call that fails, from 1; 0 for none
 *   FAULT_ERRNO   the number of the error
 *   FAULT_STAYS   1: all calls of the kind fail from then on
 *   FAULT_PARTIAL 1: half of what is to be written is written, and the next call fails
 *   FAULT_CLOCK   seconds by which the clock has moved from then on, instead of a failure
 *   FAULT_WHILE   a file: while it is there, all calls of the kind fail, and FAULT_AT does not count
 *   FAULT_COUNT   a file to which the number of such calls is written at the end
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum call { OPEN, WRITE, SYNC, TRUNCATE, READ };

static const char *names[] = {"open", "write", "sync", "truncate", "read"};
static const char *under, *count_to, *while_there;
static int wanted, fault, stays, partial;
static long at, clock_moves;
static atomic_long calls;
static atomic_int moved;
static atomic_char ours[65536];

static long number(const char *name) {
  const char *value = getenv(name);
  return value ? atol(value) : 0;
}

__attribute__((constructor)) static void begin(void) {
  const char *call = getenv("FAULT_CALL");
  under = getenv("FAULT_UNDER");
  count_to = getenv("FAULT_COUNT");
  while_there = getenv("FAULT_WHILE");
  wanted = -1;
  for (int i = 0; call && i < 5; i++)
    if (!strcmp(call, names[i])) wanted = i;
  at = number("FAULT_AT");
  fault = number("FAULT_ERRNO");
  stays = number("FAULT_STAYS");
  partial = number("FAULT_PARTIAL");
  clock_moves = number("FAULT_CLOCK");
}

__attribute__((destructor)) static void end(void) {
  FILE *file = count_to ? fopen(count_to, "w") : NULL;
  if (!file) return;
  fprintf(file, "%ld", (long)calls);
  fclose(file);
}

static int below(const char *path) {
  size_t length = under ? strlen(under) : 0;
  return length > 0 && path && !strncmp(path, under, length);
}

static void note(int fd, const char *path) {
  if (fd >= 0 && fd < 65536) ours[fd] = below(path);
}

/* 0: goes on; 1: fails; 2: writes half */
static int meets(enum call call, int is_ours) {
  if (!is_ours || (int)call != wanted) return 0;
  if (while_there) {
    int known = errno;
    int is_there = access(while_there, F_OK) == 0;
    errno = is_there ? fault : known;
    return is_there;
  }
  long n = atomic_fetch_add(&calls, 1) + 1;
  if (at == 0 || n < at) return 0;
  if (clock_moves) {
    moved = 1;
    return 0;
  }
  if (partial && n == at) return 2;
  if (n == at + partial || (stays && n > at)) {
    errno = fault;
    return 1;
  }
  return 0;
}

#define ON(fd) ((fd) >= 0 && (fd) < 65536 && ours[fd])
#define REAL(type, name, ...)                               \
  static type (*real)(__VA_ARGS__);                         \
  if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

#define OPENS(name)                                         \
  int name(const char *path, int flags, ...) {              \
    REAL(int, #name, const char *, int, ...);               \
    va_list more;                                           \
    va_start(more, flags);                                  \
    mode_t mode = va_arg(more, mode_t);                     \
    va_end(more);                                           \
    if (meets(OPEN, below(path))) return -1;                \
    int fd = real(path, flags, mode);                       \
    note(fd, path);                                         \
    return fd;                                              \
  }
OPENS(open)
OPENS(open64)

#define PWRITES(name)                                                       \
  ssize_t name(int fd, const void *from, size_t size, off_t place) {        \
    REAL(ssize_t, #name, int, const void *, size_t, off_t);                 \
    int how = meets(WRITE, ON(fd));                                         \
    if (how == 1) return -1;                                                \
    return real(fd, from, how == 2 && size > 1 ? size / 2 : size, place);   \
  }
PWRITES(pwrite)
PWRITES(pwrite64)

#define PWRITEVS(name)                                                      \
  ssize_t name(int fd, const struct iovec *from, int count, off_t place) {  \
    REAL(ssize_t, #name, int, const struct iovec *, int, off_t);            \
    return meets(WRITE, ON(fd)) ? -1 : real(fd, from, count, place);        \
  }
PWRITEVS(pwritev)
PWRITEVS(pwritev64)

/* gives the error, and leaves errno */
#define ALLOCATES(name)                                                     \
  int name(int fd, off_t from, off_t size) {                                \
    REAL(int, #name, int, off_t, off_t);                                    \
    return meets(WRITE, ON(fd)) ? fault : real(fd, from, size);             \
  }
ALLOCATES(posix_fallocate)
ALLOCATES(posix_fallocate64)

ssize_t write(int fd, const void *from, size_t size) {
  REAL(ssize_t, "write", int, const void *, size_t);
  int how = meets(WRITE, ON(fd));
  if (how == 1) return -1;
  return real(fd, from, how == 2 && size > 1 ? size / 2 : size);
}

#define PREADS(name)                                                        \
  ssize_t name(int fd, void *to, size_t size, off_t place) {                \
    REAL(ssize_t, #name, int, void *, size_t, off_t);                       \
    return meets(READ, ON(fd)) == 1 ? -1 : real(fd, to, size, place);       \
  }
PREADS(pread)
PREADS(pread64)

#define SYNCS(name)                                                         \
  int name(int fd) {                                                        \
    REAL(int, #name, int);                                                  \
    return meets(SYNC, ON(fd)) ? -1 : real(fd);                             \
  }
SYNCS(fsync)
SYNCS(fdatasync)

#define TRUNCATES(name)                                                     \
  int name(int fd, off_t size) {                                            \
    REAL(int, #name, int, off_t);                                           \
    return meets(TRUNCATE, ON(fd)) ? -1 : real(fd, size);                   \
  }
TRUNCATES(ftruncate)
TRUNCATES(ftruncate64)

int close(int fd) {
  REAL(int, "close", int);
  note(fd, NULL);
  return real(fd);
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  REAL(int, "gettimeofday", struct timeval *, void *);
  int result = real(now, zone);
  if (moved) now->tv_sec += clock_moves;
  return result;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  REAL(int, "clock_gettime", clockid_t, struct timespec *);
  int result = real(clock, now);
  if (moved && clock == CLOCK_REALTIME) now->tv_sec += clock_moves;
  return result;
}
