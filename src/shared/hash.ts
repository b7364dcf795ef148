/** A spread, not a secret: FNV-1a over UTF-16 code units, 32 bit. Same text, same number, on every machine. */
export const spread = (text: string, buckets: number): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % buckets;
};
