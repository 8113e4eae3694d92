/** What is known of a source: title and publisher at once, the rest when asked for. */
import { useState } from 'react';
import { limits } from '../../../domain/limits.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import styles from './source.module.css';
import type { WrittenSource } from './written-source.ts';

export interface SourceFieldsProps {
  value: WrittenSource;
  change(changed: Partial<WrittenSource>): void;
}

export function MainSourceFields({ value, change }: SourceFieldsProps) {
  return (
    <div className={styles.pair}>
      <TextField
        label="Title"
        value={value.title}
        onChange={(title) => change({ title })}
        maxLength={limits.line}
      />
      <TextField
        label="Publisher"
        value={value.publisher}
        onChange={(publisher) => change({ publisher })}
        maxLength={limits.line}
      />
    </div>
  );
}

/** Media as people tell them apart; any other word will do. */
const media = ['Article', 'Post', 'Video', 'Image', 'Audio', 'Document', 'Dataset', 'Interview'];

export function MoreSourceFields({ value, change }: SourceFieldsProps) {
  return (
    <>
      <div className={styles.pair}>
        <TextField
          label="Author"
          value={value.author}
          onChange={(author) => change({ author })}
          maxLength={limits.line}
        />
        <TextField
          label="Medium"
          placeholder={`${media.slice(0, 3).join(', ')}…`}
          value={value.medium}
          onChange={(medium) => change({ medium })}
          maxLength={limits.line}
        />
      </div>
      <DateField
        label="Published"
        value={value.published}
        onChange={(published) => change({ published })}
        language={value.language}
      />
      <div className={styles.pair}>
        <TextField
          label="Language"
          placeholder="en, uk, ar"
          value={value.language}
          onChange={(language) => change({ language })}
          maxLength={35}
        />
        <TextField
          label="Origin"
          value={value.origin}
          onChange={(origin) => change({ origin })}
          maxLength={limits.line}
        />
      </div>
      <p className={styles.hint}>
        Sources that rest on one channel bear one origin: they are not independent.
      </p>
      <Checkbox
        isSelected={value.protected}
        onChange={(isProtected) => change({ protected: isProtected })}
        note="Members see it. Public exports keep its grade and nothing else: no name, no link, no copies, no words of its evidence. Other documents are not offered it."
      >
        Protected source
      </Checkbox>
    </>
  );
}

/** The rest, behind one button until something stands in it. */
export function FoldedSourceFields(props: SourceFieldsProps & { label?: string }) {
  const { author, medium, published, language, origin } = props.value;
  const said = [author, medium, published.edtf, language, origin].some((each) => each !== '');
  const [open, setOpen] = useState(said || props.value.protected);
  return open ? (
    <MoreSourceFields {...props} />
  ) : (
    <button type="button" className={styles.more} onClick={() => setOpen(true)}>
      {props.label ?? 'Author, date, medium, language, origin, protection…'}
    </button>
  );
}
