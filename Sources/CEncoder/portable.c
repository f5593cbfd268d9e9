// Sums of products by the vectors of any processor, and of ARM where it has products of eight bits.
#include "CEncoder.h"
#include <string.h>

#define ROWS 4
#define COLUMNS 1
#include "lanes.h"

#if defined(__ARM_FEATURE_DOTPROD)
#include <arm_neon.h>

static ALWAYS void tile(
    int height, int width, const uint8_t *x, long columns, const int8_t *packed, long stride, v16i *sums) {
    int32x4_t found[ROWS][4], all[4];
    for (int c = 0; c < 4; c++) {
        all[c] = vdupq_n_s32(0);
        for (int r = 0; r < height; r++) found[r][c] = vdupq_n_s32(0);
    }
    for (long k = 0; k < columns; k += 4, packed += stride) {
        int8x16_t numbers[ROWS];
        for (int r = 0; r < height; r++) {
            uint32_t four;
            memcpy(&four, x + r * columns + k, 4);
            // Both factors have a sign: the numbers are taken less 128, and that much of all weights is added.
            numbers[r] = vreinterpretq_s8_u32(vdupq_n_u32(four ^ 0x80808080));
        }
        for (int c = 0; c < 4; c++) {
            int8x16_t weights = vld1q_s8(packed + 16 * c);
            all[c] = vdotq_s32(all[c], weights, vdupq_n_s8(1));
            for (int r = 0; r < height; r++) found[r][c] = vdotq_s32(found[r][c], weights, numbers[r]);
        }
    }
    for (int r = 0; r < height; r++)
        for (int c = 0; c < 4; c++)
            vst1q_s32((int32_t *)(sums + r) + 4 * c, vmlaq_n_s32(found[r][c], all[c], 128));
}
#else
typedef int16_t v8s __attribute__((vector_size(16), aligned(1)));
typedef int32_t v4i __attribute__((vector_size(16), aligned(4)));
typedef int8_t v8c __attribute__((vector_size(8), aligned(1)));

static ALWAYS void tile(
    int height, int width, const uint8_t *x, long columns, const int8_t *packed, long stride, v16i *sums) {
    v4i found[ROWS][8];
    memset(found, 0, sizeof found);
    for (long k = 0; k < columns; k += 4, packed += stride)
        for (int c = 0; c < 8; c++) {
            v8s weights = __builtin_convertvector(*(const v8c *)(packed + 8 * c), v8s);
            for (int r = 0; r < height; r++) {
                const uint8_t *n = x + r * columns + k;
                v8s numbers = {n[0], n[1], n[2], n[3], n[0], n[1], n[2], n[3]};
                // 255 · 128 fits sixteen bits; two neighbors are the halves of a number of 32.
                v4i products = (v4i)(numbers * weights);
                found[r][c] += (products << 16 >> 16) + (products >> 16);
            }
        }
    for (int r = 0; r < height; r++)
        for (int j = 0; j < 16; j++) sums[r][j] = found[r][j / 2][j % 2 * 2] + found[r][j / 2][j % 2 * 2 + 1];
}
#endif

#include "loops.h"

const struct caucus_loops caucus_portable = {"portable", quantize, multiply, gelu, normalize, attend};
