/**
 * What Slack takes at most. Characters are counted in UTF-16 units, which is never fewer than Slack counts.
 * Sources: [blocks] docs.slack.dev/reference/block-kit/blocks, [elements] …/block-kit/block-elements,
 * [objects] …/block-kit/composition-objects, [modals] docs.slack.dev/surfaces/modals.
 */
export const LIMITS = {
  /** [blocks] per message; views take 100. */
  messageBlocks: 50,
  viewBlocks: 100,
  /**
   * Undocumented: chat.postMessage answers `msg_blocks_too_long` somewhere above 12,000 characters, containers
   * included (github.com/slackapi/bolt-js/issues/2509 and 2867). Counted here over the whole JSON, to be sure.
   */
  messageJson: 12_000,
  /** [modals] 250 kB per view, `view_too_large` above. In characters and with room for multi-byte ones. */
  viewJson: 80_000,
  /** chat.postMessage: keep `text` to 4,000. Escaping makes one character up to five. */
  notificationText: 800,
  /** [objects] a text object; rich text names no limit of its own, so each of its parts keeps to this one. */
  text: 3_000,
  /** [modals] title, submit and close each. */
  viewTitle: 24,
  viewButton: 24,
  /** [modals] */
  privateMetadata: 3_000,
  /** [blocks] */
  blockId: 255,
  /** [elements] 25 per actions block are allowed; 5 stand in one row on a desktop. */
  buttonsPerBlock: 5,
  /** [elements] */
  buttonText: 75,
  buttonValue: 2_000,
  linkUrl: 3_000,
  /** [blocks] an input's label and hint. */
  label: 2_000,
  hint: 2_000,
  /** [elements] plain_text_input `max_length`. */
  inputLength: 3_000,
  /** [elements] a static select; radio buttons take 10. */
  menuOptions: 100,
  listOptions: 10,
  /** [objects] an option's text; its value says 75 in one of Slack's SDKs and 150 in another. */
  optionText: 75,
  optionValue: 75,
} as const;
