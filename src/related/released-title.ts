/** A title that tells of a version of something. */
export interface ReleasedTitle {
  /** What it is a version of, as it is written. */
  name: string;
  version: string;
}

/** Units of a title that are looked at. */
const LOOKED_AT = 200;

/** Words that say a version is there, or on its way. */
const RELEASE =
  /发布|釋出|释出|推出|放出|问世|面世|来了|到来|来袭|来啦|亮相|登场|上线|开放下载|可供下载|正式版|测试版|候选版|预览版|\brc\s?\d*\b|\balpha\b|\bbeta\b|\breleased?\b/iu;

/** A name, then a version: the name is up to four words that begin a title or a part of it, after marks and words that tell of a release. */
const NAMED_VERSION =
  /(?:^|[：:，,！!。？?—|【】「」《》“”（()）]|发布了?|推出了?|释出了?|放出了?)\s*((?:[\p{Script=Latin}][\p{L}\p{N}.+#-]*|[\p{Script=Han}]{2,8})(?:[ \u00a0][\p{Script=Latin}][\p{L}+#-]*|[ \u00a0]?[\p{Script=Han}]{2,6}){0,3}?)[ \u00a0]*v?(\d{1,4}(?:\.\d{1,4}){0,3})(?![\d.]*\s*(?:年|月|日|个|款|种|位|岁|天|倍|亿|万|周|次|大|条|步|分钟|%|％))/iu;

/** What is said of a version before its name. */
const COMING = /^(?:即将(?:到来|推出|发布)的|全新的?|新版|最新的?)\s*/u;
/** How sentences begin that only mention a version. */
const NO_NAME = /^(?:如何|怎么|怎样|为什么|为何|什么|在|从|用|使用|给|让|将|把|想|关于|基于|安装|升级)/u;

/** Finds what a title tells a version of, or null where it tells of none. */
export function releasedTitle(whole: string): ReleasedTitle | null {
  const title = whole.slice(0, LOOKED_AT);
  if (!RELEASE.test(title)) return null;
  const [, written = '', version] = NAMED_VERSION.exec(title) ?? [];
  const name = written.trim().replace(COMING, '');
  return name === '' || version === undefined || NO_NAME.test(name) ? null : { name, version };
}
