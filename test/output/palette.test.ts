import { describe, expect, test } from 'vitest';
import { palettes, ramps } from '#output';

type Rgb = readonly [number, number, number];

/** What a reader without one kind of cone sees of linear light, after Machado, Oliveira and Fernandes (2009), at full severity. */
const sights: Readonly<Record<string, readonly [Rgb, Rgb, Rgb]>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The pages that the colours stand on: VS Code's light and dark, high contrast, and a report's two. */
const grounds = {
  light: ['#ffffff'],
  dark: ['#1f1f1f', '#000000'],
  either: ['#ffffff', '#1c2128'],
} as const;

/** CIEDE2000: 2 is just seen side by side, 10 at a glance. */
const leastDistance = { light: 14, dark: 14, either: 9 } as const;

function linear(hex: string): Rgb {
  const part = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function dot(row: Rgb, light: Rgb): number {
  return row[0] * light[0] + row[1] * light[1] + row[2] * light[2];
}

function seen(hex: string, sight: readonly [Rgb, Rgb, Rgb]): Rgb {
  const light = linear(hex);
  const part = (row: Rgb) => Math.min(1, Math.max(0, dot(row, light)));
  return labOf([part(sight[0]), part(sight[1]), part(sight[2])]);
}

function labOf(light: Rgb): Rgb {
  const scaled = (value: number) =>
    value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116;
  const x = scaled(dot([0.4124564, 0.3575761, 0.1804375], light) / 0.95047);
  const y = scaled(dot([0.2126729, 0.7151522, 0.072175], light));
  const z = scaled(dot([0.0193339, 0.119192, 0.9503041], light) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const degrees = (angle: number) => (angle * 180) / Math.PI;
const cosine = (angle: number) => Math.cos((angle * Math.PI) / 180);
const sine = (angle: number) => Math.sin((angle * Math.PI) / 180);

/** CIEDE2000, after Sharma, Wu and Dalal (2005). */
function distance([l1, a1, b1]: Rgb, [l2, a2, b2]: Rgb): number {
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)));
  const [c1, c2] = [Math.hypot((1 + g) * a1, b1), Math.hypot((1 + g) * a2, b2)];
  const hue = (a: number, b: number) => (degrees(Math.atan2(b, (1 + g) * a)) + 360) % 360;
  const [h1, h2] = [hue(a1, b1), hue(a2, b2)];
  const isGrey = c1 * c2 === 0;
  const turn = isGrey ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const between = isGrey ? h1 + h2 : (h1 + turn / 2 + 360) % 360;
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const t =
    1 -
    0.17 * cosine(between - 30) +
    0.24 * cosine(2 * between) +
    0.32 * cosine(3 * between + 6) -
    0.2 * cosine(4 * between - 63);
  const lightness = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2));
  const chroma = (c2 - c1) / (1 + 0.045 * c);
  const tint = (2 * Math.sqrt(c1 * c2) * sine(turn / 2)) / (1 + 0.015 * c * t);
  const rotation =
    -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * sine(60 * Math.exp(-(((between - 275) / 25) ** 2)));
  return Math.sqrt(lightness ** 2 + chroma ** 2 + tint ** 2 + rotation * chroma * tint);
}

function contrast(one: string, other: string): number {
  const luminance = (hex: string) => dot([0.2126, 0.7152, 0.0722], linear(hex));
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function pairs(colours: readonly string[]): (readonly [string, string])[] {
  return colours.flatMap((one, at) => colours.slice(at + 1).map((other) => [one, other] as const));
}

test.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, -1, 2], [50, 0, 0], 2.3669],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
] as const)('the measure gives what its authors publish: %j and %j are %d apart', (one, other, expected) => {
  expect(distance(one, other)).toBeCloseTo(expected, 4);
});

describe.each(['light', 'dark', 'either'] as const)('the palette on a %s ground', (ground) => {
  const colours = palettes[ground];

  test.each(Object.keys(sights))('all pairs can be told apart with %s', (name) => {
    const sight = sights[name];
    const near = pairs(colours).filter(
      ([one, other]) => sight && distance(seen(one, sight), seen(other, sight)) < leastDistance[ground],
    );
    expect([colours.length, near]).toEqual([8, []]);
  });

  test('each colour stands out from the page, three to one', () => {
    const faint = grounds[ground].flatMap((page) => colours.filter((colour) => contrast(colour, page) < 3));
    expect(faint).toEqual([]);
  });

  test('more is a steady step lighter or darker, whoever looks', () => {
    for (const sight of Object.values(sights)) {
      const lightness = ramps[ground].map((colour) => seen(colour, sight)[0]);
      const steps = lightness.slice(1).map((value, at) => value - (lightness[at] ?? 0));
      expect(steps.every((step) => step > 8) || steps.every((step) => step < -8)).toBe(true);
    }
  });
});
