/** Files of the index that could not be read: why, and what to do. */
export const unread = {
  net: '有文件没有取到：可能是网络断了，也可能是网站缺了文件。看看网络再试；网络好着还不行，就告诉维护者。',
  disk: '有文件没有读到。请把离线压缩包完整解压，再打开其中的 index.html；没有就用网址打开。',
  /** Before the way to the offline page. */
  toKeep: '想断网也能用，先存下索引：',
  keep: '离线阅读',
};

/** A script of the site that could not be read. */
export const missing = {
  net: '有文件没有读到，可能是网络断了。请刷新页面再试。',
  disk: '有文件没有读到。请把离线压缩包完整解压，再打开其中的 index.html。',
};

export const notFound = {
  title: '没有这一页',
  fact: '这个地址下没有文章。',
  action: '搜索标题里的几个字，或者按时间找。',
};
