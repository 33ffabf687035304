import { readFileSync } from 'node:fs';

/** Path of the article that holds everything Markdown has. */
export const FULL = '2014/05/9001.html';
/** Path of a short article with neighbours and others of its day. */
export const PLAIN = '2012/03/1003.html';
/** Path of the seed article. */
export const SEED = '2013/08/18089.html';
/** The path of a site on its host, as in the settings' origin. */
export const BASE = '/some/archive/';

/** A page of each layout, and more where one layout makes pages of two forms. */
export const PAGES: Record<string, string[]> = {
  'home.njk': ['index.html'],
  'article.njk': [PLAIN, FULL, SEED, 'undated/9002.html'],
  'time.njk': ['time.html'],
  'year.njk': ['2012/index.html'],
  'month.njk': ['2012/03/index.html'],
  'day.njk': ['days/03-04.html'],
  'list.njk': ['list/index.html'],
  'list-page.njk': ['list/1.html'],
  'undated.njk': ['undated/index.html'],
  'authors.njk': ['authors/index.html'],
  'author.njk': ['authors/林一.html'],
  'topics.njk': ['topics/index.html'],
  'topic.njk': ['topics/机房.html'],
  'group-page.njk': ['authors/林一/1.html'],
  'search.njk': ['search.html'],
  'about.njk': ['about.html'],
  'repairs.njk': ['repairs.html'],
  'not-found.njk': ['404.html'],
  'offline.njk': ['offline.html'],
  'unsaved.njk': ['unsaved.html'],
};

/** An address that the article with everything had before; its page leads on at once, so that nothing can be looked at there. */
export const OLD = 'old/9001/index.html';

/** All of them. */
export const ALL_PAGES = Object.values(PAGES).flat();

const SETTINGS = `title: 机房旧事
description: 一间机房的值班记录，可读、可搜、可离线保存。
origin: https://example.org${BASE}
maintainer: 值班室
licence: CC BY 4.0
icp: 京ICP备00000000号
gongan: 京公网安备 00000000000000 号
`;

const EVERYTHING = `---
url: https://www.example.org/article/9001
permalink: /old/9001/
name: Jane O’Neil
time: 2014-05-06 09:30
title: 值班手册：一份什么都有的“说明”，以及 AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz0123456789 这样的长词
tags: [手册, 温度]
---

值班的人先看温度，再看灯。*重要的事*写在前面，*small print* 写在后面，**粗体**与\`代码\`各有用处，~~作废的~~划掉。（2013 年修订）

## 温度

每个小时抄一次[^1]，写在[记录本](https://example.org/log)上。地址 https://example.org/a/very/long/address/that/does/not/break/anywhere/at/all/0123456789012345678901234567890123456789 也要写。

[^1]: 夜里两个小时一次。

### 冬天

- 第一项
- 第二项
  1. 其一
  2. 其二
- [x] 已做
- [ ] 未做

### 夏天

> 温度高的时候，灯也亮得久。
>
> ——值班室

## 数字

| 机柜 | 温度 | 湿度 | 风扇 | 电流 | 备注 |
|------|-----:|:----:|------|------|------|
| 一号 | 21.5 | 40% | 3000 | 12A | 没有人在意的一长串备注文字，长到手机上一行放不下 |
| 二号 | 22.0 | 41% | 3100 | 13A | |

\`\`\`sh
for rack in one two three; do cat "/var/log/rack/$rack/temperature/of/the/last/thirty/days.log" | sort | uniq -c | head; done
\`\`\`

![机柜的照片](https://example.org/rack.jpg)

<details><summary>旧版</summary><p>旧版只有一页。</p></details>

<p><ruby>机柜<rt>jī guì</rt></ruby>的门要锁。</p>

---

#### 附录

1. 一

   二

<script>alert(1)</script><img src=x onerror=alert(2)>

?灯一直亮着。
`;

/** Authors of one article each: more than are seen at a glance. */
const GUESTS = [
  ...[
    '王小波',
    '汪曾祺',
    '單雄信',
    '曾国藩',
    '解缙',
    '仇英',
    '吕布',
    '欧阳修',
    '沈从文',
    '阿城',
    '老舍',
    '巴金',
  ],
  ...[
    '冰心',
    '茅盾',
    '丁玲',
    '萧红',
    '路遥',
    '余华',
    '苏童',
    '莫言',
    'Jane Austen',
    'Émile Zola',
    'sk',
    '360',
  ],
];

/** The content of a small archive that has every kind of page: text by path relative to the content directory. */
export function sampleContent(): Record<string, string> {
  const files: Record<string, string> = {
    'archive.yml': SETTINGS,
    'topics.yml': '机房: [值班]\n',
    'full.md': EVERYTHING,
    'undated.md': '---\nurl: https://example.org/9002\ntitle: 没有日期的一页\n---\n\n这一页夹在记录本里。\n',
    'seed.md': readFileSync(new URL('../../content/2013/08/18089.md', import.meta.url), 'utf8'),
  };
  for (let number = 1; number <= 105; number++) {
    const date = `${number <= 60 ? 2012 : 2013}-0${3 + (number % 3)}-${String((number % 28) + 1).padStart(2, '0')}`;
    files[`log/${number}.md`] =
      `---\nurl: https://example.org/article/${1000 + number}\nname: 林一\ntime: ${date} 08:00\ntitle: 机房见闻第 ${number} 篇\n---\n\n第 ${number} 次抄下温度，没有什么可说的。灯一直亮着，风扇一直转着，窗外的树又长高了一些。\n\n下一班的人来了。\n`;
  }
  for (const number of [201, 202, 203])
    files[`log/${number}.md`] =
      `---\nurl: https://example.org/article/${1000 + number}\nname: 周二\ntime: 2012-03-04 1${number - 200}:00\ntitle: 同一天的第 ${number} 篇\n---\n\n同一天的事。\n`;
  for (const [at, name] of GUESTS.entries())
    files[`guests/${at}.md`] =
      `---\nurl: https://example.org/article/${4000 + at}\nname: ${name}\ntime: 2014-06-${String(at + 1).padStart(2, '0')} 08:00\ntitle: 来访者的第 ${at + 1} 页\n---\n\n来看了一眼机柜。\n`;
  return files;
}
