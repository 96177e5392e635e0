import { dirname, extname, join } from 'node:path';
import type { Logo } from '../review/document/review-document.js';
import type { ReviewTemplate } from '../review/review-template.js';
import { readTemplate, withLogo } from '../review/template/read-template.js';
import { Refusal } from './refusal.js';
import { problemsText } from './scenario-file.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

const PICTURES: Readonly<Partial<Record<string, string>>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.svg': 'image/svg+xml',
};

/** A logo goes into every copy of the page. */
const LARGEST_LOGO = 512 * 1024;

/**
 * Reads a template with its logo.
 *
 * @throws Refusal when the file cannot be read or has problems, or the logo is no picture of a sensible size.
 */
export function openTemplate(path: string, world: World): ReviewTemplate {
  const read = readTemplate({ file: path, text: world.files.read(path) });
  if (read.kind === 'problems') throw new Refusal(problemsText(read.problems, styleFor(world.stderr, world)));
  const { template, logo } = read;
  return logo === undefined ? template : withLogo(template, openLogo(join(dirname(path), logo.file), logo, world));
}

function openLogo(path: string, { file, alternative }: { file: string; alternative: string }, { files }: World): Logo {
  const type = PICTURES[extname(file).toLowerCase()];
  if (type === undefined) {
    throw new Refusal(`${path}: expected a picture as PNG, JPEG or SVG`, 'give a file that ends in .png, .jpg or .svg');
  }
  const pieces: Buffer[] = [];
  let size = 0;
  for (const piece of files.readPieces(path)) {
    size += piece.length;
    if (size > LARGEST_LOGO) throw new Refusal(`${path}: the logo has more than 512 KiB`, 'give a smaller picture');
    // A copy: the piece is good until the next one only.
    pieces.push(Buffer.from(piece));
  }
  return { dataUri: `data:${type};base64,${Buffer.concat(pieces).toString('base64')}`, alternative };
}
