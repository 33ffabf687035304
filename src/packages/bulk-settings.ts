const keyword = { type: 'keyword', ignore_above: 512 };
const stored = { type: 'keyword', index: false, doc_values: false };
/** The analyser `cjk` cuts Han text into pairs: a phrase query of two characters or more finds exactly that string. */
const chinese = { type: 'text', analyzer: 'cjk' };

/** Body of the request that makes the index in OpenSearch or Elasticsearch. */
export const openSearchIndex = {
  settings: { number_of_shards: 1, number_of_replicas: 0 },
  mappings: {
    dynamic: 'strict',
    properties: {
      id: keyword,
      path: stored,
      url: keyword,
      title: { ...chinese, fields: { raw: keyword } },
      author: keyword,
      time: { type: 'date', format: 'strict_date_optional_time' },
      epoch: { type: 'long' },
      topics: keyword,
      summary: { ...chinese, index: false },
      text: chinese,
      sha256: stored,
    },
  },
} as const;

/** Body of the request that sets up the index in Meilisearch. */
export const meilisearchSettings = {
  searchableAttributes: ['title', 'author', 'topics', 'text'],
  filterableAttributes: ['author', 'topics', 'epoch'],
  sortableAttributes: ['epoch'],
  displayedAttributes: ['path', 'url', 'title', 'author', 'time', 'topics', 'summary'],
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn', 'eng'] }],
} as const;

/** Instructions for loading the files. */
export const readme = `# Loading the archive into a search engine

One document an article. Repeat the second request for every numbered file.

## OpenSearch, Elasticsearch

    curl -X PUT  http://localhost:9200/articles -H 'Content-Type: application/json' --data-binary @opensearch-index.json
    curl -X POST http://localhost:9200/articles/_bulk -H 'Content-Type: application/x-ndjson' --data-binary @opensearch-1.ndjson

An exact string: \`{"query": {"match_phrase": {"text": "人工智能"}}}\`.

## Meilisearch

    curl -X PATCH http://localhost:7700/indexes/articles/settings -H 'Content-Type: application/json' --data-binary @meilisearch-settings.json
    curl -X POST 'http://localhost:7700/indexes/articles/documents?primaryKey=id' -H 'Content-Type: application/x-ndjson' --data-binary @meilisearch-1.ndjson
`;
