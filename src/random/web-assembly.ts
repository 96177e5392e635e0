/**
 * A module of ours, from its text in base64; undefined where there is no WebAssembly with vectors: in a browser from before
 * 2023, and in a page that does not allow it.
 */
export function compileModule(text: string): WebAssembly.Module | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  try {
    return new WebAssembly.Module(bytes);
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return undefined;
    throw error;
  }
}
