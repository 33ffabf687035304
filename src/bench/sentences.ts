import type { Random } from './random.ts';
import { COMPANIES, PEOPLE, PRODUCTS, TERMS, WORDS } from './words.ts';

/** Words that take the place of a name in braces. */
const FILLERS: Record<string, (random: Random) => string> = {
  noun: (random) => random.early(WORDS.noun),
  verb: (random) => random.of(WORDS.verb),
  adj: (random) => random.of(WORDS.adjective),
  role: (random) => random.of(WORDS.role),
  place: (random) => random.of(WORDS.place),
  when: (random) => random.of(WORDS.when),
  unit: (random) => random.of(WORDS.unit),
  latin: (random) => ` ${random.of(WORDS.latin)} `,
  term: (random) => random.early(TERMS),
  company: (random) => random.early(COMPANIES),
  product: (random) => random.early(PRODUCTS),
  person: (random) => random.early(PEOPLE),
  number: (random) => ` ${Math.ceil(random.lognormal(60, 1.6))} `,
  percent: (random) => ` ${(random.next() * 100).toFixed(1)}% `,
};

/** Sentences of an article's body. */
const BODY = [
  '{when}，{company}在{place}{verb}了{product}，负责这件事的{role}{person}说，{noun}比他想的更{adj}。',
  '{company}的{noun}一直很{adj}，直到{when}才有人想起去{verb}它。',
  '据{person}回忆，当时整个团队只有{number}个人，却要管{number}{unit}。',
  '按照{company}公布的数字，{product}的{noun}在{when}增加了{percent}，{term}却少了将近一半。',
  '“我们并不打算{verb}{noun}，”{person}说，“只是想让{term}变得{adj}一些。”',
  '问题出在{term}上：每{verb}一次{noun}，{latin}就要多等{number}毫秒。',
  '另一位不愿具名的{role}认为，{company}{verb}{product}，为的是{noun}和{term}。',
  '{noun}与{noun}之间的界线越来越{adj}，{term}成了双方都绕不开的话题。',
  '很少有人注意到，{product}最早的版本是用{latin}写成的，总共{number}行。',
  '如果说{noun}是{company}的门面，那么{term}就是它的后院。',
  '{place}的一家小店里，{role}{person}把{product}装在收银台旁边，一用就是{number}个月。',
  '从{noun}到{term}，{company}花了{number}天；从{term}到{noun}，却没有人知道要花多久。',
  '对手{company}的回应很快：{when}{verb}{noun}，同时{verb}{term}。',
  '争论的焦点在于，{noun}到底算不算{term}的一部分，{latin}的协议里没有写。',
  '{person}把账算得很清楚：{number}{unit}，每{unit}省下{number}元，足够再{verb}一个{product}。',
  '这一次，{adj}的不是{noun}，而是{verb}它的那群{role}。',
  '人们习惯把{term}归功于{company}，其实{place}的{role}们早在{when}就开始{verb}{noun}了。',
  '测试持续了{number}小时，{latin}没有出错，出错的是{noun}。',
  '合同里写得明白，{product}的{noun}归{company}，{term}归{person}。',
  '也有人不同意。{person}在{place}的一次聚会上说，{adj}的{noun}迟早会被{adj}的{term}取代。',
  '{company}没有回答关于{noun}的提问，只说{product}会在{when}{verb}。',
  '介绍{latin}的文档只有{number}页，{role}们读完以后决定自己{verb}{term}。',
  '机器还在运转，{noun}的指示灯一闪一闪，{role}{person}把{term}的读数抄在本子上。',
  '到{when}，{product}已经有{number}{unit}，其中{percent}来自{place}。',
];

/** The first sentence of a paragraph, now and then. */
const OPENINGS = [
  '事情要从{when}说起。',
  '先看{noun}。',
  '再来说{term}。',
  '{person}并不这么看。',
  '这正是{company}担心的地方。',
  '回到{product}本身。',
  '数字不会说谎，但会省略。',
  '故事到这里还没有完。',
];

const TITLES = [
  '{company}{verb}{product}：{adj}的{noun}与{adj}的{term}',
  '{product}背后：{company}为什么{verb}{noun}',
  '{person}：{noun}不该这样{adj}',
  '从{noun}到{term}，{company}的{number}天',
  '{place}{role}手记：{when}的{noun}',
  '{company}与{company}的“{term}”之争',
  '谁在{verb}{noun}',
  '{product}{verb}以后，{role}们怎么办',
];

const HEADINGS = [
  '{company}的{adj}算盘',
  '{noun}还是{term}？',
  '{adj}的{noun}，{adj}的{role}',
  '{product}{verb}之后',
  '{place}的{number}天',
];

/** Fills the braces of a pattern, e.g. `{noun}`. */
export const sentence = (pattern: string, random: Random): string =>
  pattern
    .replace(/\{(\w+)\}/g, (_, name: string) => FILLERS[name]?.(random) ?? name)
    // A gap between Han and Latin, none beside punctuation.
    .replace(/ {2,}/g, ' ')
    .replace(/ ?([，。：；？！“”、]) ?/g, '$1')
    .trim();

/** A paragraph without line breaks. */
export function paragraph(random: Random, sentences: number): string {
  const opening = random.next() < 0.3 ? [sentence(random.of(OPENINGS), random)] : [];
  const rest = Array.from({ length: sentences }, () => sentence(random.of(BODY), random));
  return [...opening, ...rest].join('');
}

/** A title: one line, plain YAML as it stands. */
export const title = (random: Random): string => sentence(random.of(TITLES), random);

/** A heading of a part of an article. */
export const heading = (random: Random): string => sentence(random.of(HEADINGS), random);
