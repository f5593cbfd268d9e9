#include "CEncoder.h"
#include <stddef.h>
#include <string.h>

extern const struct caucus_loops caucus_portable;
#if defined(__x86_64__)
extern const struct caucus_loops caucus_avx2, caucus_avx512vnni;
#endif

const struct caucus_loops *caucus_loops_here(int index) {
    const struct caucus_loops *found[4] = {NULL};
    int count = 0;
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq"))
        found[count++] = &caucus_avx512vnni;
    if (__builtin_cpu_supports("avx2")) found[count++] = &caucus_avx2;
#endif
    found[count++] = &caucus_portable;
    return index >= 0 && index < count ? found[index] : NULL;
}

void caucus_pack(const int8_t *numbers, long rows, long columns, int8_t *packed, int32_t *sums) {
    for (long row = 0; row < rows; row++) {
        long panel = row / 64 * 64, height = rows - panel < 64 ? rows - panel : 64;
        int8_t *to = packed + panel * columns + (row - panel) * 4;
        const int8_t *from = numbers + row * columns;
        int32_t sum = 0;
        for (long k = 0; k < columns; k += 4, to += height * 4) {
            memcpy(to, from + k, 4);
            for (int t = 0; t < 4; t++) sum += from[k + t];
        }
        sums[row] = sum;
    }
}

long caucus_attention_room(long n, long depth) {
    long across = (n + 15) / 16 * 16, wide = (depth + 15) / 16 * 16;
    return depth * across + n * (2 * wide + across);
}
