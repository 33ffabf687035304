/** How long a browser may take to begin with a file, in milliseconds: one that asks where to keep it reads it later. */
const WAIT = 60_000;

/** Has the browser save a file. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), WAIT);
}
