import { Alert, Button, Card, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Correction } from '@/domain/contract/correction';
import { conditionIn } from '@/domain/trigger/sentence-locale';
import { readerWords } from '@/ui/evidence/evidence-words';
import { SourceLink } from '@/ui/evidence/source';
import { useLocale } from '@/ui/locale';
import { factTypeWords } from './composer-words';
import { correctionOf, fieldsOf } from './correction/correction-fields';
import classes from './preview-pane.module.css';
import type { Preview } from './use-previews';

/** The contract: what will be read, where, and what it waits for. */
export function ContractCard({ preview, children }: { preview: Preview; children?: ReactNode }) {
  const { interpretation, triggerCondition } = preview;
  const { fact, item, factType, unit, sources } = interpretation;
  const locale = useLocale();
  return (
    <Card component="section" aria-labelledby="contract">
      <Title order={3} fz="sm" c="dimmed" fw={600} mb="xs" id="contract">
        {preview.interpretedBy === null ? 'What it waits for' : 'What was understood'}
      </Title>
      <p className={classes.trigger}>{conditionIn(locale, { triggerCondition, fact })}</p>
      {preview.isSure ? null : (
        <Alert variant="light" color="yellow" mb="md" p="sm">
          <Text size="sm">
            {preview.note ??
              'Your sentence may mean something else. See whether this is what you want, and correct what is not.'}
          </Text>
        </Alert>
      )}
      <dl className={classes.terms}>
        <dt>Read</dt>
        <dd>{fact}</dd>
        {item === null ? null : (
          <>
            <dt>Of</dt>
            <dd>{item}</dd>
          </>
        )}
        <dt>Kind</dt>
        <dd>{factTypeWords(factType, unit)}</dd>
        <dt>Page</dt>
        <dd>
          {sources.length === 0
            ? 'None named yet'
            : sources.map((source) => (
                <div key={source}>
                  <SourceLink address={source} full />
                </div>
              ))}
        </dd>
        {preview.interpretedBy === null ? null : (
          <>
            <dt>Understood</dt>
            <dd>{preview.interpretedBy === 'person' ? 'as you wrote it' : readerWords(preview.interpretedBy)}</dd>
          </>
        )}
      </dl>
      {children}
    </Card>
  );
}

interface OtherwiseProps {
  alternatives: Preview['alternatives'];
  disabled: boolean;
  onChoose: (contract: Correction) => void;
}

/** What the sentence may mean instead: one press previews that contract in place of this one. */
export function Otherwise({ alternatives, disabled, onChoose }: OtherwiseProps) {
  const locale = useLocale();
  if (alternatives.length === 0) return null;
  return (
    <section className={classes.otherwise} aria-label="What you may mean instead">
      <Text size="sm" fw={600}>
        Or did you mean:
      </Text>
      {alternatives.map(({ interpretation, triggerCondition }) => (
        <Button
          key={triggerCondition}
          variant="default"
          size="xs"
          disabled={disabled}
          classNames={{ root: classes.otherwiseChoice, label: classes.otherwiseLabel }}
          onClick={() => onChoose(correctionOf(fieldsOf(interpretation), interpretation.language))}
        >
          {conditionIn(locale, { triggerCondition, fact: interpretation.fact })}
        </Button>
      ))}
    </section>
  );
}
