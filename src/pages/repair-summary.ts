import { rules } from '../clean/index.ts';
import { repairRules } from '../locales/zh-Hans.ts';

const summaries = new Map(rules.map(({ name, summary }) => [name, summary]));

/** One Chinese sentence on what a kind of repair does; the rule's id where nothing is written of it. */
export const repairSummary = (rule: string): string => summaries.get(rule) ?? repairRules[rule] ?? rule;
