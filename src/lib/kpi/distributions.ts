/** The normal quantile that leaves 2.5 % on either side. */
export const z95 = 1.959963984540054;

/** P(|T| ≤ t) = 0.95 for Student's t. */
export function studentT95(degrees: number): number {
  const outside = (t: number): number => regularizedBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
  return bisect((t) => 0.05 - outside(t), 0, 1000);
}

/** P(X ≤ k) for X binomial. */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : regularizedBeta(1 - p, n - k, k + 1);
}

/** P(X ≤ x) for X gamma with that shape and unit rate; a Poisson's tail is one of these. */
export function gammaCdf(x: number, shape: number): number {
  if (x <= 0) return 0;
  return x < shape + 1 ? gammaSeries(x, shape) : 1 - gammaFraction(x, shape);
}

/** The x in `[low, high]` at which an increasing function crosses zero. */
export function bisect(f: (x: number) => number, low: number, high: number): number {
  for (let step = 0; step < 200 && high - low > 1e-12 * Math.max(1, high); step += 1) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** The logarithm of (x − 1)!, of any positive number (Lanczos). */
export function logGamma(x: number): number {
  const z = x - 1;
  const sum = lanczos.reduce((total, term, index) => total + term / (z + index + 1), 0.9999999999998099);
  const t = z + lanczos.length - 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

function regularizedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

const tiny = 1e-300;
const nonZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);

/** Lentz's continued fraction (Numerical Recipes, 6.4). */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m < 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return result;
}

function gammaFront(x: number, shape: number): number {
  return Math.exp(shape * Math.log(x) - x - logGamma(shape));
}

function gammaSeries(x: number, shape: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let k = 1; k < 100_000 && term > sum * 1e-16; k += 1) {
    term *= x / (shape + k);
    sum += term;
  }
  return sum * gammaFront(x, shape);
}

function gammaFraction(x: number, shape: number): number {
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let result = d;
  for (let k = 1; k < 100_000; k += 1) {
    const a = -k * (k - shape);
    b += 2;
    d = 1 / nonZero(a * d + b);
    c = nonZero(b + a / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return result * gammaFront(x, shape);
}
