import type { LegalText } from './legal-text';

export const termsEn: LegalText = {
  intro: 'These terms rule the use of this installation of Crealia. They are short: read them.',
  sections: [
    {
      title: 'What Crealia does',
      paragraphs: [
        'Crealia reads the data of your TikTok account with your authorization, keeps its history, shows it and draws recommendations from it that come with their evidence.',
      ],
    },
    {
      title: 'What Crealia does not promise',
      paragraphs: [
        'A recommendation describes what your past videos make plausible; it guarantees no views, followers or income. A difference measured yesterday may be gone tomorrow. What you post remains your decision and your responsibility.',
        'The numbers are TikTok’s at the time of reading. TikTok may correct them, round them or stop giving them.',
      ],
    },
    {
      title: 'What is expected of you',
      paragraphs: ['When you use this installation:'],
      items: [
        'you connect only accounts that are yours or that you are allowed to manage;',
        'you respect TikTok’s terms;',
        'you do not try to get round the limits of the API or to read other people’s data.',
      ],
    },
    {
      title: 'Independence',
      paragraphs: ['Crealia is not published, supported or approved by TikTok. “TikTok” is a trademark of its owner.'],
    },
    {
      title: 'Availability and liability',
      paragraphs: [
        'The service is provided as it is, without a guarantee of availability. When a reading fails, the page says so and nothing that had been read is lost. The software is free (MIT licence); whoever operates this installation answers for it within the limits of the law.',
      ],
    },
    {
      title: 'Ending',
      paragraphs: [
        'You can leave at any time: disconnect your accounts in the settings. The operator may close an access that breaks these terms, after telling you.',
      ],
    },
  ],
};
