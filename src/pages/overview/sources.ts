import { rankChart } from '../../charts/rank-chart.ts';
import { hostsOf } from '../hosts.ts';
import { section } from './section.ts';

/** Hosts that are shown. */
const HOSTS = 12;

/** Where the articles come from. */
export const sources = section(
  ({ entries }) => hostsOf(entries),
  (hosts, t) => {
    // That nobody knows where an archive comes from is no chart.
    if (hosts.every(([host]) => host === '')) return null;
    const left = hosts.length - HOSTS;
    return {
      heading: t.overview.sources,
      answers: t.overview.answers.sources,
      chart: rankChart({
        columns: [t.about.host, t.about.articles],
        rows: hosts.slice(0, HOSTS).map(([host, value]) => ({ name: host || t.about.noUrl, value })),
        format: t.lists.articles,
      }),
      legend: [],
      note: left > 0 ? t.about.moreHosts(left) : '',
      more: null,
    };
  },
);
