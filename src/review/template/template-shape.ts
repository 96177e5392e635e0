import { z } from 'zod';
import { keyed } from '../../scenario/shape/keyed.js';
import { leaf, type Shape } from '../../scenario/shape/leaf.js';
import { textShape } from '../../scenario/shape/provenance-keys.js';
import { oneOf } from '../../scenario/wording.js';
import { SECTION_NAMES, type SectionName } from '../document/review-document.js';

const sectionName: Shape<SectionName> = leaf({
  form: 'scalar',
  wanted: oneOf(SECTION_NAMES),
  reader: (data, refuse) => SECTION_NAMES.find((name) => name === data) ?? refuse(oneOf(SECTION_NAMES, String(data))),
  notes: { enum: SECTION_NAMES, description: 'a section of the review' },
});

const titles = keyed(
  Object.fromEntries(SECTION_NAMES.map((name) => [name, textShape.optional()])) as Record<
    SectionName,
    z.ZodOptional<Shape<string>>
  >,
);

/** A template file: what a house changes about every review. */
export const templateShape = keyed({
  review: z.literal(1).optional().meta({ description: 'version of this format' }),
  title: textShape.optional().meta({ description: 'in place of "Disaster recovery review"' }),
  organisation: textShape.optional().meta({ description: 'whose review it is' }),
  logo: keyed({
    file: textShape.meta({ description: 'PNG, JPEG or SVG, as a path from the template' }),
    alternative: textShape.meta({ description: 'what it shows, for those who do not see it' }),
  }).optional(),
  titles: titles.optional().meta({ description: 'titles of sections, by their names' }),
  sections: z
    .array(
      keyed({
        after: sectionName.optional().meta({ description: 'the section that it follows; before all, when absent' }),
        title: textShape,
        markdown: textShape.meta({ description: 'what stands in it; HTML in it is left out' }),
      }),
    )
    .optional()
    .meta({ description: 'sections of your own' }),
});

/** A template as its file has it. */
export type TemplateFile = z.output<typeof templateShape>;
