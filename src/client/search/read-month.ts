import { searchUi as words } from '#locale';

/** A year or a month as it stands in addresses, or what is wrong with it. */
interface ReadMonth {
  value: string;
  /** A sentence; '' where nothing is. */
  fault: string;
}

/** `2013`, `2013年5月`, `2013/5`, `201305` → `2013`, `2013-05`. Half a date, a month or a day that does not exist, and a day at all, are faults. */
export function readMonth(typed: string): ReadMonth {
  const text = typed.normalize('NFKC').trim();
  const fault = (fault: string): ReadMonth => ({ value: '', fault });
  if (text === '') return fault('');
  const parts = /^(\d{4})(?:[-/.年\s]*(\d{1,2})(?:[-/.月\s]*(\d{1,2})\s*日?|\s*月)?|\s*年)?$/.exec(text);
  if (!parts) return fault(words.rangeHalf(text));
  const [, year = '', month = '', day = ''] = parts;
  if (!month) return { value: year, fault: '' };
  const [numberOfMonth, numberOfDay] = [Number(month), Number(day)];
  if (numberOfMonth < 1 || numberOfMonth > 12) return fault(words.rangeNoMonth(numberOfMonth));
  const value = `${year}-${month.padStart(2, '0')}`;
  if (!day) return { value, fault: '' };
  const last = new Date(Date.UTC(Number(year), numberOfMonth, 0)).getUTCDate();
  const exists = numberOfDay >= 1 && numberOfDay <= last;
  return fault(exists ? words.rangeByMonth(value) : words.rangeNoDay(year, numberOfMonth, numberOfDay));
}
