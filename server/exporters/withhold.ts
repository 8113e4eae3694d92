// What an audience must not see is taken out once, here, before any exporter
// writes a byte. A sealed verdict needs nothing: its record holds no words.
import type { Evidence } from '../../domain/record/evidence.ts';
import type { Source } from '../../domain/record/source.ts';
import type { RecordState } from '../../domain/record/state.ts';
import type { Audience } from './exporter.ts';

/** A protected source keeps its grade and nothing that tells who it is. */
function hideSource(source: Source): Source {
  return {
    ...source,
    url: '',
    archived: [],
    title: 'Protected source',
    publisher: '',
    author: '',
    published: null,
    language: '',
    medium: '',
    origin: '',
    removed: source.removed && { ...source.removed, reason: '' },
  };
}

/** Its words could tell, too. */
function hideWords(evidence: Evidence): Evidence {
  return {
    ...evidence,
    passage: '',
    translation: '',
    translator: '',
    note: '',
    question: '',
    removed: evidence.removed && { ...evidence.removed, reason: '' },
  };
}

export function withheld(records: RecordState, audience: Audience): RecordState {
  if (audience === 'members') return records;
  const isProtected = (id: string) => records.sources.get(id)?.protected === true;
  return {
    ...records,
    sources: new Map(
      [...records.sources].map(([id, source]) => [
        id,
        source.protected ? hideSource(source) : source,
      ]),
    ),
    evidence: new Map(
      [...records.evidence].map(([id, evidence]) => [
        id,
        isProtected(evidence.source) ? hideWords(evidence) : evidence,
      ]),
    ),
  };
}
