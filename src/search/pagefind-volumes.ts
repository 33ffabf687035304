/** Folder of word search in the output: the first volume lies in it, with the program that asks. */
export const PAGEFIND_DIR = 'pagefind';

/** Names the volumes for the browser. */
export const VOLUMES_FILE = `${PAGEFIND_DIR}/volumes.json`;

/**
 * Writes the list of volumes.
 * @param folders relative to `pagefind/`, the first one empty; none where word search could not be made
 */
export const volumesText = (folders: readonly string[]): string => JSON.stringify({ volumes: folders });

/**
 * Reads the list of volumes.
 * @throws {Error} where it is none
 */
export function readVolumes(text: string): string[] {
  const list: unknown = JSON.parse(text)?.volumes;
  if (!Array.isArray(list)) throw new Error(`Unexpected ${VOLUMES_FILE}, expected a list of folders`);
  return list.map(String);
}
