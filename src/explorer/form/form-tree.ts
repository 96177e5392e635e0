import { bracesText } from '../../scenario/braces-text.js';
import { openExtended } from '../../scenario/document/extend.js';
import type { LoadText } from '../../scenario/document/extend.js';
import { formatPath, nodeAt, plainData } from '../../scenario/document/located-tree.js';
import type { LocatedMap, LocatedNode, LocatedScalar } from '../../scenario/document/located-tree.js';
import { isValue, mergeTrees } from '../../scenario/document/merge-trees.js';
import { openDocument } from '../../scenario/document/open-document.js';
import type { SourceText } from '../../scenario/scenario.js';
import { fieldShape } from './field-shape.js';
import type { FieldShape } from './field-shape.js';
import type { FormSchema, JsonSchema, KnownKey } from './form-schema.js';

/** Where a value comes from. */
export interface Standing {
  /** It stands in the deployment's own file. */
  readonly isOwn: boolean;
  /** What the file extends has it as well: it can be had back. */
  readonly isInPattern: boolean;
  /** The file in which it stands. */
  readonly file: string;
}

/** What makes a file the file it is: nobody adds that by a form. */
const OF_THE_FILE = new Set(['drillcast', 'extends']);

interface Asked {
  readonly keys: readonly string[];
  /** The keys with dots between them, as problems name them. */
  readonly path: string;
  readonly help: string;
  readonly standing: Standing;
}

/** A value that a line of a form asks for. */
export interface FormField extends Asked {
  readonly kind: 'field';
  readonly shape: FieldShape;
  /** As one writes it: a law in braces, a list with commas. */
  readonly written: string;
  readonly data: unknown;
  /** It stands alone, behind `value`, or is a law by its name with what stands beside it. */
  readonly form: 'alone' | 'value' | 'law';
  /** What stands beside it: its source, the day, a note. */
  readonly besides: Readonly<Partial<Record<string, string>>>;
}

/** A map of values. */
export interface FormGroup extends Asked {
  readonly kind: 'group';
  readonly schema: JsonSchema;
  readonly map: LocatedMap;
}

export type FormNode = FormField | FormGroup;

/** A scenario as a form asks about it: with what it extends, and where each value comes from. Nodes are made when they are asked for. */
export class FormTree {
  readonly top: FormGroup;
  readonly own: LocatedMap;
  readonly base: LocatedMap | undefined;

  private constructor(
    readonly schema: FormSchema,
    readonly file: string,
    { own, base }: { readonly own: LocatedMap; readonly base: LocatedMap | undefined },
  ) {
    this.own = own;
    this.base = base;
    const standing = { isOwn: true, isInPattern: false, file };
    const map = mergeTrees(base, own, []);
    this.top = { kind: 'group', keys: [], path: '', help: '', standing, schema: schema.root, map };
  }

  /** The form of a file; undefined when it, or what it extends, cannot be read at all. */
  static of(file: SourceText, load: LoadText, schema: FormSchema): FormTree | undefined {
    const { tree: own } = openDocument(file);
    if (own === undefined) return undefined;
    const reference = own.entries.get('extends')?.value;
    if (reference?.kind !== 'scalar') return new FormTree(schema, file.file, { own, base: undefined });
    const source = load(String(reference.value), file.file);
    const base = source === undefined ? undefined : openExtended(source, load, []).tree;
    return base === undefined ? undefined : new FormTree(schema, file.file, { own, base });
  }

  /** What a group has, in the order of the file. What the schema does not know is left to the reader of the file to refuse. */
  childrenOf({ schema, map, keys }: FormGroup): readonly FormNode[] {
    return [...map.entries].flatMap(([name, { value }]) => {
      const known = this.schema.keyOf(schema, name);
      return known === undefined ? [] : [this.#node(known, value, [...keys, name])];
    });
  }

  /** The keys that a group may have besides those that it has, in the order of the schema. */
  addableTo({ schema, map }: FormGroup): readonly KnownKey[] {
    return this.schema.keysOf(schema).filter(({ key }) => !map.entries.has(key) && !OF_THE_FILE.has(key));
  }

  /** Entries of a group that the file has taken away from what it extends. */
  removedFrom({ keys }: FormGroup): readonly string[] {
    const own = nodeAt(this.own, keys)?.node;
    if (own?.kind !== 'map') return [];
    return [...own.entries].flatMap(([key, { value }]) => (isRemoval(value) ? [key] : []));
  }

  /** Every field below a group, in order. */
  *fieldsOf(group: FormGroup): Generator<FormField> {
    for (const child of this.childrenOf(group)) {
      if (child.kind === 'field') yield child;
      else yield* this.fieldsOf(child);
    }
  }

  /** The names in a section, such as those of all steps. */
  namesIn(section: string): readonly string[] {
    const map = this.top.map.entries.get(section)?.value;
    return map?.kind === 'map' ? [...map.entries.keys()] : [];
  }

  #node({ help, schema }: KnownKey, node: LocatedNode, keys: readonly string[]): FormNode {
    const asked = { keys, path: formatPath(keys), help, standing: this.#standing(node, keys) };
    if (node.kind === 'map' && !isValue(node, keys)) return { kind: 'group', ...asked, schema, map: node };
    const shape = fieldShape(schema, this.schema);
    if (node.kind !== 'map') {
      return { kind: 'field', ...asked, shape, form: 'alone', besides: {}, ...writtenOf(node) };
    }
    const besides = [...node.entries].filter(([key]) => shape.besides.includes(key));
    const rest = [...node.entries].filter(([key]) => !shape.besides.includes(key));
    const value = rest.length === 1 ? node.entries.get('value')?.value : undefined;
    return {
      kind: 'field',
      ...asked,
      shape,
      form: value === undefined ? 'law' : 'value',
      besides: Object.fromEntries(
        besides.flatMap(([key, { value }]) => (value.kind === 'scalar' ? [[key, scalarWords(value)]] : [])),
      ),
      ...writtenOf(value ?? { ...node, entries: new Map(rest) }),
    };
  }

  #standing(node: LocatedNode, keys: readonly string[]): Standing {
    const own = nodeAt(this.own, keys)?.node;
    const isInPattern = this.base !== undefined && nodeAt(this.base, keys) !== undefined;
    return { isOwn: own !== undefined, isInPattern, file: node.place.source.file };
  }
}

/** A key with nothing after it takes away what is inherited. */
function isRemoval(node: LocatedNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function writtenOf(node: LocatedNode): { readonly written: string; readonly data: unknown } {
  const data = plainData(node);
  if (node.kind === 'scalar') return { written: scalarWords(node), data };
  const isPlainList = node.kind === 'list' && node.items.every(({ kind }) => kind === 'scalar');
  return { written: isPlainList ? (data as unknown[]).map(String).join(', ') : bracesText(data), data };
}

function scalarWords({ value }: LocatedScalar): string {
  return value === null ? '' : String(value);
}
