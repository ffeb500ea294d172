import { MINIMUM_N } from './choice-effects';

/** Two labels whose videos are the same to this share (Jaccard index) are one choice: no data can tell them apart. */
const SAME_CHOICE = 0.9;

/** A hashtag or the opening of a series, with the videos that carry it. */
export interface Label {
  key: string;
  /** Positions, rising. */
  members: readonly number[];
  /** Labels that nearly always come along. */
  together: readonly string[];
}

/**
 * Labels that can be told apart, the most frequent first (then by name). Those that nearly always appear together are one label
 * under the name of the most frequent, with the others in `together`; those below the minimum n are not compared.
 * @param labelsOf labels by position of the video
 */
export function separableLabels(universe: readonly number[], labelsOf: (position: number) => readonly string[]): Label[] {
  const members = new Map<string, number[]>();
  for (const i of universe) {
    for (const name of labelsOf(i)) {
      const list = members.get(name);
      if (!list) members.set(name, [i]);
      else if (list.at(-1) !== i) list.push(i);
    }
  }
  const names = [...members.keys()].sort((a, b) => members.get(b)!.length - members.get(a)!.length || compareNames(a, b));
  const together = findInseparable(universe, labelsOf, names, (name) => members.get(name)!.length);
  const taken = new Set<string>();
  return names.flatMap((name) => {
    if (taken.has(name)) return [];
    const others = (together.get(name) ?? []).filter((other) => !taken.has(other)).sort();
    for (const other of others) taken.add(other);
    return [{ key: name, members: members.get(name)!, together: others }];
  });
}

/** By name; of two openings of which one begins with the other the longer first: it says more. */
function compareNames(a: string, b: string): number {
  if (a.startsWith(`${b} `)) return -1;
  if (b.startsWith(`${a} `)) return 1;
  return a < b ? -1 : 1;
}

/** For each label the later ones in `names` (most frequent first) that share nearly all of its videos. */
function findInseparable(
  universe: readonly number[],
  labelsOf: (position: number) => readonly string[],
  names: readonly string[],
  countOf: (name: string) => number,
): Map<string, string[]> {
  const counts = names.map(countOf);
  const frequent = counts.findIndex((count) => count < MINIMUM_N);
  const ranks = new Map(names.slice(0, frequent === -1 ? undefined : frequent).map((name, rank) => [name, rank]));
  const shared = new Map<number, number>();
  for (const i of universe) {
    const own = labelsOf(i)
      .flatMap((name) => ranks.get(name) ?? [])
      .sort((a, b) => a - b);
    for (let x = 0; x < own.length; x++) {
      // Much rarer ones cannot share nearly all videos, and neither can those that follow them.
      for (let y = x + 1; y < own.length && counts[own[y]!]! >= SAME_CHOICE * counts[own[x]!]!; y++) {
        if (own[y] === own[x]) continue;
        const pair = own[x]! * names.length + own[y]!;
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
    }
  }
  const together = new Map<string, string[]>();
  for (const [pair, both] of shared) {
    const first = Math.floor(pair / names.length);
    const second = pair % names.length;
    if (both / (counts[first]! + counts[second]! - both) < SAME_CHOICE) continue;
    together.set(names[first]!, [...(together.get(names[first]!) ?? []), names[second]!]);
  }
  return together;
}
