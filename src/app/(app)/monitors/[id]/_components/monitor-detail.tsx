'use client';

import { useQuery } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { useCheck } from '@/ui/monitor/use-check';
import { ContractSummary } from './contract-summary';
import { EvidenceCard } from './evidence-card';
import { History, useFacts } from './history';
import { Mails } from './mails';
import classes from './monitor-detail.module.css';
import { MonitorHeader } from './monitor-header';
import { NowCard } from './now-card';
import { SourceCard } from './source-card';

/** Everything about one monitor: value, proof, what it waits for, what was before, what was mailed. */
export function MonitorDetail({ id }: { id: string }) {
  const trpc = useTRPC();
  const { data: monitor, error } = useQuery(trpc.monitors.byId.queryOptions({ id }));
  if (!monitor) return <FormAlert message={error ? readFailure(error).message : null} />;
  return <Loaded monitor={monitor} />;
}

function Loaded({ monitor }: { monitor: Parameters<typeof useCheck>[0] }) {
  const check = useCheck(monitor);
  const history = useFacts(monitor.id);
  const [latest] = history.facts;
  return (
    <>
      <MonitorHeader monitor={monitor} check={check} />
      <div className={classes.grid}>
        <div className={classes.column}>
          <NowCard monitor={monitor} check={check} latest={latest} />
          {latest ? <EvidenceCard fact={latest} outcome={monitor.lastOutcome} /> : null}
          <History monitor={monitor} history={history} />
        </div>
        <div className={classes.column}>
          <ContractSummary monitor={monitor} />
          <SourceCard id={monitor.id} />
          <Mails id={monitor.id} />
        </div>
      </div>
    </>
  );
}
