import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import type { Statement } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { choicesIn } from './edit-choices.js';
import { fieldNames } from './field-names.js';
import styles from './review.module.css';

/** What belongs to the reading, not to what is said. */
const fixed: ReadonlySet<string> = new Set([
  'id',
  'item',
  'quote',
  'start',
  'end',
  'confidence',
  'rule',
  'roles',
  'type',
  'plover',
  'cameo',
  // of several parts
  'speaker',
  'object',
]);
const isList = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');
const isPlain = (value: unknown): boolean => value === null || ['string', 'number'].includes(typeof value) || isList(value);
const shown = (value: unknown): string => (value === null || value === undefined ? '' : isList(value) ? value.join(', ') : String(value));

/** What was typed as a value of the same kind as before; empty is null, or an empty list. */
function typedAs(typed: string, before: unknown): unknown {
  const text = typed.trim();
  if (isList(before)) return text === '' ? [] : text.split(/[,，、]\s*/).filter((part) => part !== '');
  if (text === '') return null;
  return typeof before === 'number' || (before === null && /^-?\d+(\.\d+)?$/.test(text)) ? Number(text) : text;
}

interface EditProps {
  statement: Statement;
  save: (fields: Record<string, unknown>) => void;
  cancel: () => void;
}

/** The fields of a statement that are chosen from a list, texts, numbers or lists of such; only what was changed is given on. */
export function EditFields({ statement, save, cancel }: EditProps) {
  const speech = useSpeech();
  const { say, language } = speech;
  const fields = Object.entries(statement).filter(([name, value]) => !fixed.has(name) && isPlain(value));
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const changed = fields.flatMap(([name, before]) => {
      const typed = String(form.get(name) ?? '');
      return typed === shown(before) ? [] : [[name, typedAs(typed, before)] as const];
    });
    if (changed.length === 0) cancel();
    else save(Object.fromEntries(changed));
  };
  return (
    <form className={styles.edit} onSubmit={submit}>
      {fields.map(([name, value], n) => {
        const choices = choicesIn(statement, name, speech);
        const label = fieldNames[name]?.[language] ?? name;
        const given = { name, label, size: 'xs', defaultValue: shown(value), 'data-autofocus': n === 0 };
        if (!choices) return <TextInput key={name} {...given} autoComplete="off" dir="auto" />;
        return <NativeSelect key={name} {...given} data={[...(choices.optional ? [{ value: '', label: '' }] : []), ...choices.options]} />;
      })}
      <div className="row">
        <Button type="submit" size="compact-sm">
          {say('review.save')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={cancel}>
          {say('review.cancel')}
        </Button>
      </div>
    </form>
  );
}
