import { admin } from './en/admin.ts';
import { items } from './en/items.ts';
import { mine } from './en/mine.ts';
import { ownTimes } from './en/own-times.ts';
import { round } from './en/round.ts';
import { shared } from './en/shared.ts';
import { teamChange } from './en/team-change.ts';
import { teamSetUp } from './en/team-set-up.ts';

/**
 * The source catalogue. `{name}` is filled in; an entry with `one` and `other` is chosen by `{n}`.
 * No markup: bold, mentions and layout are decided where a card is built.
 */
export const en = {
  // shared
  'rhythm.1': 'every week',
  'rhythm.2': 'every two weeks',
  'rhythm.4': 'every four weeks',
  'button.answer': 'Answer',
  'button.protection': 'How you are protected',
  'button.comments': 'Comments',
  'button.more-comments': 'More comments',
  'button.help': 'Help',
  'button.result': 'Last result',
  'dialog.title': 'Please note',
  'button.close': 'Close',
  'button.done': 'Done',
  'button.cancel': 'Cancel',
  'button.send': 'Send',
  'button.set-up': 'Set up',

  // 2 promise
  'promise.title':
    "From {date} I'll ask you three questions {rhythm}. It takes under a minute and counts as working time.",
  'promise.by': 'Set up by {person}.',
  'promise.leads': " I don't ask the team lead: {people}.",
  'promise.who': 'Who sees what?',
  'promise.who-text': {
    one: ' Everyone here ({n} person) sees the same result at the same time. Nobody sees who answered what.',
    other:
      ' Everyone here ({n} people) sees the same result at the same time. Nobody sees who answered what.',
  },
  'promise.when': 'From when?',
  'promise.when-text': ' From 5 answers. With fewer, I delete everything unread.',
  'promise.choice': 'Your choice.',
  'promise.choice-text': ' Not taking part has no consequences, and nobody sees it.',

  // 3 protection
  'protection.title': 'How you are protected',
  'protection.open':
    'While the round is open, your answer is kept under a secret code so that you can change it. Whoever runs the technology could resolve it during that time. So until then I say {word}.',
  'protection.open-word': 'confidential',
  'protection.closed':
    'At close I add up, delete the single answers and destroy the key. After that nobody can, not even me: {word}.',
  'protection.closed-word': 'anonymous',
  'protection.remains':
    'What remains: your way of writing can give you away, and {platform} transports what you enter.',

  // 4 ask
  'ask.title': 'Three questions about your recent shifts, under a minute.',
  'ask.until': 'Open until {close}.',

  // 5 form, 6 saved
  'form.title': 'Three questions',
  'form.intro': 'No names, no customer data.',
  'form.reader': 'Your team reads this, not a counselling service.',
  'form.contact': ' If you are unwell: {contact}.',
  'form.comment-hint': 'Shown from 5 answers and 2 comments on.',
  'mark.1': '1 · not at all',
  'mark.2': '2',
  'mark.3': '3',
  'mark.4': '4',
  'mark.5': '5 · completely',
  'mark.cannot-say': "can't say",
  'saved.title': 'Got it.',
  'saved.text':
    'The same button lets you change everything until {close}. Nothing of this appears in the chat.',

  // 10 below the gate, 11 too small
  'lost.title': 'This round is lost: the store that held the open answers failed before I could count.',
  'lost.text': 'It is kept nowhere else, on purpose, so that nobody can read your answers there. I am sorry.',
  'notice.for-admins': 'You get this as an admin. Its leads know as well.',
  'notice.for-admins-leaderless': 'You get this as an admin: nobody leads the team at present.',
  'notice.channel-unreadable.title': 'I cannot read the channel of {team}, so this round does not open.',
  'notice.channel-unreadable.text': 'Invite me to the channel again. I look again on {date}.',
  'notice.channel-archived.title': 'The channel of {team} is archived, so this round does not open.',
  'notice.channel-archived.text':
    'Set the team up in another channel, or bring this one back. I look again on {date}.',
  'notice.channel-public.title': 'The channel of {team} is public now, so this round does not open.',
  'notice.channel-public.text':
    'People outside your team would read the result. Make it private again. I look again on {date}.',
  'notice.channel-shared.title':
    'The channel of {team} is shared with another organisation, so this round does not open.',
  'notice.channel-shared.text':
    'Outsiders would read the result. End the sharing, or set the team up in another channel. I look again on {date}.',
  'notice.channel-left-out.title': 'I leave {channels} out of {team}.',
  'notice.channel-left-out.text':
    'Archived, shared, public, or I am not in it any more: I post nothing there, and whoever is only there is not asked. Once that is mended, it goes on there by itself.',
  'notice.promise-unposted.title': 'I could not post the promise in the channel of {team}, so I ask nobody.',
  'notice.promise-unposted.text': 'Let me write there. I try again on {date}.',
  'notice.result-unpublished.title': 'I could not post the result of {team} in its channel.',
  'notice.result-unpublished.text':
    'So nobody gets it, not even you: team first. Invite me to the channel again. The next round opens on {date}.',
  'notice.result-not-at-home.title': 'I could not post the result of {team} in its first channel.',
  'notice.result-not-at-home.text':
    'It stands in another channel of the team. Whoever belongs to the team reads it with “pulse result”. The next round opens on {date}.',

  // 12 result
  'result.answers': '{n} answers.',
  'result.differ': 'Talk about this first: “{item}”',
  'result.all-alike': 'You are of one mind on all questions.',
  'result.none': 'No question has 5 answers that count.',
  'result.rest-alike': 'Where enough people answered, you are of one mind.',
  'result.guarded': 'In words only this time, so that nobody can subtract one result from another.',
  'result.differ-text': "That is where you differ most. It's not a verdict, it's a good start.",
  'result.nearly-everyone': 'Nearly everyone says yes: ',
  'result.most': 'Most say yes: ',
  'result.mixed': 'Mixed: ',
  'result.few': 'Few say yes: ',
  'result.alike': 'All very alike: ',
  'result.not-enough': 'Not enough answers: ',
  'result.item': '“{item}”',
  'result.cannot-say': " ({n} can't say)",
  'result.scale': '1 not at all … 5 completely. One block is one answer.',
  'result.share': '{n} of {total} say 4 or 5. ',
  'result.change': 'Whether something changes I can say after three rounds with the same question.',
  'result.none-yet': "There is no result yet. When there is one, it appears in your team's channel.",
  'comments.title': 'Comments',
  'comments.intro': 'Word for word, in random order.',
  'comments.none': 'No comments are shown: they need 5 answers and 2 comments.',

  // 13 to the lead
  'lead.title': 'Your team has just received the result: {link}. You see exactly the same.',
  'lead.title-unreached': 'Your team has just read this: {link}. There is nothing more, not even for you.',
  'lead.link': 'to the result',
  'lead.link-unreached': 'see it in the channel',
  'lead.advice':
    "For the talk: don't justify, don't guess who said it. Three good questions: What would have to happen? What is the smallest step? What do you need from me?",

  // set-up
  'team.form-title': 'Set up your team',
  'team.form-intro':
    'I ask everyone in this channel three questions, except leads, bots and outsiders. All see the same result.',
  'team.form-leads': 'Who leads the team? (is not asked)',
  'team.form-rhythm': 'How often?',
  'team.form-weekday': 'On which day does a round open?',
  'team.form-time': 'At what time?',
  'team.form-time-default': 'around noon',
  'team.form-language': 'Language in the channel',
  'team.form-zone-hint': 'Time zone: {zone}. A round stays open for seven full days.',
  'team.saved-title': 'Your team is set up.',
  'team.saved-text':
    'The promise appears in the channel in a moment, with the date of the first questions. Nobody is asked before that.',
  'language.de': 'Deutsch',
  'language.en': 'English',

  // 25 help, home
  'help.title': 'What you can do here',
  'help.pulse': 'answer, or see when the next round opens',
  'help.pulse-result': 'read the last result',
  'help.team': 'set up your team, or change it (in its channel)',
  'help.help': 'this list',
  'help.end': "That's all you need to remember.",
  'home.title-open': 'A round is open until {close}.',
  'home.open-text': 'Three questions, under a minute. You can change your answers until then.',
  'home.title-next': 'Nothing is open for you.',
  'home.next-text': 'The next round opens on {date}.',
  'home.no-team': 'Nothing is open for you: you are in no pulse team yet.',
  'home.no-team-text':
    "Type {word} in your team's channel: that sets one up in a minute. If there is one, you belong to it from its first round on.",
  'home.lead-title': 'You lead {team}.',
  'home.lead-open': 'A round is open until {close}. You get the result when your team does.',

  // 24 when it does not work
  'unknown.title': "I don't know “{typed}”. Did you mean {word}?",
  'fault.title': "That didn't work. Please try once more.",
  'fault.text': 'Nothing is done twice if you do. See {word} for what is stored.',

  // refusals: one for every code, or the build fails
  'refusal.round-closed': 'The round closed, so this no longer counts.',
  'refusal.round-closed-next': 'The round closed at {closed}, this no longer counts. Next: {date}.',
  'refusal.not-on-roster':
    'This round is not for you: you were not on the list when it opened. If you stay in the channel, you come in with one of the next.',
  'refusal.asked-elsewhere':
    'This round is not for you: you belong to the pulse of another team and are asked there.',
  'refusal.channel-guests-are-not-asked': 'Guests of a single channel are not asked.',
  'refusal.taken-off-the-list':
    'This round is not for you: the leads took you off the list. Ask them if that is not right.',
  'refusal.leads-are-not-asked': 'As a lead you are not asked. You get the result together with your team.',
  'refusal.round-not-found': 'I no longer know this round.',
  'refusal.mark-missing': "Please choose one; “can't say” is an answer too.",
  'refusal.comment-too-long': 'At most 500 characters, please.',
  'refusal.outsider':
    'This is for people of this organisation only. · Das ist nur für Leute aus dieser Organisation.',
  'refusal.not-a-member': 'Guests can answer and write; setting up is for full members.',
  'refusal.channel-unreadable':
    "I see no channel here. Invite me to your team's channel, then try again there.",
  'refusal.channel-shared': 'This channel is shared with another organisation. Choose one of your own.',
  'refusal.channel-public':
    'This channel is public: people outside your team would read the result. Choose a private one.',
  'refusal.channel-archived': 'This channel is archived. Choose another one.',
  'refusal.team-settling': 'The team of this channel is just being set up. The promise appears in a moment.',
  'refusal.team-exists': 'This channel has a team already. Its next round opens on {date}.',
  'refusal.not-in-channel': 'Only people in this channel can set its team up.',
  'refusal.no-lead': 'Please name at least one person who leads.',
  'refusal.lead-not-in-channel': 'A lead must be in this channel.',
  'refusal.lead-not-a-member': 'Only full members of your organisation can lead.',
  'refusal.choice-invalid': 'Please choose one of the options.',
  'refusal.result-not-for-you': 'This result belongs to another team.',
  ...admin,
  ...mine,
  ...ownTimes,
  ...shared,
  ...teamChange,
  ...teamSetUp,
  ...items,
  ...round,
} as const;
