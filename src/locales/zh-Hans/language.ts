import { grouped } from '../grouped.ts';

/** How the language is named: by BCP 47, and to those who show links to a page. */
export const language = { tag: 'zh-Hans', openGraph: 'zh_CN' };

/** An archive whose settings give it no name. */
export const archive = { title: '旧闻', description: '中文科技新闻档案：可读、可搜、可离线保存。' };

/** Numbers as they stand alone, and counts. */
export const number = grouped;

export const dates = {
  /** @param date `2013-08-01` */
  day: (date: string) => {
    const [year, month, day] = date.split('-').map(Number);
    return `${year} 年 ${month} 月 ${day} 日`;
  },
  /** @param monthDay `08-01` */
  monthDay: (monthDay: string) => {
    const [month, day] = monthDay.split('-').map(Number);
    return `${month} 月 ${day} 日`;
  },
  month: (year: string, month: string) => `${Number(year)} 年 ${Number(month)} 月`,
};
