import type { SandboxContext } from './context';
import { defaultCreatorId } from './creator-catalogue';
import type { Creator } from './creators';
import type { Language } from './creator-profile';
import { escaped, page } from './html';

const texts = {
  fr: {
    title: 'Autoriser l’application (démonstration)',
    notice:
      'Démonstration : cette page n’est pas TikTok. Les comptes et leurs chiffres sont inventés ; aucun compte réel n’est touché.',
    heading: 'Crealia demande à lire un compte',
    creators: 'Choisissez un créateur',
    scopes: 'Ce que l’application pourra lire',
    required: 'toujours nécessaire',
    authorize: 'Autoriser',
    cancel: 'Annuler',
    videos: (count: number) => `${count.toLocaleString('fr-FR')} vidéo${count > 1 ? 's' : ''}`,
    wrongTitle: 'Une erreur est survenue (démonstration)',
    wrong: 'La demande d’autorisation est incorrecte. À corriger :',
    names: {
      'user.info.basic': 'Nom et photo de profil',
      'user.info.profile': 'Identifiant, présentation et lien du profil',
      'user.info.stats': 'Nombre d’abonnés, de J’aime et de vidéos',
      'video.list': 'Vidéos publiques et leurs compteurs',
    },
  },
  en: {
    title: 'Authorize the application (demonstration)',
    notice: 'Demonstration: this page is not TikTok. The accounts and their figures are made up; no real account is touched.',
    heading: 'Crealia asks to read an account',
    creators: 'Choose a creator',
    scopes: 'What the application may read',
    required: 'always needed',
    authorize: 'Authorize',
    cancel: 'Cancel',
    videos: (count: number) => `${count.toLocaleString('en-GB')} video${count === 1 ? '' : 's'}`,
    wrongTitle: 'Something went wrong (demonstration)',
    wrong: 'The request for authorization is not right. Please correct the following:',
    names: {
      'user.info.basic': 'Name and profile picture',
      'user.info.profile': 'Username, biography and profile link',
      'user.info.stats': 'Numbers of followers, likes and videos',
      'video.list': 'Public videos and their counters',
    },
  },
};

/** The consent page: no script, one form. @param query the request as it came, handed back with the decision */
export function authorizePage(input: {
  context: SandboxContext;
  language: Language;
  nonce: string;
  query: string;
  scopes: readonly string[];
}): string {
  const { context, language, nonce, query, scopes } = input;
  const text = texts[language];
  const creators = context.creators.all().map((creator) => creatorChoice(context, creator, language));
  const body = `
<p class="note" role="note">${escaped(text.notice)}</p>
<h1>${escaped(text.heading)}</h1>
<form method="post">
<input type="hidden" name="request" value="${escaped(query)}">
<fieldset><legend>${escaped(text.creators)}</legend>${creators.join('')}</fieldset>
<fieldset><legend>${escaped(text.scopes)}</legend>${scopes.map((scope) => scopeChoice(scope, language)).join('')}</fieldset>
<div class="buttons">
<button name="decision" value="authorize">${escaped(text.authorize)}</button>
<button class="plain" name="decision" value="cancel">${escaped(text.cancel)}</button>
</div>
</form>`;
  return page({ language, title: text.title, body, nonce });
}

function creatorChoice(context: SandboxContext, creator: Creator, language: Language): string {
  const { profile } = creator;
  const avatar = context.pictures.path('avatar', profile.id, { size: '100' });
  const count = texts[language].videos(context.videos.countOf(creator));
  return `<label><input type="radio" name="creator" value="${escaped(profile.id)}"${profile.id === defaultCreatorId ? ' checked' : ''}>
<img src="${escaped(avatar)}" alt="" width="48" height="48" loading="lazy">
<span><strong>${escaped(profile.displayName)}</strong> @${escaped(profile.username)}<small>${escaped(count)} · ${escaped(profile.special[language])}</small></span></label>`;
}

function scopeChoice(scope: string, language: Language): string {
  const text = texts[language];
  const name = new Map(Object.entries(text.names)).get(scope) ?? scope;
  const isFixed = scope === 'user.info.basic';
  const hint = isFixed ? `${scope} · ${text.required}` : scope;
  return `<label><input type="checkbox" name="scopes" value="${escaped(scope)}" checked${isFixed ? ' disabled' : ''}>
<span>${escaped(name)}<small>${escaped(hint)}</small></span></label>`;
}

/** TikTok's own error page names the parameter; the application never hears of it. */
export function wrongRequestPage(parameter: string, language: Language, nonce: string): string {
  const text = texts[language];
  const body = `<p class="note" role="note">${escaped(text.notice)}</p><h1>${escaped(text.wrongTitle)}</h1><p>${escaped(text.wrong)} <code>${escaped(parameter)}</code></p>`;
  return page({ language, title: text.wrongTitle, body, nonce });
}
