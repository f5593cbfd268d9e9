// Sixteen numbers side by side. Nothing that takes or gives them is called: all is inlined, so that it does not matter how they
// would be handed over.
#pragma clang diagnostic ignored "-Wpsabi"
#define ALWAYS inline __attribute__((always_inline))
typedef float v16 __attribute__((vector_size(64), aligned(4)));
typedef int32_t v16i __attribute__((vector_size(64), aligned(4)));
typedef uint8_t u16 __attribute__((vector_size(16), aligned(1)));

/// Added to a number of less than 2²², it leaves it rounded to a whole one, half to even, in the last bits.
#define ROUNDER 12582912.0f
#define ROUNDER_BITS 0x4B400000

static ALWAYS v16 load(const float *x) { return *(const v16 *)x; }
static ALWAYS void store(float *x, v16 v) { *(v16 *)x = v; }
static ALWAYS v16 all(float x) { return (v16){x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x}; }

static ALWAYS v16 choose(v16i mask, v16 yes, v16 no) {
    return (v16)((mask & (v16i)yes) | (~mask & (v16i)no));
}

static ALWAYS float total(v16 v) {
    float sums[16];
    store(sums, v);
    for (int width = 8; width > 0; width /= 2)
        for (int i = 0; i < width; i++) sums[i] += sums[i + width];
    return sums[0];
}

static ALWAYS float greatest(v16 v) {
    float most = v[0];
    for (int i = 1; i < 16; i++) most = v[i] > most ? v[i] : most;
    return most;
}
