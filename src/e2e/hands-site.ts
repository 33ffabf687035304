/** Path of the article that has everything a hand meets. */
export const HANDS = '2016/04/3001.html';
/** Path of a short article of the same author. */
export const SHORT = '2016/04/3002.html';

/** Words of the title, none of which may be cut at the end of a line. */
export const TITLE_WORDS = ['每个', '必备', '终端', '程序', '客户端', '操作', '系统', '见闻'];

const TITLE = '每个管理员必备的终端程序：操作系统与客户端';

const SECTIONS = Array.from(
  { length: 5 },
  (_, at) => `## 第 ${at + 1} 间机房

抄下温度，锁上门。

### 柜子

柜子里的灯一直亮着。

#### 风扇

风扇一直转着，夜里听得很清楚。

#### 电流

电流和昨天一样。
`,
).join('\n');

const ARTICLE = `---
url: https://example.org/article/3001
name: 林一
time: 2016-04-05 08:00
title: ${TITLE}
---

值班的人写下的一页。*要紧*的事在前，*small print* 在后，*这一整句话都要紧，所以没有一个字加点，只换一种写法*。

![](https://pictures.example/rack.png)

*Rack number one, from the door*

![门](https://pictures.example/door.png)

![](https://gone.example/lost.png)

<p><ruby>发行版<rt>distribution</rt></ruby>装在<ruby>机柜<rt>jīguì</rt></ruby>里。</p>

夜里的抄法不同[^夜里]，另一个人的抄法见[另一页](https://example.org/article/3002)。执行 \`update_initramfs_now()\` 的人也在场。

[^夜里]: 夜里两小时一次。

\`\`\`python
def read(rack):  # 抄温度
    return "rack/%s/temperature/of/the/last/thirty/days/and/nights/in/one/file.log" % rack
\`\`\`

\`\`\`
这不是代码，是一段写在围栏里的话 for the people if they read it.
\`\`\`

| 机柜 | 温度 | 湿度 | 风扇 | 电流 | 电压 | 门 | 备注 |
|------|-----:|:----:|------|------|------|------|------|
| 一号 | 21.5 | 40% | 3000 | 12A | 220V | 关 | 没有人在意的一长串备注文字，长到手机上一行放不下也没有关系 |

${SECTIONS}`;

/** The content of an archive whose pages are measured: text by path relative to the content directory. */
export function handsContent(): Record<string, string> {
  const files: Record<string, string> = {
    'archive.yml': 'title: 机房旧事\norigin: https://example.org/\nsearch:\n  pagefind: off\n',
    'topics.yml': '机房: [机柜]\n',
    'authors.yml': '林一: [林 一, lin]\n',
    'hands.md': ARTICLE,
    'undated.md': '---\nurl: https://example.org/9002\ntitle: 没有日期的一页\n---\n\n夹在记录本里。\n',
  };
  for (let number = 2; number <= 260; number++) {
    const year = 2008 + Math.floor(number / 24);
    const date =
      number === 2
        ? '2016-04-05'
        : `${year}-0${3 + (number % 3)}-${String((number % 28) + 1).padStart(2, '0')}`;
    const name = ['林一', '林 一', 'lin', '周二'][number % 4];
    files[`log/${number}.md`] =
      `---\nurl: https://example.org/article/${3000 + number}\nname: ${name}\ntime: ${date} 09:00\ntitle: 机柜旁的终端程序与操作系统见闻第 ${number} 篇\n---\n\n第 ${number} 次抄下温度。\n`;
  }
  return files;
}
