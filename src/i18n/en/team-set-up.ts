/** Setting a team up: its form, the preview, who leads. */
export const teamSetUp = {
  'team.form-leads-hint': 'I ask whoever you name first. Take yourself out if you do not lead.',
  'team.form-channels': 'More channels of the team',
  'team.form-channels-hint':
    'Promise and results are posted there too; whoever is in them belongs to the team.',
  'team.form-asks': 'Do you work around the clock?',
  'team.form-asks-direct': 'No, I ask by direct message',
  'team.form-asks-channel': 'Yes, I ask in the channel only',
  'team.form-land-hint': 'On these days nothing opens, nobody is asked or reminded.',
  'button.preview': 'Preview',
  'button.propose': 'Propose',

  'preview.title': 'Preview',
  'preview.channel': 'This is what the channel will read:',
  'preview.channels': 'This is what the channels will read ({channels}):',
  'preview.readers': { one: '{n} person can read this.', other: '{n} people can read this.' },
  'preview.readers-most': {
    one: 'Up to {n} person can read this.',
    other: 'Up to {n} people can read this.',
  },
  'preview.asked': { one: '{n} person will be asked.', other: '{n} people will be asked.' },
  'preview.asked-most': { one: 'Up to {n} person will be asked.', other: 'Up to {n} people will be asked.' },
  'preview.first': 'The first round opens on {date}.',
  'preview.first-earliest': 'The first round opens on {date} at the earliest.',
  'preview.waits':
    'An admin has not released the pulse yet. Until then the channel reads nothing and nobody is asked; I plan the date at the release.',
  'preview.invited': 'First I ask {people} to lead. If nobody says yes within 14 days, the proposal lapses.',
  'preview.invited-too': 'I ask {people} to lead with you.',
  'promise.who-text-several': {
    one: ' Everyone in {channels} ({n} person) sees the same result at the same time. Nobody sees who answered what.',
    other:
      ' Everyone in {channels} ({n} people) sees the same result at the same time. Nobody sees who answered what.',
  },
  'preview.talk': 'The first questions to talk about come on {date}. I ask nobody one by one.',
  'preview.talk-earliest':
    'The first questions to talk about come on {date} at the earliest. I ask nobody one by one.',
  'promise.talk-title': "From {date} I'll post questions to talk about here, {rhythm}.",
  'promise.talk-text': 'I ask nobody one by one, there is nothing to fill in, and I collect nothing.',
  'button.talk': 'Questions to talk about',
  'team.proposed-title': 'Your team is proposed.',
  'team.proposed-text':
    'I have asked. As soon as somebody agrees to lead, the promise appears in the channel.',

  'team.saved-waits-text':
    'It waits until an admin releases the pulse. Then the promise appears in the channel, with the date of the first questions. Nobody is asked before that.',
  'team.proposed-waits-text':
    'I have asked. The promise appears in the channel once somebody agrees to lead and an admin has released the pulse.',

  'refusal.team-waits': 'This channel has a team already. It waits for the release by an admin.',
  'refusal.too-few': {
    one: 'I could ask {n} person here. Anonymous needs 5 answers, so I would be asking for nothing.',
    other: 'You are {n}. Anonymous needs 5 answers, so I would be asking for nothing.',
  },
  'too-few.nobody': 'There is nobody here whom I could ask. Anonymous needs 5 answers.',
  'too-few.text': 'Leads are not counted, and people of another pulse team are asked there.',

  'invitation.title': '{person} proposes you as lead of {team}.',
  'invitation.text': 'A lead is not asked, reads the same result, and books time for what the team tries.',
  'invitation.lapses': 'If nobody accepts within 14 days, the proposal lapses.',
  'invitation.lapses-alone': 'You can accept for 14 days.',
  'button.accept-lead': 'Accept',
  'button.decline-lead': 'Not me',
  'invitation.dialog': 'Leading a team',
  'invitation.accepted': 'You lead {team}.',
  'invitation.accepted-text':
    'The promise appears in the channel in a moment, with the date of the first questions. You are not asked.',
  'invitation.accepted-waits-text':
    'The team waits until an admin releases the pulse. Then the promise appears in the channel. You are not asked.',
  'invitation.joined': 'You lead {team} now too.',
  'invitation.joined-text': 'The team reads it in the channel. You are not asked any more.',
  'invitation.declined': 'Fine, you do not lead {team}.',
  'proposal.declined': 'Nobody wants to lead {team}.',
  'proposal.lapsed': 'Nobody has accepted to lead {team} in 14 days.',
  'proposal.over-text':
    'So your proposal is over, and the channel is free again. Talk to somebody first, then propose it once more.',
  'changed.lead-joined': 'Leading too: {people}',

  'refusal.team-proposed': 'A team is proposed for this channel. It waits for somebody to lead it.',
  'refusal.team-ending':
    'The last round of the former team is still open here. After that the channel is free.',
  'refusal.leads-enough':
    'You lead two teams already. A third one needs an admin: to propose it, or to lead it.',
  'refusal.also-channel-unreadable': 'I cannot see one of these channels. Invite me to it first.',
  'refusal.also-channel-shared': 'One of these channels is shared with another organisation.',
  'refusal.also-channel-public':
    'One of these channels is public: people outside your team would read along.',
  'refusal.also-channel-archived': 'One of these channels is archived.',
  'refusal.also-not-in-channel': 'You must be in every channel that you choose.',
  'refusal.also-channel-taken': 'One of these channels belongs to another team.',
  'refusal.proposal-over': 'This proposal does not stand any more.',
  'refusal.invitation-over':
    'You were asked more than 14 days ago. Whoever leads the team can ask you again.',
  'refusal.not-invited': 'This was not meant for you.',
  'refusal.leads-already': 'You lead this team already.',
  'refusal.guest-cannot-lead': 'Guests can answer and write; leading is for full members.',
  'refusal.lead-must-be-here': 'A lead must be in the channel. Join it, then press again.',
} as const;
