/** Folders in which generators, editors and exports keep what articles show, as they are named in any folder above an article. */
const SHELVES: readonly string[] = [
  ...[
    'images',
    'image',
    'img',
    'imgs',
    'assets',
    'asset',
    'attachments',
    'attachment',
    'static',
    'public',
    'source',
  ],
  ...[
    'media',
    'pics',
    'pictures',
    'uploads',
    'files',
    'resources',
    '_resources',
    'wp-content/uploads',
    'docs',
  ],
  ...[
    'static/images',
    'static/img',
    'source/images',
    'source/img',
    'assets/images',
    'assets/img',
    'public/images',
  ],
  ...['content', 'docs/public', '.vuepress/public', '附件', '图片', '资源'],
];
/** Folders above an article that are looked at: as deep as people nest. */
const HEIGHT = 12;

/** The folder of a file; empty at the top. */
export const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')));

/** A path below a folder, its dots walked; null where it leads out of the content folder. */
export function join(folder: string, path: string): string | null {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** Folders beside an article's file in which what it shows may lie: its own, then those named after it. */
export function besides(from: string): string[] {
  const folder = folderOf(from);
  const stem = from.slice(folder === '' ? 0 : folder.length + 1).replace(/\.[^.]*$/, '');
  // Jekyll's date stands before the name that Hexo's folder has.
  const names = [...new Set([stem, stem.replace(/^\d{4}-\d{1,2}-\d{1,2}-(?=.)/, '')])];
  const own = names.flatMap((name) => [
    name,
    `${name}.assets`,
    `${name}_files`,
    `${name}.files`,
    `assets/${name}`,
    `images/${name}`,
  ]);
  return [folder, ...own.map((name) => (folder === '' ? name : `${folder}/${name}`))];
}

/** The folders above a file and the shelves in each, the innermost first, those of the content folder itself last. */
export function ancestors(from: string): string[] {
  const folder = folderOf(from);
  const parts = folder === '' ? [] : folder.split('/');
  const above = parts.map((_, at) => parts.slice(0, parts.length - at).join('/')).slice(0, HEIGHT);
  return [...above, ''].flatMap((place) => [
    place,
    ...SHELVES.map((shelf) => (place === '' ? shelf : `${place}/${shelf}`)),
  ]);
}
