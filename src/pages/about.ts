import { paths } from '../archive/paths.ts';
import { hostsOf } from './hosts.ts';
import { pageKind } from './page-kind.ts';
import { sentenceOf } from './repairs.ts';

/** Original hosts named one by one. */
const HOSTS = 20;

/** The page about the archive: numbers, where its articles come from, what was repaired. */
export const aboutPage = pageKind({
  name: 'about',
  layout: 'about.njk',
  needsIndex: true,
  *pages({ archive, facts }) {
    const { entries, settings, undated, reach } = archive;
    const { certificate } = facts;
    yield {
      path: paths.about,
      inputs: {
        description: settings.description,
        maintainer: settings.maintainer,
        licence: settings.licence,
        reach,
        authors: archive.authors.length,
        topics: archive.topics.length,
        characters: entries.reduce((sum, { han, words }) => sum + han + words, 0),
        undated,
        hosts: hostsOf(entries),
        repairs: facts.repairs.map(({ rule, count }) => ({ rule, count })),
        problems: facts.problems,
        fidelity: facts.fidelity,
        certificate: certificate && {
          strings: certificate.strings,
          checked: certificate.checked,
          documents: certificate.documents,
        },
      },
    };
  },
  data(inputs, t) {
    const { description, maintainer, licence, reach, hosts, repairs, problems, certificate } = inputs;
    const count = (number: number): string => (number ? t.number(number) : '');
    const { strings = 0, checked = 0, documents = 0 } = certificate ?? {};
    const certified = strings ? t.about.certified(strings, checked, documents) : '';
    const numbers = [
      { name: t.about.articles, value: t.number(reach.articles), figure: true },
      { name: t.about.span, value: reach.span, figure: true },
      { name: t.about.authors, value: t.number(inputs.authors), figure: true },
      { name: t.about.topics, value: count(inputs.topics), figure: true },
      { name: t.about.characters, value: t.number(inputs.characters), figure: true },
      { name: t.about.undated, value: count(inputs.undated), figure: true },
      { name: t.about.maintainer, value: maintainer ?? '', figure: false },
      { name: t.about.licence, value: licence ?? '', figure: false },
      {
        name: t.about.fidelity,
        value: reach.articles ? t.about.faithful(inputs.fidelity) : '',
        figure: false,
      },
      { name: t.about.certificate, value: certified, figure: false },
    ];
    return {
      title: t.about.title,
      description,
      nav: 'about',
      reach,
      numbers: numbers.filter(({ value }) => value),
      hosts: hosts
        .slice(0, HOSTS)
        .map(([host, count]) => ({ host: host || t.about.noUrl, articles: t.number(count) })),
      moreHosts: Math.max(0, hosts.length - HOSTS),
      repairs: repairs.map(({ rule, count }) => ({
        summary: sentenceOf(t.repairRules, rule),
        count: t.number(count),
      })),
      problems: problems.map(({ rule, count }) => ({
        summary: sentenceOf(t.problemRules, rule),
        count: t.number(count),
      })),
    };
  },
});
