// Sums of products by AVX2: eight bits are widened to sixteen, whose products of pairs add up to 32 bits without a loss. The
// instruction for eight bits (vpmaddubsw) caps its sums.
#if defined(__x86_64__)
#include "CEncoder.h"
#include <immintrin.h>
#include <string.h>

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)

#define ROWS 3
#define COLUMNS 1
#include "lanes.h"

static ALWAYS void tile(
    int height, int width, const uint8_t *x, long columns, const int8_t *packed, long stride, v16i *sums) {
    __m256i found[ROWS][4];
    for (int r = 0; r < height; r++)
        for (int c = 0; c < 4; c++) found[r][c] = _mm256_setzero_si256();
    for (long k = 0; k < columns; k += 4, packed += stride) {
        __m256i numbers[ROWS];
        for (int r = 0; r < height; r++) {
            int four;
            memcpy(&four, x + r * columns + k, 4);
            numbers[r] = _mm256_cvtepu8_epi16(_mm_set1_epi32(four));
        }
        for (int c = 0; c < 4; c++) {
            __m256i weights = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(packed + 16 * c)));
            for (int r = 0; r < height; r++)
                found[r][c] = _mm256_add_epi32(found[r][c], _mm256_madd_epi16(numbers[r], weights));
        }
    }
    // Each column has two sums side by side.
    for (int r = 0; r < height; r++)
        for (int half = 0; half < 2; half++) {
            __m256i pairs = _mm256_hadd_epi32(found[r][2 * half], found[r][2 * half + 1]);
            _mm256_storeu_si256((__m256i *)(sums + r) + half, _mm256_permute4x64_epi64(pairs, 0xD8));
        }
}

#include "loops.h"

const struct caucus_loops caucus_avx2 = {"avx2", quantize, multiply, gelu, normalize, attend};
#pragma clang attribute pop
#endif
