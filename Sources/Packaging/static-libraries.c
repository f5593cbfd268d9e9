// What Debian's static libraries ask for and a shared library cannot give them as they are.
#include <stddef.h>
#include <stdio.h>

// They are compiled for programs, in which the streams of stdio are the program's own data. `Sources/Packaging/build` renames
// them to these, which are.
FILE *static_stdin, *static_stdout, *static_stderr;

__attribute__((constructor(101))) static void findStreams(void) {
    static_stdin = stdin;
    static_stdout = stdout;
    static_stderr = stderr;
}

// glibc 2.35 gave these two a new version, and all else asks for 2.34, which RHEL 9 has: the version before is as good.
double old_hypot(double x, double y);
float old_hypotf(float x, float y);
__asm__(".symver old_hypot,hypot@GLIBC_2.2.5\n"
        ".symver old_hypotf,hypotf@GLIBC_2.2.5\n");
double hypot(double x, double y) { return old_hypot(x, y); }
float hypotf(float x, float y) { return old_hypotf(x, y); }

// libxml2 asks glibc's iconv for a charset, and ICU where that knows none. 30 MB of ICU's tables for names that no page
// has are left out: here every charset is one that ICU does not know, which libxml2 takes as an answer. ICU's names end
// with its version, `-DICU=_72`.
#define PASTED(name, version) name##version
#define NAMED(name, version) PASTED(name, version)
#define VERSIONED(name) NAMED(name, ICU)

// ICU's code for data that cannot be opened
enum { fileAccessError = 4 };

void *VERSIONED(ucnv_open)(const char *name, int *status) {
    (void)name;
    *status = fileAccessError;
    return NULL;
}

// Called with a converter, of which there is none.
void VERSIONED(ucnv_close)(void *converter) { (void)converter; }
void VERSIONED(ucnv_setToUCallBack)(void) {}
void VERSIONED(ucnv_setFromUCallBack)(void) {}
void VERSIONED(ucnv_convertEx)(void) {}
void VERSIONED(UCNV_TO_U_CALLBACK_STOP)(void) {}
void VERSIONED(UCNV_FROM_U_CALLBACK_STOP)(void) {}
