import type { Fidelity } from '../../fidelity.ts';
import { grouped } from '../grouped.ts';
import { articles } from './counts.ts';

export const about = {
  title: '关于这份档案',
  numbers: '数字',
  articles: '文章',
  authors: '作者',
  topics: '话题',
  characters: '正文字数',
  span: '时间跨度',
  undated: '日期不详',
  maintainer: '维护者',
  licence: '授权',
  fidelity: '忠实自检',
  /** What the sources hold, and how much of it stands neither on a page nor among the repairs. */
  faithful: ({ han, words, links, pictures, code, formulas, notes, cells }: Fidelity) => {
    const kinds: [held: number, name: string][] = [
      [han[0], '个汉字'],
      [words[0], '个外文词'],
      [links[0], '个链接'],
      [pictures[0], '张图片'],
      [code[0], '行代码'],
      [formulas[0], '个公式'],
      [notes[0], '条脚注'],
      [cells[0], '个表格单元'],
    ];
    const held = kinds.flatMap(([count, name]) => (count > 0 ? [`${grouped(count)} ${name}`] : []));
    const missing = [han, words, links, pictures, code, formulas, notes, cells].reduce(
      (sum, [, count]) => sum + count,
      0,
    );
    return `${held.join('、')}，${grouped(missing)} 处无说明地消失。`;
  },
  certificate: '搜索自检',
  /** @param checked articles of `documents` that strings were taken from */
  certified: (strings: number, checked: number, documents: number) =>
    `构建时从${checked < documents ? '抽出的' : '全部'} ${articles(checked)}文章里抽 ${grouped(strings)} 个字符串，与逐字比对的结果相符：该找到的都找到，不该找到的没有。`,
  provenance: '来源',
  provenanceNote:
    '文章按抓取时的样子保存，每篇都附原文地址和网页存档，Markdown 源文件都在 articles.jsonl.gz 里。',
  host: '网站',
  moreHosts: (count: number) => `另外 ${grouped(count)} 个网站`,
  noUrl: '没有原始地址',
  repairs: '修复',
  repairsNote: '抓取会弄坏文字。档案只删去重复和残渣，不删去只出现一次的字句；每一处修复都列在文章末尾。',
  repairsLink: '修复记录',
  report: '完整报告（JSON）',
  problems: '存疑',
  problemsNote: '构建时发现、需要人看一眼的地方，逐条写在完整报告里。',
  searching: '怎么搜',
  searchingNotes: [
    '先找照样写下的字句，再找各个词都有的文章，最后是只有一部分词的，都写明。繁简、全角半角、大小写、中西文之间的空格不分。',
    '引号里的字句连着找，例如 "Linux 内核"；引号里的引号写两个。',
    '汉字词和引号前加减号是排除，例如 内核 -安卓；外文命令里的 -l 照样找，要排除时结果上方可以点。',
    '甲 OR 乙 有一个就行；标题:、作者:、正文: 只在那里找。',
    '外文单词从词首找起：phone 找不到 iPhone，"phone" 找得到。',
    '打成拼音、打错一个字母，或者另有名字的，会在结果上方问「是不是要找」，附上篇数，不混在结果里。',
    '两条斜杠之间是正则，例如 /内核 \\d+/；后面加 i 就不分大小写。里面要有至少两个连着的汉字，或三个连着的字母。',
    '年份柱、作者、话题、起止时间都能缩小范围；条件都写在网址里，可以收藏，可以分享。',
  ],
  rule: '规则',
  times: '次数',
  generator: '由 Jiuwen 旧闻生成',
};
