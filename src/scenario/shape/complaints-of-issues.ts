import type { z } from 'zod';
import type { Path } from '../document/located-tree.js';
import { complain, complainOfKey } from '../problem.js';
import type { Complaint } from '../problem.js';
import * as wording from '../wording.js';
import type { IssueParams } from './leaf.js';
import { QUANTILE_KEY } from './quantile-key.js';

type Issue = z.core.$ZodIssue;

/** The complaints, in our words, behind what a shape found wrong with a file. */
export function complaintsOf(issues: readonly Issue[], prefix: Path = []): Complaint[] {
  return issues.flatMap((issue) => complaintsOfOne(issue, [...prefix, ...(issue.path as Path)]));
}

function complaintsOfOne(issue: Issue, path: Path): Complaint[] {
  switch (issue.code) {
    case 'custom': {
      const { words, at } = issue.params as unknown as IssueParams;
      return [{ path, at, words }];
    }
    case 'unrecognized_keys': {
      // The message lists the known keys: see `keyed`.
      const known = issue.message.split(' ').filter((key) => key !== '');
      return issue.keys.map((key) => complainOfKey([...path, key], wording.unknownKey(key, known)));
    }
    case 'invalid_key':
      return [complainOfKey(path, isQuantileKey(issue) ? wording.unusableQuantile() : wording.unusableName())];
    case 'invalid_union':
      return complaintsOf(branchThatFits(issue.errors), path);
    case 'invalid_type':
      return [complain(path, issue.expected === 'array' ? wording.wantedList() : wording.wantedMap())];
    case 'too_small':
      return [complain(path, wording.emptyList())];
    default:
      // Every other code belongs to checks that our shapes do not use; if one is added, this says so.
      throw new Error(`Shape: no words for the issue "${issue.code}" at ${path.join('.')}`);
  }
}

function isQuantileKey(issue: Extract<Issue, { code: 'invalid_key' }>): boolean {
  return issue.issues.some(
    (inner) => inner.code === 'invalid_format' && inner.pattern?.includes(QUANTILE_KEY) === true,
  );
}

/**
 * Of the forms that a value may have, the one its author most probably meant: one of the same kind (a text, a map,
 * a list), and among these the one that knows the most of its keys.
 */
function branchThatFits(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const fitting = branches.filter((issues) => !issues.some(isOtherForm));
  if (fitting.length === 0) return branches[0];
  return fitting.reduce((best, next) => (strangeness(next) < strangeness(best) ? next : best));
}

function isOtherForm(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_union') return issue.errors.every((branch) => branch.some(isOtherForm));
  if (issue.code === 'custom') return (issue.params as unknown as IssueParams).isOtherForm;
  return issue.code === 'invalid_type';
}

/** How many keys a form does not know or misses. */
function strangeness(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + issue.keys.length;
    if (issue.code === 'invalid_union') return sum + strangeness(branchThatFits(issue.errors));
    return sum;
  }, 0);
}
