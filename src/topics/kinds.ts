/** Files of the shipped list beside this one, with the kind of their topics, in the order in which kinds are shown. */
export const SHIPPED_KINDS: readonly (readonly [file: string, kind: string])[] = [
  ['companies', '公司'],
  ['services', '网站与服务'],
  ['software', '软件'],
  ['hardware', '设备'],
  ['systems', '操作系统'],
  ['languages', '编程语言'],
  ['frameworks', '框架与库'],
  ['databases', '数据库'],
  ['standards', '标准与协议'],
  ['fields', '领域'],
  ['organisations', '组织'],
  ['people', '人物'],
  ['events', '活动'],
];

/** Kinds of those who make and do many things, and of what many things run on. */
const BROAD: ReadonlySet<string> = new Set(['公司', '组织', '人物', '操作系统']);

/**
 * Whether two articles about a topic of this kind are likely about one matter: two about one company tell of two things that it does, two about one
 * system of two programs.
 */
export const tellsOfMatter = (kind: string): boolean => !BROAD.has(kind);
