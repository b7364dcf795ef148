import type { Button, Card } from '../chat/card.ts';
import { label, strong } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';

export const dataSheetButton = (say: Voice): Button => ({
  label: label(say('button.data-sheet')),
  intent: { kind: 'data-sheet' },
});

const POINTS = [
  'purpose',
  'stored',
  'answers',
  'readers',
  'kept',
  'before',
  'platform',
  'impossible',
] as const;

/** The data sheet in short, for everybody, and where the whole of it stands. */
export const dataSheetCard = (say: Voice, platform: string, url: string | undefined): Card => ({
  title: strong(say('sheet.title')),
  nodes: [
    {
      kind: 'list',
      items: POINTS.map((point) => [
        ...strong(say(`sheet.${point}`, { platform })),
        ...say(`sheet.${point}-text`, { platform }),
      ]),
    },
    url === undefined
      ? { kind: 'footnote', text: say('sheet.where') }
      : {
          kind: 'paragraph',
          text: say('sheet.whole', { link: { kind: 'link', text: label(say('sheet.link')), url } }),
        },
  ],
});
