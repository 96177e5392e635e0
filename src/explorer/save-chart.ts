import { LIGHT } from '../report/charts/palette.js';
import { exportName } from './export-name.js';
import type { ExplorerStore } from './explorer-store.js';
import { saveFile } from './save-file.js';

/** For print. */
const PIXELS_PER_UNIT = 2;

/** Hands the picture of the answer to the reader as a file, in the colours of paper. */
export function saveChart(store: ExplorerStore, form: 'svg' | 'png'): void {
  const picture = store.picture.value;
  if (picture === undefined) return;
  const { svg, size } = picture.chart;
  const name = `${exportName(store.scenario.value.name)}-${store.metric.value}`;
  const onPaper = svg.replace(/var\(--chart-([a-z-]+)\)/g, (whole, word: string) => paperColour(word) ?? whole);
  if (form === 'svg') saveFile(`${name}.svg`, new Blob([onPaper], { type: 'image/svg+xml' }));
  else savePng(`${name}.png`, onPaper, size, store);
}

function paperColour(word: string): string | undefined {
  const key = word.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.entries(LIGHT).find(([name]) => name === key)?.[1] as string | undefined;
}

function savePng(
  name: string,
  svg: string,
  { width, height }: { readonly width: number; readonly height: number },
  store: ExplorerStore,
): void {
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * PIXELS_PER_UNIT);
    canvas.height = Math.round(height * PIXELS_PER_UNIT);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => {
      if (blob === null) store.note.value = 'The browser could not make a PNG; the SVG is the same picture.';
      else saveFile(name, blob);
    });
  };
  image.onerror = () => (store.note.value = 'The browser could not read the picture back.');
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
