// SPDX-License-Identifier: EPL-2.0
// The peer for the walks: what a careful C programmer writes. xoshiro256++ (Blackman and Vigna 2019), ziggurats of 256
// layers (Marsaglia and Tsang 2000, in Doornik's exact double form), one thread a core, one loop a walker, MSD on a grid.
//
// A worker: each line on standard input runs the whole work once; the answer is "seconds figure".
// usage: walks brownian|subdiffusion walkers threads
#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct { uint64_t s[4]; } rng_t;

static inline uint64_t rotl(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

static inline uint64_t next(rng_t *r) {
	uint64_t *s = r->s, result = rotl(s[0] + s[3], 23) + s[0], t = s[1] << 17;
	s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]; s[2] ^= t; s[3] = rotl(s[3], 45);
	return result;
}

static void seed(rng_t *r, uint64_t x) {
	for (int i = 0; i < 4; i++) {
		uint64_t z = (x += 0x9e3779b97f4a7c15ull);
		z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
		z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
		r->s[i] = z ^ (z >> 31);
	}
}

static inline double unit(rng_t *r) { return ((next(r) >> 11) + 0.5) * 0x1p-53; }

// ziggurat tables: x[i] the layer's edge, f[i] the density there
#define LAYERS 256
static double nx[LAYERS + 1], nf[LAYERS + 1], ex[LAYERS + 1], ef[LAYERS + 1];
static const double NR = 3.6541528853610088, NV = 0.00492867323399, ER = 7.69711747013104972, EV = 0.0039496598225815571993;

static void tables(void) {
	nx[0] = NV / exp(-0.5 * NR * NR); nx[1] = NR; nx[LAYERS] = 0;
	ex[0] = EV / exp(-ER); ex[1] = ER; ex[LAYERS] = 0;
	for (int i = 2; i < LAYERS; i++) {
		nx[i] = sqrt(-2 * log(NV / nx[i - 1] + exp(-0.5 * nx[i - 1] * nx[i - 1])));
		ex[i] = -log(EV / ex[i - 1] + exp(-ex[i - 1]));
	}
	for (int i = 0; i <= LAYERS; i++) { nf[i] = exp(-0.5 * nx[i] * nx[i]); ef[i] = exp(-ex[i]); }
}

static double normal(rng_t *r) {
	for (;;) {
		uint64_t b = next(r);
		int i = b & 255;
		double u = 2 * ((b >> 11) * 0x1p-53) - 1, x = u * nx[i];
		if (fabs(x) < nx[i + 1]) return x;
		if (i == 0) {
			double a, c;
			do { a = -log(unit(r)) / NR; c = -log(unit(r)); } while (c + c < a * a);
			return u < 0 ? -(NR + a) : NR + a;
		}
		if (nf[i + 1] + unit(r) * (nf[i] - nf[i + 1]) < exp(-0.5 * x * x)) return x;
	}
}

static double exponential(rng_t *r) {
	double shift = 0;
	for (;;) {
		uint64_t b = next(r);
		int i = b & 255;
		double x = (b >> 11) * 0x1p-53 * ex[i];
		if (x < ex[i + 1]) return shift + x;
		if (i == 0) { shift += ER; continue; }
		if (ef[i + 1] + unit(r) * (ef[i] - ef[i + 1]) < exp(-x)) return shift + x;
	}
}

#define GRID 40
static double grid[GRID];
static int pareto;

typedef struct { rng_t r; long walkers; double sum[GRID]; long jumps; } work_t;

static void *work(void *p) {
	work_t *w = p;
	rng_t r = w->r;
	double sum[GRID] = {0};
	long jumps = 0;
	for (long n = 0; n < w->walkers; n++) {
		double t = 0, x = 0;
		int k = 0;
		for (;;) {
			double e = exponential(&r);
			t += pareto ? exp(e * (1 / 0.7)) : e;      // Pareto(0.7): exp of an exponential, cheaper than pow
			while (t > grid[k]) { sum[k] += x * x; if (++k == GRID) goto next; }
			x += normal(&r);
			jumps++;
		}
	next:;
	}
	memcpy(w->sum, sum, sizeof sum);
	w->jumps = jumps;
	return 0;
}

int main(int argc, char **argv) {
	if (argc != 4) { fprintf(stderr, "usage: walks brownian|subdiffusion walkers threads\n"); return 2; }
	pareto = !strcmp(argv[1], "subdiffusion");
	long walkers = atol(argv[2]);
	int threads = atoi(argv[3]);
	double from = pareto ? 10 : 1, to = pareto ? 1e5 : 1000;
	for (int k = 0; k < GRID; k++) grid[k] = from * pow(to / from, k / (GRID - 1.0));
	tables();
	char line[64];
	for (uint64_t run = 1; fgets(line, sizeof line, stdin); run++) {
		struct timespec a, b;
		clock_gettime(CLOCK_MONOTONIC, &a);
		work_t *w = calloc(threads, sizeof *w);
		pthread_t *th = calloc(threads, sizeof *th);
		for (int i = 0; i < threads; i++) {
			seed(&w[i].r, run * 1000 + i);
			w[i].walkers = walkers * (i + 1) / threads - walkers * i / threads;
			pthread_create(&th[i], 0, work, &w[i]);
		}
		double last = 0; long jumps = 0;
		for (int i = 0; i < threads; i++) { pthread_join(th[i], 0); last += w[i].sum[GRID - 1]; jumps += w[i].jumps; }
		clock_gettime(CLOCK_MONOTONIC, &b);
		printf("%.6f msd=%.6g jumps=%ld\n", (b.tv_sec - a.tv_sec) + 1e-9 * (b.tv_nsec - a.tv_nsec), last / walkers, jumps);
		fflush(stdout);
		free(w); free(th);
	}
	return 0;
}
