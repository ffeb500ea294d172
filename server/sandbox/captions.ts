import { captionWords, reachHashtags } from './caption-words';
import type { CreatorProfile } from './creator-profile';
import { Random } from './random';

export interface Caption {
  /** The sentence without hashtags; empty where the creator wrote none. */
  title: string;
  /** As the creator wrote it: up to 2,200 characters. */
  full: string;
  hashtags: string[];
}

const untitledShare = 0.03;
const bareShare = 0.04;
const seriesShare = 0.24;
const plantedSeriesShare = 0.28;

/** The same video always has the same caption. */
export function captionFor(profile: CreatorProfile, index: number): Caption {
  const random = new Random(profile.seed, index, 51);
  const planted = profile.plantedEffect?.kind === 'HASHTAG' ? profile.plantedEffect.hashtag : null;
  const words = captionWords[profile.theme][random.pick(profile.languages)];
  const isPlanted = planted !== null && random.next() < plantedSeriesShare;
  const chosen = words.series[isPlanted ? 0 : random.integer(words.series.length)];
  const isOfPlantedSeries = chosen?.[1] === planted;
  const series = isPlanted || (random.next() < seriesShare && !isOfPlantedSeries) ? chosen : undefined;
  if (!series && random.next() < untitledShare) return { title: '', full: '', hashtags: [] };

  const hashtags = new Set<string>(series ? [series[1]] : []);
  const wanted = hashtags.size + Math.min(10, Math.floor(-2.4 * Math.log(1 - random.next())));
  for (let tries = 0; hashtags.size < wanted && tries < 30; tries++) {
    hashtags.add(random.next() < 0.12 ? random.pick(reachHashtags) : random.pick(words.hashtags));
  }
  const tags = [...hashtags].map((tag) => `#${tag}`).join(' ');
  if (!series && hashtags.size > 0 && random.next() < bareShare) return { title: '', full: tags, hashtags: [...hashtags] };

  const sentence = random
    .pick(words.sentences)
    .replace('{}', random.pick(words.subjects))
    .replace('##', String(10 * (4 + random.integer(22))))
    .replace('#', String(2 + random.integer(random.next() < 0.3 ? 30 : 7)));
  const opening = capitalised(series ? `${series[0]} : ${sentence}` : sentence);
  const emoji = random.next() < 0.4 ? ` ${random.pick(words.emoji)}` : '';
  const closing = random.next() < 0.5 ? `${emoji ? '' : '.'} ${random.pick(words.closings)}` : '';
  const second = closing && random.next() < 0.2 ? ` ${random.pick(words.closings)}` : '';
  const title = opening + emoji + closing + second;
  return { title, full: tags ? `${title} ${tags}` : title, hashtags: [...hashtags] };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Cuts as the API does, never through the middle of a character. */
export function truncated(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
