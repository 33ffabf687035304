/** The tools of reading: settings, help on keys, previews, quotes, the voice, places. */
export const tools = {
  settings: '阅读设置',
  keys: '快捷键',
  voice: '朗读',
  close: '关闭',
  reset: '恢复默认',
  note: '设置只保存在这个浏览器里。',
  /** Each setting with its choices in the order of the panel; `default` is what holds where nothing was chosen. */
  choices: {
    theme: {
      name: '配色',
      values: { default: '跟随系统', light: '浅色', dark: '深色', sepia: '米黄' },
    },
    size: { name: '字号', values: { s: '小', default: '中', l: '大', xl: '特大', xxl: '最大' } },
    width: { name: '行宽', values: { narrow: '窄', default: '中', wide: '宽' } },
    line: { name: '行距', values: { tight: '紧', default: '中', loose: '松' } },
    para: { name: '段落', values: { default: '空行', indent: '缩进' } },
    font: { name: '字体', values: { default: '黑体', serif: '宋体' } },
    align: { name: '对齐', values: { default: '自动', justify: '两端', start: '左对齐' } },
    script: { name: '字形', values: { default: '原文', hans: '简体', hant: '繁体' } },
    place: { name: '续读', values: { default: '不记', on: '记住读到哪里' } },
    keys: { name: '单键', values: { default: '开', off: '关' } },
  },
  keysTitle: '快捷键',
  /** What each command does. */
  commands: {
    search: '跳到搜索框',
    next: '列表里下一篇',
    previous: '列表里上一篇',
    quote: '复制选中的文字，附出处',
    picture: '放大图片',
    settings: '阅读设置',
    keys: '这份说明',
  },
  always: 'Ctrl K / ⌘ K',
  escape: 'Esc',
  escapes: '收起打开的窗口',
  keysOff: '单键已经关掉，可以在阅读设置里打开。',
  quote: '复制引文',
  copied: '已复制',
  /** A quote with its source. @param authors joined by the language's comma @param date `2013-08-01`, empty where unknown */
  quoted: (text: string, title: string, authors: string, date: string, address: string) =>
    `「${text}」\n——${[authors, `《${title}》`, date].filter(Boolean).join('，')}\n${address}`.trimEnd(),
  resume: (section: string) => (section ? `上次读到「${section}」。` : '上次没有读完。'),
  goOn: '接着读',
  forget: '不用',
  unfinished: '没读完的',
  read: (share: number) => `读到 ${share}%`,
  pause: '暂停',
  resumeVoice: '继续',
  stop: '停止',
  pictures: '图片',
  picture: (number: number, of: number, description: string) =>
    `${number} / ${of}${description ? `　${description}` : ''}`,
  previousPicture: '上一张',
  nextPicture: '下一张',
  scriptFailed: '字形转换的文件没有读到，下面是原文。',
};
