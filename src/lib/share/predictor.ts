const contexts = 8;
const matchInput = contexts;
const inputs = contexts + 1;
const slots = 1 << 22;
const longestMatch = 31;

/**
 * Guesses each bit of a text from what came before it, and learns from every bit: how likely a one is, in 4096ths,
 * after the last one to six letters and the last two words, mixed by how well each of them guessed so far.
 * Whoever writes and whoever reads must guess alike to the last bit, on every machine: there are whole numbers,
 * tables, and of the operations on broken numbers only those that IEEE 754 lays down exactly. Links rest on each
 * number here: another guess is another version of the link.
 */
export class Predictor {
  /** From 1 to 4095: how likely the next bit is a one. */
  chance = 2048;

  /** For each context how much more often than not a one followed, in 65536ths of a half, times 256, and how many bits did. */
  readonly #followed = new Int32Array(slots);
  readonly #hashes = new Int32Array(contexts);
  readonly #places = new Int32Array(contexts);
  readonly #guesses = new Int32Array(inputs);
  readonly #weights = new Float64Array(24 * inputs).fill(0.2);
  #mixture = 0;
  readonly #matched = new Uint16Array(longestMatch + 1).fill(49_152);
  readonly #ends = new Int32Array(1 << 16);
  #match = 0;
  #length = 0;
  #expected = -1;
  readonly #bytes: Uint8Array;
  #count = 0;
  /** The bits of the byte that is being read, behind a one. */
  #partial = 1;
  #word = 0;
  #wordBefore = 0;

  /** For a text of so many bytes at most. */
  constructor(size: number) {
    this.#bytes = new Uint8Array(size);
    this.#look();
    this.#guess();
  }

  /** Learns what the bit was. */
  learn(bit: number): void {
    this.#weigh(bit);
    const followed = this.#followed;
    for (let at = 0; at < contexts; at += 1) {
      const place = this.#places[at] ?? 0;
      const known = followed[place] ?? 0;
      const seen = known & 255;
      const ones = (known >> 8) + Math.trunc(((bit === 1 ? 32_767 : -32_768) - (known >> 8)) / (seen + 1.2));
      followed[place] = (ones << 8) | Math.min(seen + 1, 16);
    }
    if (this.#expected >= 0) this.#judge(bit);
    this.#partial = (this.#partial << 1) | bit;
    if (this.#partial >= 256) this.#take(this.#partial & 255);
    this.#guess();
  }

  #weigh(bit: number): void {
    const miss = ((bit << 12) - this.chance) * 0.000_000_003;
    const weights = this.#weights;
    const guesses = this.#guesses;
    for (let at = 0; at < inputs; at += 1)
      weights[this.#mixture + at] = (weights[this.#mixture + at] ?? 0) + (guesses[at] ?? 0) * miss;
  }

  #judge(bit: number): void {
    const right = this.#matched[this.#length] ?? 0;
    this.#matched[this.#length] = right + (((this.#expected === bit ? 65_535 : 0) - right) >> 6);
    if (this.#expected !== bit) this.#length = 0;
  }

  #take(byte: number): void {
    this.#partial = 1;
    this.#bytes[this.#count] = byte;
    this.#count += 1;
    if (isWord(byte)) this.#word = Math.imul(this.#word + byte + 1, 0x2f0b4c47);
    else if (this.#word !== 0) {
      this.#wordBefore = this.#word;
      this.#word = 0;
    }
    this.#follow();
    this.#look();
  }

  /** Goes on where the text was the same before, or looks for such a place. */
  #follow(): void {
    if (this.#length > 0) {
      this.#match += 1;
      this.#length = Math.min(this.#length + 1, longestMatch);
    }
    const end = this.#count;
    const place = (Math.imul(this.#last(4), 0x9e3779b1) + Math.imul(this.#back(5), 0x85ebca6b)) >>> 16;
    if (this.#length === 0) {
      this.#match = this.#ends[place] ?? 0;
      while (this.#length < longestMatch && this.#isSame(this.#match - this.#length, end - this.#length))
        this.#length += 1;
      if (this.#length < 5) this.#length = 0;
    }
    this.#ends[place] = end;
  }

  #isSame(one: number, other: number): boolean {
    return one > 0 && this.#bytes[one - 1] === this.#bytes[other - 1];
  }

  /** The places where it is kept what followed this before. */
  #look(): void {
    const four = this.#last(4);
    const written = [
      0,
      this.#last(1) + 1,
      this.#last(2) + 0x10000,
      this.#last(3) + 0x2000000,
      four,
      Math.imul(four, 0x2545f491) + this.#back(5) * 0x10001 + this.#back(6) * 0x3000101,
      Math.imul(this.#word, 31),
      Math.imul(this.#word, 31) + Math.imul(this.#wordBefore, 0x2f0b4c47),
    ];
    written.forEach((value, at) => {
      this.#hashes[at] = Math.imul(Math.imul(value, 0x9e3779b1) ^ Math.imul(at, 0x85ebca6b), 0xc2b2ae35);
    });
  }

  #back(distance: number): number {
    return this.#bytes[this.#count - distance] ?? 0;
  }

  #last(count: number): number {
    let bytes = 0;
    for (let distance = count; distance > 0; distance -= 1) bytes = (bytes << 8) | this.#back(distance);
    return bytes;
  }

  #guess(): void {
    const salt = Math.imul(this.#partial, 0x9e3779b1);
    let known = 0;
    for (let at = 0; at < contexts; at += 1) {
      const place = Math.imul((this.#hashes[at] ?? 0) + salt, 0x85ebca6b) >>> 10;
      const followed = this.#followed[place] ?? 0;
      this.#places[at] = place;
      this.#guesses[at] = followed === 0 ? 0 : (stretched[(followed >> 12) + 2048] ?? 0);
      if (at > 0 && at < 6 && followed !== 0) known += 1;
    }
    this.#guessMatch();
    const trust = this.#expected < 0 ? 0 : 1 + Math.min(this.#length >> 3, 2);
    this.#mixture = (trust * 6 + known) * inputs;
    let sum = 0;
    for (let at = 0; at < inputs; at += 1)
      sum += (this.#weights[this.#mixture + at] ?? 0) * (this.#guesses[at] ?? 0);
    this.chance = Math.min(4095, Math.max(1, squash(Math.trunc(Math.min(2047, Math.max(-2047, sum))))));
  }

  #guessMatch(): void {
    this.#expected = -1;
    this.#guesses[matchInput] = 0;
    if (this.#length === 0) return;
    const byte = (this.#bytes[this.#match] ?? 0) | 256;
    const left = Math.clz32(this.#partial) - 23;
    if (byte >> left !== this.#partial) this.#length = 0;
    else {
      this.#expected = (byte >> (left - 1)) & 1;
      const sure = stretched[(this.#matched[this.#length] ?? 0) >> 4] ?? 0;
      this.#guesses[matchInput] = this.#expected === 1 ? sure : -sure;
    }
  }
}

/** Letters, digits, `_`, and whatever is beyond ASCII. */
function isWord(byte: number): boolean {
  const lower = byte | 32;
  return byte >= 128 || (lower >= 97 && lower <= 122) || (byte >= 48 && byte <= 57) || byte === 95;
}

/** The logistic function from -2047 to 2047, in 4096ths, at every 128th point. */
const logistic = [
  1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785,
  3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
];

function squash(value: number): number {
  const part = value & 127;
  const at = (value >> 7) + 16;
  return ((logistic[at] ?? 0) * (128 - part) + (logistic[at + 1] ?? 0) * part + 64) >> 7;
}

/** The inverse of `squash`. */
const stretched = stretch();

function stretch(): Int16Array {
  const values = new Int16Array(4096).fill(2047);
  let from = 0;
  for (let value = -2047; value <= 2047; value += 1) {
    const until = squash(value) + 1;
    values.fill(value, from, Math.max(from, until));
    from = Math.max(from, until);
  }
  return values.fill(2047, from);
}
