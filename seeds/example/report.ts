// The text of the finished example. Every person, place and figure in it is
// invented, so that nobody takes it for a finding. `<key>…</key>` marks the
// words of the claim with that key; claims may overlap and lie in each other.

export const title = 'Example: One year of the Sallow Bay ferry';
export const byline = 'The Sallow Bay Observer · invented for Attest';
export const dateline = '9 March 2026';

/** Paragraphs; a line that begins with `#` is a heading. */
export const paragraphs: readonly string[] = [
  'A year ago the first electric ferry left Sallow Bay for Merrow Island. The town calls it a success, its critics an expensive toy. This report sets out what was promised, what was measured and what is still in dispute.',

  '# Passengers and punctuality',
  'The ferry <opening>made its first crossing on 3 March 2025</opening>. According to the town council, <passengers>it carried 412,000 passengers in its first twelve months, a quarter more than the diesel boat before it</passengers>. The operator, Merrow Lines, says that <punctual>97 of every 100 departures left on time</punctual>.',
  'The passengers’ association draws another picture. It reports that <cancelled>one crossing in nine was cancelled between November and February</cancelled>, and that cancelled crossings do not appear in the operator’s figures at all.',

  '# What comes out of the funnel',
  '<said>Mayor Ines Alder told reporters on 4 March that <emissions>the crossing now causes 80 percent less carbon dioxide</emissions></said>. She added that <only>no other town of this size on the coast runs an electric ferry</only>.',
  'She did not say how the electricity is made. <grid>Nearly half of the power on the local grid came from gas in 2025</grid>, according to the grid operator’s annual table.',

  '# Money',
  'The council had budgeted 14 million crowns. <cost>The ferry cost 19.5 million crowns in the end, and the state paid half of it</cost>. Councillor Bo Ferran, who voted against it, maintains that <bridge>the money would have been better spent on repairing the bridge</bridge>.',
  'A survey that the council commissioned found that <survey>80 percent of residents want a second ferry</survey>. The council expects that <fares>fares will not have to rise before 2028</fares>.',

  '# The night of 14 October',
  'On the evening of 14 October <drift>the ferry lost all power in mid-channel and drifted for forty minutes with 130 people on board</drift>. Nobody was hurt. A union representative says that <switch>the crew had reported the faulty switch three times before that night</switch>. Merrow Lines has not answered questions about it.',
  '“We would do it again tomorrow,” the mayor said. The council votes on the second vessel in April.',
];
