import type { RepairRule } from '../../repair-rules.ts';
import { grouped } from '../grouped.ts';

export const repairs = {
  title: '修复记录',
  note: '每类修复做什么、做了多少次，各举几例。规则可以在 archive.yml 里逐条关闭。',
  times: (count: number) => `${grouped(count)} 处`,
  examples: '例子',
  nothing: '没有修复任何地方。',
};

/** One sentence on each kind of repair, for readers. */
export const repairRules: Record<RepairRule, string> = {
  'indented-prose': '把因段首缩进而被误认作代码的中文段落还原为正文。',
  'invisible-character':
    '去掉控制字符、零宽字符、改变书写方向的字符和乱码替换符；字句之间丢失的字以 □ 标出。',
  'double-encoded-entity':
    '还原被重复编码的字符实体，例如正文里露出的 &nbsp; 和 &ldquo;；代码和讲解实体的段落不动。',
  'empty-image': '去掉没有地址的图片和延迟加载用的占位图，有意义的替代文字保留为正文。',
  'lazy-image': '把 HTML 图片标签里延迟加载的真实地址放回原处，没有真实地址的占位图去掉。',
  'paragraph-indent': '去掉段首段尾用来排版的全角空格和不换行空格，以缩进开头的行另起一段。',
  'stray-question-mark': '去掉段首多余的问号，那是转码时丢失的缩进空格。',
  'soft-line-break': '把汉字之间的换行直接接上，免得页面上多出空格；西文单词之间的换行照旧当作空格。',
  'repeated-title': '去掉正文开头与文章标题相同的一行，标题只显示一次。',
  'whole-article-blob': '去掉把全文连成一段的重复文字；只保留在其中的小标题和句子放回原来的位置。',
  'repeated-paragraph': '去掉重复出现的段落，只保留第一次出现的；短句、代码、图注和引出下文的句子不动。',
  encoding: '把 GB18030、Big5、UTF-16 等编码的文件转成 UTF-8。',
  'front-matter': '逐行读出写得不合 YAML 规则的文章信息。',
  'control-characters': '去掉文件里看不见的控制字符。',
  'heading-mark': '给 # 后面没有空格的小标题补上空格。',
  'emphasis-blanks': '把加粗记号里多余的空格移到外面，让紧挨着的加粗显示出来。',
  'contents-mark': '去掉生成目录的标记，页面自有目录。',
  'odd-scheme': '把浏览器打不开的链接地址（例如 ed2k、thunder）列为文字。',
  wrapper: '去掉文档站组件的标签，里面的文字和标题留下。',
  'title-heading': '去掉正文开头与标题相同的小标题。',
  'dead-link': '去掉没有写成地址的链接，留下文字。',
  'dead-image': '去掉没有地址的图片，留下说明文字。',
  'unsafe-html': '去掉可能危害读者的 HTML，内容地址保留为链接。',
  'hidden-text':
    '找回会无声消失的文字：没有引用的脚注和链接注释、代码围栏后面的字、表格里多出的格子显示为正文；注释等不能显示的文字，全文列在这里。',
};
