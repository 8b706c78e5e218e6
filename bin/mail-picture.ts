import sharp from 'sharp';

/** A page's piece with its quote framed, as looks take them: drawn here, since no real page's picture may be kept. */
export async function samplePicture(): Promise<Uint8Array> {
  return sharp(Buffer.from(DRAWING)).jpeg({ quality: 80 }).toBuffer();
}

/** Bars stand for words: a machine without fonts draws the same. */
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="260">
  <rect width="720" height="260" fill="#fff"/>
  <rect x="24" y="24" width="210" height="210" rx="8" fill="#e8ecf3"/>
  <path d="M75 150 v-20 a54 54 0 0 1 108 0 v20" fill="none" stroke="#7d8aa5" stroke-width="10"/>
  <rect x="64" y="140" width="26" height="50" rx="10" fill="#5d6a85"/>
  <rect x="168" y="140" width="26" height="50" rx="10" fill="#5d6a85"/>
  <rect x="264" y="34" width="230" height="22" rx="4" fill="#2b3242"/>
  <rect x="264" y="70" width="390" height="12" rx="3" fill="#c3cad8"/>
  <rect x="264" y="92" width="340" height="12" rx="3" fill="#c3cad8"/>
  <text x="264" y="158" font-family="sans-serif" font-size="34" font-weight="700" fill="#1b1f2a">$279.00</text>
  <rect x="250" y="120" width="186" height="54" rx="4" fill="none" stroke="#fff" stroke-width="7"/>
  <rect x="250" y="120" width="186" height="54" rx="4" fill="none" stroke="#e8590c" stroke-width="3"/>
  <rect x="264" y="196" width="150" height="36" rx="18" fill="#1c62d6"/>
  <rect x="430" y="206" width="120" height="14" rx="3" fill="#c3cad8"/>
</svg>`;
