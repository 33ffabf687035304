/** File names of the pictures that stand in until a script loads the real one. Whole names only: `loading_screen.gif` is a picture. */
const STAND_IN =
  /(?:^|\/)(?:blank|loading|loader|placeholder|gr[ae]y|transparent|spacer|pixel|lazy|lazyload|clear|dot|1x1|1px|empty|none)[-_.]?\d{0,3}\.gif(?:[?#].*)?$/i;

/** Names that stand-ins of other formats have; a picture with a description may have them too. */
const STAND_IN_UNLESS_DESCRIBED =
  /(?:^|\/)(?:blank|loading|placeholder|transparent|spacer|lazyload|1x1|default_img)\.(?:png|jpe?g|svg|webp)(?:[?#].*)?$/i;

/** A picture written into its own address; a real one of this size would be a few dozen pixels. */
const TINY_DATA = /^data:image\/(?:gif|png|svg\+xml)[;,].{0,400}$/is;

/** Alternative texts that editors and scrapers write for every image: they describe nothing. */
const NO_WORD =
  /^(?:images?|img|pic(?:ture)?|photo|loading|placeholder|untitled|图片?|图像|配图|插图|照片|加载中|正在加载|点击查看大图|[\w.-]{1,80}\.(?:gif|png|jpe?g|webp|bmp|svg)|\d+)[\s.…]*$/i;

/** An image's alternative text where it must stay when the image goes; nothing where it holds no word. */
export function worthKeeping(alt: string | null | undefined): string {
  const text = (alt ?? '').trim();
  return /[\p{L}\p{N}]/u.test(text) && !NO_WORD.test(text) ? text : '';
}

/** True where an image shows nothing: without an address, a lazy-load stand-in, or a picture of one pixel. */
export function isPlaceholder(url: string, alt: string | null | undefined): boolean {
  const address = url.trim();
  if (address === '' || address === '#' || /^about:blank/i.test(address) || TINY_DATA.test(address))
    return true;
  return STAND_IN.test(address) || (STAND_IN_UNLESS_DESCRIBED.test(address) && worthKeeping(alt) === '');
}
