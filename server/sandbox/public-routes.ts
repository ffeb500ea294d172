import { randomBytes } from 'node:crypto';
import express, { type Request, type Response, type Router } from 'express';
import { LRUCache } from 'lru-cache';
import { flatAnswer, type Answer } from './answers';
import { captionFor } from './captions';
import type { SandboxContext } from './context';
import { embeddablePolicy, escaped, page } from './html';
import type { PictureKind } from './picture-links';
import { avatarPicture, coverPicture } from './pictures';
import { endpoint } from './respond';
import { soundFor } from './sounds';
import type { PublicVideo } from './videos';

/** What anybody may see without a token: oEmbed, pictures, the player and the share pages. */
export function publicRoutes(context: SandboxContext): Router {
  const router = express.Router();
  const pictures = new LRUCache<string, Buffer>({ maxSize: 4_000_000, sizeCalculation: (picture) => picture.length });
  const sendPicture =
    (kind: PictureKind, make: (name: string, size: number) => Buffer | null) => (request: Request, response: Response) => {
      const name = request.params.name ?? '';
      if (!context.pictures.isValid(kind, name, request.query['x-expires'], request.query['x-signature'])) {
        return void response.status(403).type('text').send('Access Denied');
      }
      const size = Math.min(320, Math.max(32, Number(request.query.size) || 168));
      const key = `${kind}/${name}/${size}`;
      const picture = pictures.get(key) ?? make(name, size);
      if (!picture) return void response.status(404).type('text').send('Not Found');
      pictures.set(key, picture);
      response.set('cache-control', 'public, max-age=3600').type('png').send(picture);
    };

  router.get(
    '/covers/:name.png',
    sendPicture('cover', (id) => {
      const video = context.videos.withId(id);
      return video && coverPicture(id, video.creator.profile.seed);
    }),
  );
  router.get(
    '/avatars/:name.png',
    sendPicture('avatar', (id, size) => {
      const creator = context.creators.withId(id);
      return creator && avatarPicture(creator.profile.seed, size);
    }),
  );

  router.get(
    '/oembed',
    endpoint(context, 'oembed', (request) => oembed(context, request)),
  );
  router.get('/player/v1/:id', (request, response) => sendVideoPage(context, request.params.id, response));
  router.get(/^\/@([\w.-]+)\/video\/(\d+)$/, (request, response) => sendVideoPage(context, request.params[1] ?? '', response));
  return router;
}

/** TikTok answers 400 for a video that is not public or not there. */
function oembed(context: SandboxContext, request: Request): Answer {
  const asked = typeof request.query.url === 'string' ? request.query.url : '';
  const id = /\/(?:video|photo|player\/v1)\/(\d+)/.exec(asked)?.[1] ?? '';
  const video = context.videos.withId(id);
  if (!video) return { ...flatAnswer({ code: 400, message: 'Something went wrong' }, context.now()), status: 400 };
  const { creator, timeline, place } = video;
  const index = timeline.firstIndex + place;
  const caption = captionFor(creator.profile, index);
  const link = context.videos.shareUrl(video);
  const author = `${context.baseUrl}/@${creator.profile.username}`;
  const tags = caption.hashtags.map(
    (tag) => `<a title="${escaped(tag)}" href="${context.baseUrl}/tag/${encodeURIComponent(tag)}">#${escaped(tag)}</a>`,
  );
  const sound = soundFor(creator.profile, index);
  return flatAnswer(
    {
      version: '1.0',
      type: 'video',
      title: caption.full,
      author_url: author,
      author_name: creator.profile.displayName,
      author_unique_id: creator.profile.username,
      width: '100%',
      height: '100%',
      html: `<blockquote class="tiktok-embed" cite="${link}" data-video-id="${id}"><section><a title="@${creator.profile.username}" href="${author}">@${creator.profile.username}</a> <p>${escaped(caption.title)} ${tags.join(' ')}</p> <a target="_blank" title="♬ ${escaped(sound)}" href="${context.baseUrl}/music/${id}">♬ ${escaped(sound)}</a> </section></blockquote>`,
      thumbnail_url: context.pictures.link('cover', id),
      thumbnail_width: 144,
      thumbnail_height: 256,
      provider_url: context.baseUrl,
      provider_name: 'TikTok',
      embed_product_id: id,
      embed_type: 'video',
    },
    context.now(),
  );
}

function sendVideoPage(context: SandboxContext, id: string, response: Response): void {
  const video = context.videos.withId(id);
  const nonce = randomBytes(16).toString('base64');
  response.set('content-security-policy', embeddablePolicy(nonce)).type('html');
  if (video) return void response.send(videoPage(context, video, nonce));
  const body = '<p class="note">Démonstration · Demonstration</p><h1>Vidéo indisponible · Video unavailable</h1>';
  response.status(404).send(page({ language: 'fr', title: 'Vidéo indisponible · Video unavailable', body, nonce }));
}

function videoPage(context: SandboxContext, { id, creator, timeline, place }: PublicVideo, nonce: string): string {
  const { profile } = creator;
  const language = profile.languages[0];
  const caption = captionFor(profile, timeline.firstIndex + place);
  const notice =
    language === 'fr'
      ? 'Démonstration : cette vidéo est inventée, il n’y a rien à lire.'
      : 'Demonstration: this video is made up, there is nothing to play.';
  const body = `<p class="note" role="note">${escaped(notice)}</p>
<img class="cover" src="${escaped(context.pictures.path('cover', id))}" alt="" width="144" height="256">
<h1>@${escaped(profile.username)}</h1>
<p class="caption">${escaped(caption.full)}</p>
<p class="soft">♬ ${escaped(soundFor(profile, timeline.firstIndex + place))}</p>`;
  return page({ language, title: `${profile.displayName} · demonstration`, body, nonce });
}
