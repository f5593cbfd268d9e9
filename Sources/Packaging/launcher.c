// The command `caucus` of the wheel and of the tarball. All that it does is in the library beside it, which Python loads
// as well: one copy of the models and of the runtime of Swift.
//
// It asks for nothing newer than glibc 2.2.5, so that an older machine is given a sentence by the program and not the
// dynamic linker's list of symbols: hence the old versions below and a start of its own (crt1.o asks for glibc 2.34).
#include <dlfcn.h>
#include <gnu/libc-version.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

__asm__(".symver __libc_start_main,__libc_start_main@GLIBC_2.2.5\n"
        ".symver dlopen,dlopen@GLIBC_2.2.5\n"
        ".symver dlsym,dlsym@GLIBC_2.2.5\n"
        ".symver dlerror,dlerror@GLIBC_2.2.5\n"
        ".globl _start\n"
        "_start:\n"
        "  xorl %ebp, %ebp\n"
        "  movq %rdx, %r9\n"  // what the dynamic linker wants to be called at the end
        "  popq %rsi\n"       // argc
        "  movq %rsp, %rdx\n" // argv
        "  andq $-16, %rsp\n"
        "  pushq %rax\n"
        "  pushq %rsp\n"
        "  xorl %r8d, %r8d\n"
        "  xorl %ecx, %ecx\n"
        "  leaq main(%rip), %rdi\n"
        "  call *__libc_start_main@GOTPCREL(%rip)\n"
        "  hlt\n");

// The library as `Sources/Packaging/build` linked it, and the glibc that it asks for.
#ifndef CAUCUS_GLIBC
#error "CAUCUS_GLIBC: the version of glibc that the library asks for, as \"2.36\""
#endif

static const char *const libraries[] = {"../_lib/libCaucusC.so", "../lib/libCaucusC.so"};

/// Exits with the code for an internal error; the sentence is a line.
static void fail(const char *what, const char *found) {
    fprintf(stderr, "caucus: %s%s\n", what, found);
    exit(70);
}

/// Whether the version `found`, as "2.31", is older than `wanted`.
static int isOlder(const char *found, const char *wanted) {
    char *foundEnd, *wantedEnd;
    long difference = strtol(found, &foundEnd, 10) - strtol(wanted, &wantedEnd, 10);
    if (difference != 0) return difference < 0;
    if (*foundEnd != '.' || *wantedEnd != '.') return 0;
    return strtol(foundEnd + 1, NULL, 10) < strtol(wantedEnd + 1, NULL, 10);
}

/// The path of the library beside this program, wherever both were put and by whatever link it was called.
static const char *library(void) {
    static char path[PATH_MAX + 64];
    ssize_t length = readlink("/proc/self/exe", path, PATH_MAX);
    if (length <= 0) fail("cannot read /proc/self/exe, which tells where the program is", "");
    path[length] = 0;
    char *name = strrchr(path, '/') + 1;
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
        strcpy(name, libraries[i]);
        if (access(path, R_OK) == 0) return path;
    }
    fail("no such file: ", path);
    return NULL;
}

int main(int count, char **arguments) {
    const char *found = gnu_get_libc_version();
    if (isOlder(found, CAUCUS_GLIBC))
        fail("needs glibc " CAUCUS_GLIBC " or newer; this machine has ", found);
    void *loaded = dlopen(library(), RTLD_NOW);
    if (!loaded) fail("cannot load the library: ", dlerror());
    int (*command)(int, char **) = (int (*)(int, char **))dlsym(loaded, "CaucusCLI_main");
    if (!command) fail("the library has no command: ", dlerror());
    return command(count, arguments);
}
