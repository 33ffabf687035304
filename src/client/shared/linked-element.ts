/**
 * The element of this page that a fragment leads to, found as browsers find it: by the fragment as it is written, then by what it
 * stands for. Ids of notes may hold percent signs themselves.
 * @param hash with its `#`
 */
export function linkedElement(hash: string): HTMLElement | null {
  const id = hash.slice(1);
  return document.getElementById(id) ?? document.getElementById(decoded(id));
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
