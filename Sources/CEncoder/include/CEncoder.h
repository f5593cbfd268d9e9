#ifndef CAUCUS_ENCODER_H
#define CAUCUS_ENCODER_H

#include <stdint.h>

/// A matrix of whole numbers of eight bits with a factor a row, as `caucus_pack` orders it: panels of 64 rows (the last may have
/// 16, 32 or 48), in each four columns of every row after the other, so that a kernel reads it from front to end.
struct caucus_weights {
    const int8_t *_Nonnull packed;
    /// The factor of each row, that factor times the sum of its whole numbers, and what is added.
    const float *_Nonnull scale, *_Nonnull sum, *_Nonnull bias;
    /// Both are multiples of 16; no more than 65,536 columns, whose sums fit 32 bits.
    long rows, columns;
};

/// Rows of numbers as whole numbers of eight bits: `low + step · number`.
struct caucus_bytes {
    uint8_t *_Nonnull numbers;
    float *_Nonnull low, *_Nonnull step;
};

/// The loops of an encoder for one kind of processor. Each kind gives the same bits: whole numbers add up exactly, and those of
/// float32 are added and multiplied in the same order, sixteen side by side, without fused steps.
struct __attribute__((swift_attr("@Sendable"))) caucus_loops {
    const char *_Nonnull name;
    /// Each row by its least and greatest number.
    void (*_Nonnull quantize)(const float *_Nonnull x, long rows, long columns, struct caucus_bytes to);
    /// `y ← x · weightsᵀ + bias`, or that added to `y`.
    void (*_Nonnull multiply)(struct caucus_bytes x, long rows, struct caucus_weights weights, int adds, float *_Nonnull y);
    /// x · Φ(x), Φ the normal distribution: by a quotient of polynomials for erf, as Eigen has it, to 4 · 10⁻⁷. `count` is a multiple of 16.
    void (*_Nonnull gelu)(float *_Nonnull x, long count);
    /// Each row less its mean, over its standard deviation, times `gain`, plus `bias`.
    void (*_Nonnull normalize)(
        float *_Nonnull x, long rows, long columns, const float *_Nonnull gain, const float *_Nonnull bias);
    /// Mixes the values of `n` pieces head by head; `qkv` has 3 · width numbers a row, `room` as many as `caucus_attention_room` says.
    void (*_Nonnull attend)(
        const float *_Nonnull qkv, long n, long width, long heads, float *_Nonnull room, float *_Nonnull mixed);
};

// Of a library that is made of this and more, these are nobody's but its own.
#pragma GCC visibility push(hidden)
/// The loops of each kind that this processor can run, the fastest first; NULL after the last.
const struct caucus_loops *_Nullable caucus_loops_here(int index);
/// Orders the whole numbers of a matrix, row after row, for the kernels; `sums` gets the sum of each row.
void caucus_pack(const int8_t *_Nonnull numbers, long rows, long columns, int8_t *_Nonnull packed, int32_t *_Nonnull sums);
/// How many numbers `attend` needs for `n` pieces at most, of heads of `depth` numbers.
long caucus_attention_room(long n, long depth);
#pragma GCC visibility pop

#endif
