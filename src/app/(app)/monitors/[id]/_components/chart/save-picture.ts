/** What of a look a file of its own needs: there is no style sheet beside it. */
const KEPT = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'opacity'],
  ...['font-family', 'font-size', 'font-weight', 'text-anchor'],
];
const SCALE = 2;
const ROOM_FOR_TITLE = 34;

/** Saves the chart as it stands on the page as a PNG, with its monitor's name above it. */
export async function savePicture(svg: SVGSVGElement, name: string): Promise<void> {
  const { width, height } = svg.getBoundingClientRect();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(withLooks(svg))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = (height + ROOM_FOR_TITLE) * SCALE;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const styles = getComputedStyle(svg);
  context.scale(SCALE, SCALE);
  context.fillStyle = styles.getPropertyValue('--surface-card');
  context.fillRect(0, 0, width, height + ROOM_FOR_TITLE);
  context.fillStyle = styles.color;
  context.font = `600 15px ${styles.fontFamily}`;
  context.fillText(name, 12, 23, width - 24);
  context.drawImage(image, 0, ROOM_FOR_TITLE, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob) offer(blob, name);
}

function withLooks(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const pairs = [...svg.querySelectorAll('*')].map((element, at) => [element, copy.querySelectorAll('*')[at]] as const);
  for (const [element, twin] of pairs) {
    const styles = getComputedStyle(element);
    for (const name of KEPT) twin?.setAttribute(name, styles.getPropertyValue(name));
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new XMLSerializer().serializeToString(copy);
}

function offer(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'monitor'}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
