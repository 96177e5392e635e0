import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from './file-rules.js';

/** The names of exported functions and classes that nothing is said about. */
function undocumented(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return source.statements
    .filter((statement) => ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    .filter(isExported)
    .filter((statement) => ts.getJSDocCommentsAndTags(statement).length === 0)
    .map(({ name }) => `${path}: ${name?.text ?? 'default'}`);
}

function isExported(statement: ts.FunctionDeclaration | ts.ClassDeclaration): boolean {
  return statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

describe('Every exported function and class says what it is', () => {
  test('in src/ and kernels/', () => {
    expect(sourceFiles('src', 'kernels').flatMap(({ path, text }) => undocumented(path, text))).toEqual([]);
  });

  test('and one that does not is found', () => {
    const text = `
      /** Says what it is. */
      export function documented() {}
      // Gives a reason, but is no docstring.
      export function reasoned() {}
      export class Silent {}
      function internal() {}`;
    expect(undocumented('planted.ts', text)).toEqual(['planted.ts: reasoned', 'planted.ts: Silent']);
  });
});
