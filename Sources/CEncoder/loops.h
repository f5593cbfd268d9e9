// The loops in C, for any processor: each kind of it includes them after its own sums of products, `tile`, under attributes by which
// the compiler may use its instructions. Nothing may be fused or reordered: all kinds give the same bits.

#pragma clang fp contract(off)

/// One row of eight bits from its least and greatest number.
static void quantize_row(const float *x, long columns, uint8_t *q, float *low, float *step) {
    v16 least = load(x), most = least;
    for (long i = 16; i < columns; i += 16) {
        v16 v = load(x + i);
        least = choose(v < least, v, least);
        most = choose(v > most, v, most);
    }
    float lowest = least[0], highest = most[0];
    for (int i = 1; i < 16; i++) {
        lowest = least[i] < lowest ? least[i] : lowest;
        highest = most[i] > highest ? most[i] : highest;
    }
    float range = highest - lowest;
    *low = lowest;
    *step = range / 255;
    v16 scale = all(range > 0 ? 255 / range : 0), from = all(lowest);
    for (long i = 0; i < columns; i += 16) {
        v16i number = (v16i)((load(x + i) - from) * scale + all(ROUNDER)) - ROUNDER_BITS;
        *(u16 *)(q + i) = __builtin_convertvector(number, u16);
    }
}

static void quantize(const float *x, long rows, long columns, struct caucus_bytes to) {
    for (long i = 0; i < rows; i++)
        quantize_row(x + i * columns, columns, to.numbers + i * columns, to.low + i, to.step + i);
}

/// `height` rows by `width` times 16 columns of a product; both are constants where this is called.
static ALWAYS void block(
    int height, int width, struct caucus_bytes x, long row, const struct caucus_weights *w, const int8_t *packed,
    long stride, long column, int adds, float *y) {
    v16i sums[ROWS * 4];
    tile(height, width, x.numbers + row * w->columns, w->columns, packed, stride, sums);
    for (int c = 0; c < width; c++) {
        long at = column + 16 * c;
        v16 scale = load(w->scale + at), sum = load(w->sum + at), bias = load(w->bias + at);
        for (int r = 0; r < height; r++) {
            v16 exact = __builtin_convertvector(sums[r * width + c], v16);
            v16 value = exact * all(x.step[row + r]) * scale + (all(x.low[row + r]) * sum + bias);
            float *to = y + (row + r) * w->rows + at;
            if (adds) value += load(to);
            store(to, value);
        }
    }
}

static ALWAYS void blocks(
    int width, struct caucus_bytes x, long rows, const struct caucus_weights *w, const int8_t *packed, long stride,
    long column, int adds, float *y) {
    long row = 0;
    for (; row + ROWS <= rows; row += ROWS) block(ROWS, width, x, row, w, packed, stride, column, adds, y);
    switch (rows - row) {
#define REST(n) case n: if (n < ROWS) block(n < ROWS ? n : 1, width, x, row, w, packed, stride, column, adds, y); break;
        REST(1) REST(2) REST(3) REST(4) REST(5)
#undef REST
    }
}

static void multiply(struct caucus_bytes x, long rows, struct caucus_weights w, int adds, float *y) {
    for (long column = 0; column < w.rows; column += 64) {
        const int8_t *packed = w.packed + column * w.columns;
        long left = (w.rows - column) / 16;
        if (COLUMNS == 4 && left >= 4) {
            blocks(COLUMNS, x, rows, &w, packed, 256, column, adds, y);
            continue;
        }
        left = left < 4 ? left : 4;
        for (int c = 0; c < left; c++)
            blocks(1, x, rows, &w, packed + 64 * c, 64 * left, column + 16 * c, adds, y);
    }
}

static void gelu(float *x, long count) {
    for (long i = 0; i < count; i += 16) {
        v16 v = load(x + i), z = v * 0.70710678f, most = all(4), least = all(-4);
        z = choose(z > most, most, z);
        z = choose(z < least, least, z);
        v16 q = z * z;
        v16 p = q * -2.72614233e-10f + 2.77068142e-8f;
        p = p * q + -2.10102382e-6f;
        p = p * q + -5.69250639e-5f;
        p = p * q + -7.34990630e-4f;
        p = p * q + -2.95460028e-3f;
        p = p * q + -1.60960348e-2f;
        v16 d = q * -1.45660718e-5f + -2.13374036e-4f;
        d = d * q + -1.68282727e-3f;
        d = d * q + -7.37332980e-3f;
        d = d * q + -1.42647379e-2f;
        v16 half = v * 0.5f;
        store(x + i, half + half * (z * p / d));
    }
}

static void normalize(float *x, long rows, long columns, const float *gain, const float *bias) {
    for (long row = 0; row < rows; row++, x += columns) {
        v16 sum = all(0), squares = all(0);
        for (long i = 0; i < columns; i += 16) sum += load(x + i);
        v16 mean = all(total(sum) / (float)columns);
        for (long i = 0; i < columns; i += 16) {
            v16 d = load(x + i) - mean;
            squares += d * d;
        }
        v16 scale = all(1 / __builtin_sqrtf(total(squares) / (float)columns + 1e-12f));
        for (long i = 0; i < columns; i += 16)
            store(x + i, (load(x + i) - mean) * scale * load(gain + i) + load(bias + i));
    }
}

#include "attention.h"
