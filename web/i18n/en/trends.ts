import type { Texts } from '../fr';

export const trends: Pick<Texts, 'trends'> = {
  trends: {
    title: 'What others post more often now',
    intro_one: 'Hashtags rising with {{formatted}} other creator of this installation who agreed to count.',
    intro_other: 'Hashtags rising with {{formatted}} other creators of this installation who agreed to count.',
    notAnEffect: 'This is what others do, not a measured effect: nothing says that these hashtags bring views.',
    velocity: '{{times}} compared with before',
    range: '{{low}} to {{high}}',
    counts: '{{videos}}, {{creators}}',
    videos_one: '{{formatted}} video',
    videos_other: '{{formatted}} videos',
    creators_one: '{{formatted}} creator',
    creators_other: '{{formatted}} creators',
    own_one: 'you: {{formatted}} video',
    own_other: 'you: {{formatted}} videos',
    method:
      'Share of the active creators who use the hashtag in the last 14 days, against the two fortnights before; {{level}} interval, drawn toward ×1 where there are few creators. A hashtag of fewer than {{minimum}} other creators is not shown.',
    tooFew_one: 'It takes {{minimum}} other creators here who agree to count; so far there is {{formatted}}.',
    tooFew_other: 'It takes {{minimum}} other creators here who agree to count; so far there are {{formatted}}.',
    nothing_one: 'With {{formatted}} other creator who agreed to count, no hashtag is clearly rising at present.',
    nothing_other: 'With {{formatted}} other creators who agreed to count, no hashtag is clearly rising at present.',
    join: 'Let my videos count too',
  },
};
