import { visit } from 'yaml';
import type { Alias, Document, Node } from 'yaml';

/**
 * What each alias of a document stands for: the nearest anchor of its name before it. An alias without one is left
 * out. One pass, however many aliases there are, so that a file full of them costs no more than its length.
 */
export function aliasTargets(document: Document): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Alias: (_key, alias) => {
      const target = anchors.get(alias.source);
      if (target !== undefined) targets.set(alias, target);
    },
    Value: (_key, value) => {
      if (value.anchor !== undefined) anchors.set(value.anchor, value);
    },
  });
  return targets;
}
