/**
 * Names as sounds. A name becomes a chain of units (a Chinese character, a letter group), each with the sounds that it may stand
 * for; two chains are as far apart as the cheapest way to read both is. One code letter stands for one sound:
 * `S` sh, `Z` zh, `C` ch, `J` dzh, `c` ts, `h` kh, `j` the glide y; the others as in the IPA, roughly.
 */

/** One unit: where it begins and ends (in units) and what it may sound like; `''` is silent. */
export interface Unit {
  from: number;
  to: number;
  sounds: readonly string[];
}

/** A graph of sounds: `into[v]` lists the arcs that end in node `v`; node 0 is the start, the last node the end. */
export interface Sounds {
  into: readonly (readonly Arc[])[];
  /** What the whole name weighs: the measure against which a distance is held. */
  weight: number;
}

interface Arc {
  from: number;
  /** `-1` where nothing is heard. */
  sound: number;
}

const alphabet = 'pbmfvwtdnlrszSZcCJkghjaeiou';
const vowels = 'aeiou';

/** How much a sound counts when it is there or not: translators add and leave out vowels, glides, h, and r, l, n before a consonant. */
const weights: readonly number[] = Array.from(alphabet, (s) => {
  if (vowels.includes(s)) return 0.3;
  return { j: 0.2, w: 0.4, h: 0.4, r: 0.5, l: 0.6, n: 0.6 }[s] ?? 1;
});

/** Sounds that stand for each other with different translators, and how far apart they are. What is not here is 1 apart. */
const near: Readonly<Record<string, number>> = {
  ...{ lr: 0.1, vw: 0.1, fv: 0.15, bv: 0.4, bp: 0.25, fp: 0.4, fw: 0.3, dt: 0.25, gk: 0.25, gh: 0.3, kh: 0.3, fh: 0.4, mn: 0.35, ln: 0.6 },
  ...{ sz: 0.15, Ss: 0.3, Zz: 0.3, SZ: 0.3, cs: 0.3, cz: 0.2, Cc: 0.25, CJ: 0.2, CS: 0.4, JZ: 0.1, Jz: 0.3, Jd: 0.4, Ct: 0.5, ct: 0.4 },
  ...{
    Ck: 0.5,
    Jg: 0.4,
    Jj: 0.3,
    Zj: 0.5,
    Zr: 0.4,
    Sh: 0.5,
    hr: 0.5,
    dz: 0.5,
    st: 0.6,
    Jc: 0.4,
    CZ: 0.4,
    CT: 0.5,
    Cs: 0.5,
    Jt: 0.6,
    hs: 0.6,
  },
  ...{ ij: 0.05, uw: 0.05, uv: 0.3, jl: 0.4 },
  ...{ ei: 0.12, ou: 0.12, ao: 0.15, ae: 0.2, iu: 0.25, eo: 0.2, ai: 0.3, au: 0.2, eu: 0.25, io: 0.3 },
};

const apart: readonly (readonly number[])[] = Array.from(alphabet, (a) =>
  Array.from(alphabet, (b) => (a === b ? 0 : (near[a + b] ?? near[b + a] ?? (vowels.includes(a) !== vowels.includes(b) ? 9 : 1)))),
);

/** Builds the graph of a chain of `length` units. Units may span several places (约翰 read as one). */
export function soundsOf(units: readonly Unit[], length: number): Sounds {
  const into: Arc[][] = [[]];
  const border = [0];
  let weight = 0;
  for (let at = 0; at < length; at++) {
    const starting = units.filter((u) => u.from === at);
    for (const unit of starting) {
      if (unit.to === at + 1) weight += mean(unit.sounds.map(weigh));
    }
    const ending = units.filter((u) => u.to === at + 1);
    const open = ending.flatMap((unit) => unit.sounds.map((sounds) => ({ from: border[unit.from]!, sounds })));
    const last: Arc[] = [];
    for (const { from, sounds } of open) {
      let node = from;
      for (const [i, s] of Array.from(sounds).entries()) {
        const arc = { from: node, sound: alphabet.indexOf(s) };
        if (i === sounds.length - 1) last.push(arc);
        else {
          into.push([arc]);
          node = into.length - 1;
        }
      }
      if (sounds === '') last.push({ from, sound: -1 });
    }
    into.push(last);
    border.push(into.length - 1);
  }
  return { into, weight };
}

function weigh(sounds: string): number {
  return Array.from(sounds).reduce((sum, s) => sum + weights[alphabet.indexOf(s)]!, 0);
}

const mean = (all: readonly number[]): number => (all.length === 0 ? 0 : all.reduce((a, b) => a + b, 0) / all.length);

/** The cheapest way to hear both as one: the sum of what is exchanged, added and left out. */
export function distance(a: Sounds, b: Sounds): number {
  const width = b.into.length;
  const cost = new Float64Array(a.into.length * width).fill(Number.POSITIVE_INFINITY);
  cost[0] = 0;
  for (let v = 0; v < a.into.length; v++) {
    const intoA = a.into[v]!;
    for (let w = 0; w < width; w++) {
      const intoB = b.into[w]!;
      let best = cost[v * width + w]!;
      for (const x of intoA) {
        const alone = cost[x.from * width + w]! + (x.sound < 0 ? 0 : weights[x.sound]!);
        if (alone < best) best = alone;
        if (x.sound < 0) continue;
        for (const y of intoB) {
          if (y.sound < 0) continue;
          const both = cost[x.from * width + y.from]! + apart[x.sound]![y.sound]!;
          if (both < best) best = both;
        }
      }
      for (const y of intoB) {
        const alone = cost[v * width + y.from]! + (y.sound < 0 ? 0 : weights[y.sound]!);
        if (alone < best) best = alone;
      }
      cost[v * width + w] = best;
    }
  }
  return cost[cost.length - 1]!;
}

/** 1 for the same sounds, 0 for nothing in common: the distance held against what the two weigh, five eighths of it being too much. */
export function likeness(a: Sounds, b: Sounds): number {
  const weight = (a.weight + b.weight) / 2;
  return weight === 0 ? 0 : Math.max(0, 1 - (1.6 * distance(a, b)) / weight);
}

/** Classes that a usual variation does not leave; `l`, `r` and what is weak are heard at the beginning only. */
const classes: Readonly<Record<string, string>> = Object.fromEntries([
  ...Array.from('pbfvw', (s) => [s, 'p']),
  ...Array.from('td', (s) => [s, 't']),
  ...Array.from('szSZcCJ', (s) => [s, 's']),
  ...Array.from('kgh', (s) => [s, 'k']),
  ...Array.from('mn', (s) => [s, 'n']),
]);

/**
 * Keys under which a name is looked for: the classes of its first three consonants, in every way it may be read (at most 24).
 * `inside` leaves out at the beginning, too, what is weak within a word.
 */
export function skeletons(sounds: Sounds, inside = false): string[] {
  const most = 24;
  const keys: Set<string>[] = [new Set([inside ? vowel : ''])];
  for (let v = 1; v < sounds.into.length; v++) {
    const here = new Set<string>();
    for (const { from, sound } of sounds.into[v]!) {
      const s = sound < 0 ? '' : alphabet[sound]!;
      for (const key of keys[from]!) for (const next of extend(key, s)) if (here.size < most) here.add(next);
    }
    keys.push(here);
  }
  return [...new Set([...keys.at(-1)!].map((k) => k.replace(vowel, '')))].sort();
}

/** Stands in a key where a name begins with no consonant. */
const vowel = '*';

/** Runs of consonants of one class count once: 特图 and 图. */
export function joinSkeletons(a: string, b: string): string {
  return (a + b).replace(/(.)\1+/g, '$1').slice(0, 3);
}

function extend(key: string, s: string): string[] {
  if (s === '' || key.replace(vowel, '').length >= 3) return [key];
  const atStart = key === '';
  if (s === 'j' || vowels.includes(s)) return [atStart ? vowel : key];
  if (s === 'h') return atStart ? ['k', vowel] : [key];
  if (s === 'w') return [atStart ? vowel : key, joined(key, 'p')];
  if (s === 'l' || s === 'r') return [atStart ? 'l' : key];
  return [joined(key, classes[s]!)];
}

const joined = (key: string, next: string): string => (key.endsWith(next) ? key : key + next);
