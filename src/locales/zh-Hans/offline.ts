/** The offline page: its layout, the table the build makes, and what its script says. */
export const offline = {
  title: '离线阅读',
  lead: '把档案存进这个浏览器，断网也能读，也能搜。',
  articles: '文章',
  toDownload: '要下载',
  toStore: '存下后占用',
  part: '部分',
  size: '大小',
  download: '压缩包',
  zip: 'zip',
  saved: '保存',
  packLabel: (part: string, number: number, of: number, size: string) =>
    `下载${part}的 zip${of > 1 ? ` ${number}` : ''}，${size}`,
  /** Name of a group: a year, or what its id stands for. */
  group: (id: string) =>
    ({
      undated: '日期不详',
      lists: '首页、目录和列表',
      search: '全文搜索的索引',
      media: '图片和附件',
      pagefind: 'Pagefind 的索引',
      assets: '样式和脚本',
    })[id] ?? `${Number(id)} 年`,
  parts: '分开保存',
  partsNote: '按年保存也可以。要离线搜索，就把索引一起存下；图片和附件单独保存；没有存下的年份不在结果里。',
  keep: '能留多久',
  keepNotes: [
    '存下的东西归浏览器管：空间不够，或者很久没有打开，浏览器可能不打招呼就删掉。',
    '要长久留存，就下载上面的压缩包，解压到同一个文件夹里，或者向维护者要 zip、ZIM 整包。',
    '在 iPhone 和 iPad 上，先把本站添加到主屏幕，再从主屏幕打开保存。',
    '读过的页面也会留下最近的两百页。外站的图片不会存下。',
  ],
  noscript: '保存要用 JavaScript。不用它，也可以下载这些压缩包，解压到同一个文件夹里，打开 index.html。',
  saveAll: '保存整个档案',
  saveRest: '保存其余部分',
  save: '保存',
  saveOne: (part: string) => `保存：${part}`,
  remove: '删除',
  removeOne: (part: string) => `删除：${part}`,
  removeAll: '全部删除',
  removeSure: '再按一次，全部删除',
  pause: '暂停',
  resume: '继续',
  update: '更新存下的档案',
  updateSize: (bytes: string) => `这次约 ${bytes}。`,
  progress: '保存的进度',
  checking: '正在看存了多少…',
  unpacked: '这是解压出来的一份，不用再存，断网也能读。',
  nothing: '还没有保存。',
  whole: (articles: string) => `整个档案都存下了，共 ${articles} 篇。`,
  some: (articles: string, of: string) => `存下了 ${articles} 篇，共 ${of} 篇。`,
  outdated: '网站有更新，存下的还是旧的一版。旧的照常能读能搜；更新只下载变了的部分。',
  offline: '连不上网站。',
  someSaved: '存下的照常能读。',
  kept: '已存',
  partly: '存了一部分',
  saving: (articles: string, of: string, bytes: string, ofBytes: string) =>
    `${articles} / ${of} 篇　${bytes} / ${ofBytes}`,
  started: '开始保存。',
  paused: '停下了。存好的都在，随时可以继续，关掉网页再来也可以。',
  begun: '上次没有存完。存好的都在，可以接着存。',
  done: '存好了。',
  removed: '删掉了。',
  persisted: '浏览器答应不主动清理，但仍不能担保。',
  used: (used: string, quota: string) => `本站占用 ${used}，浏览器最多给 ${quota}。`,
  busy: '另一个标签页正在保存或删除，等它完成再来。',
  refused: '这个浏览器不让网站保存东西：可能是隐私窗口、禁用了网站数据，或者网址不是 https。可以下载压缩包。',
  faults: {
    network: '下载断了。存好的都在，网络恢复后会接着存，也可以自己按「继续」。',
    damaged:
      '有一个压缩包不完整，或者不是这一版的，没有存进来。存好的都在；按「继续」重试，总是这样就告诉维护者。',
    changed: '网站刚刚更新，压缩包换了新的。存好的都在，按「继续」接着存新的一版。',
    full: '空间不够。存好的都在；腾出空间再按「继续」，或者只保存几年。',
    refused: '浏览器中途不让保存了，可能是隐私窗口或空间设置。存好的都在。',
  },
};

/** The page that stands in for one that is not saved; the service worker's part and the layout's. */
export const unsaved = {
  title: '这一页没有保存',
  fact: '连不上网站，这一页也没有存在这个浏览器里。',
  action: '连上网再打开，或者看看附近存下的：',
  search: '上面的搜索框能搜存下的文章。',
  link: '离线阅读',
  month: (year: string, month: string) => `${Number(year)} 年 ${Number(month)} 月`,
  year: (year: string) => `${Number(year)} 年`,
  undated: '日期不详',
  authors: '作者',
  topics: '话题',
  threads: '系列与连续报道',
  time: '时间',
};

/** The line that says there is a newer build of the site. */
export const update = {
  version: '网站有新版本。',
  take: '换上',
  archive: '网站有更新，存下的档案还是旧的一版。',
  see: '去更新',
};

/** Words of packages. */
export const packages = {
  unpack: '这一页还在压缩包里，或者没有解压完整。请先把整个压缩包解压到一个文件夹，再打开其中的 index.html。',
};
