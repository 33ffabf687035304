import assert from 'node:assert/strict';
import { test } from 'node:test';
import { archiveOf, readingOf, timeOf } from '../../archive/testing.ts';
import * as zhHans from '../../locales/zh-Hans.ts';
import { overviewPage } from '../overview.ts';
import { noFacts } from '../testing.ts';

/** The lead of the overview, and the headings below it. */
function shown(dates: readonly (string | null)[], fields: Parameters<typeof readingOf>[1] = {}) {
  const archive = archiveOf(
    dates.map((date, at) =>
      readingOf(`${at}.md`, {
        time: date === null ? null : timeOf(date),
        ...fields,
        url: fields.url ? `${fields.url}${at}` : null,
      }),
    ),
  );
  const [view] = overviewPage.views(archive, noFacts, zhHans);
  const { lead, sections } = (view ?? assert.fail('no page')).data as {
    lead: string;
    sections: { heading: string }[];
  };
  return { lead, headings: sections.map(({ heading }) => heading) };
}

const named = { author: '林一', url: 'https://example.org/1', tags: ['内核'] };

test('the overview begins by saying how its articles lie in time, where that is in few words', () => {
  const about = '写什么、谁在写、从哪里来。';
  for (const [dates, said] of [
    [['2013-08-01'], '这份档案只有一篇文章，日期是 2013 年 8 月 1 日：'],
    [['2013-08-01', '2013-08-01'], '这份档案的 2 篇文章都在 2013 年 8 月 1 日：'],
    [['2013-08-01', '2013-08-30'], '这份档案的 2 篇文章都在 2013 年 8 月：'],
    [['2013-08-01', null, null], '这份档案有日期的 1 篇在 2013 年 8 月 1 日，另外 2 篇没有日期：'],
    [['2013-08-01', '2013-08-30', null], '这份档案有日期的 2 篇都在 2013 年 8 月，另外 1 篇没有日期：'],
    [[null], '这份档案只有一篇文章，没有日期：'],
    [[null, null], '这份档案的 2 篇文章都没有日期：'],
  ] as const)
    assert.equal(shown(dates, named).lead, said + about);
  assert.equal(
    shown(['2013-08-01', '2014-08-01'], named).lead,
    '这份档案有多少、写什么、谁在写、写多长、从哪里来。',
  );
});

test('the overview promises what stands below it and nothing else, with an author, a topic, an address or none', () => {
  const promised: [heading: RegExp, part: string][] = [
    [/^每[月年]的文章$/, '有多少'],
    [/话题$/, '写什么'],
    [/作者$/, '谁在写'],
    [/^文章的长短$/, '写多长'],
    [/^来源$/, '从哪里来'],
  ];
  for (const dates of [['2013-08-01'], ['2013-08-01', '2013-09-01'], [null], [null, '2011-02-03'], []])
    for (const author of ['佚名', '林一'])
      for (const url of [null, 'https://example.org/1'])
        for (const tags of [[], ['内核']]) {
          const { lead, headings } = shown(dates, { author, url, tags });
          for (const [heading, part] of promised)
            assert.equal(
              lead.includes(part),
              headings.some((one) => heading.test(one)),
              `${lead} ${headings}`,
            );
          assert.match(lead, /。$/);
        }
});

test('an overview with nothing to chart says what is missing, and not that there are no articles', () => {
  assert.equal(shown([null]).lead, '这份档案只有一篇文章，没有日期；没有话题、署名和原始地址，画不出图。');
  assert.equal(shown([]).lead, zhHans.home.empty);
});
