// Sums of products by AVX-512 VNNI, which adds up four products of eight bits in 32.
#if defined(__x86_64__)
#include "CEncoder.h"
#include <immintrin.h>
#include <string.h>

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni"))), apply_to = function)

// Of 32 registers 24 hold sums, four weights, and one the numbers of a row.
#define ROWS 6
#define COLUMNS 4
#include "lanes.h"

static ALWAYS void tile(
    int height, int width, const uint8_t *x, long columns, const int8_t *packed, long stride, v16i *sums) {
    __m512i found[ROWS * COLUMNS];
    for (int i = 0; i < height * width; i++) found[i] = _mm512_setzero_si512();
    for (long k = 0; k < columns; k += 4, packed += stride) {
        __m512i weights[COLUMNS];
        for (int c = 0; c < width; c++) weights[c] = _mm512_loadu_si512(packed + 64 * c);
        for (int r = 0; r < height; r++) {
            int four;
            memcpy(&four, x + r * columns + k, 4);
            __m512i numbers = _mm512_set1_epi32(four);
            for (int c = 0; c < width; c++)
                found[r * width + c] = _mm512_dpbusd_epi32(found[r * width + c], numbers, weights[c]);
        }
    }
    for (int i = 0; i < height * width; i++) sums[i] = (v16i)found[i];
}

#include "loops.h"

const struct caucus_loops caucus_avx512vnni = {"avx512vnni", quantize, multiply, gelu, normalize, attend};
#pragma clang attribute pop
#endif
