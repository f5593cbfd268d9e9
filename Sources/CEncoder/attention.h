// What each piece takes of the others, head by head, in float32.

/// `c ← a · b` for `height` rows and `width` times 16 columns, both constants where this is called.
static ALWAYS void mix(
    int height, int width, const float *a, long stepA, long depth, const float *b, long stepB, float *c, long stepC) {
    v16 sums[8];
    for (int i = 0; i < height * width; i++) sums[i] = all(0);
    for (long k = 0; k < depth; k++)
        for (int j = 0; j < width; j++) {
            v16 v = load(b + k * stepB + 16 * j);
            for (int i = 0; i < height; i++) sums[i * width + j] += all(a[i * stepA + k]) * v;
        }
    for (int i = 0; i < height; i++)
        for (int j = 0; j < width; j++) store(c + i * stepC + 16 * j, sums[i * width + j]);
}

/// The same for any number of rows, and of columns that is a multiple of 16.
static void product(
    long rows, long columns, const float *a, long stepA, long depth, const float *b, long stepB, float *c,
    long stepC) {
    for (long column = 0; column < columns;) {
        int width = columns - column >= 32 ? 2 : 1;
        long row = 0;
        for (; row + 4 <= rows; row += 4) {
            const float *from = a + row * stepA;
            float *to = c + row * stepC + column;
            if (width == 2) mix(4, 2, from, stepA, depth, b + column, stepB, to, stepC);
            else mix(4, 1, from, stepA, depth, b + column, stepB, to, stepC);
        }
        for (; row < rows; row++) {
            const float *from = a + row * stepA;
            float *to = c + row * stepC + column;
            if (width == 2) mix(1, 2, from, stepA, depth, b + column, stepB, to, stepC);
            else mix(1, 1, from, stepA, depth, b + column, stepB, to, stepC);
        }
        column += 16 * width;
    }
}

/// e to the power of lanes that are at most 0; those below -87 count as that.
static ALWAYS v16 power(v16 x) {
    v16 least = all(-87);
    x = choose(x < least, least, x);
    v16 shifted = x * 1.44269504f + ROUNDER;
    v16 n = shifted - ROUNDER;
    v16 r = (x - n * 0.693359375f) - n * -2.1219444e-4f;
    v16 y = r * 1.98756915e-4f + 1.39819995e-3f;
    y = y * r + 8.3334519e-3f;
    y = y * r + 4.1665796e-2f;
    y = y * r + 1.66666655e-1f;
    y = y * r + 0.5f;
    y = y * (r * r) + r + 1.0f;
    return y * (v16)(((v16i)shifted - ROUNDER_BITS + 127) << 23);
}

/// e to the power of each number of a row, over the row's sum; what lies between two rows is 0.
static void softmax(float *x, long rows, long columns, long stride) {
    for (long row = 0; row < rows; row++, x += stride) {
        for (long i = columns; i < stride; i++) x[i] = -3.4e38f;
        v16 most = load(x), sum = all(0);
        for (long i = 16; i < stride; i += 16) most = choose(load(x + i) > most, load(x + i), most);
        v16 top = all(greatest(most));
        for (long i = 0; i < stride; i += 16) {
            v16 p = power(load(x + i) - top);
            store(x + i, p);
            sum += p;
        }
        v16 share = all(1 / total(sum));
        for (long i = 0; i < stride; i += 16) store(x + i, load(x + i) * share);
    }
}

static void attend(const float *qkv, long n, long width, long heads, float *room, float *mixed) {
    long depth = width / heads, across = (n + 15) / 16 * 16, wide = (depth + 15) / 16 * 16;
    float *keys = room, *values = keys + depth * across, *scores = values + n * wide, *out = scores + n * across;
    float root = 1 / __builtin_sqrtf((float)depth);
    for (long i = 0; i < depth * across + n * wide; i++) room[i] = 0;
    for (long head = 0; head < heads; head++) {
        const float *q = qkv + head * depth;
        for (long j = 0; j < n; j++)
            for (long d = 0; d < depth; d++) {
                keys[d * across + j] = q[j * 3 * width + width + d] * root;
                values[j * wide + d] = q[j * 3 * width + 2 * width + d];
            }
        product(n, across, q, 3 * width, depth, keys, across, scores, across);
        softmax(scores, n, n, across);
        product(n, wide, scores, across, n, values, wide, out, wide);
        for (long i = 0; i < n; i++)
            for (long d = 0; d < depth; d++) mixed[i * width + head * depth + d] = out[i * wide + d];
    }
}
